/** Reports categories that can never get a message, because earlier ones take them all. */
import { analyseCategories } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { orderProposal } from '../../policy/proposals.ts';
import { called } from '../../policy/wording.ts';

export const categoryShadowed = definePolicyRule({
  code: 'category-shadowed',
  severity: 'warning',
  title: { en: 'A category that never gets a message', zh: '收不到发言的类别' },
  check(policy, report) {
    for (const { categories } of policy.groups.map(({ content }) => content)) {
      for (const { category, by } of analyseCategories(categories, () => false).shadowed) {
        report({
          at: category,
          message: {
            en: `Only messages that the log labels can be ${called(category).en}: every message that matches it also matches ${called(by).en}, which is written first. Move it up, or narrow ${called(by).en}.`,
            zh: `除非日志自带标签，否则没有发言会归入${called(category).zh}：符合它条件的发言，也都符合写在前面的${called(by).zh}。请把它移到前面，或收窄${called(by).zh}的条件。`,
          },
          proposals: () => {
            const proposal = orderProposal(categories.slice(categories.indexOf(by), categories.indexOf(category) + 1));
            return proposal === null ? [] : [proposal];
          },
        });
      }
    }
  },
});
