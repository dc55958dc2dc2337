/**
 * Reads full-width forms typed with a Chinese input method (`２００`, `＞＝`, `｛`) as their half-width counterparts.
 *
 * - The text keeps its length, so offsets stay valid.
 * - Strings, comments and patterns belong to the writer and stay unchanged.
 */
import { halfWidthOf } from '@steward/text';
import { GroupRulesTerminals } from '../generated/ast.ts';

/** Excludes quotes and the tilde, which are slips of their own: their half-width counterparts mean something else or nothing. */
const FORM = /[\uFE50-\uFE6B\uFF01\uFF03-\uFF06\uFF08-\uFF5D]/;
const FORMS = new RegExp(FORM.source, 'g');

/** A string opened by a full-width or Chinese quote. Title marks enclose words; before a space or number they compare. */
export const FULL_WIDTH_STRING =
  /[“”„‟＂「『«»‹›〝](?:\\.|[^“”„‟＂「」『』«»‹›〝〞\\\n\r])*[“”‟＂」』«»‹›〞]|《(?![\s\d])[^《》\d\n\r]*》/;
export const SINGLE_QUOTED = /['‘’＇`´](?:\\.|[^'‘’＇`´\\\n\r])*['‘’＇`´]/;
const LINE_COMMENT = /[/／]{2}[^\n\r]*/;
const BLOCK_COMMENT = /\/\*[\s\S]*?\*\/|(?:／[*＊]|\/＊)[\s\S]*?[*＊][/／]/;
const PATTERN = new RegExp(`(?:matches|匹配|nickname|昵称)\\s*${GroupRulesTerminals.REGEX.source}`);

const WRITERS_OWN_OR_FORM = new RegExp(
  [
    GroupRulesTerminals.STRING,
    /"(?:\\.|[^"\\\n\r])*/,
    LINE_COMMENT,
    BLOCK_COMMENT,
    FULL_WIDTH_STRING,
    SINGLE_QUOTED,
    PATTERN,
    FORM,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'g',
);

/** @returns a text of the same length */
export function halfWidth(text: string): string {
  if (!FORM.test(text)) return text;
  return text.replace(WRITERS_OWN_OR_FORM, (found) => {
    if (found.length === 1) return halfWidthOf(found);
    return /^[/／][/／*＊]/.test(found) ? halfWidthComment(found) : found;
  });
}

/** Converts the markers that open and close a comment. */
export function halfWidthComment(comment: string): string {
  const open = allHalfWidth(comment.slice(0, 2));
  return open === '//' ? open + comment.slice(2) : `/*${comment.slice(2, -2)}*/`;
}

/** Converts the slashes of a pattern and its flags. */
export function halfWidthPattern(pattern: string): string {
  const end = Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('／'));
  return allHalfWidth(pattern.slice(0, 1)) + pattern.slice(1, end) + allHalfWidth(pattern.slice(end));
}

function allHalfWidth(text: string): string {
  return text.replace(FORMS, halfWidthOf);
}

/** Whether a text contains full-width letters or digits; otherwise its full-width forms are punctuation only. */
export function hasFullWidthWord(text: string): boolean {
  return /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF3F]/.test(text);
}
