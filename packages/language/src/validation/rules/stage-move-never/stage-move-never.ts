/** Reports allowed moves that can never happen. */
import { analyseStages } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called, list } from '../../policy/wording.ts';

export const stageMoveNever = definePolicyRule({
  code: 'stage-move-never',
  severity: 'info',
  title: { en: 'A move that can never happen', zh: '永远不会发生的阶段转换' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { move, to, shadowedBy } of analyseStages(group).neverTaken) {
        if (shadowedBy.some(({ when }) => when === null)) continue;
        const stays = shadowedBy.some(({ name }) => name === move.from);
        const en = list(shadowedBy.map((stage) => called(stage).en)).en;
        const zh = list(shadowedBy.map((stage) => called(stage).zh)).zh;
        report({
          at: move,
          message: {
            en: `The move \`${move.from} -> ${move.to}\` can never happen: whenever ${called(to).en} is true, so is ${en}, which is written before it${stays ? ' and keeps the group there' : ''}. Move \`${to.name}\` up, or narrow ${en}.`,
            zh: `\`${move.from} -> ${move.to}\` 永远不会发生：${called(to).zh}成立时，写在它前面的${zh}也必然成立${stays ? '，群会留在原阶段' : ''}。请把 \`${to.name}\` 移到前面，或收窄${zh}的条件。`,
          },
        });
      }
    }
  },
});
