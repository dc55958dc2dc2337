/** From every stage the group can go on. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called } from '../../policy/wording.ts';

export const stageDeadEnd = definePolicyRule({
  code: 'stage-dead-end',
  severity: 'info',
  title: { en: 'A stage with no way out', zh: '没有出路的阶段' },
  judges: 'absence',
  check(policy, report) {
    for (const { lifecycle } of policy.groups) {
      if (lifecycle === null || lifecycle.moves.length === 0) continue;
      const left = new Set(lifecycle.moves.filter((move) => move.from !== move.to).map((move) => move.from));
      const entered = new Set(lifecycle.moves.map((move) => move.to));
      for (const stage of lifecycle.stages) {
        if (left.has(stage.name) || !entered.has(stage.name)) continue;
        report({
          at: stage,
          message: {
            en: `Nothing leads out of ${called(stage).en}: a group that gets there stays, even when it recovers. Add an \`allow ${stage.name} -> …\`, unless the group ends there.`,
            zh: `${called(stage).zh}没有出路:群一旦进入就一直停在这里,即使恢复了也一样。如果不是终点,请补上 \`允许 ${stage.name} -> …\`。`,
          },
        });
      }
    }
  },
});
