/**
 * WeFlow and EchoTrace exports of one WeChat chat: `{ session: {…}, messages: […] }`. Read twice: the session may stand behind the messages,
 * and system texts name people whose ids stand with their messages.
 */
import type { Media } from '@steward/events';
import { type Element, jsonElements } from '../../input/json-elements.ts';
import { isObject, type JsonObject, parseJson, scalarText, valueOffset } from '../../input/json-value.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { badRecord, wholeFile } from '../../problems/file-problems.ts';
import { LogError } from '../../problems/problem.ts';
import { media, messageAt } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import type { Zone } from '../../schema/zone.ts';
import { objectOf, placeIn } from '../events/json.ts';
import type { Format, ReadItem } from '../format.ts';
import { noticeEvents, WECHAT_SHOWS } from '../wechat/notice.ts';
import { People } from '../wechat/people.ts';

const MESSAGES = 'messages';
const SYSTEM = '系统消息';
const DIRECT = '私聊';

const MEDIA_NAMES: Readonly<Record<string, Media>> = {
  文本消息: 'text',
  图片消息: 'image',
  语音消息: 'voice',
  视频消息: 'video',
  文件消息: 'file',
  动画表情: 'sticker',
  名片消息: 'card',
  卡片式链接: 'link',
  图文消息: 'link',
  位置消息: 'location',
  红包卡片: 'redpacket',
  转账卡片: 'transfer',
  小程序分享: 'miniapp',
  视频号直播卡片: 'video',
  引用消息: 'quote',
  聊天记录合并转发: 'forward',
  群公告: 'announcement',
  拍一拍: 'poke',
  通话消息: 'call',
};

interface Session {
  group: string;
  groupName: string | null;
  direct: boolean;
}

export const WEFLOW: Format = {
  name: 'weflow',
  async *read(file, { zone }) {
    yield [{ shows: WECHAT_SHOWS }];
    const { session, people } = await survey(file);
    for await (const items of jsonElements(file, MESSAGES)) {
      yield items.flatMap((item) => {
        if ('problem' in item) return [item];
        return 'element' in item ? readMessage(file, item.element, session, zone, people) : [];
      });
    }
  },
};

async function survey(file: string): Promise<{ session: Session; people: People }> {
  const people = new People();
  let session: Session | null = null;
  for await (const items of jsonElements(file, MESSAGES)) {
    for (const item of items) {
      if ('element' in item) meet(file, item.element, people);
      else if ('member' in item && item.member.key === 'session') session = sessionOf(item.member.element.text);
    }
  }
  if (session !== null) return { session, people };
  const expected = { en: '`session` with the chat’s `wxid`', zh: '带有 `wxid` 的 `session`' };
  const message = { en: 'The file does not say which chat it is', zh: '文件没有说明是哪个聊天' };
  throw new LogError([badRecord(wholeFile(file), null, expected, message)]);
}

function sessionOf(text: string): Session | null {
  const value = parseJson(text);
  if (!isObject(value)) return null;
  const group = scalarText(value['wxid']) ?? '';
  if (group === '') return null;
  const name = scalarText(value['displayName']) || scalarText(value['nickname']) || null;
  return { group, groupName: name, direct: value['type'] === DIRECT };
}

/** One file is one chat, so that people need no group. */
const HERE = '';

function meet(file: string, element: Element, people: People): void {
  const parsed = objectOf(file, element);
  if ('problem' in parsed) return;
  const { value } = parsed;
  const id = scalarText(value['senderUsername']) ?? '';
  if (id === '' || value['type'] === SYSTEM) return;
  people.meet(HERE, id, scalarText(value['senderDisplayName']) || null, value['isSend'] === 1);
}

function readMessage(file: string, element: Element, session: Session, zone: Zone | null, people: People): ReadItem[] {
  if (session.direct) return [{ skipped: 'directMessage' }];
  const parsed = objectOf(file, element);
  if ('problem' in parsed) return [parsed];
  const { value } = parsed;
  const text = (key: string): string => scalarText(value[key]) ?? '';
  const sent = text('createTime') || text('timestamp') || text('formattedTime');
  const time = parseTime(sent, zone);
  if ('fault' in time) {
    const place = placeIn(file, element, valueOffset(element.text, ['createTime']));
    return [{ problem: fieldProblem({ field: 'ts', code: time.fault, found: sent || null }, place) }];
  }
  const event = messageAt(element.line, time.micros, session.group);
  event.groupName = session.groupName;
  event.id = idOf(value, sent);
  const type = text('type');
  if (type === SYSTEM) return noticeItems(event, text('content'), people);
  event.member = text('senderUsername') || null;
  event.memberName = text('senderDisplayName') || null;
  event.media = media(MEDIA_NAMES[type] ?? 'other');
  event.text = text('content') || null;
  return [{ event }];
}

function noticeItems(event: Parameters<typeof noticeEvents>[0], content: string, people: People): ReadItem[] {
  const group = event.group;
  const items = noticeEvents({ ...event, group: HERE }, content, people);
  return items.map((item) => ('event' in item ? { event: { ...item.event, group } } : item));
}

/** The local id alone repeats where the chat is spread over several databases. */
function idOf(value: JsonObject, sent: string): string | null {
  const local = scalarText(value['localId']);
  return local ? `${local}@${sent}` : null;
}

/** Whether the beginning of a file looks like this format. */
export function looksLikeWeflow(head: string): boolean {
  return /^\s*\{\s*"(weflow|session)"\s*:/.test(head) && /"session"\s*:\s*\{/.test(head);
}
