/**
 * The oracle: interprets a policy over rows clause by clause, straight from `packages/SEMANTICS.md`, without regard to speed.
 * It shares no code with the engine, only the types of input and output.
 */
import type { RosterEntry } from '@steward/events';
import type { GroupPolicy, Policy } from '@steward/policy';
import type { GroupOutcome, Outcome, Rollup } from '@steward/simulator';
import { runGroupRows } from './group.ts';
import type { GroupRows, RowLog } from './rows.ts';

export interface OracleOptions {
  memberHistories: boolean;
  /** By name of policy group. */
  rosters: ReadonlyMap<string, readonly RosterEntry[]>;
}

export function interpret(policy: Policy, log: RowLog, options: OracleOptions): Outcome {
  const sorted = [...log.groups].sort((a, b) => compareUnits(a.group, b.group));
  const bound = sorted.map((rows) => ({ rows, group: boundTo(policy, rows) }));
  const groups = policy.groups.flatMap((group) =>
    bound
      .filter((each) => each.group === group)
      .map(({ rows }) => {
        const roster = options.rosters.get(group.name) ?? [];
        const { shows, complete, roles } = log;
        const input = { policy, group, log: rows, roster, shows, saysRoles: roles, complete };
        return runGroupRows(input, options.memberHistories);
      }),
  );
  return {
    format: 'steward-outcome/1',
    log: {
      files: log.files,
      shows: log.shows,
      complete: log.complete,
      events: sum(log.groups.map((group) => group.rows.length)),
      messages: sum(log.groups.map((group) => group.rows.filter((row) => row.kind === 'message').length)),
    },
    groups,
    unbound: bound
      .filter((each) => each.group === null)
      .map(({ rows }) => ({ group: rows.group, groupName: rows.groupName, events: rows.rows.length })),
    rollups: policy.groups.flatMap((group) => {
      const own = groups.filter((outcome) => outcome.policy === group.name);
      return own.length === 0 ? [] : [rollup(policy, group, own)];
    }),
  };
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The first with a glob that matches the id or name; else the first without globs. */
function boundTo(policy: Policy, rows: GroupRows): GroupPolicy | null {
  const names = [rows.group, rows.groupName].filter((name) => name !== null);
  const fits = (group: GroupPolicy): boolean => group.match.some((glob) => names.some((name) => isMatch(glob, name)));
  return policy.groups.find(fits) ?? policy.groups.find((group) => group.match.length === 0) ?? null;
}

/** `*` is any text, `?` any one character; matches the whole name. */
function isMatch(glob: string, name: string): boolean {
  const [head, ...rest] = [...glob];
  const [first, ...others] = [...name];
  if (head === undefined) return first === undefined;
  if (head === '*') return isMatch(rest.join(''), name) || (first !== undefined && isMatch(glob, others.join('')));
  return first !== undefined && (head === '?' || head === first) && isMatch(rest.join(''), others.join(''));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rollup(policy: Policy, group: GroupPolicy, own: readonly GroupOutcome[]): Rollup {
  const over = (read: (outcome: GroupOutcome) => number | undefined): number =>
    sum(own.map((outcome) => read(outcome) ?? 0));
  return {
    policy: group.name,
    groups: own.length,
    events: over((outcome) => outcome.events),
    messages: over((outcome) => outcome.messages),
    members: over((outcome) => outcome.members.atEnd),
    tiers: group.tiers.map((tier, index) => ({
      tier: tier.name,
      members: over((outcome) => outcome.tiers[index]?.members),
    })),
    untiered: over((outcome) => outcome.untiered.members),
    mixes: group.content.mixes.map((mix, index) => ({
      period: mix.period,
      shares: mix.shares.map((share, place) => ({
        category: share.category,
        target: share.share,
        messages: over((outcome) => outcome.content.mixes[index]?.shares[place]?.messages),
      })),
      messages: over((outcome) => outcome.content.mixes[index]?.messages),
      kept: over((outcome) => outcome.content.mixes[index]?.kept),
      missed: over((outcome) => outcome.content.mixes[index]?.missed),
    })),
    caps: group.content.caps.map((cap, index) => ({
      category: cap.category,
      period: cap.period,
      exceeded: over((outcome) => outcome.content.caps[index]?.exceeded),
    })),
    bans: group.content.bans.map((ban, index) => ({
      lexicon: ban.lexicon,
      messages: over((outcome) => outcome.content.bans[index]?.evidence.count),
    })),
    health: group.health.map((dimension, index) => ({
      dimension: dimension.name,
      breaches: over((outcome) => outcome.health[index]?.breaches.length),
      groupsInBreachAtEnd: own.filter((outcome) => outcome.health[index]?.byDay.at(-1) === 'breach').length,
    })),
    risks: group.risks.map((risk, index) => ({
      risk: risk.name,
      incidents: over((outcome) => outcome.risks[index]?.incidents.length),
      escalated: over((outcome) => outcome.risks[index]?.escalated),
      openAtEnd: over((outcome) => outcome.risks[index]?.openAtEnd),
    })),
    actions: policy.actions.flatMap(({ name }) => {
      const taken = own.flatMap((outcome) => outcome.actions.byAction).filter((each) => each.action === name);
      const count = sum(taken.map((each) => each.count));
      const prevented = sum(taken.map((each) => each.prevented));
      return count === 0 ? [] : [{ action: name, count, prevented }];
    }),
    stages: (group.lifecycle?.stages ?? []).map((stage) => ({
      stage: stage.name,
      groups: own.filter((outcome) => outcome.lifecycle?.current === stage.name).length,
    })),
  };
}
