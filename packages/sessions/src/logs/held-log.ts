/**
 * A log kept in memory: its reader, the columns of matched groups, and results cached by earlier runs.
 *
 * - Files are numbered across all logs of a host, so that evidence can refer to them.
 */
import { statSync } from 'node:fs';
import type { GroupLog, RosterEntry, TextPredicate } from '@steward/events';
import { type EventIdentity, LogError, type LogReader } from '@steward/logs';
import type { GroupPolicy, Policy } from '@steward/policy';
import {
  type Binding,
  bind,
  compile,
  createSimulation,
  type GroupOutcome,
  type LogOfGroup,
  type Simulation,
  type SimulationOptions,
  sharedPredicates,
} from '@steward/simulator';
import { type OpenedLog, openSource, rostersOf } from './open.ts';
import type { ChosenSource } from './selection.ts';
import { besideFile } from './sources.ts';

/** Limit for cached text predicates of earlier texts, in words; each takes four bytes per event. */
const MOST_WORDS = 24;

export interface Hooks {
  onRead: (records: number) => void;
}

/** What a run on a log needs from a policy. */
export interface Preparation {
  binding: Binding;
  options: SimulationOptions;
}

export class HeldLog {
  readonly key: string;
  readonly made: boolean;
  readonly reader: LogReader;
  /** Number of its first file across all logs. */
  readonly firstFile: number;
  private readonly opened: OpenedLog;
  private readonly stamp: string;
  private logs: GroupLog[] = [];
  private predicates: TextPredicate[] = [];
  private rosters: Record<string, RosterEntry[]> = {};
  private rostersKey = '';
  /** Stamps of the roster files. */
  private rostersStamp = '';
  private simulation: Simulation | null = null;
  /** Words of text predicates cached since the log was read. */
  private words = 0;

  private constructor(source: ChosenSource, opened: OpenedLog, firstFile: number) {
    this.key = source.key;
    this.made = source.log === null;
    this.opened = opened;
    this.reader = opened.reader;
    this.firstFile = firstFile;
    this.stamp = stampOf(opened.reader.info.files);
  }

  /** @throws LogError if it cannot be read */
  static async open(policy: Policy, source: ChosenSource, firstFile: number, hooks: Hooks): Promise<HeldLog> {
    const opened = await openSource(policy, source, {
      lenient: false,
      withoutMembers: false,
      shows: null,
      timezone: null,
      days: source.days,
      onProgress: hooks.onRead,
    });
    return new HeldLog(source, opened, firstFile);
  }

  /** Whether its files have changed since they were read. */
  changedOnDisk(): boolean {
    return !this.made && stampOf(this.reader.info.files) !== this.stamp;
  }

  /**
   * Reads what the policy needs and is missing: groups, text predicates, rosters.
   * @param file the entry file, which rosters are relative to
   */
  async prepare(policy: Policy, source: ChosenSource, file: string): Promise<Preparation> {
    const wanted = source.groups.map(({ name }) => name);
    const groups = policy.groups.filter(({ name }) => wanted.includes(name));
    const binding = bind(policy, this.reader.groupNames, { wanted: groups, logGroups: [], explicit: source.explicit });
    await this.readRosters(policy, wanted, file);
    const missing = binding.bound.filter(({ group }) => !this.logs.some((log) => log.group === group.group));
    if (missing.length > 0 || this.words > MOST_WORDS) await this.readGroups(policy, binding);
    const simulation = this.running();
    const unanswered = simulation.unanswered(policy);
    if (unanswered.length > 0) await this.answer(simulation, unanswered);
    const only = { only: wanted };
    const options = binding.everything === null ? only : { everything: binding.everything };
    return { binding, options: { ...options, memberHistories: true } };
  }

  /** One by one. @param prepared of the same policy */
  groups(policy: Policy, { options }: Preparation): Generator<GroupOutcome, void, undefined> {
    return this.running().groups(policy, options);
  }

  /** May run repeatedly; caches carry over between variants of the rules. */
  get resident(): Simulation {
    return this.running();
  }

