/** Small charts for hovers, as data: drawn as a picture where the client shows pictures, else in one line of text. */
import { sparkline, strip } from '@steward/report';
import type { LocalDate } from '@steward/time';

export type DayState = 'good' | 'bad' | 'unknown' | 'none';

export type Chart =
  /** A value a day: a curve, or bars for what is counted anew each day. */
  | {
      kind: 'curve' | 'bars';
      from: LocalDate;
      to: LocalDate;
      values: readonly (number | null)[];
      /** Drawn as a line, where there is one. */
      bound: number | null;
      /** Days to mark; empty for none. */
      states: readonly DayState[];
      /** The greatest value as people read it. */
      top: string;
    }
  /** A verdict a day or a period. */
  | { kind: 'strip'; from: LocalDate; to: LocalDate; states: readonly DayState[] };

const MARKS: Record<DayState, string> = { good: '✓', bad: '✗', unknown: '?', none: '·' };
const RANKING: readonly DayState[] = ['bad', 'unknown', 'good', 'none'];
const WIDTH = 40;

/** One line of text. */
export function chartText(chart: Chart): string {
  if (chart.kind === 'strip') return strip(chart.states, WIDTH, RANKING, (state) => MARKS[state]);
  return sparkline(chart.values, WIDTH);
}
