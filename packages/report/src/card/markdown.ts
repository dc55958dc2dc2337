/** Plain text as Markdown: text from the rules never becomes markup. */
import { visible } from '@steward/text';

export function escaped(text: string): string {
  return (
    visible(text.replace(/\s*\n\s*/g, ' ').trim())
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(/[\\`*_~#|[\]]/g, '\\$&')
      // At the start of a line: lists, quotes, rules and heading underlines.
      .replace(/^([-+=>])/, '\\$1')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      // URLs and @mentions, which some renderers turn into links.
      .replace(/:(?=\/\/)/g, '&#58;')
      .replace(/\b(www)\./gi, '$1&#46;')
      .replaceAll('@', '&#64;')
  );
}

export function bullets(items: readonly string[]): string[] {
  return items.map((item) => `- ${item}`);
}

/** A text of several lines, line by line. */
export function quoted(text: string): string[] {
  const lines = text.trim().split(/\r?\n/);
  // Two trailing spaces keep a line break.
  return lines.map((line, index) => `> ${escaped(line)}${index < lines.length - 1 ? '  ' : ''}`);
}

/** @param rows cells that are already Markdown */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(header), row(header.map(() => '---')), ...rows.map(row)];
}
