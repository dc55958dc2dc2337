/** Reports planned slots and bursts at times when nobody is on duty. */
import type { Campaign, CampaignStart, GroupPolicy } from '@steward/policy';
import { clockText, type MinuteOfDay } from '@steward/time';
import { common, gaps, pieces, type Span } from '../../policy/day.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { minuteOf, minutesOf } from '../../policy/starts.ts';
import { called, span } from '../../policy/wording.ts';

const MINUTES_PER_DAY = 1_440;

export const dutyMissesPlan = definePolicyRule({
  code: 'duty-misses-plan',
  severity: 'warning',
  title: { en: 'Nobody on duty at a planned time', zh: '计划的时间无人值班' },
  judges: 'absence',
  check(policy, report) {
    for (const group of policy.groups) {
      if (group.duty.length === 0) continue;
      const free = gaps(group.duty);
      for (const slot of group.content.slots) {
        const gap = free.find((candidate) => contains(candidate, slot));
        if (gap === undefined) continue;
        report({
          at: slot,
          message: {
            en: `The slot "${slot.label}" is due ${span(slot.from, slot.to)}, but nobody is on duty ${span(gap.from, gap.to)} to post it. Extend a shift, or move the slot.`,
            zh: `时段“${slot.label}”在 ${span(slot.from, slot.to)}，但 ${span(gap.from, gap.to)} 无人值班，没有人发布。请延长班次，或调整时段。`,
          },
        });
      }
      for (const { campaign, start, at, before } of bursts(group)) {
        const gap = free.find((candidate) => pieces(candidate).some(({ from, to }) => from <= at && at < to));
        if (gap === undefined) continue;
        const wait =
          before === 0
            ? { en: '', zh: '' }
            : { en: `, ${hours(before)}h after its start`, zh: `（开始后 ${hours(before)}小时）` };
        report({
          at: start,
          message: {
            en: `The burst of ${called(campaign).en} starts at ${clockText(at)}${wait.en}, but nobody is on duty ${span(gap.from, gap.to)}. Extend a shift, or start at another time.`,
            zh: `${called(campaign).zh}的爆发期在 ${clockText(at)} 开始${wait.zh}，但 ${span(gap.from, gap.to)} 无人值班。请延长班次，或改个时间开始。`,
          },
        });
      }
    }
  },
});

function contains(gap: Span, inner: Span): boolean {
  const length = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const shared = common(gap, inner).flatMap(pieces);
  return length(shared) === length(pieces(inner));
}

interface Burst {
  campaign: Campaign;
  start: CampaignStart;
  at: MinuteOfDay;
  /** Total length of the phases before it, in minutes. */
  before: number;
}

/** Times of day when bursts begin, one per start rule. */
function bursts({ campaigns }: GroupPolicy): Burst[] {
  return campaigns.flatMap((campaign) => {
    const burst = campaign.phases.findIndex(({ name }) => name === 'burst');
    if (burst === -1) return [];
    const before = campaign.phases.slice(0, burst).reduce((sum, phase) => sum + minutesOf(phase.duration), 0);
    return campaign.starts.flatMap((start) => {
      const [time] = start.kind === 'once' ? [minuteOf(start.at)] : start.times;
      return time === undefined ? [] : [{ campaign, start, at: (time + before) % MINUTES_PER_DAY, before }];
    });
  });
}

function hours(minutes: number): number {
  return Math.round((minutes / 60) * 10) / 10;
}
