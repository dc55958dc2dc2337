/** Action calls as triggered by clauses, in order, before arguments are resolved. */
import type { ActionCall, GroupPolicy } from '@steward/policy';
import type { ActionCause } from '../../outcome/actions.ts';
import { banStream } from '../content/content.ts';
import type { HealthRun } from '../daily/health.ts';
import type { TiersRun } from '../members/tiers.ts';
import { incidentId } from '../risks/incident-outcome.ts';
import type { RisksRun } from '../risks/incidents.ts';
import type { GroupStore } from '../store.ts';
import { dayEnd } from '../time/frame.ts';
import { messagesOf, sendersOf } from './subjects.ts';

/** What a clause matched. */
export interface Subject {
  /** Person numbers. */
  senders: readonly number[];
  /** Event numbers, ascending. */
  messages: ArrayLike<number>;
  /** Person numbers. */
  members: readonly number[];
}

export interface Trigger {
  at: number;
  /** Bans, risks, tiers, health, campaigns. */
  rank: 0 | 1 | 2 | 3 | 4;
  /** The clause's position in the policy, and that of the part: a phase, a response. */
  place: number;
  part: number;
  /** Incident number or event number. */
  order: number;
  /** A tier's member id. */
  member: string;
  callIndex: number;
  call: ActionCall;
  cause: ActionCause;
  subject: Subject;
}

export const NO_SUBJECT: Subject = { senders: [], messages: [], members: [] };

export function compareTriggers(a: Trigger, b: Trigger): number {
  return (
    a.at - b.at ||
    a.rank - b.rank ||
    a.place - b.place ||
    a.part - b.part ||
    a.order - b.order ||
    (a.member < b.member ? -1 : a.member > b.member ? 1 : 0) ||
    a.callIndex - b.callIndex
  );
}

export interface Triggering {
  risks: RisksRun;
  tiers: TiersRun;
  health: readonly HealthRun[];
}

/**
 * Everything except campaign phases, in order.
 * @param key of the calls of bans and risks; edits of tiers and health leave it unchanged
 */
export function collectTriggers(store: GroupStore, runs: Triggering, key: string): Trigger[] {
  const { policy, keep } = store;
  const lasting = keep(key, () =>
    [...banTriggers(store, policy), ...riskTriggers(store, policy, runs.risks)].sort(compareTriggers),
  );
  const others = [...tierTriggers(store, policy, runs.tiers), ...healthTriggers(store, policy, runs.health)];
  // Both parts are sorted, so this sort only merges them.
  return others.length === 0 ? lasting : [...lasting, ...others.sort(compareTriggers)].sort(compareTriggers);
}

type Place = Omit<Trigger, 'callIndex' | 'call'>;

export function triggersOf(calls: readonly ActionCall[], place: Place): Trigger[] {
  return calls.map((call, callIndex) => ({ ...place, callIndex, call }));
}

function banTriggers(store: GroupStore, policy: GroupPolicy): Trigger[] {
  return policy.content.bans.flatMap((ban, place) => {
    if (ban.actions.length === 0) return [];
    return [...banStream(store, ban).events].flatMap((event) =>
      triggersOf(ban.actions, {
        at: store.log.ts[event] as number,
        rank: 0,
        place,
        part: 0,
        order: event,
        member: '',
        cause: { kind: 'ban', lexicon: ban.lexicon },
        subject: { senders: sendersOf(store, [event]), messages: [event], members: [] },
      }),
    );
  });
}

function riskTriggers(store: GroupStore, policy: GroupPolicy, run: RisksRun): Trigger[] {
  return policy.risks.flatMap((risk, place) => {
    if (risk.actions.length === 0) return [];
    return (run.incidents[place] ?? []).flatMap((incident) =>
      triggersOf(risk.actions, {
        at: incident.opened,
        rank: 1,
        place,
        part: 0,
        order: incident.number,
        member: '',
        cause: { kind: 'risk', risk: risk.name, incident: incidentId(policy, incident) },
        subject: {
          senders: sendersOf(store, incident.events),
          messages: messagesOf(store, incident.events),
          members: [],
        },
      }),
    );
  });
}

function tierTriggers(store: GroupStore, policy: GroupPolicy, run: TiersRun): Trigger[] {
  return run.entries.flatMap(({ day, tier: place, person }) => {
    const tier = policy.tiers[place];
    const member = store.people.persons[person]?.id ?? '';
    return triggersOf(tier?.actions ?? [], {
      at: dayEnd(store.frame, day),
      rank: 2,
      place,
      part: 0,
      order: 0,
      member,
      cause: { kind: 'tier', tier: tier?.name ?? '', member },
      subject: { senders: [person], messages: [], members: [person] },
    });
  });
}

function healthTriggers(store: GroupStore, policy: GroupPolicy, runs: readonly HealthRun[]): Trigger[] {
  return runs.flatMap((run, place) =>
    run.responses.flatMap(({ day, response }) => {
      const dimension = policy.health[place];
      return triggersOf(dimension?.responses[response]?.actions ?? [], {
        at: dayEnd(store.frame, day),
        rank: 3,
        place,
        part: response,
        order: 0,
        member: '',
        cause: { kind: 'health', dimension: dimension?.name ?? '', response },
        subject: NO_SUBJECT,
      });
    }),
  );
}
