/** Test texts with marks: `<|` and `|>` around each expected place. */

import type { Locale } from '@steward/text';
import { Checker } from '../check.ts';
import type { CheckResult } from '../check-result.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Rule } from '../validation/registry.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { memoryFileSystem } from '../workspace/file-system.ts';

export interface MarkedText {
  text: string;
  /** Offsets in `text`, end exclusive, in the order in which they open. */
  ranges: readonly (readonly [start: number, end: number])[];
}

function readMarks(marked: string): MarkedText {
  let text = '';
  const ranges: [number, number][] = [];
  const open: [number, number][] = [];
  for (const part of marked.split(/(<\||\|>)/)) {
    if (part === '<|') {
      const range: [number, number] = [text.length, text.length];
      ranges.push(range);
      open.push(range);
    } else if (part === '|>') {
      const range = open.pop();
      if (range === undefined) throw new Error('A mark is closed that was not opened');
      range[1] = text.length;
    } else {
      text += part;
    }
  }
  if (open.length > 0) throw new Error('A mark is not closed');
  return { text, ranges };
}

const checker = new Checker();

/** Checks `main.group` together with other files, without rules. */
export function diagnose(text: string, others: Readonly<Record<string, string>> = {}): readonly Diagnostic[] {
  return checkFiles({ 'main.group': text, ...others }).diagnostics;
}

export function checkFiles(files: Readonly<Record<string, string>>, rules: readonly Rule[] = []): CheckResult {
  return checker.check(['main.group'], memoryFileSystem(files), { rules });
}

export function translateFile(text: string, to: Locale, others: Readonly<Record<string, string>> = {}): string {
  const fileSystem: FileSystem = memoryFileSystem({ 'main.group': text, ...others });
  return checker.translate('main.group', to, fileSystem);
}

/** The findings as `code: message`, and their places as the marked text. */
export interface FoundMarks {
  messages: readonly string[];
  marked: string;
}

/** Checks a marked text and puts marks around the findings, to compare with the original. */
export function findIn(
  marked: string,
  locale: Locale = 'en',
  others: Readonly<Record<string, string>> = {},
): FoundMarks {
  const { text } = readMarks(marked);
  const found = diagnose(text, others).filter((diagnostic) => diagnostic.file === 'main.group');
  const places = found.map(({ range }) => [range.startOffset, range.endOffset] as const);
  const inserts = places.flatMap(([start, end]) => [
    { at: start, text: '<|', order: 1 },
    { at: end, text: '|>', order: start === end ? 2 : 0 },
  ]);
  inserts.sort((left, right) => left.at - right.at || left.order - right.order);
  let result = '';
  let last = 0;
  for (const insert of inserts) {
    result += text.slice(last, insert.at) + insert.text;
    last = insert.at;
  }
  return {
    messages: found.map(({ code, message }) => `${code}: ${message[locale]}`),
    marked: result + text.slice(last),
  };
}
