/** Reports conditions that are never true as a whole. */
import { conditionsOf, conditionText, leavesOf } from '@steward/policy';
import { conditionMoves, decisiveParts, judge, placeOf, scopeOf } from '@steward/proofs';
import { verdictOf } from '../../policy/bounds.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal } from '../../policy/proposals.ts';
import { shownNever } from '../../policy/shown.ts';
import { list } from '../../policy/wording.ts';

export const conditionNever = definePolicyRule({
  code: 'condition-never',
  severity: 'warning',
  title: { en: 'A condition that contradicts itself', zh: '自相矛盾的条件' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const stage = { policy, group, isDraft: isDraft(group) };
      for (const placement of conditionsOf(group)) {
        const { kind, condition } = placement;
        // Single comparisons are reported by `condition-constant`.
        if ([...leavesOf(condition)].some((leaf) => verdictOf(leaf) !== 'open')) continue;
        const placed = { condition, place: placeOf(kind), timezone: group.timezone };
        if (judge(placed) !== 'never') continue;
        const decisive = decisiveParts(placed, 'never');
        const parts = decisive.map((part) => `\`${conditionText(part, scopeOf(kind))}\``);
        const { en, zh } = list(parts);
        const why =
          parts.length > 1
            ? { en: `${en} rule each other out`, zh: `${zh}互相排斥` }
            : { en: `${en} contradicts how its measures are related`, zh: `${zh}与指标之间的必然关系矛盾` };
        const log = shownNever(stage, placement, decisive);
        report({
          at: condition,
          message: {
            en: `This can never be true: ${why.en}.${log.text.en} Correct a threshold or a window, or change \`and\` to \`or\`.`,
            zh: `这个条件永远不会成立：${why.zh}。${log.text.zh}请改正阈值或窗口，或把 \`且\` 改为 \`或\`。`,
          },
          proposals: () => [
            ...conditionMoves(placed, 'never', group, condition).map((move) => boundProposal(move, scopeOf(kind))),
            ...log.proposals(),
          ],
        });
      }
    }
  },
});
