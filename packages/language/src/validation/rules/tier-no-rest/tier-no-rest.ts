/** Reports groups without a tier for members who fit no other. */
import { analyseTiers } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const tierNoRest = definePolicyRule({
  code: 'tier-no-rest',
  severity: 'info',
  title: { en: 'No tier for the rest', zh: '没有兜底的层级' },
  judges: 'group',
  check(policy, report) {
    for (const group of policy.groups) {
      const last = group.tiers.at(-1);
      // If we can prove that a member fits no tier, `tier-gap` reports it; if every member fits one, nothing is missing.
      if (last === undefined || analyseTiers(policy, group).gap.kind !== 'undecided') continue;
      report({
        at: last,
        message: {
          en: 'No tier takes the members who fit none of the others, so they are reported as `outside`. Add a last tier for them: `tier Regular { otherwise }`.',
          zh: '没有层级接收不符合任何条件的成员，他们会显示为“层级之外”。请在最后加一个：`层级 普通用户 { 其余 }`。',
        },
        fixes: [
          {
            title: { en: 'Add a tier for the rest', zh: '加上兜底的层级' },
            edits: [
              {
                at: last,
                part: 'whole',
                side: 'after',
                newText: { en: '\n  tier Regular { otherwise }', zh: '\n  层级 普通用户 { 其余 }' },
              },
            ],
          },
        ],
      });
    }
  },
});
