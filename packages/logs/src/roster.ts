/** A roster: who is (or was) in a group, as a table with the columns member, name, role and joined, in English or Chinese. */
import type { RosterEntry } from '@steward/events';
import { csvRecords, type Record, valuePlace } from './input/csv.ts';
import { lineBlocks } from './input/lines.ts';
import { badRecord, duplicateColumn, unknownZone, wholeFile, wrongWidth } from './problems/file-problems.ts';
import { type Bilingual, LogError, type LogProblem, quoted } from './problems/problem.ts';
import { civilMillis, parseTime } from './schema/time.ts';
import { type Zone, zoneNamed } from './schema/zone.ts';

type Column = 'member' | 'name' | 'role' | 'joined';

const COLUMN_NAMES: Readonly<{ [name: string]: Column }> = {
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
};

type RosterRole = NonNullable<RosterEntry['role']>;

const ROLE_NAMES: Readonly<{ [name: string]: RosterRole }> = {
  member: 'member',
  成员: 'member',
  普通成员: 'member',
  staff: 'staff',
  admin: 'staff',
  管理员: 'staff',
  员工: 'staff',
  客服: 'staff',
  owner: 'owner',
  群主: 'owner',
  bot: 'bot',
  机器人: 'bot',
};

/**
 * @param timezone of dates, and of times that say no zone
 * @returns in the order of the file; a later row of a member replaces an earlier one
 * @throws LogError with the first faulty row
 */
export async function readRoster(path: string, timezone: string): Promise<RosterEntry[]> {
  const zone = zoneNamed(timezone);
  if (zone === null) throw new LogError([unknownZone(timezone)]);
  const entries = new Map<string, RosterEntry>();
  let header: Map<Column, number> | null = null;
  let width = 0;
  let delimiter = ',';
  const blocks = lineBlocks(path);
  // The header tells the delimiter, so the first block is looked at before any record is cut.
  const first = await blocks.next();
  if (!first.done) delimiter = delimiterOf(first.value.lines.find((line) => line !== '') ?? '');
  async function* all(): AsyncGenerator<{ first: number; lines: string[]; bad: Map<number, LogProblem> | null }> {
    if (!first.done) yield first.value;
    yield* blocks;
  }
  for await (const items of csvRecords(path, all(), delimiter)) {
    for (const item of items) {
      if ('problem' in item) throw new LogError([item.problem]);
      if (header === null) {
        header = headerOf(path, item.record);
        width = item.record.values.length;
        continue;
      }
      const entry = entryOf(path, item.record, { header, width, delimiter, zone });
      entries.delete(entry.member);
      entries.set(entry.member, entry);
    }
  }
  return [...entries.values()];
}

function delimiterOf(header: string): string {
  const counts = [',', '\t', ';'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

function headerOf(file: string, row: Record): Map<Column, number> {
  const header = new Map<Column, number>();
  for (const [index, value] of row.values.entries()) {
    const column = COLUMN_NAMES[value.trim().toLowerCase()];
    if (column === undefined) continue;
    if (header.has(column)) throw new LogError([duplicateColumn({ file, line: row.line, column: null }, value)]);
    header.set(column, index);
  }
  if (header.has('member')) return header;
  throw new LogError([
    {
      code: 'noMemberColumn',
      ...wholeFile(file),
      line: row.line,
      found: quoted(row.values.join(', ')),
      expected: { en: 'member, name, role, joined', zh: '成员、昵称、角色、加入时间' },
      message: { en: 'The roster has no column `member`', zh: '名册没有“成员”列' },
      advice: { en: 'Name the columns in the first row.', zh: '请在首行写上列名。' },
    },
  ]);
}

interface RowContext {
  header: Map<Column, number>;
  width: number;
  delimiter: string;
  zone: Zone;
}

function entryOf(file: string, row: Record, context: RowContext): RosterEntry {
  const { header, width, delimiter, zone } = context;
  if (row.values.length !== width) {
    throw new LogError([wrongWidth({ file, line: row.line, column: null }, row.values.length, width)]);
  }
  const value = (column: Column): string => row.values[header.get(column) ?? -1]?.trim() ?? '';
  const fault = (column: Column, expected: Bilingual, message: Bilingual): LogError =>
    new LogError([
      badRecord(valuePlace(file, row, header.get(column) ?? 0, delimiter), quoted(value(column)), expected, message),
    ]);

  const member = value('member');
  if (member === '')
    throw fault('member', { en: 'an id', zh: '成员 id' }, { en: 'The row names nobody', zh: '该行没有成员' });
  const role = value('role') === '' ? null : (ROLE_NAMES[value('role').toLowerCase()] ?? undefined);
  if (role === undefined) {
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
      { en: 'a date (2025-03-01) or a time', zh: '日期(2025-03-01)或时间' },
      { en: 'This is not a date', zh: '这不是日期' },
    );
  }
  return { member, name: value('name') || null, role, joined };
}

/** A date is the start of its local day; slashes, and months and days of one digit, are how spreadsheets write. */
function joinedMicros(text: string, zone: Zone): number | undefined {
  const date = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (date) {
    const local = civilMillis(Number(date[1]), Number(date[2]), Number(date[3]), 0, 0, 0);
    return local === null ? undefined : zone.instantOf(local) * 1000;
  }
  const time = parseTime(text, zone);
  return 'micros' in time ? time.micros : undefined;
}
