/** Runs a compiled policy over one group's log. Pure and synchronous: equal inputs give equal outcomes. */
import { type GroupLog, type LogInfo, type RosterEntry, SIGNALS } from '@steward/events';
import { dateText } from '../columns/calendar.ts';
import type { GroupOutcome } from '../outcome/outcome.ts';
import { type Evaluation, judgesFor, preferredEvaluation } from '../program/judges.ts';
import type { Program } from '../program/program.ts';
import { runActions } from './actions.ts';
import { cadenceOutcomes, campaignOutcomes } from './campaign-outcome.ts';
import { runCampaigns } from './campaigns.ts';
import { runContent } from './content.ts';
import { runDimension } from './health.ts';
import { riskOutcomes } from './incident-outcome.ts';
import { runRisks } from './incidents.ts';
import { runLifecycle } from './lifecycle.ts';
import { runMembers } from './members.ts';
import { openStore } from './store.ts';
import { runTiers } from './tiers.ts';
import { collectTriggers, compareTriggers } from './triggers.ts';

export interface RunOptions {
  /** Also tell every member's history. */
  memberHistories?: boolean;
  /** How conditions run; what the platform allows where not said. Both give the same answers. */
  evaluation?: Evaluation;
}

const MESSAGE = SIGNALS.indexOf('message');

/**
 * @param policyGroup name of the policy's group that governs the log.
 * @param log read with `program.textPredicates`.
 * @param kept values of earlier runs over the same log and roster: what a changed policy does not change is taken from there.
 */
export function runGroup(
  program: Program,
  policyGroup: string,
  log: GroupLog,
  info: LogInfo,
  roster: readonly RosterEntry[],
  options: RunOptions = {},
  kept?: Map<string, unknown>,
): GroupOutcome {
  const group = program.groups.get(policyGroup);
  if (group === undefined) throw new Error(`the policy has no group ${policyGroup}`);
  const { policy } = group;
  const judges = judgesFor(options.evaluation ?? preferredEvaluation());
  const store = openStore({ log, info, roster, policy, bits: program.bits }, kept);
  const { frame } = store;

  const tiers = runTiers(store, judges, group, options.memberHistories ?? false);
  const health = policy.health.map((dimension, i) => runDimension(store, judges, dimension, group.goals[i] ?? []));
  const risks = runRisks(store, judges, group);
  const triggers = collectTriggers(store, { risks, tiers, health });
  const campaigns = runCampaigns(store, group.actions, triggers);
  const all = campaigns.triggers.length === 0 ? triggers : [...triggers, ...campaigns.triggers].sort(compareTriggers);

  return {
    policy: policy.name,
    kind: policy.kind,
    group: log.group,
    groupName: log.groupName,
    timezone: policy.timezone,
    days: {
      from: dateText(frame.firstDay),
      to: dateText(frame.firstDay + frame.days - 1),
      count: frame.days,
    },
    events: log.length,
    messages: countMessages(log),
    members: runMembers(store),
    tiers: tiers.outcome.tiers,
    untiered: tiers.outcome.untiered,
    transitions: tiers.outcome.transitions,
    memberHistories: tiers.outcome.memberHistories,
    content: runContent(store),
    health: health.map((run) => run.outcome),
    risks: riskOutcomes(store, group, risks),
    campaigns: campaignOutcomes(store, judges, group, campaigns),
    cadence: cadenceOutcomes(store, campaigns),
    lifecycle: policy.lifecycle === null ? null : runLifecycle(store, judges, policy.lifecycle, group.stages),
    actions: runActions(store, group.actions, all),
  };
}

function countMessages(log: GroupLog): number {
  let messages = 0;
  for (let event = 0; event < log.length; event += 1) if (log.kind[event] === MESSAGE) messages += 1;
  return messages;
}
