/** Reports plans that miss or exceed the cadence. */
import type { CadenceTarget } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Period } from '@steward/time';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { HORIZON_DAYS, type PlannedStart, periodIndex, plannedStarts, wallClock } from '../../policy/starts.ts';
import { period, ZH_SIZE } from '../../policy/wording.ts';

export const cadenceMismatch = definePolicyRule({
  code: 'cadence-mismatch',
  severity: 'warning',
  title: { en: 'Plan misses or exceeds the cadence', zh: '活动计划与节奏不符' },
  judges: 'group',
  check(policy, report) {
    for (const group of policy.groups) {
      if (group.cadence.length === 0) continue;
      const planned = plannedStarts(group.campaigns);
      for (const target of group.cadence) {
        const message = judge(
          target,
          planned.filter(({ campaign }) => campaign.size === target.size),
        );
        if (message !== null) report({ at: target, message });
      }
    }
  },
});

interface Count {
  period: number;
  starts: number;
  first: PlannedStart;
}

function judge(target: CadenceTarget, planned: readonly PlannedStart[]): Bilingual | null {
  const counts = countPeriods(planned, target.period);
  const most = counts.reduce<Count | null>(
    (best, count) => (best === null || count.starts > best.starts ? count : best),
    null,
  );
  if (most === null) return null;
  if (most.starts > target.count) return exceeded(target, most);
  // Dated starts are only those fixed so far; repeated starts are the complete plan.
  if (!planned.some(({ start }) => start.kind !== 'once')) return null;
  const fewest = fewestIn(wholePeriods(planned, target.period), counts);
  return fewest < target.count ? missed(target, fewest) : null;
}

function countPeriods(planned: readonly PlannedStart[], length: Period): Count[] {
  const counts = new Map<number, Count>();
  for (const start of planned) {
    const index = periodIndex(start.at, length);
    const count = counts.get(index);
    if (count === undefined) counts.set(index, { period: index, starts: 1, first: start });
    else count.starts++;
  }
  return [...counts.values()];
}

/** The periods that lie entirely within the stretch on which repeated starts are laid out. */
function wholePeriods(planned: readonly PlannedStart[], length: Period): { from: number; to: number } {
  const repeated = planned.filter(({ start }) => start.kind !== 'once');
  const first = repeated[0]?.at ?? 0;
  // Skipping one period at each end is safe, whichever day the stretch began on.
  const last = repeated.at(-1)?.at ?? first;
  return {
    from: periodIndex(first, length) + 1,
    to: periodIndex(Math.min(last, first + HORIZON_DAYS * 1_440), length) - 1,
  };
}

function fewestIn({ from, to }: { from: number; to: number }, counts: readonly Count[]): number {
  const inside = counts.filter((count) => count.period >= from && count.period <= to);
  if (inside.length < to - from + 1) return 0;
  return Math.min(...inside.map((count) => count.starts));
}

function exceeded(target: CadenceTarget, most: Count): Bilingual {
  const when = wallClock(most.first.at).slice(0, 10);
  return {
    en: `The cadence is ${target.count} ${target.size} ${period(target.period).en}, but ${most.starts} are planned in the ${target.period} of ${when}, which is more than members will put up with. Drop a start, or raise the cadence.`,
    zh: `节奏是${period(target.period).zh} ${target.count} 次${ZH_SIZE[target.size]}活动，但 ${when} 所在的周期计划了 ${most.starts} 次，成员会疲劳。请减少场次，或调高节奏。`,
  };
}

function missed(target: CadenceTarget, fewest: number): Bilingual {
  return {
    en: `The cadence is ${target.count} ${target.size} ${period(target.period).en}, but some periods have only ${fewest} planned. Plan more starts, or lower the cadence.`,
    zh: `节奏是${period(target.period).zh} ${target.count} 次${ZH_SIZE[target.size]}活动，但有的周期只计划了 ${fewest} 次。请增加场次，或调低节奏。`,
  };
}
