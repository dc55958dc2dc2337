/**
 * Minimizes a failing case: drops events, rosters and clauses, and halves conditions, while it still fails.
 * Works on policies and logs directly, which is faster than shrinking the random choices behind them.
 */
import type { Condition, GroupPolicy } from '@steward/policy';
import type { GroupRows } from '../oracle/rows.ts';
import type { Case } from './arbitrary/case.ts';

const LISTS = ['tiers', 'health', 'risks', 'campaigns', 'cadence', 'duty'] as const;
const CONTENT_LISTS = ['categories', 'mixes', 'caps', 'bans', 'slots'] as const;
const OPTIONS = ['capacity', 'nickname', 'founded', 'lifecycle'] as const;

/** @param fails whether a case still shows the fault; must hold for `from` */
export function reduce(from: Case, fails: (each: Case) => boolean, seconds: number): Case {
  const deadline = Date.now() + seconds * 1_000;
  let current = from;
  for (;;) {
    const next = firstThat(smaller(current), (each) => Date.now() > deadline || fails(each));
    if (next === null || Date.now() > deadline) return current;
    current = next;
  }
}

function firstThat(cases: Iterable<Case>, holds: (each: Case) => boolean): Case | null {
  for (const each of cases) {
    if (holds(each)) return each;
  }
  return null;
}

function* smaller(from: Case): Generator<Case> {
  const { log, policy, rosters } = from;
  for (const groups of without(log.groups)) yield { ...from, log: { ...log, groups } };
  for (const [place, group] of log.groups.entries()) {
    for (const rows of fewerRows(group))
      yield { ...from, log: { ...log, groups: log.groups.with(place, { ...group, rows }) } };
  }
  for (const groups of without(policy.groups)) yield { ...from, policy: { ...policy, groups } };
  for (const place of policy.roles.keys())
    yield { ...from, policy: { ...policy, roles: policy.roles.toSpliced(place, 1) } };
  for (const [place, group] of policy.groups.entries()) {
    for (const next of simpler(group))
      yield { ...from, policy: { ...policy, groups: policy.groups.with(place, next) } };
  }
  for (const [name, roster] of rosters) {
    for (const next of without(roster)) yield { ...from, rosters: new Map([...rosters, [name, next]]) };
    if (roster.length === 1) yield { ...from, rosters: new Map([...rosters, [name, []]]) };
  }
}

/** Every list with one element removed, unless that leaves it empty. */
function* without<T>(list: readonly T[]): Generator<T[]> {
  if (list.length < 2) return;
  for (let place = list.length - 1; place >= 0; place -= 1) yield list.toSpliced(place, 1);
}

/** By halves, then one by one. */
function* fewerRows({ rows }: GroupRows): Generator<GroupRows['rows']> {
  const half = Math.floor(rows.length / 2);
  if (half > 1) yield rows.slice(0, half);
  if (half > 1) yield rows.slice(half);
  yield* without(rows);
}

function* simpler(group: GroupPolicy): Generator<GroupPolicy> {
  for (const name of OPTIONS) {
    if (group[name] !== null) yield { ...group, [name]: null };
  }
  for (const name of LISTS) {
    for (const place of group[name].keys())
      yield { ...group, [name]: group[name].filter((_, index) => index !== place) };
  }
  for (const name of CONTENT_LISTS) {
    const list = group.content[name];
    for (const place of list.keys()) {
      yield { ...group, content: { ...group.content, [name]: list.filter((_, index) => index !== place) } };
    }
  }
  for (const [place, tier] of group.tiers.entries()) {
    for (const when of halves(tier.when)) yield { ...group, tiers: group.tiers.with(place, { ...tier, when }) };
    if (tier.tasks.length > 0) yield { ...group, tiers: group.tiers.with(place, { ...tier, tasks: [] }) };
    if (tier.actions.length > 0) yield { ...group, tiers: group.tiers.with(place, { ...tier, actions: [] }) };
  }
  for (const [place, risk] of group.risks.entries()) {
    for (const when of halves(risk.when)) yield { ...group, risks: group.risks.with(place, { ...risk, when }) };
    for (const actions of without([...risk.actions]))
      yield { ...group, risks: group.risks.with(place, { ...risk, actions }) };
    for (const key of risk.escalations.keys()) {
      const escalations = risk.escalations.toSpliced(key, 1);
      yield { ...group, risks: group.risks.with(place, { ...risk, escalations }) };
    }
  }
}

function* halves(condition: Condition | null): Generator<Condition> {
  if (condition?.kind === 'not') yield condition.operand;
  if (condition?.kind === 'and' || condition?.kind === 'or') yield* [condition.left, condition.right];
}

/** A case as text: the policy without source positions and empty values, the log as a table. */
export function describeCase({ policy, log, rosters }: Case): string {
  const groups = policy.groups.map((group) =>
    JSON.stringify(group, (key, value: unknown) => (isEmpty(key, value) ? undefined : value)),
  );
  const rows = log.groups.flatMap(({ group, groupName, covers, founded, members, rows: list }) => [
    `group ${group} ${JSON.stringify({ groupName, covers, founded, members })}`,
    ...list.map(({ file: _file, line, ts, kind, member, ...said }) => {
      const rest = JSON.stringify(said, (key, value: unknown) => (isEmpty(key, value) ? undefined : value));
      return `  ${line} ${new Date(Math.floor(ts / 1_000)).toISOString()}+${((ts % 1_000) + 1_000) % 1_000}µs ${kind} ${member} ${rest}`;
    }),
  ]);
  const shows = `complete ${log.complete} roles ${log.roles} shows ${log.shows.join(' ')}`;
  return [
    ...groups,
    `declared ${JSON.stringify(policy.roles)}`,
    shows,
    ...rows,
    `rosters ${JSON.stringify([...rosters])}`,
  ].join('\n');
}

function isEmpty(key: string, value: unknown): boolean {
  return key === 'range' || value === null || (Array.isArray(value) && value.length === 0);
}
