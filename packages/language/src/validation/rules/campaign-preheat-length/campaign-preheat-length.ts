/** Reports preheats shorter than one day or longer than two. */
import { durationText } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { minutesOf } from '../../policy/starts.ts';

const SHORTEST = 24 * 60;
const LONGEST = 48 * 60;

export const campaignPreheatLength = definePolicyRule({
  code: 'campaign-preheat-length',
  severity: 'warning',
  title: { en: 'A preheat too short or too long', zh: '预热期过短或过长' },
  check(policy, report) {
    for (const campaign of policy.groups.flatMap((group) => group.campaigns)) {
      if (campaign.size === 'light') continue;
      for (const phase of campaign.phases) {
        const length = minutesOf(phase.duration);
        if (phase.name !== 'preheat' || (length >= SHORTEST && length <= LONGEST)) continue;
        const short = length < SHORTEST;
        const fit = short ? '1d' : '2d';
        report({
          at: phase,
          part: 'duration',
          message: short
            ? {
                en: `A preheat of ${durationText(phase.duration)} is over before most members have seen it. Give it 1 to 2 days.`,
                zh: `预热只有 ${durationText(phase.duration, 'zh')}，大多数成员还没看到就结束了。请安排 1–2 天。`,
              }
            : {
                en: `After a preheat of ${durationText(phase.duration)}, curiosity is gone by the time the campaign starts. Give it 1 to 2 days.`,
                zh: `预热长达 ${durationText(phase.duration, 'zh')}，到活动开始时新鲜感已经没了。请安排 1–2 天。`,
              },
          fixes: [
            {
              title: { en: `Make it ${fit}`, zh: `改成 ${short ? 1 : 2} 天` },
              edits: [{ at: phase, part: 'duration', newText: fit }],
            },
          ],
        });
      }
    }
  },
});
