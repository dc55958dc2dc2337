/** Head counts, joins and leaves, capacity and names. */
import { RE2JS } from 're2js';
import type { MembersOutcome } from '../../outcome/outcome.ts';
import type { GroupStore } from '../store.ts';
import { dayEnd, frameEnd } from '../time/frame.ts';
import { headCount, type Person } from './memberships.ts';

const EXAMPLES = 10;

export function runMembers(store: GroupStore): MembersOutcome {
  const { frame, people, policy } = store;
  const byDay = Array.from({ length: frame.days }, (_, day) => headCount(people, dayEnd(frame, day)));
  const first = frame.starts[0] as number;
  const end = frameEnd(frame);
  const within = (instant: number): boolean => instant >= first && instant <= end;
  const limit = policy.capacity;
  return {
    atEnd: byDay.at(-1) ?? 0,
    byDay,
    joined: people.memberships.filter((membership) => membership.joined && within(membership.start)).length,
    left: people.memberships.filter((membership) => within(membership.end)).length,
    capacity: limit === null ? null : capacityOf(limit, byDay),
    nickname: policy.nickname === null ? null : checkNames(policy.nickname, membersAt(store, end)),
  };
}

function capacityOf(limit: number, byDay: readonly number[]): MembersOutcome['capacity'] {
  return {
    limit,
    peak: byDay.reduce((peak, count) => Math.max(peak, count), 0),
    daysOver: byDay.filter((count) => count > limit).length,
  };
}

function membersAt(store: GroupStore, instant: number): Person[] {
  const { memberships, persons } = store.people;
  return memberships
    .filter(({ start, end }) => start <= instant && instant < end)
    .flatMap(({ person }) => persons[person] ?? []);
}

/** Patterns outlive runs, so each is compiled once per policy. */
const patterns = new WeakMap<object, RE2JS>();

function compiled(nickname: { pattern: string; ignoreCase: boolean }): RE2JS {
  const known = patterns.get(nickname);
  if (known !== undefined) return known;
  const made = RE2JS.compile(nickname.pattern, nickname.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  patterns.set(nickname, made);
  return made;
}

function checkNames(
  nickname: { pattern: string; ignoreCase: boolean },
  members: readonly Person[],
): MembersOutcome['nickname'] {
  const pattern = compiled(nickname);
  const named = members.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }]));
  const wrong = named.filter(({ name }) => !pattern.test(name));
  wrong.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    checked: named.length,
    mismatched: wrong.length,
    examples: wrong.slice(0, EXAMPLES).map(({ name }) => name),
  };
}
