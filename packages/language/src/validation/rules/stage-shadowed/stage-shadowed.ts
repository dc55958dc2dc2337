/** Reports stages that never begin because earlier stages are always true with them. */
import type { GroupPolicy, Stage } from '@steward/policy';
import { shapeKey } from '@steward/policy';
import { analyseStages, canStageStandBefore, stageAt, stageMoves } from '@steward/proofs';
import type { PolicyProposal } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal, orderProposal } from '../../policy/proposals.ts';
import { type DemonstrationRequest, demonstrate } from '../../policy/shown.ts';
import { called, list } from '../../policy/wording.ts';

export const stageShadowed = definePolicyRule({
  code: 'stage-shadowed',
  severity: 'warning',
  title: { en: 'A stage that earlier stages always preempt', zh: '总被前面的阶段抢先的阶段' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      for (const { stage, shadowedBy } of analyseStages(group).shadowed) {
        // A stage without a condition before all others is reported by `stage-never-left`.
        if (shadowedBy.some(({ when }) => when === null)) continue;
        const log = demonstrate({ policy, group, isDraft: isDraft(group) }, showingOf(group, stage, shadowedBy));
        const en = list(shadowedBy.map((earlier) => called(earlier).en)).en;
        const zh = list(shadowedBy.map((earlier) => called(earlier).zh)).zh;
        const holds = shadowedBy.length === 1 ? `${en} is true too` : `one of ${en} is true too`;
        report({
          at: stage,
          message: {
            en: `The group can never be in ${called(stage).en}: whenever its condition is true, ${holds}, and stages are tried in the order written.${log.text.en} Move it up, or narrow the earlier stages.`,
            zh: `群永远不会进入${called(stage).zh}：它的条件成立时，${zh}${shadowedBy.length === 1 ? '' : '之一'}也必然成立，而阶段按书写顺序判断。${log.text.zh}请把它移到前面，或收窄前面的条件。`,
          },
          proposals: () => [
            ...reordered(group, stage, shadowedBy),
            ...stageMoves(group, stage, shadowedBy).map((move) => boundProposal(move)),
            ...log.proposals(),
          ],
        });
      }
    }
  },
});

function showingOf({ lifecycle }: GroupPolicy, stage: Stage, shadowedBy: readonly Stage[]): DemonstrationRequest {
  const [first] = shadowedBy;
  const name = first?.name ?? stage.name;
  const label = first?.label ?? name;
  return {
    place: 'group',
    claims: stage.when === null ? [] : [[{ condition: stage.when, value: true }]],
    also: {
      key: shapeKey([name, lifecycle]),
      accepts: (at) => lifecycle !== null && stageAt(lifecycle, at) === name,
    },
    title: { en: `${name} before ${stage.name}`, zh: `${label}先于${stage.label ?? stage.name}` },
    expectations: [
      { kind: 'stage', name, negated: false, day: 0 },
      { kind: 'stage', name: stage.name, negated: true, day: 0 },
    ],
    sentence: ({ en, zh }) => ({
      en: ` With ${en}, the group is in \`${name}\`.`,
      zh: `例如：${zh}，这时处于“${label}”。`,
    }),
  };
}

function reordered(group: GroupPolicy, stage: Stage, shadowedBy: readonly Stage[]): PolicyProposal[] {
  const [first] = shadowedBy;
  const stages = group.lifecycle?.stages ?? [];
  if (first === undefined || !canStageStandBefore(group, stage, first)) return [];
  const proposal = orderProposal(stages.slice(stages.indexOf(first), stages.indexOf(stage) + 1));
  return proposal === null ? [] : [proposal];
}
