/** Compares two Outcomes of one log, group by group, and lists only the differences. */
import type { Incident } from '../outcome/incidents.ts';
import type { GroupOutcome, Outcome } from '../outcome/outcome.ts';
import {
  type CountChange,
  DIFF_FORMAT,
  type GroupDiff,
  type IncidentChange,
  type OutcomeDiff,
  type VerdictChange,
} from './changes.ts';
import { countsOf, verdictsOf } from './facts.ts';
import { compareHistories } from './histories.ts';

/** @param before and `after`: Outcomes of the same log, with member histories */
export function diffOutcomes(before: Outcome, after: Outcome): OutcomeDiff {
  const old = new Map(before.groups.map((outcome) => [outcome.group, outcome]));
  const fresh = new Map(after.groups.map((outcome) => [outcome.group, outcome]));
  const names = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return {
    format: DIFF_FORMAT,
    groups: names.length,
    changed: names.flatMap((name) => diffGroup(old.get(name) ?? null, fresh.get(name) ?? null) ?? []),
  };
}

/** @returns null if nothing differs */
export function diffGroup(before: GroupOutcome | null, after: GroupOutcome | null): GroupDiff | null {
  const some = after ?? before;
  if (some === null) return null;
  const diff: GroupDiff = {
    group: some.group,
    groupName: some.groupName,
    timezone: some.timezone,
    policy: { before: before?.policy ?? null, after: after?.policy ?? null },
    members: compareHistories(before?.memberHistories ?? [], after?.memberHistories ?? []),
    incidents: incidentChanges(before, after),
    actions: actionChanges(before, after),
    counts: countChanges(before, after),
    verdicts: verdictChanges(before, after),
  };
  const { members, incidents, actions, counts, verdicts } = diff;
  const same = [members, incidents, actions, counts, verdicts].every((list) => list.length === 0);
  return same && diff.policy.before === diff.policy.after ? null : diff;
}

function incidentChanges(before: GroupOutcome | null, after: GroupOutcome | null): IncidentChange[] {
  const old = incidentsByKey(before);
  const fresh = incidentsByKey(after);
  const changes: { at: string; change: IncidentChange }[] = [];
  for (const [key, { risk, incident }] of old) {
    const now = fresh.get(key);
    if (now === undefined) changes.push({ at: incident.opened, change: { kind: 'goes', risk, incident } });
    else if (courseOf(incident) !== courseOf(now.incident)) {
      const change: IncidentChange = { kind: 'differs', risk, before: incident, after: now.incident };
      changes.push({ at: incident.opened, change });
    }
  }
  for (const [key, { risk, incident }] of fresh) {
    if (!old.has(key)) changes.push({ at: incident.opened, change: { kind: 'appears', risk, incident } });
  }
  const order = ({ at, change }: (typeof changes)[number]): string => `${at.slice(0, 19)} ${at} ${change.risk}`;
  return changes.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)).map(({ change }) => change);
}

function incidentsByKey(outcome: GroupOutcome | null): Map<string, { risk: string; incident: Incident }> {
  const found = new Map<string, { risk: string; incident: Incident }>();
  for (const { risk, incidents } of outcome?.risks ?? []) {
    for (const incident of incidents) {
      const key = `${risk} ${incident.opened} ${incident.escalatedFrom?.split('#')[0] ?? ''}`;
      let unique = key;
      for (let again = 2; found.has(unique); again += 1) unique = `${key} ${again}`;
      found.set(unique, { risk, incident });
    }
  }
  return found;
}

/** What identifies a change in an incident. Its number does not, because earlier incidents shift it. */
function courseOf({ closed, closedBy, reopened, escalations, onDuty, senders, evidence }: Incident): string {
  return JSON.stringify([closed, closedBy, reopened, escalations, onDuty, senders, evidence.count]);
}

function actionChanges(before: GroupOutcome | null, after: GroupOutcome | null): GroupDiff['actions'] {
  const count = (outcome: GroupOutcome | null): Map<string, number> =>
    new Map(outcome?.actions.byAction.map((each) => [each.action, each.count]));
  const old = count(before);
  const fresh = count(after);
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((action) => {
    const change = { action, before: old.get(action) ?? 0, after: fresh.get(action) ?? 0 };
    return change.before === change.after ? [] : [change];
  });
}

function countChanges(before: GroupOutcome | null, after: GroupOutcome | null): CountChange[] {
  const old = countsOf(before);
  const fresh = countsOf(after);
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key) => {
    const { what, name } = fresh.get(key) ?? old.get(key) ?? { what: 'tier', name: '' };
    const change: CountChange = {
      what,
      name,
      before: old.get(key)?.count ?? null,
      after: fresh.get(key)?.count ?? null,
    };
    return change.before === change.after ? [] : [change];
  });
}

/** One entry for each kind of change in a clause's verdict. */
function verdictChanges(before: GroupOutcome | null, after: GroupOutcome | null): VerdictChange[] {
  const old = verdictsOf(before);
  const fresh = verdictsOf(after);
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key) => {
    const judged = fresh.get(key)?.judged ?? old.get(key)?.judged;
    if (judged === undefined) return [];
    const then = old.get(key)?.verdicts ?? new Map<string, string>();
    const now = fresh.get(key)?.verdicts ?? new Map<string, string>();
    const changes = new Map<string, VerdictChange>();
    for (const at of [...new Set([...then.keys(), ...now.keys()])].sort()) {
      const move = { before: then.get(at) ?? null, after: now.get(at) ?? null };
      if (move.before === move.after) continue;
      const kind = JSON.stringify(move);
      const change = changes.get(kind) ?? { ...judged, ...move, at: [] };
      change.at.push(at);
      changes.set(kind, change);
    }
    return [...changes.values()];
  });
}
