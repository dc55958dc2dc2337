/** Spans of the day: which minutes are covered once, several times, or not at all. */
import type { MinuteOfDay } from '@steward/time';

const DAY: MinuteOfDay = 1_440;

/** `from` is inclusive, `to` exclusive. A span that ends at or before its start runs past midnight. */
export interface Span {
  from: MinuteOfDay;
  to: MinuteOfDay;
}

/** The span within one day: two pieces if it runs past midnight. */
export function pieces({ from, to }: Span): Span[] {
  if (to > from) return [{ from, to }];
  const late = { from, to: DAY };
  return to === 0 ? [late] : [late, { from: 0, to }];
}

/** Times that no span covers, in order. A gap over midnight counts as one. */
export function gaps(spans: readonly Span[]): Span[] {
  const taken = spans.flatMap(pieces).sort((left, right) => left.from - right.from);
  const free: Span[] = [];
  let reached = 0;
  for (const piece of taken) {
    if (piece.from > reached) free.push({ from: reached, to: piece.from });
    reached = Math.max(reached, piece.to);
  }
  if (reached < DAY) free.push({ from: reached, to: DAY });
  return overMidnight(free);
}

function overMidnight(free: Span[]): Span[] {
  const first = free[0];
  const last = free.at(-1);
  if (first === undefined || last === undefined || free.length < 2) return free;
  if (first.from !== 0 || last.to !== DAY) return free;
  return [...free.slice(1, -1), { from: last.from, to: first.to }];
}

/** The common part of both spans: none, one or two pieces. */
export function common(left: Span, right: Span): Span[] {
  const shared = pieces(left).flatMap((one) =>
    pieces(right).flatMap((other) => {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      return from < to ? [{ from, to }] : [];
    }),
  );
  return overMidnight(shared.sort((one, other) => one.from - other.from));
}

/** How many earlier spans to report per span, and how many to keep track of. */
const MOST_PARTNERS = 4;
const MOST_RUNNING = 40;

/** Pairs that share a minute, each once, in order of time. Limited if very many spans overlap at once. */
export function overlaps<S extends Span>(spans: readonly S[]): { left: S; right: S; shared: Span }[] {
  const found = new Map<string, { left: S; right: S; shared: Span }>();
  const starts = spans
    .flatMap((owner, index) => pieces(owner).map((piece) => ({ owner, index, piece })))
    .sort((one, other) => one.piece.from - other.piece.from);
  let running: typeof starts = [];
  for (const start of starts) {
    running = running.filter((earlier) => earlier.piece.to > start.piece.from);
    const partners = running.filter(({ index }) => index !== start.index).slice(0, MOST_PARTNERS);
    for (const earlier of partners) {
      const [first, second] = earlier.index < start.index ? [earlier, start] : [start, earlier];
      const shared = common(first.owner, second.owner)[0];
      if (shared !== undefined) {
        found.set(`${first.index}:${second.index}`, { left: first.owner, right: second.owner, shared });
      }
    }
    if (running.length < MOST_RUNNING) running.push(start);
  }
  return [...found.values()];
}
