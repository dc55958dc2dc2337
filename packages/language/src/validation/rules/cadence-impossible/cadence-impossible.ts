/** Reports cadences that the declared campaigns are too long to meet. */
import type { CadenceTarget, Campaign } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Period } from '@steward/time';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { minutesOf } from '../../policy/starts.ts';
import { called, list, period, ZH_SIZE } from '../../policy/wording.ts';

const MINUTES_PER_DAY = 1_440;
/** Longest possible length of each period. */
const LENGTH_MINUTES: Readonly<Record<Period, number>> = {
  hour: 60,
  day: MINUTES_PER_DAY,
  week: 7 * MINUTES_PER_DAY,
  month: 31 * MINUTES_PER_DAY,
};

export const cadenceImpossible = definePolicyRule({
  code: 'cadence-impossible',
  severity: 'info',
  title: { en: 'Campaigns too long for the cadence', zh: '活动太长，达不到节奏' },
  judges: 'group',
  check(policy, report) {
    for (const { cadence, campaigns } of policy.groups) {
      for (const target of cadence) {
        const runs = campaigns.filter(({ size }) => size === target.size).map((campaign) => runOf(campaign, target));
        const most = runs.reduce((sum, run) => sum + run.most, 0);
        if (runs.length === 0 || most >= target.count) continue;
        const en = list(runs.map(({ campaign, days }) => `${called(campaign).en} takes ${days.en}`)).en;
        const zh = runs.map(({ campaign, days }) => `${called(campaign).zh}一场要 ${days.zh}`).join('，');
        report({
          at: target,
          message: {
            en: `The cadence is ${target.count} ${target.size} ${period(target.period).en}, but at most ${most} can start in a ${target.period}: ${en}, and a campaign does not start again while it is running. Declare another one, shorten the phases, or lower the cadence.`,
            zh: `节奏是${period(target.period).zh} ${target.count} 次${ZH_SIZE[target.size]}活动，但一个周期内最多只能开始 ${most} 次：${zh}，活动进行期间不会再次开始。请再声明一个活动、缩短各阶段，或降低节奏。`,
          },
        });
      }
    }
  },
});

interface Run {
  campaign: Campaign;
  days: Bilingual;
  /** Maximum number of starts in one period. */
  most: number;
}

function runOf(campaign: Campaign, target: CadenceTarget): Run {
  const minutes = campaign.phases.reduce((sum, phase) => sum + minutesOf(phase.duration), 0);
  // Two starts at the ends of a period are less than one period apart.
  const most = minutes === 0 ? Number.POSITIVE_INFINITY : Math.ceil(LENGTH_MINUTES[target.period] / minutes);
  return { campaign, days: lengthText(minutes), most };
}

function lengthText(minutes: number): Bilingual {
  if (minutes % MINUTES_PER_DAY === 0)
    return { en: `${minutes / MINUTES_PER_DAY}d`, zh: `${minutes / MINUTES_PER_DAY}天` };
  if (minutes % 60 === 0) return { en: `${minutes / 60}h`, zh: `${minutes / 60}小时` };
  return { en: `${minutes}min`, zh: `${minutes}分钟` };
}
