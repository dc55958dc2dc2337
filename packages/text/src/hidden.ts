/** Characters that a reader cannot see or that control the terminal, and where they are kept. */

/**
 * Controls, line and paragraph separators, direction marks, zero-width characters, blanks that pass for names, halves of
 * surrogate pairs. Unicode calls Arabic number signs format characters, but they are visible.
 */
export const HIDDEN =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]/v;

/** Where such characters belong: inside an emoji (families, flags, variants), and between letters that join. */
const KEPT = [
  String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]`,
  String.raw`(?<=[0-9#*])\ufe0f(?=\u20e3)`,
  String.raw`(?<=[\p{Script=Arabic}\p{Script=Syriac}])\u200c(?=[\p{Script=Arabic}\p{Script=Syriac}])`,
  String.raw`(?<=[\p{M}&&[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]])[\u200c\u200d]`,
].join('|');

const HIDDEN_OR_KEPT = new RegExp(`(${KEPT})|${HIDDEN.source}`, 'gv');

/** @param escapeOf gives the replacement for a character that is not kept */
export function replaceHidden(text: string, escapeOf: (character: string) => string): string {
  if (!HIDDEN.test(text)) return text;
  return text.replace(HIDDEN_OR_KEPT, (found: string, kept: string | undefined) => kept ?? escapeOf(found));
}

/** `##[…]`, `##vso[…]`, `##teamcity[…]`: several CI systems take these for commands anywhere in a line. */
export const CI_COMMAND = /##(?=[\w.]*\[)/g;
