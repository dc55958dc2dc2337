/** Reports mixes that require more of a category than its cap allows. */

import type { Cap, Mix } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { percent, period } from '../../policy/wording.ts';

export const mixExceedsCap = definePolicyRule({
  code: 'mix-exceeds-cap',
  severity: 'warning',
  title: { en: 'A mix that exceeds a cap', zh: '配比的目标高于上限' },
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
    en: `This mix asks for ${wanted} \`${cap.category}\` ${period(mix.period).en}, but a cap allows only ${allowed} ${period(cap.period).en}. A group that meets the mix exceeds the cap. Lower the share or raise the cap.`,
    zh: `配比要求${period(mix.period).zh} ${wanted} 的“${cap.category}”，但上限是${period(cap.period).zh} ${allowed}。达成配比就会超过上限。请降低占比或提高上限。`,
  };
}

function value({ share }: { share: Cap['share'] }): number {
  return share.numerator / share.denominator;
}
