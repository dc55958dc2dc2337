/**
 * Names what happened in a case, so that a run can report how often each thing was tried, and fail if something hardly ever was.
 * Read from the oracle's outcome.
 */
import { clausesOf, type LengthKind, lengthNames } from '@steward/policy';
import { compile, type GroupOutcome, type Outcome } from '@steward/simulator';
import type { Case } from './arbitrary/case.ts';

type Look = (outcome: GroupOutcome) => boolean;

const GROUP_FACTS: Record<string, Look> = {
  'moves between tiers': ({ transitions }) =>
    transitions.some(({ from, to }) => from.kind !== 'outside' && to.kind !== 'outside'),
  'members leave': ({ members }) => members.left > 0,
  'members join': ({ members }) => members.joined > 0,
  'grace holds': ({ memberHistories }) =>
    (memberHistories ?? []).some((history) => history.stretches.some((stretch) => stretch.grace)),
  'a tier is unknown': ({ tiers }) => tiers.some((tier) => tier.unknowns.unknown > 0),
  'a tier is decided and unknown': ({ tiers }) =>
    tiers.some((tier) => tier.unknowns.unknown > 0 && tier.unknowns.unknown < tier.unknowns.evaluations),
  'a task is done': ({ tiers }) => tiers.some((tier) => tier.tasks.some((task) => task.done > 0)),
  'a task is open': ({ tiers }) => tiers.some((tier) => tier.tasks.some((task) => task.open > 0)),
  'reason missingSignal': (outcome) => hasReason(outcome, 'missingSignal'),
  'reason beforeLog': (outcome) => hasReason(outcome, 'beforeLog'),
  'reason unknownStart': (outcome) => hasReason(outcome, 'unknownStart'),
  'reason unknownRole': (outcome) => hasReason(outcome, 'unknownRole'),
  'reason unknownMedia': (outcome) => hasReason(outcome, 'unknownMedia'),
  'a category is undecided': ({ content }) => content.undecided > 0,
  'reason periodRunning': (outcome) => hasReason(outcome, 'periodRunning'),
  'reason noBase': (outcome) => hasReason(outcome, 'noBase'),
  'messages have categories': ({ content }) => content.categories.some((category) => category.messages > 0),
  'a mix is kept': ({ content }) => content.mixes.some((mix) => mix.kept > 0),
  'a mix is missed': ({ content }) => content.mixes.some((mix) => mix.missed > 0),
  'a cap is exceeded': ({ content }) => content.caps.some((cap) => cap.exceeded > 0),
  'a cap is kept': ({ content }) => content.caps.some((cap) => cap.kept > 0),
  'a word is banned': ({ content }) => content.bans.some((ban) => ban.evidence.count > 0),
  'a slot is kept': ({ content }) => content.slots.some((slot) => slot.kept > 0),
  'a slot is missed': ({ content }) => content.slots.some((slot) => slot.missed > 0),
  'a breach begins': ({ health }) => health.some((dimension) => dimension.breaches.length > 0),
  'a breach ends': ({ health }) => health.some((dimension) => dimension.breaches.some((breach) => breach.to !== null)),
  'a response runs': ({ health }) =>
    health.some((dimension) => dimension.breaches.some((breach) => breach.responses.length > 0)),
  'a response waits': ({ health }) =>
    health.some((dimension) =>
      dimension.breaches.some((breach) => breach.responses.some(({ on }) => on !== breach.from)),
    ),
  'evidence goes beyond what is shown': ({ risks, content }) =>
    [...content.bans, ...content.caps, ...risks.flatMap((risk) => risk.incidents)].some(
      (each) => each.evidence.count > 20,
    ),
  'an incident opens': ({ risks }) => risks.some((risk) => risk.incidents.length > 0),
  'incidents open again': ({ risks }) => risks.some((risk) => risk.incidents.length > 1),
  'an incident closes': ({ risks }) =>
    risks.some((risk) => risk.incidents.some((each) => each.closedBy === 'condition')),
  'an incident is resolved': ({ risks }) =>
    risks.some((risk) => risk.incidents.some((each) => each.closedBy === 'resolve')),
  'a cooldown joins': ({ risks }) => risks.some((risk) => risk.incidents.some((each) => each.reopened.length > 0)),
  'an incident opens another': ({ risks }) =>
    risks.some((risk) => risk.incidents.some((each) => each.escalatedFrom !== null)),
  'escalation by time': ({ risks }) => hasEscalation(risks, 'open'),
  'escalation by times': ({ risks }) => hasEscalation(risks, 'times'),
  'escalation into an open incident': ({ risks }) => climbsInto(risks),
  'somebody is on duty': ({ risks }) => risks.some((risk) => risk.incidents.some((each) => each.onDuty.length > 0)),
  'evidence is there': ({ risks }) => risks.some((risk) => risk.incidents.some((each) => each.evidence.count > 0)),
  'planned runs': ({ campaigns }) => campaigns.some((campaign) => campaign.runs.some((run) => run.cause === 'planned')),
  'a planned run is held': ({ campaigns }) =>
    campaigns.some((campaign) => campaign.runs.some((run) => run.cause === 'planned' && run.held === true)),
  'held runs': ({ campaigns }) => campaigns.some((campaign) => campaign.runs.some((run) => run.cause === 'held')),
  'runs by action': ({ campaigns }) =>
    campaigns.some((campaign) => campaign.runs.some((run) => run.cause === 'action')),
  'a run is paused': ({ campaigns }) =>
    campaigns.some((campaign) => campaign.runs.some((run) => run.pausedAt !== null)),
  'a goal is met': (outcome) => hasVerdict(outcome, 'met'),
  'a goal is missed': (outcome) => hasVerdict(outcome, 'missed'),
  'a goal is unknown': (outcome) => hasVerdict(outcome, 'unknown'),
  'a goal is pending': (outcome) => hasVerdict(outcome, 'pending'),
  'cadence met': ({ cadence }) => cadence.some((target) => target.met > 0 && target.target > 0),
  'a stage follows another': ({ lifecycle }) =>
    (lifecycle?.stretches ?? []).filter((stretch) => stretch.stage !== null).length > 1,
  'a stage is blocked': ({ lifecycle }) => (lifecycle?.blocked ?? []).length > 0,
  'actions run': ({ actions }) => actions.total > 0,
  'events are prevented': ({ actions }) => actions.byAction.some((action) => action.prevented > 0),
  'over capacity': ({ members }) => (members.capacity?.daysOver ?? 0) > 0,
  'a nickname does not match': ({ members }) => (members.nickname?.mismatched ?? 0) > 0,
};

