/** Rules with a mistake in them, and what the checker makes of it. */
import { Checker } from '../src/check.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { memoryFileSystem } from '../src/workspace/file-system.ts';

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
