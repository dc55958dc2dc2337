/** Opening the log of a source, or making one up where the rules name none. */
import { join } from 'node:path';
import type { RosterEntry, Signal } from '@steward/events';
import { TemporaryFolder } from '@steward/files';
import { type LogReader, openLog, readRoster } from '@steward/logs';
import type { GroupPolicy, Policy } from '@steward/policy';
import { syntheticOptionsFor, writeLog } from '@steward/synthetic';
import { besideFile, type LogSource } from './sources.ts';

/** Enough days for every window and week to be seen, and quick. */
const USUAL_DAYS = 60;
const MADE_UP_MEMBERS = 80;

/** A log that is open, and what to do when it is no longer needed. */
export interface OpenedLog {
  reader: LogReader;
  close: () => Promise<void>;
}

export interface OpenSettings {
  lenient: boolean;
  /** Logs that name nobody are meant to. */
  withoutMembers: boolean;
  /** null: what the log itself says. */
  shows: Signal[] | null;
  timezone: string | null;
  /** Length of a log that is made up. */
  days?: number;
  onProgress: (records: number) => void;
}

/** @throws LogError where it cannot be read */
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

/** Rules without any data can still be seen at work, on a log that suits them. */
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
 * The roster of each group: the one that was named for all, else its own.
 * @param file the `.group` file @param named null: none was
 * @throws LogError where one cannot be read
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