function hasReason(outcome: GroupOutcome, reason: keyof GroupOutcome['tiers'][number]['unknowns']['reasons']): boolean {
  const { tiers, health, risks, content, lifecycle } = outcome;
  const clauses = [
    ...tiers,
    ...health,
    ...health.flatMap((each) => each.goals),
    ...risks,
    ...content.mixes,
    ...content.caps,
  ];
  return [...clauses, ...(lifecycle?.stages ?? [])].some((clause) => clause.unknowns.reasons[reason] > 0);
}

function hasEscalation(risks: GroupOutcome['risks'], rule: 'open' | 'times'): boolean {
  return risks.some((risk) => risk.incidents.some((each) => each.escalations.some((step) => step.rule === rule)));
}

function climbsInto(risks: GroupOutcome['risks']): boolean {
  const incidents = risks.flatMap((risk) => risk.incidents);
  return incidents.some((from) =>
    from.escalations.some((step) => incidents.some((to) => to.id === step.to && to.escalatedFrom !== from.id)),
  );
}

function hasVerdict({ campaigns }: GroupOutcome, verdict: string): boolean {
  return campaigns.some((campaign) => campaign.runs.some((run) => run.goals.some((each) => each.verdict === verdict)));
}

const CASE_FACTS: Record<string, (from: Case, outcome: Outcome) => boolean> = {
  'a role is declared, and the log says none': ({ policy, log }) =>
    !log.roles && policy.roles.some(({ members }) => members.length > 0),
  'nobody knows who is staff': ({ policy, log, rosters }) =>
    !log.roles &&
    !log.complete &&
    policy.roles.length === 0 &&
    [...rosters.values()].every((list) => list.length === 0),
  'the log says when the group was founded': ({ log }) => log.groups.some(({ founded }) => founded !== null),
  'the first event is a join': ({ log }) => log.groups.some(({ rows }) => rows[0]?.kind === 'join'),
  'several groups': (_, outcome) => outcome.groups.length > 1,
  'groups unbound': (_, outcome) => outcome.unbound.length > 0,
  'several policy groups': (_, outcome) => outcome.rollups.length > 1,
  'a complete log': ({ log }) => log.complete,
  'a group without events': ({ log }) => log.groups.some((group) => group.rows.length === 0),
  'events outside what the log says it covers': ({ log }) =>
    log.groups.some(({ rows, covers }) => rows.some((row) => row.ts < covers.from || row.ts > covers.to)),
  'more text predicates than fit one word': ({ policy }) => compile(policy).textPredicates.length > 32,
  'a clock changes': (_, outcome) => outcome.groups.some((group) => changesClock(group)),
  'events at one instant': ({ log }) =>
    log.groups.some((group) => group.rows.some((row, index) => group.rows[index + 1]?.ts === row.ts)),
  'somebody only in a roster': ({ rosters, log }) =>
    [...rosters.values()]
      .flat()
      .some((entry) => log.groups.every((group) => group.members.every((each) => each.id !== entry.member))),
};

function changesClock({ timezone, days }: GroupOutcome): boolean {
  const offset = (date: string): string | undefined =>
    new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' })
      .formatToParts(new Date(`${date}T12:00Z`))
      .find((part) => part.type === 'timeZoneName')?.value;
  return offset(days.from) !== offset(days.to);
}

/** Facts that a clause has a duration: `goal for`, `risk cooldown`. */
export function lengthFacts(kinds: readonly LengthKind[]): string[] {
  return kinds.flatMap((kind) => lengthNames(kind).map((name) => `${kind} ${name}`));
}

function lengthsIn({ policy }: Case): string[] {
  const clauses = policy.groups.flatMap((group) => clausesOf(group));
  return [...new Set(clauses.flatMap(({ kind, lengths }) => lengths.map(({ name }) => `${kind} ${name}`)))];
}

export function factsOf(from: Case, outcome: Outcome): string[] {
  const ofGroups = Object.entries(GROUP_FACTS).filter(([, happened]) => outcome.groups.some(happened));
  const ofCase = Object.entries(CASE_FACTS).filter(([, happened]) => happened(from, outcome));
  return [...[...ofGroups, ...ofCase].map(([name]) => name), ...lengthsIn(from)];
}
