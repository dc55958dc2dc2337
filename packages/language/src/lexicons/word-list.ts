/**
 * Files of words, one word per line.
 *
 * Silently strips what cannot be part of a word: line endings of any system, byte order marks, invisible characters, surrounding spaces
 * and quotation marks, a trailing comma, comments. Whatever could be meant otherwise is left to `oddities.ts`.
 */

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
/** Control characters except the tab, soft hyphens, zero-width spaces, direction marks, byte order marks. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: we are looking for exactly these
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** Joiners connect the characters beside them, as in family emoji; at the edge of a word they connect nothing. */
const JOINERS_AT_EDGES = /^[\u200C\u200D]+|[\u200C\u200D]+$/g;
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

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '').replace(JOINERS_AT_EDGES, '');
}
