/** Small charts for hovers, as data: drawn as images if the client shows them, otherwise as a line of text. */
import { sparkline, strip } from '@steward/report';
import type { LocalDate } from '@steward/time';

export type DayState = 'good' | 'bad' | 'unknown' | 'none';

export type Chart =
  /** A value per day: a curve, or bars for daily counts. */
  | {
      kind: 'curve' | 'bars';
      from: LocalDate;
      to: LocalDate;
      values: readonly (number | null)[];
      /** Drawn as a line, if there is one. */
      bound: number | null;
      /** Days to mark; empty for none. */
      states: readonly DayState[];
      /** The largest value, formatted. */
      top: string;
    }
  /** A verdict per day or period. */
  | { kind: 'strip'; from: LocalDate; to: LocalDate; states: readonly DayState[] };

const MARKS: Record<DayState, string> = { good: '✓', bad: '✗', unknown: '?', none: '·' };
const RANKING: readonly DayState[] = ['bad', 'unknown', 'good', 'none'];
const WIDTH = 40;

/** One line of text. */
export function chartText(chart: Chart): string {
  if (chart.kind === 'strip') return strip(chart.states, WIDTH, RANKING, (state) => MARKS[state]);
  return sparkline(chart.values, WIDTH);
}
