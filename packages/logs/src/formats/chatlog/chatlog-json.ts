/** chatlog's JSON: a bare array of messages, read twice because notices name people whose ids are in other messages. */
import { hash } from 'node:crypto';
import { type Element, jsonElements } from '../../input/json-elements.ts';
import { isObject, type JsonObject, scalarText, valueOffset } from '../../input/json-value.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { badRecord } from '../../problems/file-problems.ts';
import { mediaOrUnknown, messageAt } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import { objectOf, placeIn } from '../events/json.ts';
import { type ReadContext, type ReadItem, unknownMedia } from '../format.ts';
import { isSystemType, wechatMedia } from '../wechat/app-types.ts';
import { noticeEvents, WECHAT_SHOWS } from '../wechat/notice.ts';
import { type People, personIn } from '../wechat/people.ts';

/** Hex digits that distinguish messages with the same `seq`. */
const DIGEST_LENGTH = 12;

export async function surveyChatlogJson(file: string, people: People): Promise<void> {
  for await (const items of jsonElements(file, null)) {
    for (const item of items) {
      if ('element' in item) meet(file, item.element, people);
    }
  }
}

function meet(file: string, element: Element, people: People): void {
  const parsed = objectOf(file, element);
  if ('problem' in parsed || isSystemType(Number(parsed.value['type']))) return;
  const { value } = parsed;
  const [group, id, name] = [textAt(value, 'talker'), textAt(value, 'sender'), textAt(value, 'senderName') || null];
  people.meet(group, id, name);
  if (value['isSelf'] === true && id !== '') people.meetSelf(file, { id, name });
}

export async function* readChatlogJson(
  file: string,
  context: ReadContext,
): AsyncGenerator<ReadItem[], void, undefined> {
  yield [{ shows: WECHAT_SHOWS }];
  const reader = new MessageReader(file, context);
  for await (const items of jsonElements(file, null)) {
    yield items.flatMap((item) => {
      if ('problem' in item) return [item];
      return 'element' in item ? reader.read(item.element) : [];
    });
  }
}

function textAt(value: JsonObject, key: string): string {
  return scalarText(value[key]) ?? '';
}

class MessageReader {
  readonly #file: string;
  readonly #context: ReadContext;

  constructor(file: string, context: ReadContext) {
    this.#file = file;
    this.#context = context;
  }

  read(element: Element): ReadItem[] {
    const parsed = objectOf(this.#file, element);
    if ('problem' in parsed) return [parsed];
    const { value } = parsed;
    const talker = textAt(value, 'talker');
    if (talker === '') {
      const expected = { en: 'a message of chatlog with `talker`', zh: '带 `talker` 的 chatlog 消息' };
      const message = { en: 'The message does not name its chat', zh: '消息没有说明所属聊天' };
      return [{ problem: badRecord(placeIn(this.#file, element, 0), null, expected, message) }];
    }
    if (value['isChatRoom'] !== true && !talker.endsWith('@chatroom')) return [{ skipped: 'directMessage' }];
    const sent = textAt(value, 'time');
    const time = parseTime(sent, this.#context.zone);
    if ('fault' in time) {
      const place = placeIn(this.#file, element, valueOffset(element.text, ['time']));
      return [{ problem: fieldProblem({ field: 'ts', code: time.fault, found: sent || null }, place) }];
    }
    const type = Number(value['type']);
    const subType = Number(value['subType']);
    const content = textAt(value, 'content');
    const sender = textAt(value, 'sender');
    const event = messageAt(element.record, time.micros, talker);
    event.groupName = textAt(value, 'talkerName') || null;
    event.id = idOf(value);
    if (isSystemType(type)) return noticeEvents(event, content, this.#context.people, this.#file);
    event.member = sender === talker ? null : sender || null;
    event.memberName = event.member === null ? null : textAt(value, 'senderName') || null;
    const known = wechatMedia(type, subType);
    event.media = mediaOrUnknown(known);
    event.text = content || titleOf(value) || null;
    event.target = known === 'quote' ? quotedBy(value) : null;
    return known === null ? [unknownMedia(element.record, `type ${type}/${subType}`), { event }] : [{ event }];
  }
}

/** `seq` is a time and a counter. Several messages may share one, and in older clients on macOS it is always 0: then there is no id. */
function idOf(value: JsonObject): string | null {
  const seq = textAt(value, 'seq');
  if (seq === '' || seq === '0') return null;
  const content = ['sender', 'type', 'subType', 'content'].map((key) => textAt(value, key));
  return `${seq}-${hash('sha256', content.join('\0'), 'hex').slice(0, DIGEST_LENGTH)}`;
}

function titleOf(value: JsonObject): string {
  const contents = value['contents'];
  return isObject(contents) ? textAt(contents, 'title') : '';
}

/** Id of the quoted person; null if the export does not say. */
function quotedBy(value: JsonObject): string | null {
  const contents = value['contents'];
  const refer = isObject(contents) ? contents['refer'] : undefined;
  const quoted = isObject(refer) ? textAt(refer, 'sender') : '';
  if (quoted === '' || quoted.endsWith('@chatroom')) return null;
  return personIn(quoted)?.id ?? quoted;
}
