/** Where the order of two tiers decides, that is known. */
import { analyseTiers, tierMoves } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal } from '../../policy/proposals.ts';
import { played } from '../../policy/shown.ts';
import { called } from '../../policy/wording.ts';

export const tierOverlap = definePolicyRule({
  code: 'tier-overlap',
  severity: 'info',
  title: { en: 'Two tiers of which the order decides', zh: '由先后顺序决定的层级' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      for (const { first, second, witness } of analyseTiers(policy, group).overlaps) {
        const { text, history, title, expectations } = witness;
        report({
          at: second,
          // Groups that inherit both may each have another example.
          subject: `${first.name} ${second.name}`,
          message: {
            en: `A member may meet both ${called(first).en} and ${called(second).en}, and is in the one written first: ${text.en}. Check that the order is meant.`,
            zh: `成员可能同时符合${called(first).zh}和${called(second).zh}，这时归入写在前面的：${text.zh}。请确认顺序符合本意。`,
          },
          proposals: () => [
            ...tierMoves(group, { kind: 'overlap', first, second }).map((move) => boundProposal(move, 'member')),
            ...played({ policy, group, isDraft: isDraft(group) }, history, title, expectations),
          ],
        });
      }
    }
  },
});
