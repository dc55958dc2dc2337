/** chatlog's JSON: a bare array of messages, read twice, because system texts name people whose ids stand elsewhere in it. */
import { type Element, jsonElements } from '../../input/json-elements.ts';
import { isObject, type JsonObject, scalarText, valueOffset } from '../../input/json-value.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { badRecord } from '../../problems/file-problems.ts';
import { type EventRow, media, messageAt } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import type { Zone } from '../../schema/zone.ts';
import { objectOf, placeIn } from '../events/json.ts';
import type { ReadItem } from '../format.ts';
import { SYSTEM, wechatMedia } from '../wechat/app-types.ts';
import { noticeEvents, WECHAT_SHOWS } from '../wechat/notice.ts';
import { People } from '../wechat/people.ts';

export async function* readChatlogJson(file: string, zone: Zone | null): AsyncGenerator<ReadItem[], void, undefined> {
  yield [{ shows: WECHAT_SHOWS }];
  const people = await peopleOf(file);
  for await (const items of jsonElements(file, null)) {
    yield items.flatMap((item) => {
      if ('problem' in item) return [item];
      return 'element' in item ? readMessage(file, item.element, zone, people) : [];
    });
  }
}

async function peopleOf(file: string): Promise<People> {
  const people = new People();
  for await (const items of jsonElements(file, null)) {
    for (const item of items) {
      if (!('element' in item)) continue;
      const parsed = objectOf(file, item.element);
      if ('problem' in parsed || Number(parsed.value['type']) === SYSTEM) continue;
      const text = textReader(parsed.value);
      people.meet(text('talker'), text('sender'), text('senderName') || null, parsed.value['isSelf'] === true);
    }
  }
  return people;
}

type TextReader = (key: string) => string;

function textReader(value: JsonObject): TextReader {
  return (key) => scalarText(value[key]) ?? '';
}

function readMessage(file: string, element: Element, zone: Zone | null, people: People): ReadItem[] {
  const parsed = objectOf(file, element);
  if ('problem' in parsed) return [parsed];
  const { value } = parsed;
  const text = textReader(value);
  const talker = text('talker');
  if (talker === '') {
    const expected = { en: 'a message of chatlog with `talker`', zh: '带 `talker` 的 chatlog 消息' };
    const message = { en: 'The message does not say its chat', zh: '消息没有说明所属聊天' };
    return [{ problem: badRecord(placeIn(file, element, 0), null, expected, message) }];
  }
  if (value['isChatRoom'] !== true && !talker.endsWith('@chatroom')) return [{ skipped: 'directMessage' }];
  const time = parseTime(text('time'), zone);
  if ('fault' in time) {
    const place = placeIn(file, element, valueOffset(element.text, ['time']));
    return [{ problem: fieldProblem({ field: 'ts', code: time.fault, found: text('time') || null }, place) }];
  }
  const event = messageAt(element.line, time.micros, talker);
  event.groupName = text('talkerName') || null;
  event.id = text('seq') || null;
  const type = Number(value['type']);
  if (type === SYSTEM) return noticeEvents(event, text('content'), people);
  return [{ event: messageOf(event, value, type, text) }];
}

function messageOf(event: EventRow, value: JsonObject, type: number, text: TextReader): EventRow {
  event.member = text('sender') || null;
  event.memberName = text('senderName') || null;
  event.media = media(wechatMedia(type, Number(value['subType'])));
  const contents = value['contents'];
  const title = isObject(contents) ? (scalarText(contents['title']) ?? '') : '';
  event.text = text('content') || title || null;
  return event;
}
