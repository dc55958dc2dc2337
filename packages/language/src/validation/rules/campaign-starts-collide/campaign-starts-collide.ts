/** Reports planned campaigns that get in each other's way. */
import type { Campaign } from '@steward/policy';
import type { Report } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { minutesOf, type PlannedStart, plannedStarts, wallClock } from '../../policy/starts.ts';
import { called } from '../../policy/wording.ts';

export const campaignStartsCollide = definePolicyRule({
  code: 'campaign-starts-collide',
  severity: 'warning',
  title: { en: 'Planned campaigns collide', zh: '活动计划冲突' },
  check(policy, report) {
    for (const group of policy.groups) {
      if (group.campaigns.every((campaign) => campaign.starts.length === 0)) continue;
      const planned = plannedStarts(group.campaigns);
      reportRestarts(planned, report);
      reportBursts(planned, report);
    }
  },
});

/** A start during a run of the same campaign has no effect. */
function reportRestarts(planned: readonly PlannedStart[], report: Report): void {
  const running = new Map<Campaign, PlannedStart>();
  const reported = new Set<Campaign>();
  for (const next of planned) {
    const run = running.get(next.campaign);
    if (run === undefined || next.at >= run.end) {
      running.set(next.campaign, next);
      continue;
    }
    if (reported.has(next.campaign)) continue;
    reported.add(next.campaign);
    const name = called(next.campaign);
    report({
      at: next.start,
      message: {
        en: `${name.en} is planned to start at ${wallClock(next.at)}, but its run from ${wallClock(run.at)} lasts until ${wallClock(run.end)}, so this start has no effect. Let each run finish before the next start, or shorten the phases.`,
        zh: `${name.zh}计划在 ${wallClock(next.at)} 开始，而 ${wallClock(run.at)} 的那一场要到 ${wallClock(run.end)} 才结束：这次开始不起作用。请等上一场结束再开始，或缩短各阶段。`,
      },
    });
  }
}

interface Burst {
  planned: PlannedStart;
  from: number;
  to: number;
}

/** Large or medium campaigns that run at the same time. */
function reportBursts(planned: readonly PlannedStart[], report: Report): void {
  const bursts = planned.flatMap(burstOf).sort((left, right) => left.from - right.from);
  const reported = new Set<string>();
  let running: Burst[] = [];
  for (const burst of bursts) {
    running = running.filter((other) => other.to > burst.from);
    const other = running.find((candidate) => candidate.planned.campaign !== burst.planned.campaign);
    running.push(burst);
    if (other === undefined) continue;
    const first = other.planned.campaign;
    const second = burst.planned.campaign;
    const pair = [first.name, second.name].sort().join('\n');
    if (reported.has(pair)) continue;
    reported.add(pair);
    report({
      at: burst.planned.start,
      message: {
        en: `The bursts of ${called(second).en} and ${called(first).en} overlap at ${wallClock(burst.from)} and compete for the same members. Move one of them.`,
        zh: `${called(second).zh}与${called(first).zh}的爆发期在 ${wallClock(burst.from)} 重叠，会互相分流。请错开其中一个。`,
      },
    });
  }
}

function burstOf(planned: PlannedStart): Burst[] {
  if (planned.campaign.size === 'light') return [];
  let from = planned.at;
  for (const phase of planned.campaign.phases) {
    const to = from + minutesOf(phase.duration);
    if (phase.name === 'burst') return [{ planned, from, to }];
    from = to;
  }
  return [];
}
