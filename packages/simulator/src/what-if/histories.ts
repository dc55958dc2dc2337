/** Compares members' daily tiers in two runs. */
import { dateText } from '@steward/time';
import type { MemberHistory, TierOrNone } from '../outcome/outcome.ts';
import type { MemberChange } from './changes.ts';
import { dayOf } from './facts.ts';

const OUTSIDE: TierOrNone = { kind: 'outside' };

/** @returns the members whose tier differs on any day, ordered by id */
export function compareHistories(before: readonly MemberHistory[], after: readonly MemberHistory[]): MemberChange[] {
  const old = new Map(before.map((history) => [history.member, history]));
  const fresh = new Map(after.map((history) => [history.member, history]));
  const members = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return members.flatMap((member) => compared(member, old.get(member), fresh.get(member)) ?? []);
}

function compared(
  member: string,
  before: MemberHistory | undefined,
  after: MemberHistory | undefined,
): MemberChange | null {
  const old = byDay(before);
  const fresh = byDay(after);
  const differing = [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((day) => tierKey(old.get(day) ?? OUTSIDE) !== tierKey(fresh.get(day) ?? OUTSIDE))
    .sort((a, b) => a - b);
  const [first] = differing;
  if (first === undefined) return null;
  const last = Math.max(...old.keys(), ...fresh.keys());
  return {
    member,
    name: after?.name ?? before?.name ?? null,
    before: old.get(last) ?? OUTSIDE,
    after: fresh.get(last) ?? OUTSIDE,
    days: differing.length,
    first: dateText(first),
    firstBefore: old.get(first) ?? OUTSIDE,
    firstAfter: fresh.get(first) ?? OUTSIDE,
  };
}

/** Days since 1970. */
function byDay(history: MemberHistory | undefined): Map<number, TierOrNone> {
  const days = new Map<number, TierOrNone>();
  for (const stretch of history?.stretches ?? []) {
    const first = dayOf(stretch.from);
    for (let day = 0; day < stretch.days; day += 1) days.set(first + day, stretch.state);
  }
  return days;
}

function tierKey(tier: TierOrNone): string {
  return tier.kind === 'tier' ? `tier ${tier.tier}` : tier.kind;
}
