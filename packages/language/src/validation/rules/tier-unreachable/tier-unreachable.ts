/** Every tier can take somebody whom the tiers before it leave. */
import { analyseTiers } from '../../../analysis/proofs/tier-analysis.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called, list } from '../../policy/wording.ts';

export const tierUnreachable = definePolicyRule({
  code: 'tier-unreachable',
  severity: 'warning',
  title: { en: 'A tier that nobody can be in', zh: '没有人会进入的层级' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { tier, shadowedBy } of analyseTiers(policy, group).unreachable) {
        // A condition that is never true by itself is another finding.
        if (shadowedBy.length === 0) continue;
        const en = list(shadowedBy.map((earlier) => called(earlier).en)).en;
        const zh = list(shadowedBy.map((earlier) => called(earlier).zh)).zh;
        report({
          at: tier,
          message: {
            en: `Nobody can be in ${called(tier).en}: whoever meets its condition is taken before by ${en}. Write it above, or narrow what stands before it.`,
            zh: `没有人会进入${called(tier).zh}:符合它的条件的成员都已被前面的${zh}接收。请把它移到前面,或收窄前面的条件。`,
          },
        });
      }
    }
  },
});
