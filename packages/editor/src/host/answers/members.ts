/** Members of a group at the end of its log, page by page. */
import type { GroupOutcome, MemberHistory, Outcome } from '@steward/simulator';
import type { MembersAnswer } from '../../protocol.ts';
import type { HostAsks } from '../messages.ts';

const MOST = 500;

type MemberRow = MembersAnswer['members'][number];

/** Ordered by tier as declared, then by name, without those who have left. */
export function membersPage({ groups }: Outcome, ask: HostAsks['members']['ask']): MembersAnswer {
  const group = groupOf(groups, ask.group);
  const everybody = (group?.memberHistories ?? []).flatMap(atEnd);
  const tiers = group?.tiers.map(({ tier }) => tier) ?? [];
  const wanted = ask.search.trim().toLocaleLowerCase();
  const found = everybody
    .filter(({ tier }) => ask.tier === null || tier === ask.tier)
    .filter(({ id, name }) => [id, name ?? ''].some((text) => text.toLocaleLowerCase().includes(wanted)))
    .sort((a, b) => place(tiers, a) - place(tiers, b) || compare(a.name ?? a.id, b.name ?? b.id));
  const offset = Math.max(0, ask.offset);
  const members = found.slice(offset, offset + Math.min(MOST, Math.max(0, ask.limit)));
  return { total: found.length, members };
}

/** @param id null for the first */
export function groupOf(groups: readonly GroupOutcome[], id: string | null): GroupOutcome | null {
  return groups.find(({ group }) => id === null || group === id) ?? null;
}

function atEnd({ member, name, role, stretches }: MemberHistory): MemberRow[] {
  const last = stretches.at(-1);
  if (last === undefined || last.state.kind === 'outside') return [];
  const tier = last.state.kind === 'tier' ? last.state.tier : null;
  return [{ id: member, name, role: role ?? '', tier, since: beginning(stretches) }];
}

/** Start of the current state. Days in grace, or undecided for another tier, count as part of it. */
function beginning(stretches: MemberHistory['stretches']): string | null {
  const state = JSON.stringify(stretches.at(-1)?.state);
  let first = stretches.length - 1;
  while (first > 0 && JSON.stringify(stretches[first - 1]?.state) === state) first -= 1;
  return stretches[first]?.from ?? null;
}

function place(tiers: readonly string[], { tier }: MemberRow): number {
  return tier === null ? tiers.length : tiers.indexOf(tier);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
