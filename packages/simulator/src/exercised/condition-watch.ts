/** Records how a condition comes out, and how close the values came to its constants. */

import { boundsIn, type Condition, comparisonText, nodeAt, type Unit } from '@steward/policy';
import { DAY } from '@steward/time';
import { FALSE, TRUE } from '../program/interval.ts';
import { judge, type Measure, measure, type Slots } from '../program/judge.ts';
import type { Test } from '../program/plan.ts';
import type { BoundCoverage } from './coverage.ts';

export interface ConditionWatch {
  true: number;
  false: number;
  unknown: number;
  bounds: BoundCoverage[];
  /** @param times how often it came out this way */
  note(slots: Slots, times: number): void;
}

interface WatchedBound {
  coverage: BoundCoverage;
  value: Measure;
  limit: number;
}

/** How close to its constant a value must be to count as just below or above it, in the unit's scale. */
const NEAR: Record<Unit, (limit: number) => number> = {
  count: () => 1,
  ratio: () => 0.05,
  duration: (limit) => Math.min(DAY, Math.max(1, limit)),
  number: (limit) => Math.max(Math.abs(limit) / 10, 1e-9),
};

/** @param test the compiled `condition`; null if always true */
export function watchCondition(condition: Condition | null, test: Test | null): ConditionWatch {
  const watched = condition === null || test === null ? [] : boundsOf(condition, test);
  const decide = test === null ? null : judge(test);
  const watch: ConditionWatch = {
    true: 0,
    false: 0,
    unknown: 0,
    bounds: watched.map(({ coverage }) => coverage),
    note(slots, times) {
      const truth = decide === null ? TRUE : decide(slots);
      if (truth === TRUE) watch.true += times;
      else if (truth === FALSE) watch.false += times;
      else watch.unknown += times;
      for (const bound of watched) noteValue(bound, slots);
    },
  };
  return watch;
}

function noteValue({ coverage, value, limit }: WatchedBound, slots: Slots): void {
  // For a count that is still running, this is its value so far, which is what a test sees.
  const { lo } = value(slots);
  const seen = Number(lo.n) / Number(lo.d);
  if (!Number.isFinite(seen)) return;
  const near = NEAR[coverage.unit](limit);
  if (seen === limit && coverage.at !== null) coverage.at = true;
  if (seen < limit && seen >= limit - near) coverage.below = true;
  if (seen > limit && seen <= limit + near) coverage.above = true;
}

function boundsOf(condition: Condition, test: Test): WatchedBound[] {
  return boundsIn(condition).flatMap(({ comparison, path, side, measure: { unit }, constant }) => {
    const compiled = nodeAt(test, path);
    if (compiled?.kind !== 'compare') return [];
    const { range } = comparison;
    const text = comparisonText(comparison);
    const at = unit === 'duration' ? null : false;
    return [
      {
        coverage: { text, unit, range, below: false, at, above: false },
        value: measure(side === 'right' ? compiled.left : compiled.right),
        limit: constant.value.numerator / constant.value.denominator,
      },
    ];
  });
}
