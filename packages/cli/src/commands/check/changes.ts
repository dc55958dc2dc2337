/** Changes to a file, as a unified diff for `patch` and `git apply`. */
import { structuredPatch } from 'diff';

const AROUND = 3;
/** Texts with more differing lines are not compared line by line: the time grows with their square. */
const MOST_DIFFERENT = 3_000;

/** @returns lines without a line feed; empty if nothing changes */
export function unifiedDiff(path: string, before: string, after: string): string[] {
  if (before === after) return [];
  const options = { context: AROUND, maxEditLength: MOST_DIFFERENT };
  const patch = structuredPatch(path, path, before, after, undefined, undefined, options);
  const head = [`--- a/${path}`, `+++ b/${path}`];
  if (patch === undefined) return [...head, ...replaced(before, after)];
  return [
    ...head,
    ...patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${start(oldStart, oldLines)},${oldLines} +${start(newStart, newLines)},${newLines} @@`,
      ...lines,
    ]),
  ];
}

/** An empty range is placed after the preceding line. */
function start(line: number, lines: number): number {
  return lines === 0 ? line - 1 : line;
}

/** Replaces the whole text. */
function replaced(before: string, after: string): string[] {
  const old = marked('-', before);
  const fresh = marked('+', after);
  return [
    `@@ -${start(1, old.count)},${old.count} +${start(1, fresh.count)},${fresh.count} @@`,
    ...old.lines,
    ...fresh.lines,
  ];
}

function marked(mark: '-' | '+', text: string): { lines: string[]; count: number } {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const end = text === '' || text.endsWith('\n') ? [] : ['\\ No newline at end of file'];
  return { lines: [...lines.map((line) => mark + line), ...end], count: lines.length };
}
