/** Lays out a comparison for terminals and for pull requests. */
import { wrap } from '../layout/width.ts';
import type { Palette } from '../palette.ts';
import { type DiffInput, diffDocument } from './diff-document.ts';

export function diffText(context: DiffInput, { palette, width }: { palette: Palette; width: number }): string {
  const { sides, summary, groups, hidden } = diffDocument(context);
  const lines = [palette.dim(sides), palette.bold(summary)];
  for (const group of groups) {
    lines.push('', palette.bold(group.title));
    for (const { title, items } of group.sections) {
      lines.push(`  ${palette.cyan(title)}`);
      for (const item of items) {
        lines.push(...wrap(item, width - 6).map((line, index) => `${index === 0 ? '    ' : '      '}${line}`));
      }
    }
  }
  if (hidden !== null) lines.push('', palette.dim(hidden));
  return `${lines.join('\n')}\n`;
}

export function diffMarkdown(context: DiffInput): string {
  const { sides, summary, groups, hidden } = diffDocument(context);
  const lines = [`**${plain(summary).replaceAll('\n', '**\n\n**')}**`, '', plain(sides)];
  for (const group of groups) {
    // Keeps a long list from burying the discussion.
    if (groups.length > 1) lines.push('', '<details>', `<summary>${plain(group.title)}</summary>`);
    else lines.push('', `### ${plain(group.title)}`);
    for (const { title, items } of group.sections) {
      lines.push('', `**${plain(title)}**`, '', ...items.map((item) => `- ${plain(item)}`));
    }
    if (groups.length > 1) lines.push('', '</details>');
  }
  if (hidden !== null) lines.push('', plain(hidden));
  return `${lines.join('\n')}\n`;
}

/** Names come from a log and must not become markup: `@` would mention people, `#` link issues. */
function plain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()|~!]/g, '\\$&')
    .replace(/[@#]/g, (mark) => `&#${mark.codePointAt(0)};`)
    .replace(/^(\s*)([-+])/g, '$1\\$2');
}
