/**
 * Callbacks about customer groups (change_external_chat): the only source of joins and leaves. As XML, the way WeCom posts them, or
 * as JSON with the same keys.
 *
 * - WeCom repeats a callback that was not acknowledged. Equal callbacks give events with equal ids, so repetitions are dropped.
 * - Older callbacks only count the people who came or went: then the events have no member.
 */
import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { NO_MEDIA } from '@steward/events';
import type { Element } from '../../input/json-elements.ts';
import { isObject, type JsonObject, type JsonValue, scalarText } from '../../input/json-value.ts';
import type { LineBlock } from '../../input/lines.ts';
import { badRecord } from '../../problems/file-problems.ts';
import { type LogProblem, quoted } from '../../problems/problem.ts';
import { type EventRow, kind, messageAt } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import { placeIn } from '../events/json.ts';
import type { ReadItem } from '../format.ts';

const CALLBACKS_SHOW = ['join', 'leave'] as const;

/** What the XML and the JSON form have in common. */
interface Callback {
  event: string;
  createTime: string;
  chat: string;
  change: string;
  detail: string;
  /** Null if the callback does not name them. */
  members: string[] | null;
  count: number;
  version: string;
}

const EVENT = 'change_external_chat';

export function isCallback(value: JsonObject): boolean {
  return 'ChatId' in value && 'ChangeType' in value;
}

/** @param element the record, for its place */
function eventsOf(file: string, element: Element, callback: Callback): ReadItem[] {
  if (callback.event !== '' && callback.event !== EVENT) return [{ skipped: 'systemNotice' }];
  const name = callback.detail === 'add_member' ? 'join' : callback.detail === 'del_member' ? 'leave' : null;
  if (name === null) return [{ shows: CALLBACKS_SHOW }, { skipped: 'systemNotice' }];
  const time = parseTime(callback.createTime, null);
  if ('fault' in time || callback.chat === '') {
    const found = 'fault' in time ? quoted(callback.createTime) : null;
    const expected = { en: 'ChatId and CreateTime in seconds', zh: 'ChatId，以及以秒为单位的 CreateTime' };
    const message = { en: 'The callback does not say when or where', zh: '回调没有说明时间或群' };
    return [{ problem: badRecord(placeIn(file, element, 0), found, expected, message) }];
  }
  const members = callback.members ?? Array.from({ length: Math.max(1, callback.count) }, () => null);
  const events = members.map((member, index): EventRow => {
    const event = messageAt(element.record, time.micros, callback.chat);
    event.kind = kind(name);
    event.media = NO_MEDIA;
    event.member = member;
    event.id = [callback.chat, callback.createTime, callback.detail, callback.version, member ?? index].join('/');
    return event;
  });
  return [{ shows: CALLBACKS_SHOW }, ...events.map((event) => ({ event }))];
}

export function readJsonCallback(file: string, element: Element, value: JsonObject): ReadItem[] {
  const text = (key: string): string => scalarText(value[key]) ?? '';
  return eventsOf(file, element, {
    event: text('Event'),
    createTime: text('CreateTime'),
    chat: text('ChatId'),
    change: text('ChangeType'),
    detail: text('UpdateDetail'),
    members: jsonMembers(value['MemChangeList']),
    count: Number(text('MemChangeCnt')) || 0,
    version: text('CurMemVer'),
  });
}

/** `["a", "b"]`, `{"Item": ["a"]}`, `{"Item": "a"}` or `"a,b"`: tools that turn XML into JSON differ. */
function jsonMembers(value: JsonValue | undefined): string[] | null {
  if (isObject(value)) return jsonMembers(value['Item']);
  if (Array.isArray(value)) return named(value.map((item) => scalarText(item) ?? ''));
  return named((scalarText(value) ?? '').split(','));
}

function named(members: string[]): string[] | null {
  const names = members.map((member) => member.trim()).filter((member) => member !== '');
  return names.length === 0 ? null : names;
}

const START = '<xml>';
const END = '</xml>';

/** The callbacks of a file, one after the other, each from `<xml>` to `</xml>`. */
export async function* xmlCallbacks(
  file: string,
  blocks: AsyncIterable<LineBlock>,
): AsyncGenerator<ReadItem[], void, undefined> {
  let open: Element | null = null;
  for await (const block of blocks) {
    const items: ReadItem[] = [];
    for (let i = 0; i < block.lines.length; i++) {
      const problem = block.bad?.get(i);
      if (problem !== undefined) items.push({ problem });
      open = takeLine(file, open, block.first + i, block.lines[i] ?? '', items);
    }
    yield items;
  }
  if (open !== null) yield [{ problem: unfinished(file, open) }];
}

/** @returns the callback that is still open after the line */
function takeLine(file: string, open: Element | null, line: number, text: string, items: ReadItem[]): Element | null {
  let rest = text;
  let column = 1;
  let current = open;
  for (;;) {
    if (current === null) {
      const start = rest.indexOf(START);
      const outside = start < 0 ? rest : rest.slice(0, start);
      if (outside.trim() !== '') items.push({ problem: stray(file, line, column, outside.trim()) });
      if (start < 0) return null;
      current = { line, record: line, column: column + start, text: '' };
      rest = rest.slice(start);
      column += start;
    }
    const end = rest.indexOf(END);
    if (end < 0) return { ...current, text: `${current.text}${rest}\n` };
    items.push(...readXmlCallback(file, { ...current, text: current.text + rest.slice(0, end + END.length) }));
    current = null;
    rest = rest.slice(end + END.length);
    column += end + END.length;
  }
}

function readXmlCallback(file: string, element: Element): ReadItem[] {
  try {
    const { root } = parseXml(element.text);
    if (root === null) return [{ problem: unfinished(file, element) }];
    const text = (name: string): string => childOf(root, name)?.text.trim() ?? '';
    return eventsOf(file, element, {
      event: text('Event'),
      createTime: text('CreateTime'),
      chat: text('ChatId'),
      change: text('ChangeType'),
      detail: text('UpdateDetail'),
      members: xmlMembers(childOf(root, 'MemChangeList')),
      count: Number(text('MemChangeCnt')) || 0,
      version: text('CurMemVer'),
    });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const expected = { en: 'well-formed XML', zh: '格式正确的 XML' };
    const message = { en: 'The callback is not valid XML', zh: '回调不是有效的 XML' };
    return [{ problem: badRecord(placeIn(file, element, error.pos), null, expected, message) }];
  }
}

/** `<Item>a</Item><Item>b</Item>`, or (older) `a,b`. */
function xmlMembers(list: XmlElement | null): string[] | null {
  if (list === null) return null;
  const items = list.children.filter((child) => child instanceof XmlElement);
  return named(items.length > 0 ? items.map((item) => item.text) : list.text.split(','));
}

function childOf(parent: XmlElement, name: string): XmlElement | null {
  return parent.children.filter((child) => child instanceof XmlElement).find((child) => child.name === name) ?? null;
}

function unfinished(file: string, element: Element): LogProblem {
  const expected = { en: `a closing ${END}`, zh: `结尾的 ${END}` };
  const message = { en: 'The callback that starts here is never closed', zh: '此处开始的回调没有结束' };
  return badRecord(placeIn(file, element, 0), null, expected, message);
}

function stray(file: string, line: number, column: number, found: string): LogProblem {
  const expected = { en: `callbacks from ${START} to ${END}`, zh: `以 ${START} 开头、以 ${END} 结尾的回调` };
  const message = { en: 'There is text outside the callbacks', zh: '回调之外还有文字' };
  return badRecord({ file, line, column }, quoted(found), expected, message);
}
