/** Every condition can be false as a whole. */
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
  title: { en: 'A condition that is true of everything', zh: '对一切都成立的条件' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const stage = { policy, group, isDraft: isDraft(group) };
      for (const placement of conditionsOf(group)) {
        const { kind, condition } = placement;
        // A comparison that is settled by itself is another finding.
        if ([...leavesOf(condition)].some((leaf) => verdictOf(leaf) !== 'open')) continue;
        const placed = { condition, place: placeOf(kind), timezone: group.timezone };
        if (judge(placed) !== 'always') continue;
        const decisive = decisiveParts(placed, 'always');
        const parts = decisive.map((part) => `\`${conditionText(part, scopeOf(kind))}\``);
        const { en, zh } = list(parts);
        const why =
          parts.length > 1
            ? { en: `one of ${en} always holds`, zh: `${zh}总有一项成立` }
            : { en: `${en} follows from what always holds between its measures`, zh: `${zh}由指标之间必然的关系得出` };
        const log = shownAlways(stage, placement);
        report({
          at: condition,
          message: {
            en: `This is always true: ${why.en}.${log.text.en} Correct a bound or a window, or write \`otherwise\` where it is meant.`,
            zh: `这个条件永远成立：${why.zh}。${log.text.zh}请改正界限或窗口；如果本意就是总成立，请写“其余”。`,
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
