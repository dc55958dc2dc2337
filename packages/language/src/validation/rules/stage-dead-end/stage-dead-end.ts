/** Reports stages that no move leads out of. */
import type { Lifecycle, Stage } from '@steward/policy';
import { shapeKey } from '@steward/policy';
import { stageAt } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { type DemonstrationRequest, demonstrate } from '../../policy/shown.ts';
import { called } from '../../policy/wording.ts';

export const stageDeadEnd = definePolicyRule({
  code: 'stage-dead-end',
  severity: 'info',
  title: { en: 'A stage with no way out', zh: '没有出路的阶段' },
  judges: 'absence',
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const { lifecycle } = group;
      if (lifecycle === null || lifecycle.moves.length === 0) continue;
      const left = new Set(lifecycle.moves.filter((move) => move.from !== move.to).map((move) => move.from));
      const entered = new Set(lifecycle.moves.map((move) => move.to));
      for (const stage of lifecycle.stages) {
        if (left.has(stage.name) || !entered.has(stage.name)) continue;
        const way = shortestWay(lifecycle, stage).map((name) => `\`${name}\``);
        const log = demonstrate({ policy, group, isDraft: isDraft(group) }, showingOf(lifecycle, stage));
        const steps =
          way.length < 2
            ? { en: '', zh: '' }
            : { en: ` The path there: ${way.join(' → ')}.`, zh: `路径：${way.join(' → ')}。` };
        report({
          at: stage,
          message: {
            en: `No move leads out of ${called(stage).en}: a group that gets there stays there, even if it recovers.${steps.en} Add \`allow ${stage.name} -> …\`, unless it is meant to be the end.`,
            zh: `${called(stage).zh}没有出路：群一旦进入就一直停在这里，即使恢复了也一样。${steps.zh}如果不是终点，请补上 \`允许 ${stage.name} -> …\`。`,
          },
          proposals: log.proposals,
        });
      }
    }
  },
});

/** The shortest path from the first stage; only the stage itself if no moves lead there. */
function shortestWay({ stages, moves }: Lifecycle, { name }: Stage): string[] {
  const first = stages[0]?.name ?? name;
  const ways = new Map([[first, [first]]]);
  for (const [from, way] of ways) {
    for (const { to } of moves.filter((move) => move.from === from)) {
      if (!ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return ways.get(name) ?? [name];
}

/** How long the group is observed after the last event. */
const LATER = 30;

/** A log in which the group reaches the stage and is still in it a month later, whatever the other stages say. */
function showingOf(lifecycle: Lifecycle, stage: Stage): DemonstrationRequest {
  const { name, label, when } = stage;
  return {
    place: 'group',
    claims: when === null ? [] : [[{ condition: when, value: true }]],
    also: { key: shapeKey([name, lifecycle]), accepts: (at) => stageAt(lifecycle, at) === name },
    title: { en: `${name} forever`, zh: `一直处于${label ?? name}` },
    expectations: [
      { kind: 'stage', name, negated: false, day: 0 },
      { kind: 'stage', name, negated: false, day: -LATER },
    ],
    sentence: (measures) => measures,
  };
}
