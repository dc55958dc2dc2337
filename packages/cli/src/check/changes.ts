/** What would change in a file, as a unified diff that `patch` and `git apply` take. */

interface Line {
  mark: ' ' | '-' | '+';
  text: string;
}

const AROUND = 3;
const NO_FEED = '\\ No newline at end of file';

/** @returns lines without a line feed; none where nothing changes */
export function unifiedDiff(path: string, before: string, after: string): string[] {
  if (before === after) return [];
  const lines = compared(linesOf(before), linesOf(after));
  const hunks = hunksOf(lines);
  return [`--- a/${path}`, `+++ b/${path}`, ...hunks.flatMap((hunk) => hunkLines(lines, hunk))];
}

/** Lines with the feed that ends them, so that a last one without it is another. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** By the longest common subsequence of what lies between the first change and the last. */
function compared(before: readonly string[], after: readonly string[]): Line[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (text: string): Line => ({ mark: ' ', text });
  return [
    ...before.slice(0, head).map(same),
    ...between(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

function between(before: readonly string[], after: readonly string[]): Line[] {
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: Line[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const old = before[row];
    const fresh = after[column];
    if (old !== undefined && old === fresh) {
      lines.push({ mark: ' ', text: old });
      row++;
      column++;
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ mark: '-', text: old });
      row++;
    } else {
      lines.push({ mark: '+', text: fresh ?? '' });
      column++;
    }
  }
  return lines;
}

interface Hunk {
  from: number;
  to: number;
}

/** Changes with their surroundings; those that meet are one. */
function hunksOf(lines: readonly Line[]): Hunk[] {
  const hunks: Hunk[] = [];
  lines.forEach(({ mark }, index) => {
    if (mark === ' ') return;
    const from = Math.max(0, index - AROUND);
    const to = Math.min(lines.length, index + AROUND + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  });
  return hunks;
}

function hunkLines(lines: readonly Line[], { from, to }: Hunk): string[] {
  const earlier = lines.slice(0, from);
  const own = lines.slice(from, to);
  const old = own.filter(({ mark }) => mark !== '+').length;
  const fresh = own.filter(({ mark }) => mark !== '-').length;
  const start = (count: number, skipped: '-' | '+'): number =>
    earlier.filter(({ mark }) => mark !== skipped).length + (count === 0 ? 0 : 1);
  return [
    `@@ -${start(old, '+')},${old} +${start(fresh, '-')},${fresh} @@`,
    ...own.flatMap(({ mark, text }) => (text.endsWith('\n') ? [mark + text.slice(0, -1)] : [mark + text, NO_FEED])),
  ];
}
