/** Shows the pages of the checker's codes: Markdown with a section per language. */
import { wrap } from '@steward/report';
import type { Locale } from '@steward/text';
import type { TextStream } from '../../output/stream.ts';

const HEADINGS: Record<Locale, RegExp> = { en: /^## English\s*$/m, zh: /^## 中文\s*$/m };
const TITLE = /^# .*$/m;
const NEXT_PART = /^## /m;
const WIDEST = 100;

/** The title and the section in the reader's language; a page without sections is shown whole. */
export function languagePart(page: string, locale: Locale): string {
  const heading = HEADINGS[locale].exec(page);
  if (heading === null) return page;
  const rest = page.slice(heading.index + heading[0].length);
  const end = NEXT_PART.exec(rest)?.index ?? rest.length;
  const title = TITLE.exec(page)?.[0] ?? '';
  return `${title}\n\n${rest.slice(0, end).trim()}\n`;
}

/** Headings and emphasis in bold, code dimmed, paragraphs broken at the terminal's width. */
export function paintPage(page: string, stream: TextStream): string {
  const { palette } = stream;
  const width = Math.min(WIDEST, stream.width);
  let inCode = false;
  const lines = page.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      inCode = !inCode;
      return [];
    }
    if (inCode) return [`    ${palette.cyan(line)}`];
    const heading = /^#+ (.*)$/.exec(line);
    if (heading !== null) return [palette.bold(plain(heading[1] ?? ''))];
    return wrap(line, width).map((part) => part.replace(/\*\*(.+?)\*\*/g, (_, text: string) => palette.bold(text)));
  });
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

const plain = (text: string): string => text.replaceAll('`', '');
