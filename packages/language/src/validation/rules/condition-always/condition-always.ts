/** Reports conditions that are always true as a whole. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { settledConditions } from '../../policy/settled-conditions.ts';
import { demonstrateAlways } from '../../policy/shown.ts';

export const conditionAlways = definePolicyRule({
  code: 'condition-always',
  severity: 'warning',
  title: { en: 'A condition that is always true', zh: '永远成立的条件' },
  check(policy, report, { isDraft }) {
    for (const { stage, clause, decisive, named, proposals } of settledConditions(policy, 'always', isDraft)) {
      const why =
        decisive.length > 1
          ? { en: `at least one of ${named.en} always holds`, zh: `${named.zh}总有一项成立` }
          : {
              en: `${named.en} follows from how its measures are related`,
              zh: `${named.zh}由指标之间的必然关系就能推出`,
            };
      const log = demonstrateAlways(stage, clause);
      report({
        at: clause.condition,
        message: {
          en: `This is always true: ${why.en}.${log.text.en} Correct a threshold or a window. If it is meant to be always true, write \`otherwise\`.`,
          zh: `这个条件永远成立：${why.zh}。${log.text.zh}请改正阈值或窗口；如果本意就是始终成立，请写 \`其余\`。`,
        },
        proposals: () => [...proposals(), ...log.proposals()],
      });
    }
  },
});
