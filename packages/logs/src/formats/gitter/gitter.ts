/**
 * Gitter room history as published by freeCodeCamp: tab-separated, no header, newest first.
 * Columns: room id, room uri, time (ISO, UTC), user id, user name, message id, text (quoted if it has several lines).
 *
 * - Pages of a hundred rows overlap, so message ids repeat: they are dropped as duplicates, as in every format.
 * - Shows messages only: joins, leaves and reads are not recorded, and deleted messages are simply absent.
 */
import { csvRecords, type Record, valuePlace } from '../../input/csv.ts';
import { lineBlocks } from '../../input/lines.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { badRecord, wrongWidth } from '../../problems/file-problems.ts';
import { media, messageAt, role } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import type { ExportFormat, ReadItem } from '../format.ts';

const WIDTH = 7;
const TAB = '\t';
const TIME = 2;

/** User names of bots. */
const BOTS: ReadonlySet<string> = new Set(['camperbot']);

export const format: ExportFormat = {
  name: 'gitter',
  about: { en: 'Gitter', zh: 'Gitter' },
  matches: (_head, first) => looksLikeGitter(first),
  async *read(file) {
    yield [{ shows: ['message'] }];
    for await (const items of csvRecords(file, lineBlocks(file), TAB)) {
      yield items.map((item) => ('problem' in item ? item : readRow(file, item.record)));
    }
  },
};

function readRow(file: string, row: Record): ReadItem {
  const place = { file, line: row.line, column: null };
  if (row.values.length !== WIDTH) return { problem: wrongWidth(place, row.values.length, WIDTH) };
  const [room = '', uri = '', sent = '', userId = '', userName = '', messageId = '', text = ''] = row.values;
  const time = parseTime(sent, null);
  if ('fault' in time) {
    const fault = { field: 'ts', code: time.fault, found: sent } as const;
    return { problem: fieldProblem(fault, valuePlace(file, row, TIME, TAB)) };
  }
  if (room === '' || messageId === '') {
    const expected = { en: 'a room id and a message id', zh: '房间 id 和消息 id' };
    const message = { en: 'The row lacks an id', zh: '该行缺少 id' };
    return { problem: badRecord(place, null, expected, message) };
  }
  const event = messageAt(row.line, time.micros, room);
  event.groupName = uri || null;
  event.member = userId || null;
  event.memberName = userName || null;
  if (BOTS.has(userName)) event.role = role('bot');
  event.media = media('text');
  event.text = text || null;
  event.id = messageId;
  return { event };
}

/** Whether a first row looks like this format: two object ids and a time in their columns. */
function looksLikeGitter(firstLine: string): boolean {
  const [room = '', , sent = '', user = ''] = firstLine.split(TAB);
  return /^[0-9a-f]{24}$/.test(room) && /^\d{4}-\d{2}-\d{2}T/.test(sent) && /^[0-9a-f]{24}$/.test(user);
}
