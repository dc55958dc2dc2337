/** Opens a source's log, or makes one up if the rules name none. */
import { join } from 'node:path';
import type { RosterEntry, Signal } from '@steward/events';
import { TemporaryFolder } from '@steward/files';
import { type LogReader, openLog, readRoster } from '@steward/logs';
import type { GroupPolicy, Policy } from '@steward/policy';
import { syntheticOptionsFor, writeLog } from '@steward/synthetic';
import { besideFile, type LogSource } from './sources.ts';

/** Enough days to cover windows and weeks, and quick. */
const USUAL_DAYS = 60;
const MADE_UP_MEMBERS = 80;

/** An open log, and how to close it. */
export interface OpenedLog {
  reader: LogReader;
  close: () => Promise<void>;
}

export interface OpenSettings {
  lenient: boolean;
  /** Accepts logs without members. */
  withoutMembers: boolean;
  /** null for what the log itself says. */
  shows: Signal[] | null;
  timezone: string | null;
  /** Days of a made-up log. */
  days?: number;
  onProgress: (records: number) => void;
}

/** @throws LogError if it cannot be read */
export async function openSource(policy: Policy, source: LogSource, settings: OpenSettings): Promise<OpenedLog> {
  const made = source.log === null ? await madeUpLog(policy, source.groups, settings) : null;
  const paths = made === null ? (source.log?.paths ?? []) : [made.path];
  try {
    const reader = await openLog({
      paths,
      ...(source.log?.format == null ? {} : { format: source.log.format }),
      lenient: settings.lenient,
      withoutMembers: settings.withoutMembers,
      ...(settings.shows === null ? {} : { shows: settings.shows }),
      ...(settings.timezone === null ? {} : { timezone: settings.timezone }),
      onProgress: settings.onProgress,
    });
    return {
      reader,
      close: async () => {
        await reader.close();
        made?.remove();
      },
    };
  } catch (error) {
    made?.remove();
    throw error;
  }
}

/** Shows rules at work without data, on a log made to suit them. */
async function madeUpLog(
  policy: Policy,
  groups: readonly GroupPolicy[],
  settings: OpenSettings,
): Promise<{ path: string; remove: () => void }> {
  const [group] = groups;
  if (group === undefined) throw new Error('A made-up log is for one group');
  const folder = new TemporaryFolder();
  const path = join(folder.path, 'made-up.jsonl');
  const choices = { days: settings.days ?? USUAL_DAYS, members: MADE_UP_MEMBERS };
  await writeLog(syntheticOptionsFor(group, policy.roles, choices), path);
  return { path, remove: () => folder.remove() };
}

/**
 * Each group's roster: the one given for all, or its own.
 * @param file the `.group` file @param named null if none was given
 * @throws LogError if one cannot be read
 */
export async function rostersOf(
  groups: readonly GroupPolicy[],
  file: string,
  named: string | null,
): Promise<Record<string, RosterEntry[]>> {
  const rosters: Record<string, RosterEntry[]> = {};
  for (const group of groups) {
    const path = named ?? (group.roster === null ? null : besideFile(file, group.roster));
    if (path !== null) rosters[group.name] = await readRoster(path, group.timezone);
  }
  return rosters;
}