  /**
   * Groups of the log with only the text predicates of a policy, in its order.
   * @param groups ids, each bound by the policy
   */
  async logsFor(policy: Policy, groups: readonly string[], policyGroup: string): Promise<LogOfGroup[]> {
    const { info } = this.reader;
    const roster = this.rosters[policyGroup] ?? [];
    const held = this.logs.filter(({ group }) => groups.includes(group));
    const { textPredicates } = compile(policy);
    if (JSON.stringify(textPredicates) === JSON.stringify(this.predicates)) {
      return held.map((log) => ({ log, info, roster }));
    }
    const answers = await this.answers(textPredicates, groups);
    return held.map((log) => ({ log: { ...log, textBits: answers(log.group) }, info, roster }));
  }

  heldLogs(): readonly GroupLog[] {
    return this.logs;
  }

  holds(file: number): boolean {
    return this.firstFile <= file && file < this.firstFile + this.reader.info.files.length;
  }

  /**
   * @param places with file numbers across all logs
   * @returns nothing for each if the files have changed, which the next run reports
   */
  async identify(places: readonly { file: number; line: number }[]): Promise<EventIdentity[]> {
    try {
      return await this.reader.identify(places.map(({ file, line }) => ({ file: file - this.firstFile, line })));
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      return places.map(() => ({ id: null, text: null }));
    }
  }

  async close(): Promise<void> {
    this.simulation = null;
    this.logs = [];
    await this.opened.close();
  }

  private async readRosters(policy: Policy, wanted: readonly string[], file: string): Promise<void> {
    // A roster names real people, and none of them is in a made-up log.
    const groups = this.made ? [] : policy.groups.filter(({ name }) => wanted.includes(name));
    const stamp = rostersStamp(groups, file);
    if (stamp === this.rostersStamp) return;
    const rosters = await rostersOf(groups, file, null);
    this.rostersStamp = stamp;
    const key = JSON.stringify(rosters);
    // The simulation relies on the same entries for its lifetime, as do its caches.
    if (key !== this.rostersKey) this.forget();
    this.rosters = rosters;
    this.rostersKey = key;
  }

  private forget(): void {
    this.logs = [];
    this.simulation = null;
  }

  private async readGroups(policy: Policy, binding: Binding): Promise<void> {
    const predicates = sharedPredicates([policy]);
    const only = [...new Set([...this.logs.map(({ group }) => group), ...binding.bound.map((one) => one.group.group)])];
    const logs: GroupLog[] = [];
    for await (const log of this.reader.groups(predicates, only)) logs.push(this.numbered(log));
    this.logs = logs;
    this.predicates = predicates;
    this.words = 0;
    this.simulation = null;
  }

  /** With file numbers across all logs. */
  private numbered(log: GroupLog): GroupLog {
    if (this.firstFile === 0) return log;
    return { ...log, sourceFile: log.sourceFile.map((file) => file + this.firstFile) };
  }

  private running(): Simulation {
    this.simulation ??= createSimulation({
      info: this.reader.info,
      logs: this.logs,
      predicates: this.predicates,
      rosterOf: (policyGroup) => this.rosters[policyGroup] ?? [],
    });
    return this.simulation;
  }

  private async answer(simulation: Simulation, predicates: TextPredicate[]): Promise<void> {
    const only = this.logs.map(({ group }) => group);
    simulation.answer(predicates, await this.answers(predicates, only));
    this.words += Math.ceil(predicates.length / 32);
  }

  private async answers(
    predicates: readonly TextPredicate[],
    groups: readonly string[],
  ): Promise<(group: string) => Uint32Array[]> {
    const answers = new Map<string, Uint32Array[]>();
    for await (const { group, textBits } of this.reader.textBits(predicates, groups)) answers.set(group, textBits);
    return (group) => {
      const bits = answers.get(group);
      if (bits === undefined) throw new Error(`The reader gave no answers for ${group}`);
      return bits;
    };
  }
}

function rostersStamp(groups: readonly GroupPolicy[], file: string): string {
  const rosters = groups.flatMap(({ name, roster, timezone }) =>
    roster === null ? [] : [{ name, timezone, path: besideFile(file, roster) }],
  );
  return `${JSON.stringify(rosters)} ${stampOf(rosters.map(({ path }) => path))}`;
}

function stampOf(paths: readonly string[]): string {
  return JSON.stringify(
    paths.map((path) => {
      const status = statSync(path, { throwIfNoEntry: false });
      return status === undefined ? null : [status.size, status.mtimeMs];
    }),
  );
}
