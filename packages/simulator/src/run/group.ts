/** Runs a compiled policy over one group's log. Pure and synchronous: equal inputs give equal outcomes. */

import type { GroupLog, LogInfo, RosterEntry } from '@steward/events';
import { shapeKey } from '@steward/policy';
import { dateText } from '@steward/time';
import { ACTION_LIMIT } from '../outcome/actions.ts';
import type { GroupOutcome } from '../outcome/outcome.ts';
import { type Evaluation, judgesFor, preferredEvaluation } from '../program/judges.ts';
import type { GroupProgram, Program } from '../program/program.ts';
import { runActions } from './actions/actions.ts';
import { collectTriggers, compareTriggers, type Trigger } from './actions/triggers.ts';
import { runContent } from './content/content.ts';
import { runDimension } from './daily/health.ts';
import { runLifecycle } from './daily/lifecycle.ts';
import { runMembers } from './members/members.ts';
import { mentionedNames } from './members/mentioned.ts';
import { rolesOutcome } from './members/roles-outcome.ts';
import { runTiers, type TiersRun } from './members/tiers.ts';
import { cadenceOutcomes, campaignOutcomes } from './plans/campaign-outcome.ts';
import { runCampaigns, startsOrPauses } from './plans/campaigns.ts';
import { riskOutcomes } from './risks/incident-outcome.ts';
import { runRisks } from './risks/incidents.ts';
import { type GroupStore, openStore } from './store.ts';

export interface RunOptions {
  /** Include every member's history. */
  memberHistories?: boolean;
  /** How to evaluate conditions; by default, what the platform allows. Both give the same answers. */
  evaluation?: Evaluation;
  /** How many actions to list one by one; {@link ACTION_LIMIT} by default. */
  actionLimit?: number;
}

/**
 * @param policyGroup name of the policy group that governs the log
 * @param log read with `program.textPredicates`
 */
export function runGroup(
  program: Program,
  policyGroup: string,
  log: GroupLog,
  info: LogInfo,
  roster: readonly RosterEntry[],
  options: RunOptions = {},
): GroupOutcome {
  const group = groupProgram(program, policyGroup);
  const store = openStore({ log, info, roster, program: group, bits: program.bits });
  return runStages(store, group, options);
}

/** @throws Error if the policy has no such group */
export function groupProgram(program: Program, name: string): GroupProgram {
  const group = program.groups.get(name);
  if (group === undefined) throw new Error(`the policy has no group ${name}`);
  return group;
}

/** Runs every stage under its key, so that results kept from earlier runs are reused. */
export function runStages(store: GroupStore, group: GroupProgram, options: RunOptions): GroupOutcome {
  const { policy, keys } = group;
  const { frame, log, keep } = store;
  const judges = judgesFor(options.evaluation ?? preferredEvaluation());
  const histories = options.memberHistories ?? false;

  const tiers = within(keep(keys.tiers, tiersByOptions), `${histories}`, () =>
    runTiers(store, judges, group, histories),
  );
  const health = policy.health.map((dimension, i) =>
    keep(keys.health[i] ?? '', () => runDimension(store, judges, dimension, group.goals[i] ?? [])),
  );
  const risks = keep(keys.risks, () => {
    const run = runRisks(store, judges, group);
    return { run, outcome: riskOutcomes(store, group, run) };
  });
  const limit = options.actionLimit ?? ACTION_LIMIT;
  const acts = within(keep(keys.acts, actsByOptions), `${histories} ${limit}`, (): Acts => {
    const triggers = collectTriggers(store, { risks: risks.run, tiers, health }, keys.calls);
    const starters = triggers.filter(startsOrPauses);
    const campaigns = keep(`${keys.campaigns} ${shapeKey(starters.map(({ at, call }) => ({ at, call })))}`, () => {
      const run = runCampaigns(store, group.actions, starters);
      return { run, outcome: campaignOutcomes(store, judges, group, run), cadence: cadenceOutcomes(store, run) };
    });
    const actions = runActions(store, group.actions, merged(triggers, campaigns.run.triggers), limit);
    const { outcome, cadence } = campaigns;
    return { campaigns: outcome, cadence, actions, names: mentionedNames(store, risks.outcome, actions) };
  });
  const { lifecycle } = policy;
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
    messages: store.messages,
    members: keep(keys.members, () => runMembers(store)),
    names: acts.names,
    roles: keep('roles', () => rolesOutcome(store)),
    tiers: tiers.outcome.tiers,
    untiered: tiers.outcome.untiered,
    transitions: tiers.outcome.transitions,
    memberHistories: tiers.outcome.memberHistories,
    content: runContent(store, keys),
    health: health.map((run) => run.outcome),
    risks: risks.outcome,
    campaigns: acts.campaigns,
    cadence: acts.cadence,
    lifecycle:
      lifecycle === null ? null : keep(keys.lifecycle, () => runLifecycle(store, judges, lifecycle, group.stages)),
    actions: acts.actions,
  };
}

/** The actions and campaigns of one group. */
type Acts = Pick<GroupOutcome, 'campaigns' | 'cadence' | 'actions' | 'names'>;

const actsByOptions = (): Map<string, Acts> => new Map();
const tiersByOptions = (): Map<string, TiersRun> => new Map();

/** Options are few and short; a key for all of them would be rebuilt for every group. */
function within<Value>(known: Map<string, Value>, options: string, make: () => Value): Value {
  const found = known.get(options) ?? make();
  known.set(options, found);
  return found;
}

function merged(triggers: readonly Trigger[], phases: readonly Trigger[]): readonly Trigger[] {
  return phases.length === 0 ? triggers : [...triggers, ...phases].sort(compareTriggers);
}
