/**
 * WeFlow and EchoTrace exports of one WeChat chat: `{ session: {…}, messages: […] }`. In the compact form, messages refer by number to an
 * additional list `senders: […]`. Session and senders may come after the messages.
 */
import { type Element, jsonElements } from '../../input/json-elements.ts';
import { isObject, type JsonObject, parseJson, scalarText, valueOffset } from '../../input/json-value.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { badRecord, wholeFile } from '../../problems/file-problems.ts';
import { LogError } from '../../problems/problem.ts';
import { mediaOrUnknown, messageAt } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import { objectOf, placeIn } from '../events/json.ts';
import { type ExportFormat, type ReadContext, type ReadItem, unknownMedia } from '../format.ts';
import { noticeEvents, WECHAT_SHOWS } from '../wechat/notice.ts';
import type { People, Person } from '../wechat/people.ts';
import { messageType } from './message-types.ts';

const MESSAGES = 'messages';
const DIRECT = '私聊';
/** How the exporter writes a sender that it does not know. */
const NOBODY: ReadonlySet<string> = new Set(['', 'unknown']);

interface Session {
  group: string;
  groupName: string | null;
  direct: boolean;
}

/** The parts of the file beside the messages. */
interface Chat {
  session: Session;
  /** By `senderID`. */
  senders: ReadonlyMap<string, Person>;
}

export const format: ExportFormat = {
  name: 'weflow',
  about: { en: 'JSON of WeFlow and EchoTrace', zh: 'WeFlow 和 EchoTrace 的 JSON' },
  matches: looksLikeWeflow,
  anyJson: true,
  async survey(file, people) {
    const chat = await chatOf(file);
    if (chat === null) return;
    for await (const items of jsonElements(file, MESSAGES)) {
      for (const item of items) if ('element' in item) meet(file, item.element, chat, people);
    }
  },
  async *read(file, context) {
    yield [{ shows: WECHAT_SHOWS }];
    const chat = await chatOf(file);
    if (chat === null) throw new LogError([unknownChat(file)]);
    const reader = new MessageReader(file, chat, context);
    for await (const items of jsonElements(file, MESSAGES)) {
      yield items.flatMap((item) => {
        if ('problem' in item) return [item];
        return 'element' in item ? reader.read(item.element) : [];
      });
    }
  },
};

function unknownChat(file: string): ReturnType<typeof badRecord> {
  const expected = {
    en: '`session` with the chat’s `accountId` or `wxid`',
    zh: '带有 `accountId` 或 `wxid` 的 `session`',
  };
  const message = { en: 'The file does not say which chat it is', zh: '文件没有说明是哪个聊天' };
  return badRecord(wholeFile(file), null, expected, message);
}

/** Reads no further than needed. @returns null if the file has no session */
async function chatOf(file: string): Promise<Chat | null> {
  let session: Session | null = null;
  let senders: Map<string, Person> | null = null;
  for await (const items of jsonElements(file, MESSAGES)) {
    for (const item of items) {
      if ('member' in item && item.member.key === 'session') session = sessionIn(item.member.element.text);
      else if ('member' in item && item.member.key === 'senders') senders = sendersIn(item.member.element.text);
      // Messages that name their senders need no list of senders.
      else if ('element' in item && /"senderUsername"\s*:/.test(item.element.text)) senders ??= new Map();
    }
    if (session !== null && senders !== null) break;
  }
  return session === null ? null : { session, senders: senders ?? new Map() };
}

function sessionIn(text: string): Session | null {
  const value = parseJson(text);
  if (!isObject(value)) return null;
  const group = textAt(value, 'accountId') || textAt(value, 'wxid');
  if (group === '') return null;
  const groupName = textAt(value, 'displayName') || textAt(value, 'nickname') || null;
  return { group, groupName, direct: value['type'] === DIRECT };
}

function sendersIn(text: string): Map<string, Person> {
  const value = parseJson(text);
  const senders = Array.isArray(value) ? value.filter((sender) => isObject(sender)) : [];
  return new Map(
    senders.map((sender) => {
      const name = textAt(sender, 'displayName') || textAt(sender, 'nickname') || null;
      return [textAt(sender, 'senderID'), { id: textAt(sender, 'accountId') || textAt(sender, 'wxid'), name }];
    }),
  );
}

