/**
 * chatlog's CSV: Time,SenderName,Sender,TalkerName,Talker,Content. Its times are local and say no zone, and what a message is can only be
 * told from how its content was rendered.
 */
import type { Media } from '@steward/events';
import { csvRecords, type Record, valuePlace } from '../../input/csv.ts';
import { lineBlocks } from '../../input/lines.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { wrongWidth } from '../../problems/file-problems.ts';
import { media, messageAt } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import type { Zone } from '../../schema/zone.ts';
import type { ReadItem } from '../format.ts';
import { noticeEvents, WECHAT_SHOWS } from '../wechat/notice.ts';
import { People } from '../wechat/people.ts';

export const CHATLOG_HEADER = 'Time,SenderName,Sender,TalkerName,Talker,Content';
const WIDTH = CHATLOG_HEADER.split(',').length;
const SYSTEM_SENDER = '系统消息';

export async function* readChatlogCsv(file: string, zone: Zone | null): AsyncGenerator<ReadItem[], void, undefined> {
  yield [{ shows: WECHAT_SHOWS }];
  const people = new People();
  for await (const row of rowsOf(file)) {
    if ('problem' in row) continue;
    const [, name = '', id = '', , talker = ''] = row.record.values;
    if (id !== SYSTEM_SENDER) people.meet(talker, id, name || null, false);
  }
  for await (const row of rowsOf(file)) {
    yield 'problem' in row ? [row] : readRow(file, row.record, zone, people);
  }
}

async function* rowsOf(file: string): AsyncGenerator<{ record: Record } | Extract<ReadItem, { problem: unknown }>> {
  let header = true;
  for await (const items of csvRecords(file, lineBlocks(file), ',')) {
    for (const item of items) {
      if (header) header = false;
      else yield item;
    }
  }
}

function readRow(file: string, row: Record, zone: Zone | null, people: People): ReadItem[] {
  const place = { file, line: row.line, column: null };
  if (row.values.length !== WIDTH) return [{ problem: wrongWidth(place, row.values.length, WIDTH) }];
  const [sent = '', name = '', sender = '', groupName = '', talker = '', content = ''] = row.values;
  if (!talker.endsWith('@chatroom')) return [{ skipped: 'directMessage' }];
  const time = parseTime(sent, zone);
  if ('fault' in time) {
    return [{ problem: fieldProblem({ field: 'ts', code: time.fault, found: sent }, valuePlace(file, row, 0, ',')) }];
  }
  const event = messageAt(row.line, time.micros, talker);
  event.groupName = groupName || null;
  if (sender === SYSTEM_SENDER) return noticeEvents(event, content, people);
  event.member = sender || null;
  event.memberName = name || null;
  event.media = media(renderedMedia(content));
  event.text = content || null;
  return [{ event }];
}

const RENDERED: readonly [RegExp, Media][] = [
  [/^!\[图片\]\(/, 'image'],
  [/^\[语音/, 'voice'],
  [/^!?\[视频(号)?[\]|]/, 'video'],
  [/^!?\[(动画)?表情/, 'sticker'],
  [/^\[GIF/, 'sticker'],
  [/^\[链接\|/, 'link'],
  [/^\[音乐/, 'link'],
  [/^\[文件[\]|]/, 'file'],
  [/^\[小程序/, 'miniapp'],
  [/^\[合并转发/, 'forward'],
  [/^\[笔记/, 'note'],
  [/^\[红包/, 'redpacket'],
  [/^\[转账/, 'transfer'],
  [/^\[(个人|推荐)?名片/, 'card'],
  [/^\[(位置|地理位置)/, 'location'],
  [/^\[群公告\]/, 'announcement'],
  [/^\[(语音|视频)?通话/, 'call'],
  [/^\[拍一拍/, 'poke'],
  [/^> /, 'quote'],
];

function renderedMedia(content: string): Media {
  return RENDERED.find(([pattern]) => pattern.test(content))?.[1] ?? 'text';
}
