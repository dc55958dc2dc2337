/** One group of the log under one policy group. */
import type { ActionCause, GroupOutcome, MembersOutcome } from '@steward/simulator';
import { type Act, actsOf, NOTHING_MATCHED, ORDER, runActions } from './actions.ts';
import { runCadence } from './cadence.ts';
import { campaignOutcome, runCampaigns } from './campaigns.ts';
import { bannedRows, runContent } from './content.ts';
import { messagesOf, sendersOf } from './evidence.ts';
import { type HealthResult, runHealth } from './health.ts';
import { idOf, type OpenIncident } from './incidents.ts';
import { runLifecycle } from './lifecycle.ts';
import { runRisks } from './risks.ts';
import { rolesOutcome } from './roles-outcome.ts';
import { matchesPattern } from './text.ts';
import { runTiers, type TiersResult } from './tiers.ts';
import { membersAt, type World, type WorldInput, worldOf } from './world.ts';

const NAMES_SHOWN = 10;

export function runGroupRows(input: WorldInput, memberHistories: boolean): GroupOutcome {
  const world = worldOf(input);
  const { group } = world;
  const tiers = runTiers(world);
  const health = group.health.map((dimension) => runHealth(world, dimension));
  const risks = runRisks(world);
  const acts = [
    ...banActs(world),
    ...riskActs(world, risks.incidents),
    ...tierActs(world, tiers.entries),
    ...healthActs(world, health),
  ];
  const campaigns = runCampaigns(world, acts);
  const actions = runActions(world, [...acts, ...campaigns.acts]);
  return {
    policy: group.name,
    kind: group.kind,
    group: world.log.group,
    groupName: world.log.groupName,
    timezone: group.timezone,
    days: { from: world.firstDay.date, to: world.lastDay.date, count: world.days.length },
    events: world.rows.length,
    messages: world.rows.filter((row) => row.kind === 'message').length,
    members: membersOutcome(world),
    names: namesIn([risks.outcomes, actions.records], world),
    roles: rolesOutcome(world),
    tiers: tiers.tiers,
    untiered: tiers.untiered,
    transitions: tiers.transitions,
    memberHistories: memberHistories ? tiers.histories : null,
    content: runContent(world),
    health: health.map((each) => each.outcome),
    risks: risks.outcomes,
    campaigns: group.campaigns.map((campaign) => campaignOutcome(world, campaign, campaigns)),
    cadence: group.cadence.map((target) => runCadence(world, target, campaigns)),
    lifecycle: group.lifecycle === null ? null : runLifecycle(world, group.lifecycle),
    actions,
  };
}

/** The people of the log whose ids appear anywhere in the outcome's risks and actions. */
function namesIn(reported: unknown, world: World): GroupOutcome['names'] {
  const written = new Set<unknown>();
  JSON.stringify(reported, (key, value: unknown) => {
    if (key === 'member') written.add(value);
    if (key === 'senders' || key === 'members') for (const id of value as unknown[]) written.add(id);
    return value;
  });
  return [...world.names]
    .filter(([member, name]) => written.has(member) && member !== name)
    .map(([member, name]) => ({ member, name }))
    .sort((a, b) => (a.member < b.member ? -1 : 1));
}

function membersOutcome(world: World): MembersOutcome {
  const { group, firstDay, lastDay } = world;
  const byDay = world.days.map((day) => membersAt(world, day.last).length);
  const memberships = [...world.memberships.values()].flat();
  const isWithin = (instant: number): boolean => firstDay.from <= instant && instant <= lastDay.last;
  const { capacity } = group;
  return {
    atEnd: byDay.at(-1) ?? 0,
    byDay,
    joined: memberships.filter((membership) => membership.joined && isWithin(membership.from)).length,
    left: memberships.filter((membership) => isWithin(membership.until)).length,
    capacity:
      capacity === null
        ? null
        : { limit: capacity, peak: Math.max(...byDay), daysOver: byDay.filter((count) => count > capacity).length },
    nickname: nicknameOutcome(world),
  };
}

function nicknameOutcome(world: World): MembersOutcome['nickname'] {
  const { nickname } = world.group;
  if (nickname === null) return null;
  const names = membersAt(world, world.lastDay.last)
    .map((member) => world.names.get(member))
    .filter((name) => name !== undefined);
  const mismatched = names.filter((name) => !matchesPattern(name, nickname.pattern, nickname.ignoreCase));
  return { checked: names.length, mismatched: mismatched.length, examples: mismatched.slice(0, NAMES_SHOWN) };
}

function banActs(world: World): Act[] {
  return world.group.content.bans.flatMap((ban, place) =>
    bannedRows(world, ban).flatMap((row) => {
      const cause: ActionCause = { kind: 'ban', lexicon: ban.lexicon };
      const matched = { senders: row.member === null ? [] : [row.member], members: [], messages: [row] };
      return actsOf(ban.actions, { at: row.ts, cause, matched, order: [ORDER.ban, place, world.rows.indexOf(row)] });
    }),
  );
}

function riskActs(world: World, incidents: readonly OpenIncident[]): Act[] {
  return incidents.flatMap((incident) => {
    const { risk, opened, evidence, number } = incident;
    const cause: ActionCause = { kind: 'risk', risk: risk.name, incident: idOf(incident) };
    const matched = { senders: sendersOf(evidence, world), members: [], messages: messagesOf(evidence, world) };
    const order = [ORDER.risk, world.group.risks.indexOf(risk), number];
    return actsOf(risk.actions, { at: opened, cause, matched, order });
  });
}

function tierActs(world: World, entries: TiersResult['entries']): Act[] {
  return entries.flatMap(({ tier, day, member }) => {
    const cause: ActionCause = { kind: 'tier', tier: tier.name, member };
    const matched = { senders: [member], members: [member], messages: [] };
    const order = [ORDER.tier, world.group.tiers.indexOf(tier), member];
    return actsOf(tier.actions, { at: day.last, cause, matched, order });
  });
}

function healthActs(world: World, results: readonly HealthResult[]): Act[] {
  return results.flatMap(({ outcome, responses }, place) => {
    const dimension = world.group.health[place];
    return responses.flatMap(({ index, day }) => {
      const cause: ActionCause = { kind: 'health', dimension: outcome.dimension, response: index };
      const order = [ORDER.health, place, index];
      const calls = dimension?.responses[index]?.actions ?? [];
      return actsOf(calls, { at: day.last, cause, matched: NOTHING_MATCHED, order });
    });
  });
}