function textAt(value: JsonObject, key: string): string {
  return scalarText(value[key]) ?? '';
}

/** @returns null if no person sent it, as for most notices, which may carry the room's own id */
function senderOf(value: JsonObject, { session, senders }: Chat): Person | null {
  const listed = senders.get(textAt(value, 'senderID'));
  const id = textAt(value, 'senderUsername') || (listed?.id ?? '');
  if (NOBODY.has(id) || id === session.group) return null;
  return { id, name: textAt(value, 'senderDisplayName') || (listed?.name ?? null) };
}

function typeOf(value: JsonObject): ReturnType<typeof messageType> {
  return messageType(textAt(value, 'type'), textAt(value, 'localType'), textAt(value, 'appMsgType'));
}

function meet(file: string, element: Element, chat: Chat, people: People): void {
  const parsed = objectOf(file, element);
  if ('problem' in parsed || typeOf(parsed.value) === 'system') return;
  const sender = senderOf(parsed.value, chat);
  if (sender === null) return;
  people.meet(chat.session.group, sender.id, sender.name);
  if (parsed.value['isSend'] === 1) people.meetSelf(file, sender);
}

class MessageReader {
  readonly #file: string;
  readonly #chat: Chat;
  readonly #context: ReadContext;

  constructor(file: string, chat: Chat, context: ReadContext) {
    this.#file = file;
    this.#chat = chat;
    this.#context = context;
  }

  read(element: Element): ReadItem[] {
    const { session } = this.#chat;
    if (session.direct) return [{ skipped: 'directMessage' }];
    const parsed = objectOf(this.#file, element);
    if ('problem' in parsed) return [parsed];
    const { value } = parsed;
    const sent = textAt(value, 'createTime') || textAt(value, 'timestamp') || textAt(value, 'formattedTime');
    const time = parseTime(sent, this.#context.zone);
    if ('fault' in time) {
      const place = placeIn(this.#file, element, valueOffset(element.text, ['createTime']));
      return [{ problem: fieldProblem({ field: 'ts', code: time.fault, found: sent || null }, place) }];
    }
    const sender = senderOf(value, this.#chat);
    const content = textAt(value, 'content');
    const event = messageAt(element.record, time.micros, session.group);
    event.groupName = session.groupName;
    event.id = platformId(value);
    const type = typeOf(value);
    if (type === 'system') return noticeEvents(event, content, this.#context.people, this.#file);
    event.member = sender?.id ?? null;
    event.memberName = sender?.name ?? null;
    event.media = mediaOrUnknown(type);
    event.text = content || null;
    event.target = type === 'quote' ? this.#quotedBy(value) : null;
    if (type !== null) return [{ event }];
    return [unknownMedia(element.record, `${textAt(value, 'type')} ${textAt(value, 'localType')}`.trim()), { event }];
  }

  /** The quoted person, if exactly one person has the name; else the id of the quoted message. */
  #quotedBy(value: JsonObject): string | null {
    const { people } = this.#context;
    const { group } = this.#chat.session;
    const name = textAt(value, 'quotedSender');
    const quoted = name !== '' && people.knows(group, name) ? people.named(group, name) : null;
    return quoted?.id ?? (textAt(value, 'replyToMessageId') || null);
  }
}

/** WeChat's own id. `localId` cannot serve: it counts the messages of one export. */
function platformId(value: JsonObject): string | null {
  const id = textAt(value, 'platformMessageId');
  return id === '' || /^0+$/.test(id) ? null : id;
}

/** Whether the beginning of a file looks like this format. */
function looksLikeWeflow(head: string): boolean {
  if (!/^\s*\{/.test(head)) return false;
  if (/"weflow"\s*:\s*\{/.test(head)) return true;
  const record = /"(?:senderUsername|senderID)"\s*:/.test(head) && /"localType"\s*:/.test(head);
  return /^\s*\{\s*"session"\s*:\s*\{/.test(head) || (record && /"messages"\s*:\s*\[/.test(head));
}
