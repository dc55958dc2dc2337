/** What a mix wants of a category is within the cap on it. */

import type { Cap, Mix } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { percent, period } from '../../policy/wording.ts';

export const mixExceedsCap = definePolicyRule({
  code: 'mix-exceeds-cap',
  severity: 'warning',
  title: { en: 'A mix wants more of a category than its cap allows', zh: '配比的目标高于上限' },
  check(policy, report) {
    for (const { content } of policy.groups) {
      for (const cap of content.caps) {
        for (const mix of content.mixes) {
          const share = mix.shares.find((candidate) => candidate.category === cap.category);
          if (share === undefined || value(share) <= value(cap)) continue;
          report({
            at: share,
            message: messageOf(cap, mix, share),
            fixes: [
              {
                title: { en: `Raise the cap to ${percent(share.share)}`, zh: `把上限提高到 ${percent(share.share)}` },
                edits: [{ at: cap, part: 'percent', newText: percent(share.share) }],
              },
            ],
          });
        }
      }
    }
  },
});

function messageOf(cap: Cap, mix: Mix, share: Mix['shares'][number]): Bilingual {
  const wanted = percent(share.share);
  const allowed = percent(cap.share);
  return {
    en: `This mix wants ${wanted} \`${cap.category}\` ${period(mix.period).en}, and a cap allows ${allowed} ${period(cap.period).en}. A group that meets the mix breaks the cap. Lower the share or raise the cap.`,
    zh: `配比要求${period(mix.period).zh} ${wanted} 的“${cap.category}”，而上限是${period(cap.period).zh} ${allowed}。达成配比就会超过上限。请降低占比或提高上限。`,
  };
}

function value({ share }: { share: Cap['share'] }): number {
  return share.numerator / share.denominator;
}
