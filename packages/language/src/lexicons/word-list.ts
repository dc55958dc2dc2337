/**
 * Files of words: one word a line.
 *
 * What cannot be part of a word is taken away without a remark: ends of lines of any system, byte order marks, invisible characters,
 * blanks and quotation marks around it, a comma at its end, comments. What may be meant otherwise is for `oddities.ts` to say.
 */

export interface ListedWord {
  word: string;
  /** From 1. */
  line: number;
}

export function wordsInList(text: string): ListedWord[] {
  return text
    .split(LINE_END)
    .map((line, index) => ({ word: wordOf(line), line: index + 1 }))
    .filter(({ word }) => word !== '');
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Control characters but the tab, soft hyphens, zero-width spaces, marks of direction, byte order marks. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** They join the characters beside them, as in emoji of families; at the edge of a word there is nothing to join. */
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
