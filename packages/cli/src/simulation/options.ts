/** The options of `simulate`, parsed and validated. */

import { availableParallelism } from 'node:os';
import { SIGNALS, type Signal } from '@steward/events';
import { EVIDENCE_LIMIT } from '@steward/simulator';
import { isTimeZone } from '@steward/time';
import { wholeNumber } from '../arguments/parse.ts';
import type { ParsedArguments } from '../arguments/specification.ts';
import { CannotRun } from '../faults.ts';
import type { Words } from '../words.ts';

export interface SimulateOptions {
  file: string;
  logs: readonly string[];
  from: string | null;
  groups: readonly string[];
  format: 'text' | 'json';
  members: boolean;
  roster: string | null;
  lenient: boolean;
  /** The log is meant to name nobody. */
  withoutMembers: boolean;
  shows: Signal[] | null;
  timezone: string | null;
  jobs: number;
  /** Events named for each number. */
  evidence: number;
  /** Groups shown in full before they are rolled up. */
  full: number;
  output: string | null;
  /** Where a report for a browser goes; null: none. */
  html: string | null;
}

/** More workers would only wait for the reader. */
const MOST_USEFUL_JOBS = 8;
const TEXT_EVIDENCE = 3;
const FULL = 3;
/** Events named for each number in a report for a browser. */
export const HTML_EVIDENCE = 8;

export function simulateOptions(given: ParsedArguments, words: Words): SimulateOptions {
  const format = given.value('format') === 'json' ? 'json' : 'text';
  const shows = given.value('shows');
  const timezone = given.value('timezone');
  if (timezone !== null && !isTimeZone(timezone)) throw new CannotRun(words.badTimezone(timezone));
  return {
    file: given.operands[0] ?? '',
    logs: given.list('log'),
    from: given.value('from'),
    groups: given.list('group'),
    format,
    members: given.flag('members'),
    roster: given.value('roster'),
    lenient: given.flag('lenient'),
    withoutMembers: given.flag('without-members'),
    shows: shows === null ? null : signalsOf(shows, words),
    timezone,
    jobs: wholeNumber(given, 'jobs', 1, 256, words) ?? Math.min(MOST_USEFUL_JOBS, availableParallelism()),
    evidence:
      wholeNumber(given, 'evidence', 0, EVIDENCE_LIMIT, words) ?? (format === 'json' ? EVIDENCE_LIMIT : TEXT_EVIDENCE),
    full: wholeNumber(given, 'full', 0, 1_000_000, words) ?? FULL,
    output: given.value('output'),
    html: given.value('html'),
  };
}

export function signalsOf(text: string, words: Words): Signal[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !SIGNALS.some((signal) => signal === name));
  if (unknown !== undefined) throw new CannotRun(words.unknownShows(unknown, words.series(SIGNALS)));
  return SIGNALS.filter((signal) => names.includes(signal));
}
