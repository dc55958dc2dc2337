/** A roster: who is (or was) in a group, as a table with the columns member, name, role and joined, in English or Chinese. */

import { ROLES, type RosterEntry } from '@steward/events';
import type { Bilingual } from '@steward/text';
import { type Calendar, calendarOf, dayNumber, isCivilDate, isTimeZone } from '@steward/time';
import { type Record, valuePlace } from './input/csv.ts';
import { type TableHeader, tableBlocks } from './input/table.ts';
import { fieldProblem } from './problems/field-problems.ts';
import { badRecord, duplicateColumn, unknownZone, wholeFile, wrongWidth } from './problems/file-problems.ts';
import { zerosInIds } from './problems/id-problems.ts';
import { LogError, quoted } from './problems/problem.ts';
import { IdColumn, isRoundedId } from './schema/ids.ts';
import { parseTime } from './schema/time.ts';
import { positionOf, ROLE_INDEX } from './schema/words.ts';

type Column = 'member' | 'name' | 'role' | 'joined';

const COLUMN_NAMES: ReadonlyMap<string, Column> = new Map(
  Object.entries({
    member: 'member',
    id: 'member',
    userid: 'member',
    成员: 'member',
    成员id: 'member',
    name: 'name',
    nickname: 'name',
    昵称: 'name',
    姓名: 'name',
    群昵称: 'name',
    role: 'role',
    角色: 'role',
    身份: 'role',
    joined: 'joined',
    加入时间: 'joined',
    入群时间: 'joined',
  } as const),
);

/**
 * @param timezone of dates, and of times without a zone
 * @returns in the order of the file; a later row of a member replaces an earlier one
 * @throws LogError at the first faulty row
 */
export async function readRoster(path: string, timezone: string): Promise<RosterEntry[]> {
  if (!isTimeZone(timezone)) throw new LogError([unknownZone(timezone)]);
  const zone = calendarOf(timezone);
  const entries = new Map<string, RosterEntry>();
  const ids = new IdColumn();
  let columns: Map<Column, number> | null = null;
  for await (const { header, rows } of tableBlocks(path)) {
    columns ??= columnsOf(path, header);
    for (const row of rows) {
      if ('problem' in row) throw new LogError([row.problem]);
      const context = { columns, width: header.names.length, delimiter: header.delimiter, zone };
      const entry = entryOf(path, row.record, context);
      ids.add(entry.member, row.record.line);
      entries.delete(entry.member);
      entries.set(entry.member, entry);
    }
  }
  const { rounded } = ids;
  if (rounded === null) return [...entries.values()];
  throw new LogError([zerosInIds('member', rounded.id, { file: path, line: rounded.line, column: null }, false)]);
}

function columnsOf(file: string, { line, names }: TableHeader): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, value] of names.entries()) {
    const column = COLUMN_NAMES.get(value.trim().toLowerCase());
    if (column === undefined) continue;
    if (columns.has(column)) throw new LogError([duplicateColumn({ file, line, column: null }, value)]);
    columns.set(column, index);
  }
  if (columns.has('member')) return columns;
  throw new LogError([
    {
      code: 'noMemberColumn',
      ...wholeFile(file),
      line,
      found: quoted(names.join(', ')),
      expected: { en: 'member, name, role, joined', zh: '成员、昵称、角色、加入时间' },
      message: { en: 'The roster has no column `member`', zh: '名册没有“成员”列' },
      advice: { en: 'Name the columns in the first row.', zh: '请在首行写上列名。' },
    },
  ]);
}

interface RowContext {
  columns: Map<Column, number>;
  width: number;
  delimiter: string;
  zone: Calendar;
}

function entryOf(file: string, row: Record, context: RowContext): RosterEntry {
  const { columns, width, delimiter, zone } = context;
  if (row.values.length !== width) {
    throw new LogError([wrongWidth({ file, line: row.line, column: null }, row.values.length, width)]);
  }
  const value = (column: Column): string => row.values[columns.get(column) ?? -1]?.trim() ?? '';
  const fault = (column: Column, expected: Bilingual, message: Bilingual): LogError =>
    new LogError([
      badRecord(valuePlace(file, row, columns.get(column) ?? 0, delimiter), quoted(value(column)), expected, message),
    ]);

  const member = value('member');
  if (member === '')
    throw fault('member', { en: 'an id', zh: '成员 id' }, { en: 'The row has no member', zh: '该行没有成员' });
  if (isRoundedId(member)) {
    const place = valuePlace(file, row, columns.get('member') ?? 0, delimiter);
    throw new LogError([fieldProblem({ field: 'member', code: 'roundedId', found: member }, place)]);
  }
  const role = value('role') === '' ? null : positionOf(ROLE_INDEX, value('role'));
  if (role === null && value('role') !== '') {
    throw fault(
      'role',
      { en: 'member, staff, owner or bot', zh: '成员、管理员、群主或机器人' },
      { en: 'Unknown role', zh: '未知的角色' },
    );
  }
  const joined = value('joined') === '' ? null : joinedMicros(value('joined'), zone);
  if (joined === undefined) {
    throw fault(
      'joined',
      { en: 'a date (2025-03-01) or a time', zh: '日期（2025-03-01）或时间' },
      { en: 'This is not a date', zh: '这不是日期' },
    );
  }
  return { member, name: value('name') || null, role: role === null ? null : (ROLES[role] ?? null), joined };
}

/** A date is the start of its local day. Spreadsheets write slashes, and months and days with one digit. */
function joinedMicros(text: string, zone: Calendar): number | undefined {
  const date = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (date) {
    const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
    return isCivilDate(year, month, day) ? zone.dayStart(dayNumber(year, month, day)) : undefined;
  }
  const time = parseTime(text, zone);
  return 'micros' in time ? time.micros : undefined;
}
