/** Reports tiers that a member can fit at once, so that their order decides. */
import { analyseTiers, tierMoves } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal } from '../../policy/proposals.ts';
import { replayScenario } from '../../policy/shown.ts';
import { called } from '../../policy/wording.ts';

export const tierOverlap = definePolicyRule({
  code: 'tier-overlap',
  severity: 'info',
  title: { en: 'Overlapping tiers', zh: '重叠的层级' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      for (const { first, second, witness } of analyseTiers(policy, group).overlaps) {
        const { text, history, title, expectations } = witness;
        report({
          at: second,
          // Groups that inherit both tiers may have different examples.
          subject: `${first.name} ${second.name}`,
          message: {
            en: `A member can fit both ${called(first).en} and ${called(second).en}, and is then in the one written first: ${text.en}. Check that this order is what you want.`,
            zh: `成员可能同时符合${called(first).zh}和${called(second).zh}，这时归入写在前面的：${text.zh}。请确认顺序符合本意。`,
          },
          proposals: () => [
            ...tierMoves(group, { kind: 'overlap', first, second }).map((move) => boundProposal(move, 'member')),
            ...replayScenario({ policy, group, isDraft: isDraft(group) }, history, title, expectations),
          ],
        });
      }
    }
  },
});
