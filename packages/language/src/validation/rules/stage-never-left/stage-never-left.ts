/** Reports stages without a condition that precede stages that can follow them. */
import type { Lifecycle, Stage } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called, list } from '../../policy/wording.ts';

export const stageNeverLeft = definePolicyRule({
  code: 'stage-never-left',
  severity: 'warning',
  title: { en: 'A stage that is never left', zh: '永远不会离开的阶段' },
  check(policy, report) {
    for (const { lifecycle } of policy.groups) {
      if (lifecycle === null) continue;
      const order = new Map(lifecycle.stages.map((stage, index) => [stage.name, index]));
      for (const stage of lifecycle.stages) {
        if (stage.when !== null) continue;
        const next = followers(lifecycle, stage);
        const own = order.get(stage.name) ?? 0;
        if (next.length === 0 || next.some((name) => (order.get(name) ?? 0) < own)) continue;
        const names = list(next.map((name) => `\`${name}\``));
        report({
          at: stage,
          message: {
            en: `${called(stage).en} has no \`when\`, so it is always true, and stages are tried in the order written: ${names.en} can never follow. Give it a condition, or move it after them.`,
            zh: `${called(stage).zh}没有写 \`当\`，条件永远成立，而阶段按书写顺序判断：${names.zh}永远轮不到。请给它写上条件，或移到它们后面。`,
          },
        });
      }
    }
  },
});

function followers(lifecycle: Lifecycle, stage: Stage): string[] {
  if (lifecycle.moves.length === 0) {
    return lifecycle.stages.map((other) => other.name).filter((name) => name !== stage.name);
  }
  return [...new Set(lifecycle.moves.filter((move) => move.from === stage.name).map((move) => move.to))].filter(
    (name) => name !== stage.name,
  );
}
