/** Reports bursts longer than a day. */
import { durationText } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { minutesOf } from '../../policy/starts.ts';

const LONGEST = 24 * 60;

export const campaignBurstLength = definePolicyRule({
  code: 'campaign-burst-length',
  severity: 'warning',
  title: { en: 'A burst longer than a day', zh: '爆发期超过一天' },
  check(policy, report) {
    for (const phase of policy.groups.flatMap((group) => group.campaigns).flatMap((campaign) => campaign.phases)) {
      if (phase.name !== 'burst' || minutesOf(phase.duration) <= LONGEST) continue;
      report({
        at: phase,
        part: 'duration',
        message: {
          en: `A burst of ${durationText(phase.duration)} is too long: without an end in sight, members have no reason to act now. Keep it within 24h and continue with \`sustain\`.`,
          zh: `爆发期长达 ${durationText(phase.duration, 'zh')}：没有临近的截止时间，成员就没有动力马上参与。请控制在 24 小时内，之后交给 \`延续\`。`,
        },
        fixes: [
          {
            title: { en: 'Make it 24h', zh: '改成 24 小时' },
            edits: [{ at: phase, part: 'duration', newText: '24h' }],
          },
        ],
      });
    }
  },
});
