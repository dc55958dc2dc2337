/** Reports conditions that are always true as a whole. */
import { conditionsOf, conditionText, leavesOf } from '@steward/policy';
import { conditionMoves, decisiveParts, judge, placeOf, scopeOf } from '@steward/proofs';
import { verdictOf } from '../../policy/bounds.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal } from '../../policy/proposals.ts';
import { shownAlways } from '../../policy/shown.ts';
import { list } from '../../policy/wording.ts';

export const conditionAlways = definePolicyRule({
  code: 'condition-always',
  severity: 'warning',
  title: { en: 'A condition that is always true', zh: '永远成立的条件' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const stage = { policy, group, isDraft: isDraft(group) };
      for (const placement of conditionsOf(group)) {
        const { kind, condition } = placement;
        // Single comparisons are reported by `condition-constant`.
        if ([...leavesOf(condition)].some((leaf) => verdictOf(leaf) !== 'open')) continue;
        const placed = { condition, place: placeOf(kind), timezone: group.timezone };
        if (judge(placed) !== 'always') continue;
        const decisive = decisiveParts(placed, 'always');
        const parts = decisive.map((part) => `\`${conditionText(part, scopeOf(kind))}\``);
        const { en, zh } = list(parts);
        const why =
          parts.length > 1
            ? { en: `at least one of ${en} always holds`, zh: `${zh}总有一项成立` }
            : { en: `${en} follows from how its measures are related`, zh: `${zh}由指标之间的必然关系就能推出` };
        const log = shownAlways(stage, placement);
        report({
          at: condition,
          message: {
            en: `This is always true: ${why.en}.${log.text.en} Correct a threshold or a window. If it is meant to be always true, write \`otherwise\`.`,
            zh: `这个条件永远成立：${why.zh}。${log.text.zh}请改正阈值或窗口；如果本意就是始终成立，请写 \`其余\`。`,
          },
          proposals: () => [
            ...conditionMoves(placed, 'always', group, condition).map((move) => boundProposal(move, scopeOf(kind))),
            ...log.proposals(),
          ],
        });
      }
    }
  },
});
