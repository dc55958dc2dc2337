/** Changes that settle a diagnostic. */
import type { Fix, TextRange } from './diagnostic.ts';

/** Replaces what stands at `range`. */
export function replaceFix(file: string, range: TextRange, newText: string): Fix {
  return {
    title: { en: `Write \`${newText}\``, zh: `改为 \`${newText}\`` },
    edits: [{ file, startOffset: range.startOffset, endOffset: range.endOffset, newText }],
  };
}

/** Puts `newText` before what stands at `range`. */
export function insertFix(file: string, range: TextRange, newText: string): Fix {
  return {
    title: { en: `Add \`${newText.trim()}\``, zh: `加上 \`${newText.trim()}\`` },
    edits: [{ file, startOffset: range.startOffset, endOffset: range.startOffset, newText }],
  };
}
