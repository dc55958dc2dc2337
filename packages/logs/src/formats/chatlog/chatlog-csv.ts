/**
 * chatlog's CSV: Time,SenderName,Sender,TalkerName,Talker,Content. Its times are local and say no zone, what a message is can only be told from
 * how its content was rendered, and a notice is a row without a sender, or with the room as one.
 */
import { csvRecords, type Record, valuePlace } from '../../input/csv.ts';
import { lineBlocks } from '../../input/lines.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { wrongWidth } from '../../problems/file-problems.ts';
import { mediaOrUnknown, messageAt } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import { type ReadContext, type ReadItem, unknownMedia } from '../format.ts';
import { noticeEvents, WECHAT_SHOWS } from '../wechat/notice.ts';
import { type People, type Person, personIn } from '../wechat/people.ts';
import { renderedContent } from './rendering.ts';

export const CHATLOG_HEADER = 'Time,SenderName,Sender,TalkerName,Talker,Content';
const WIDTH = CHATLOG_HEADER.split(',').length;
const SYSTEM_SENDERS: ReadonlySet<string> = new Set(['系统消息', '系統訊息', '系统', 'system']);

export async function surveyChatlogCsv(file: string, people: People): Promise<void> {
  for await (const row of rowsOf(file)) {
    if ('problem' in row) continue;
    const values = valuesOf(row.record);
    const sender = senderOf(values);
    if (sender !== null) people.meet(values.talker, sender.id, sender.name);
  }
}

export async function* readChatlogCsv(file: string, context: ReadContext): AsyncGenerator<ReadItem[], void, undefined> {
  yield [{ shows: WECHAT_SHOWS }];
  const reader = new RowReader(file, context);
  for await (const row of rowsOf(file)) yield 'problem' in row ? [row] : reader.read(row.record);
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

interface Values {
  sent: string;
  senderName: string;
  sender: string;
  talkerName: string;
  talker: string;
  content: string;
}

function valuesOf({ values }: Record): Values {
  const [sent = '', senderName = '', sender = '', talkerName = '', room = '', content = ''] = values;
  const talker = personIn(room, () => true)?.id ?? room;
  return { sent, senderName, sender, talkerName, talker, content };
}

/** @returns null for a row that is no person's: nobody's, the room's or the system's */
function senderOf({ sender, senderName, talker, talkerName }: Values): Person | null {
  const said = personIn(sender, (id) => id === talker) ?? { id: sender, name: senderName || null };
  if (said.id === '' || said.id === talker || said.id.endsWith('@chatroom')) return null;
  if (SYSTEM_SENDERS.has(said.id) || (said.id === talkerName && senderName === '')) return null;
  const name = senderName === '' ? said.name : (personIn(senderName, (id) => id === said.id)?.name ?? senderName);
  return { id: said.id, name };
}

class RowReader {
  readonly #file: string;
  readonly #context: ReadContext;

  constructor(file: string, context: ReadContext) {
    this.#file = file;
    this.#context = context;
  }

  read(row: Record): ReadItem[] {
    const place = { file: this.#file, line: row.line, column: null };
    if (row.values.length !== WIDTH) return [{ problem: wrongWidth(place, row.values.length, WIDTH) }];
    const values = valuesOf(row);
    if (!values.talker.endsWith('@chatroom')) return [{ skipped: 'directMessage' }];
    const time = parseTime(values.sent, this.#context.zone);
    if ('fault' in time) {
      const at = valuePlace(this.#file, row, 0, ',');
      return [{ problem: fieldProblem({ field: 'ts', code: time.fault, found: values.sent }, at) }];
    }
    const sender = senderOf(values);
    const event = messageAt(row.line, time.micros, values.talker);
    event.groupName = values.talkerName || null;
    const rendered = renderedContent(values.content);
    // A picture without a sender is somebody's, though nobody knows whose; words without one are a notice.
    if (sender === null && (rendered.media === 'text' || SYSTEM_SENDERS.has(values.sender))) {
      return noticeEvents(event, values.content, this.#context.people, this.#file);
    }
    event.member = sender?.id ?? null;
    event.memberName = sender?.name ?? null;
    event.media = mediaOrUnknown(rendered.media);
    event.text = rendered.text;
    event.target = rendered.quoted;
    return rendered.media === null ? [unknownMedia(row.line, values.content), { event }] : [{ event }];
  }
}
