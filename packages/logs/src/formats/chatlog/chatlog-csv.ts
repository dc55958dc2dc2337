/**
 * chatlog's CSV: Time,SenderName,Sender,TalkerName,Talker,Content. Times are local and have no zone. The kind of a message can only be
 * inferred from how its content was rendered. A notice is a row without a sender, or with the room as sender.
 */
import { type Record, type RecordItem, valuePlace } from '../../input/csv.ts';
import { namesInHead, tableBlocks } from '../../input/table.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { wrongWidth } from '../../problems/file-problems.ts';
import { mediaOrUnknown, messageAt } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import { type ReadContext, type ReadItem, unknownMedia } from '../format.ts';
import { noticeEvents, WECHAT_SHOWS } from '../wechat/notice.ts';
import { type People, type Person, personIn } from '../wechat/people.ts';
import { renderedContent } from './rendering.ts';

const COLUMNS = ['Time', 'SenderName', 'Sender', 'TalkerName', 'Talker', 'Content'];
const WIDTH = COLUMNS.length;
const SYSTEM_SENDERS: ReadonlySet<string> = new Set(['系统消息', '系統訊息', '系统', 'system']);

/** Whether the file begins with the columns of this format, whatever delimiter a spreadsheet has put between them. */
export function hasChatlogHeader(head: string): boolean {
  return namesInHead(head).join() === COLUMNS.join();
}

export async function surveyChatlogCsv(file: string, people: People): Promise<void> {
  for await (const { rows } of tableBlocks(file)) {
    for (const row of rows) if ('record' in row) meetSender(row.record, people);
  }
}

export async function* readChatlogCsv(file: string, context: ReadContext): AsyncGenerator<ReadItem[], void, undefined> {
  yield [{ shows: WECHAT_SHOWS }];
  let reader: RowReader | null = null;
  for await (const { header, rows } of tableBlocks(file)) {
    reader ??= new RowReader(file, context, header.delimiter);
    yield readAll(reader, rows);
  }
}

function readAll(reader: RowReader, rows: readonly RecordItem[]): ReadItem[] {
  return rows.flatMap((row) => ('problem' in row ? [row] : reader.read(row.record)));
}

function meetSender(record: Record, people: People): void {
  const values = valuesOf(record);
  const sender = senderOf(values);
  if (sender !== null) people.meet(values.talker, sender.id, sender.name);
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

/** @returns null for a row that no person sent: the sender is empty, the room or the system */
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
  readonly #delimiter: string;

  constructor(file: string, context: ReadContext, delimiter: string) {
    this.#file = file;
    this.#context = context;
    this.#delimiter = delimiter;
  }

  read(row: Record): ReadItem[] {
    const place = { file: this.#file, line: row.line, column: null };
    if (row.values.length !== WIDTH) return [{ problem: wrongWidth(place, row.values.length, WIDTH) }];
    const values = valuesOf(row);
    if (!values.talker.endsWith('@chatroom')) return [{ skipped: 'directMessage' }];
    const time = parseTime(values.sent, this.#context.zone);
    if ('fault' in time) {
      const at = valuePlace(this.#file, row, 0, this.#delimiter);
      return [{ problem: fieldProblem({ field: 'ts', code: time.fault, found: values.sent }, at) }];
    }
    const sender = senderOf(values);
    const event = messageAt(row.line, time.micros, values.talker);
    event.groupName = values.talkerName || null;
    const rendered = renderedContent(values.content);
    // A picture without a sender was sent by some unknown person; words without one are a notice.
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
