/** What to simulate: logs chosen for all or some groups of a file. */
import type { GroupPolicy, Policy } from '@steward/policy';
import { type LogSource, logSources } from './sources.ts';

/** The log of a simulation. `sample`: the group's own, or a made-up one if it names none. Paths are absolute. */
export type LogChoice = { kind: 'sample' } | { kind: 'file'; paths: string[] } | { kind: 'generated'; days: number };

/** Which groups of the file to simulate, and on which log. */
export interface LogSelection {
  /** Name of a group; null for all, which drops earlier choices for single groups. */
  group: string | null;
  log: LogChoice;
}

const USUAL_DAYS = 60;

/** A log with the key that identifies it. */
export interface ChosenSource extends LogSource {
  key: string;
  /** Days, if the log is generated. */
  days: number;
}

export class Selection {
  private all: LogChoice | null = null;
  private own = new Map<string, LogChoice>();
  /** Groups of the policy at the last look. */
  private names: string[] = [];

  choose({ group, log }: LogSelection): void {
    if (group === null) {
      this.all = log;
      this.own.clear();
    } else this.own.set(group, log);
  }

  copy(): Selection {
    const copy = new Selection();
    copy.all = this.all;
    copy.own = new Map(this.own);
    copy.names = this.names;
    return copy;
  }

  /** Distinct logs, each with its groups. */
  sources(policy: Policy, file: string): ChosenSource[] {
    this.followRenames(policy.groups.map(({ name }) => name));
    const choices = new Map<string, { log: LogChoice; groups: GroupPolicy[] }>();
    for (const group of policy.groups) {
      const log = this.own.get(group.name) ?? this.all;
      if (log === null) continue;
      const key = JSON.stringify(log);
      const chosen = choices.get(key) ?? { log, groups: [] };
      chosen.groups.push(group);
      choices.set(key, chosen);
    }
    const found = new Map<string, ChosenSource>();
    for (const { log, groups } of choices.values()) {
      for (const source of sourcesOf(policy, groups, file, log)) {
        const known = found.get(source.key);
        if (known === undefined) found.set(source.key, source);
        else known.groups.push(...source.groups.filter((group) => !known.groups.includes(group)));
      }
    }
    return [...found.values()];
  }

  /** A group that is being renamed stays chosen. */
  private followRenames(names: string[]): void {
    const before = this.names;
    this.names = names;
    if (before.length !== names.length) return;
    names.forEach((name, index) => {
      const old = before[index] ?? name;
      const log = this.own.get(old);
      if (log === undefined || old === name || names.includes(old)) return;
      this.own.delete(old);
      this.own.set(name, log);
    });
  }
}

function sourcesOf(policy: Policy, groups: GroupPolicy[], file: string, log: LogChoice): ChosenSource[] {
  switch (log.kind) {
    case 'sample':
      return logSources(policy, groups, file, [], null).map((source) => withKey(policy, source, USUAL_DAYS));
    case 'file':
      return [withKey(policy, { groups, log: { paths: log.paths, format: null }, explicit: true }, USUAL_DAYS)];
    case 'generated':
      return groups.map((group) => withKey(policy, { groups: [group], log: null, explicit: true }, log.days));
  }
}

/** A made-up log belongs to one group, even if that is renamed. */
function withKey(policy: Policy, source: LogSource, days: number): ChosenSource {
  if (source.log !== null)
    return { ...source, days, key: JSON.stringify({ ...source.log, explicit: source.explicit }) };
  const [group] = source.groups;
  const place = group === undefined ? -1 : policy.groups.indexOf(group);
  return { ...source, explicit: true, days, key: JSON.stringify({ place, days }) };
}
