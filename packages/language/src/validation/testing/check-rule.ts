/** Runs one rule on one small text: the only place where rule tests touch the checker. */
import { expect } from 'vitest';
import { Checker } from '../../check.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { memoryFileSystem } from '../../workspace/file-system.ts';
import type { Rule } from '../registry.ts';
import { readMarks } from './marks.ts';

const ENTRY = 'main.group';
const checker = new Checker();

type Files = Readonly<Record<string, string>>;

/** Wraps `body` in a group. */
export function group(body: string, kind = 'interest', name = 'G'): string {
  return `group ${name} : ${kind} {\n${body}\n}`;
}

/**
 * Expects findings on exactly the marked ranges, in order, with the given English messages. Each must also have a Chinese message.
 * Rejects a text that has any other error.
 */
export function expectFindings(rule: Rule, marked: string, messages: readonly string[], files: Files = {}): void {
  const { text, ranges } = readMarks(marked);
  const found = findingsOf(rule, text, files);
  expect(found.map(({ message }) => message.en)).toEqual(messages);
  expect(found.map(({ range }) => text.slice(range.startOffset, range.endOffset))).toEqual(
    ranges.map(({ startOffset, endOffset }) => text.slice(startOffset, endOffset)),
  );
  expect(found.map(({ range }) => range.startOffset)).toEqual(ranges.map(({ startOffset }) => startOffset));
  for (const { message } of found) expect(message.zh).toMatch(/[\u4E00-\u9FFF].*[。？]$/s);
}

/** Expects the first fix of the first finding to turn `before` into `after`, on which the rule finds nothing. */
export function expectFixed(rule: Rule, before: string, after: string, files: Files = {}): void {
  const [first] = findingsOf(rule, before, files);
  const [fix] = first?.fixes ?? [];
  expect(fix, 'a finding with a fix').toBeDefined();
  const edits = [...(fix?.edits ?? [])].sort((left, right) => right.startOffset - left.startOffset);
  let fixed = before;
  for (const { startOffset, endOffset, newText } of edits) {
    fixed = fixed.slice(0, startOffset) + newText + fixed.slice(endOffset);
  }
  expect(fixed).toBe(after);
  expect(findingsOf(rule, fixed, files)).toEqual([]);
}

function findingsOf(rule: Rule, text: string, files: Files): Diagnostic[] {
  const { diagnostics } = checker.check([ENTRY], memoryFileSystem({ ...files, [ENTRY]: text }), { rules: [rule] });
  const errors = diagnostics.filter(({ code, severity }) => severity === 'error' && code !== rule.code);
  if (errors.length > 0) {
    const errorLines = errors.map(({ range, message }) => `${range.startLine}:${range.startColumn} ${message.en}`);
    throw new Error(`The text is broken:\n${errorLines.join('\n')}\n${text}`);
  }
  return diagnostics.filter(({ code }) => code === rule.code);
}
