/** Reports tiers after the one that takes everyone. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { orderProposal } from '../../policy/proposals.ts';
import { called } from '../../policy/wording.ts';

export const tierAfterOtherwise = definePolicyRule({
  code: 'tier-after-otherwise',
  severity: 'warning',
  title: { en: 'A tier after `otherwise`', zh: '写在“其余”之后的层级' },
  check(policy, report) {
    for (const { tiers } of policy.groups) {
      const rest = tiers.findIndex((tier) => tier.when === null);
      const catchAll = tiers[rest];
      if (catchAll === undefined) continue;
      for (const tier of tiers.slice(rest + 1)) {
        report({
          at: tier,
          message: {
            en: `Nobody can be in ${called(tier).en}: tiers are tried in the order written, and ${called(catchAll).en} (\`otherwise\`) before it takes everyone. Move it up.`,
            zh: `没有人会进入${called(tier).zh}：层级按书写顺序判断，前面的${called(catchAll).zh}（\`其余\`）已经接收了所有人。请把它移到前面。`,
          },
          proposals: () => {
            const proposal = orderProposal(tiers.slice(rest, tiers.indexOf(tier) + 1));
            return proposal === null ? [] : [proposal];
          },
        });
      }
    }
  },
});
