/**
 * Files of words, one word per line.
 *
 * Silently strips what cannot be part of a word: line endings of any system, byte order marks, invisible characters, surrounding spaces
 * and quotation marks, a trailing comma, comments. Whatever could be meant otherwise is left to `oddities.ts`.
 */
import { withoutInvisible } from '@steward/text';

export interface ListedWord {
  word: string;
  /** 1-based. */
  line: number;
}

export function wordsInList(text: string): ListedWord[] {
  return text
    .split(LINE_END)
    .map((line, index) => ({ word: wordOf(line), line: index + 1 }))
    .filter(({ word }) => word !== '');
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const COMMENT = /^(?:#(?:\s|$)|\/\/)/;
const COMMENT_BEHIND = /\s(?:#|\/\/)(?:\s.*)?$/;
const SEPARATORS_BEHIND = /[\s,，;；、|]+$/;
const QUOTED = /^(?:"(.*)"|“(.*)”|'(.*)')$/;

function wordOf(line: string): string {
  const visible = withoutInvisible(line).trim();
  if (COMMENT.test(visible)) return '';
  const bare = visible.replace(COMMENT_BEHIND, '').replace(SEPARATORS_BEHIND, '');
  const quoted = QUOTED.exec(bare);
  return quoted === null ? bare : (quoted[1] ?? quoted[2] ?? quoted[3] ?? '').trim();
}
