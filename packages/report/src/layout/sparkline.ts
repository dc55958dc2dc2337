/** Series drawn in one line of text. A series longer than the line is drawn in buckets of days. */

const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** A day whose value is unknown. */
const GAP = '·';

/** Splits `length` days into at most `width` consecutive stretches of nearly equal length. */
export function buckets(length: number, width: number): { from: number; to: number }[] {
  const count = Math.max(0, Math.min(length, width));
  return Array.from({ length: count }, (_, index) => ({
    from: Math.floor((index * length) / count),
    to: Math.floor(((index + 1) * length) / count),
  }));
}

/**
 * Bars from zero (a negative value draws as zero) to the greatest value; the mean of each bucket's known days.
 * @param values one per day; null = unknown
 */
export function sparkline(values: readonly (number | null)[], width: number): string {
  const means = buckets(values.length, width).map(({ from, to }) => mean(values.slice(from, to)));
  const top = means.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  return means.map((value) => (value === null ? GAP : bar(value, top))).join('');
}

function bar(value: number, top: number): string {
  if (top === 0 || value <= 0) return LEVELS[0];
  const level = Math.min(LEVELS.length - 1, Math.ceil((value / top) * (LEVELS.length - 1)));
  return LEVELS[level] ?? LEVELS[0];
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** One mark per bucket: that of the verdict which comes first in `ranking` among the bucket's days. */
export function strip<Verdict extends string>(
  verdicts: readonly Verdict[],
  width: number,
  ranking: readonly Verdict[],
  mark: (verdict: Verdict) => string,
): string {
  return buckets(verdicts.length, width)
    .map(({ from, to }) => {
      const days = verdicts.slice(from, to);
      const worst = ranking.find((verdict) => days.includes(verdict)) ?? days[0];
      return worst === undefined ? '' : mark(worst);
    })
    .join('');
}
