/** Reports phases that are written in a different order than they run in. */
import type { Campaign, Phase } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { ZH_PHASE } from '../../policy/wording.ts';

export const campaignPhaseOrder = definePolicyRule({
  code: 'campaign-phase-order',
  severity: 'info',
  title: { en: 'Phases out of order', zh: '阶段顺序不符' },
  check(policy, report) {
    for (const campaign of policy.groups.flatMap((group) => group.campaigns)) {
      const late = outOfOrder(campaign);
      if (late === null) continue;
      report({
        at: late,
        part: 'phase',
        message: {
          en: `\`${late.name}\` is written out of order: phases always run as preheat, burst, sustain, review. Write them in that order.`,
          zh: `“${ZH_PHASE[late.name]}”写的位置与运行顺序不符：阶段总是按预热、爆发、延续、复盘依次进行。请按这个顺序书写。`,
        },
      });
    }
  },
});

/** The first phase, in running order, that is written before its predecessor. */
function outOfOrder({ phases }: Campaign): Phase | null {
  for (const [index, phase] of phases.entries()) {
    const next = phases[index + 1];
    if (next !== undefined && next.range.startOffset < phase.range.startOffset) return phase;
  }
  return null;
}
