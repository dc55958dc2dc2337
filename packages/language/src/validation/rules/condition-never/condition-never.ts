/** Reports conditions that are never true as a whole. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { settledConditions } from '../../policy/settled-conditions.ts';
import { demonstrateNever } from '../../policy/shown.ts';

export const conditionNever = definePolicyRule({
  code: 'condition-never',
  severity: 'warning',
  title: { en: 'A condition that contradicts itself', zh: '自相矛盾的条件' },
  check(policy, report, { isDraft }) {
    for (const { stage, clause, decisive, named, proposals } of settledConditions(policy, 'never', isDraft)) {
      const why =
        decisive.length > 1
          ? { en: `${named.en} rule each other out`, zh: `${named.zh}互相排斥` }
          : { en: `${named.en} contradicts how its measures are related`, zh: `${named.zh}与指标之间的必然关系矛盾` };
      const log = demonstrateNever(stage, clause, decisive);
      report({
        at: clause.condition,
        message: {
          en: `This can never be true: ${why.en}.${log.text.en} Correct a threshold or a window, or change \`and\` to \`or\`.`,
          zh: `这个条件永远不会成立：${why.zh}。${log.text.zh}请改正阈值或窗口，或把 \`且\` 改为 \`或\`。`,
        },
        proposals: () => [...proposals(), ...log.proposals()],
      });
    }
  },
});
