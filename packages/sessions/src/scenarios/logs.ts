/** A scenario's log: its own events, the logs it names, or both. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventRecord } from '@steward/events';
import { TemporaryFolder } from '@steward/files';
import { describeProblem, LogError, type LogReader, openLog, readRoster } from '@steward/logs';
import type { GroupPolicy, Policy, Scenario } from '@steward/policy';
import { bindGroups, type LogOfGroup, type Program, scenarioLog, scenarioRows } from '@steward/simulator';
import type { Locale } from '@steward/text';
import { instantText } from '@steward/time';
import { besideFile } from '../logs/sources.ts';
import { noEvents, noGroupBound, severalGroups, unreadableLog } from './fault.ts';

export interface ScenarioSource {
  policy: Policy;
  program: Program;
  /** The entry file. */
  file: string;
}

const MOST_PROBLEMS = 5;

/** @throws ScenarioFault for problems that the scenario's author has to fix */
export async function scenarioLogs(source: ScenarioSource, scenario: Scenario): Promise<LogOfGroup[]> {
  const { policy, program, file } = source;
  if (scenario.logs.length === 0) {
    const own = scenarioLog(program, scenario);
    if (own === null) throw noEvents();
    return [own];
  }
  const group = policy.groups.find(({ name }) => name === scenario.group);
  if (group === undefined) throw new Error(`the policy has no group ${scenario.group}`);
  const paths = scenario.logs.map((path) => besideFile(file, path));
  try {
    if (scenario.events.length === 0) return await readGroups(source, group, paths);
    const into = await onlyGroup(policy, group, paths);
    // A scenario may have events in the future.
    const now = Math.max(Date.now(), ...scenarioRows(source.program, scenario).map(({ ts }) => ts / 1_000));
    return await withEvents(source, scenario, into, (extra) => readGroups(source, group, [...paths, extra], now));
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    const problems = error.problems.slice(0, MOST_PROBLEMS);
    const describe = (locale: Locale): string[] => problems.map((problem) => describeProblem(problem, locale));
    throw unreadableLog({ en: describe('en'), zh: describe('zh') });
  }
}

async function readGroups(
  { program, policy, file }: ScenarioSource,
  group: GroupPolicy,
  paths: readonly string[],
  now = Date.now(),
): Promise<LogOfGroup[]> {
  const reader = await openLog({
    paths,
    now,
    ...(group.sample?.format == null ? {} : { format: group.sample.format }),
  });
  try {
    const wanted = boundGroups(policy, group, reader);
    const roster = group.roster === null ? [] : await readRoster(besideFile(file, group.roster), group.timezone);
    const found: LogOfGroup[] = [];
    for await (const log of reader.groups(program.textPredicates, wanted)) {
      found.push({ log, info: reader.info, roster });
    }
    return found;
  } finally {
    await reader.close();
  }
}

/** The log was given for this group, so if nothing in it matches, the rules apply to all of it. */
function boundGroups(policy: Policy, { name }: GroupPolicy, reader: LogReader): string[] {
  const groups = reader.groupNames;
  const matched = bindGroups(policy, groups, { only: [name] });
  const names = matched.every((one) => one === null) ? bindGroups(policy, groups, { everything: name }) : matched;
  const bound = groups.filter((_, index) => names[index] === name).map(({ group }) => group);
  if (bound.length > 0) return bound;
  throw noGroupBound(groups.map(({ group }) => group).join(', '));
}

async function onlyGroup(policy: Policy, group: GroupPolicy, paths: readonly string[]): Promise<string> {
  const reader = await openLog({ paths });
  try {
    const [only, another] = boundGroups(policy, group, reader);
    if (only === undefined || another !== undefined) {
      throw severalGroups(reader.groupNames.map((one) => one.group).join(', '));
    }
    return only;
  } finally {
    await reader.close();
  }
}

/** The scenario's events as a file, read like its logs. */
async function withEvents<Result>(
  { program }: ScenarioSource,
  scenario: Scenario,
  group: string,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = new TemporaryFolder();
  try {
    const path = join(folder.path, 'events.jsonl');
    const lines = scenarioRows(program, scenario).map((row): string => {
      const { ts, member, kind, role, media, category, text, target, about, amount } = row;
      const record: EventRecord = { ts: instantText(ts), group };
      return JSON.stringify({ ...record, member, kind, role, media, category, text, target, about, amount });
    });
    await writeFile(path, `${lines.join('\n')}\n`);
    return await use(path);
  } finally {
    folder.remove();
  }
}
