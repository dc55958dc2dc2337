/** The members before the log begins, whether they ever speak or not. */

import type { Role } from '@steward/events';
import { replaceFile } from '@steward/files';
import { addDays } from '@steward/time';
import { SyntheticOptionError } from './options.ts';
import { groupPlan } from './plan.ts';
import { unitOf } from './random.ts';
import type { SyntheticOptions } from './settings.ts';

export interface RosterRow {
  member: string;
  name: string;
  role: Role;
  /** Local date. */
  joined: string;
}

const LONGEST_AGO_DAYS = 300;
const JOINED = 7;

/**
 * @returns staff, then members by id, without those who join during the log
 * @throws SyntheticOptionError for a log of several groups: a roster is for one group
 */
export function rosterOf(options: SyntheticOptions): RosterRow[] {
  if (options.groups !== 1) {
    throw new SyntheticOptionError('groups', {
      en: `groups: a roster is for one group, but the log has ${options.groups}.`,
      zh: `groups：名册只对应一个群，而日志有 ${options.groups} 个群。`,
    });
  }
  const plan = groupPlan(options, 0, 1);
  return [...plan.staff, ...plan.members]
    .filter((person) => person.joined === Number.NEGATIVE_INFINITY)
    .map((person) => {
      const ago =
        person.role === 'member'
          ? 1 + Math.floor(unitOf(plan.seed, JOINED, person.index) * LONGEST_AGO_DAYS)
          : LONGEST_AGO_DAYS;
      const joined = addDays(options.start, -ago);
      return { member: person.id, name: person.name, role: person.role, joined };
    });
}

/** CSV with the columns `member,name,role,joined`. */
export async function writeRoster(options: SyntheticOptions, path: string): Promise<number> {
  const rows = rosterOf(options);
  const lines = rows.map((row) => `${row.member},${row.name},${row.role},${row.joined}`);
  replaceFile(path, `member,name,role,joined\n${lines.join('\n')}\n`);
  return rows.length;
}
