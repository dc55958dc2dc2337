/** Reports health dimensions without a goal. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called } from '../../policy/wording.ts';

export const healthWithoutGoal = definePolicyRule({
  code: 'health-without-goal',
  severity: 'warning',
  title: { en: 'A health dimension without a goal', zh: '健康维度没有达标条件' },
  judges: 'absence',
  check(policy, report) {
    for (const dimension of policy.groups.flatMap((group) => group.health)) {
      if (dimension.goals.length > 0) continue;
      const responses = dimension.responses.length > 0;
      report({
        at: dimension,
        message: {
          en: `${called(dimension).en} does not say what healthy means, so it is never in breach${responses ? ' and its responses never run' : ''}. Add \`healthy when …\`.`,
          zh: `${called(dimension).zh}没有写明怎样算健康，永远不会失守${responses ? '，应对动作也不会执行' : ''}。请加上 \`达标 当 …\`。`,
        },
      });
    }
  },
});
