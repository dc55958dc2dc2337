/** Reports tiers that nobody can be in. */
import type { GroupPolicy, Tier } from '@steward/policy';
import type { TierWitness } from '@steward/proofs';
import { analyseTiers, canStandBefore, tierMoves } from '@steward/proofs';
import type { Bilingual } from '@steward/text';
import type { PolicyProposal } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal, orderProposal } from '../../policy/proposals.ts';
import { replayScenario } from '../../policy/shown.ts';
import { called, list } from '../../policy/wording.ts';

export const tierUnreachable = definePolicyRule({
  code: 'tier-unreachable',
  severity: 'warning',
  title: { en: 'A tier that nobody can be in', zh: '没有人会进入的层级' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const stage = { policy, group, isDraft: isDraft(group) };
      for (const { tier, shadowedBy, witness } of analyseTiers(policy, group).unreachable) {
        // A condition that is never true is reported by `condition-never`.
        if (shadowedBy.length === 0) continue;
        const en = list(shadowedBy.map((earlier) => called(earlier).en)).en;
        const zh = list(shadowedBy.map((earlier) => called(earlier).zh)).zh;
        const seen = seenIn(witness);
        report({
          at: tier,
          message: {
            en: `Nobody can be in ${called(tier).en}: every member who meets its condition is already taken by ${en}.${seen.en} Move it up, or narrow the earlier tiers.`,
            zh: `没有人会进入${called(tier).zh}：符合它的条件的成员都已被前面的${zh}接收。${seen.zh}请把它移到前面，或收窄前面的条件。`,
          },
          proposals: () => [
            ...reordered(group, tier, shadowedBy),
            ...tierMoves(group, { kind: 'unreachable', tier, shadowedBy }).map((move) => boundProposal(move, 'member')),
            ...(witness === null ? [] : replayScenario(stage, witness.history, witness.title, witness.expectations)),
          ],
        });
      }
    }
  },
});

/** Moves the tier before the first one that shadows it, if that causes no other fault. */
function reordered(group: GroupPolicy, tier: Tier, shadowedBy: readonly Tier[]): PolicyProposal[] {
  const [first] = shadowedBy;
  if (first === undefined || !canStandBefore(group, tier, first)) return [];
  const between = group.tiers.slice(group.tiers.indexOf(first), group.tiers.indexOf(tier) + 1);
  const proposal = orderProposal(between);
  return proposal === null ? [] : [proposal];
}

function seenIn(witness: TierWitness | null): Bilingual {
  if (witness === null || witness.tier === null) return { en: '', zh: '' };
  const { text, tier } = witness;
  return { en: ` For example: ${text.en} → \`${tier}\`.`, zh: `例如：${text.zh}，归入 \`${tier}\`。` };
}
