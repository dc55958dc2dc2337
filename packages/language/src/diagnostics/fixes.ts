/** Common fixes. */
import type { Fix, TextRange } from './diagnostic.ts';

type Stretch = Pick<TextRange, 'startOffset' | 'endOffset'>;

/** Replaces the text at `range`. */
export function replaceFix(file: string, range: Stretch, newText: string): Fix {
  return {
    title: { en: `Write \`${newText}\``, zh: `改为 \`${newText}\`` },
    edits: [{ file, startOffset: range.startOffset, endOffset: range.endOffset, newText }],
  };
}

/** Inserts `newText` before `range`. */
export function insertFix(file: string, range: TextRange, newText: string): Fix {
  return {
    title: { en: `Add \`${newText.trim()}\``, zh: `加上 \`${newText.trim()}\`` },
    edits: [{ file, startOffset: range.startOffset, endOffset: range.startOffset, newText }],
  };
}

/** Removes the text at `range`. */
export function removeFix(file: string, { startOffset, endOffset }: TextRange): Fix {
  return { title: { en: 'Remove it', zh: '删除' }, edits: [{ file, startOffset, endOffset, newText: '' }] };
}
