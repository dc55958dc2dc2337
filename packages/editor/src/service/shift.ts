/** Moves results along with the lines of an edited text. */
import type { LineResult } from '../protocol.ts';

/** @returns the results on lines that the edit did not touch, at their new lines */
export function shifted(lines: readonly LineResult[], before: string, after: string): LineResult[] {
  if (before === after) return [...lines];
  const { kept, moved, delta } = lineChange(before, after);
  return lines.flatMap((result) => {
    // A result stays with the line of its clause's name even if that line was edited: it is stale, not gone.
    if (result.line < kept || (delta === 0 && result.line < moved)) return [result];
    if (result.line >= moved) return [movedBy(result, delta)];
    return [];
  });
}

/** `kept`: lines before the edit. `moved`: first old line after it, now `delta` lines further down. */
function lineChange(before: string, after: string): { kept: number; moved: number; delta: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1;
  }
  // A pure insertion or deletion can be placed in several equivalent ways; prefers the start of a line.
  const longer = after.length > before.length ? after : before;
  const isAlone = start + end === most;
  while (isAlone && !beginsLine(before, start) && longer[longer.length - 1 - end] === before[start - 1]) {
    start -= 1;
    end += 1;
  }
  const first = breaks(before, 0, start);
  const inOld = breaks(before, start, before.length - end);
  const inNew = breaks(after, start, after.length - end);
  // If the edit ends at the start of a line, that line is intact.
  const whole = beginsLine(before, before.length - end) && beginsLine(after, after.length - end);
  return { kept: first, moved: first + inOld + (whole ? 0 : 1), delta: inNew - inOld };
}

function beginsLine(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n';
}

function breaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function movedBy(result: LineResult, delta: number): LineResult {
  if (delta === 0) return result;
  const { range, line } = result;
  const down = ({ line: at, character }: { line: number; character: number }) => ({ line: at + delta, character });
  return { ...result, line: line + delta, range: { start: down(range.start), end: down(range.end) } };
}
