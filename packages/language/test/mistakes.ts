/** Runs rules that contain a mistake through the checker. */
import { expect } from 'vitest';
import { Checker } from '../src/check.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { memoryFileSystem } from '../src/workspace/file-system.ts';

export interface Mistake {
  written: string;
  /** Codes of all errors. */
  codes: readonly string[];
  /** The text at the first finding. */
  at?: string;
  en: string;
  zh?: string;
  /** The text after the first fix of the first finding; null if there is none. */
  fixed: string | null;
  files?: Readonly<Record<string, string>>;
}

const checker = new Checker();

export function errorsOf(text: string, files: Readonly<Record<string, string>> = {}): Diagnostic[] {
  const { diagnostics } = checker.check(['main.group'], memoryFileSystem({ ...files, 'main.group': text }), {
    rules: [],
  });
  return diagnostics.filter(({ severity }) => severity === 'error');
}

export function apply(text: string, { fixes }: Diagnostic, index = 0): string {
  const edits = [...(fixes[index]?.edits ?? [])].sort((left, right) => right.startOffset - left.startOffset);
  return edits.reduce(
    (result, { startOffset, endOffset, newText }) => result.slice(0, startOffset) + newText + result.slice(endOffset),
    text,
  );
}

export const group = (body: string): string => `role m members "A" group G : service { ${body} }`;
export const tier = (condition: string): string => group(`tier A { when ${condition} }`);
export const risk = (rest: string): string => group(`risk R { when complaints in 1d >= 3 ${rest} }`);
export const campaign = (starts: string): string => group(`campaign C light { burst 1h starts ${starts} }`);
export const content = (body: string): string => group(`content { category a when text contains "x" ${body} }`);
export const scenario = (body: string): string =>
  `group G : service { tier A { otherwise } } scenario "s" for G { ${body} }`;

/** The finding of a row is the only one, says what it should, and its fix leaves what it should, without another error. */
export function expectMistake({ written, codes, at, en, zh, fixed, files }: Mistake): void {
  const found = errorsOf(written, files);
  expect(found.map(({ code }) => code)).toEqual(codes);
  const [first] = found as [Diagnostic];
  expect(first.message.en).toContain(en);
  expect(first.message.zh).toContain(zh ?? '');
  if (at !== undefined) expect(written.slice(first.range.startOffset, first.range.endOffset)).toBe(at);
  if (fixed === null) {
    expect(first.fixes).toEqual([]);
    return;
  }
  const result = apply(written, first);
  expect(result.replace(/\s+/g, ' ')).toBe(fixed.replace(/\s+/g, ' '));
  expect(errorsOf(result, files).map(({ message }) => message.en)).toEqual([]);
}
