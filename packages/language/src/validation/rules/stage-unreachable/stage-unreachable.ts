/** Reports stages that cannot be reached from the first one. */
import type { Lifecycle } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called } from '../../policy/wording.ts';

export const stageUnreachable = definePolicyRule({
  code: 'stage-unreachable',
  severity: 'warning',
  title: { en: 'A stage that no move leads to', zh: '无法到达的阶段' },
  judges: 'absence',
  check(policy, report) {
    for (const { lifecycle } of policy.groups) {
      const first = lifecycle?.stages[0];
      if (lifecycle === null || first === undefined || lifecycle.moves.length === 0) continue;
      const reached = reachable(lifecycle, first.name);
      for (const stage of lifecycle.stages) {
        if (reached.has(stage.name)) continue;
        report({
          at: stage,
          message: {
            en: `No allowed move leads from the first stage \`${first.name}\` to ${called(stage).en}: a group is there only if a log happens to start in it. Add \`allow … -> ${stage.name}\`.`,
            zh: `从最初的阶段“${first.label ?? first.name}”出发，没有允许的路径能到${called(stage).zh}：除非日志一开始就处于该阶段，否则永远到不了。请补上 \`允许 … -> ${stage.name}\`。`,
          },
        });
      }
    }
  },
});

function reachable(lifecycle: Lifecycle, first: string): ReadonlySet<string> {
  const targets = Map.groupBy(lifecycle.moves, (move) => move.from);
  const reached = new Set([first]);
  const open = [first];
  for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
    for (const { to } of targets.get(stage) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}
