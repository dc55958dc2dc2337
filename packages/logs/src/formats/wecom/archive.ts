/** Records of the WeCom message archive (会话内容存档), decrypted: one JSON object each. */

import type { Role } from '@steward/events';
import type { Bilingual } from '@steward/text';
import type { Element } from '../../input/json-elements.ts';
import { describeValue, type JsonObject, scalarText, valueOffset } from '../../input/json-value.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { badRecord, badType, TEXT_OR_NUMBER } from '../../problems/file-problems.ts';
import { type LogProblem, quoted } from '../../problems/problem.ts';
import { parseAmount } from '../../schema/amount.ts';
import { kind, mediaOrUnknown, messageAt, role } from '../../schema/fields.ts';
import { parseTime } from '../../schema/time.ts';
import { placeIn } from '../events/json.ts';
import { type ReadItem, unknownMedia } from '../format.ts';
import { contentOf } from './media.ts';

export const ARCHIVE_SHOWS = ['message', 'recall'] as const;

/** Consenting to being archived is not a message. */
const CONSENTS: ReadonlySet<string> = new Set(['agree', 'disagree']);

/** One fen (0.01 yuan) is 100 ten-thousandths of a yuan, the unit of amounts. */
const FEN = 100;

const ACTIONS: Bilingual = { en: 'send, recall or switch', zh: 'send、recall 或 switch' };

export function isArchiveRecord(value: JsonObject): boolean {
  return 'msgid' in value && 'action' in value;
}

export function readArchiveRecord(file: string, element: Element, value: JsonObject): ReadItem[] {
  const text = (key: string): string | null | undefined => scalarText(value[key]);
  const action = text('action');
  if (action === 'switch') return [{ skipped: 'systemNotice' }];
  if (action !== 'send' && action !== 'recall') {
    const message = { en: 'Unknown action', zh: '未知的 action' };
    return [{ problem: problemAt(file, element, value, 'action', ACTIONS, message) }];
  }
  const wrong = ['msgid', 'from', 'roomid', 'msgtype'].find((key) => text(key) === undefined);
  if (wrong !== undefined) {
    const place = placeIn(file, element, valueOffset(element.text, [wrong]));
    return [{ problem: badType(place, wrong, describeValue(value[wrong] ?? null), TEXT_OR_NUMBER) }];
  }
  const room = text('roomid');
  if (!room) return [{ skipped: 'directMessage' }];
  const type = text('msgtype') ?? '';
  if (CONSENTS.has(type)) return [{ skipped: 'systemNotice' }];

  const sent = text('msgtime');
  const time = typeof sent === 'string' ? parseTime(sent, null) : ({ fault: 'notATime' } as const);
  if ('fault' in time) {
    const place = placeIn(file, element, valueOffset(element.text, ['msgtime']));
    return [{ problem: fieldProblem({ field: 'ts', code: time.fault, found: sent ?? null }, place) }];
  }
  const event = messageAt(element.record, time.micros, room);
  event.id = text('msgid') || null;
  event.member = text('from') || null;
  if (event.member !== null) event.role = role(roleOf(event.member));
  if (action === 'recall') {
    event.kind = kind('recall');
    event.target = revokedMessage(value);
    return [{ event }];
  }
  const content = contentOf(type, value);
  event.media = mediaOrUnknown(content.media);
  event.text = content.text;
  event.groupName = roomName(value);
  if (content.fen !== null) {
    const fen = parseAmount(content.fen);
    if ('fault' in fen) return [{ problem: amountProblem(file, element, value, content.fen) }];
    // The value was parsed as yuan but is in fen.
    event.amount = Math.round(fen.amount / FEN);
  }
  return content.media === null ? [unknownMedia(element.record, type), { event }] : [{ event }];
}

/** By WeCom's id prefixes: `wb…` robots, `wm…` and `wo…` customers; everyone else is staff. */
function roleOf(id: string): Role {
  if (id.startsWith('wb')) return 'bot';
  return /^w[mo]/.test(id) ? 'member' : 'staff';
}

function revokedMessage(value: JsonObject): string | null {
  const revoke = value['revoke'];
  if (typeof revoke !== 'object' || revoke === null || !('pre_msgid' in revoke)) return null;
  return scalarText(revoke['pre_msgid']) || null;
}

/** A form contains the name of the group it was filled in. */
function roomName(value: JsonObject): string | null {
  const collect = value['collect'];
  if (typeof collect !== 'object' || collect === null || !('room_name' in collect)) return null;
  return scalarText(collect['room_name']) || null;
}

function amountProblem(file: string, element: Element, value: JsonObject, found: string): LogProblem {
  const key = 'redpacket' in value ? 'redpacket' : 'external_redpacket';
  const place = placeIn(file, element, valueOffset(element.text, [key, 'totalamount']));
  const expected = { en: 'a whole number of fen', zh: '以分为单位的整数' };
  return badRecord(place, quoted(found), expected, { en: 'The amount is invalid', zh: '金额有误' });
}

function problemAt(
  file: string,
  element: Element,
  value: JsonObject,
  key: string,
  expected: Bilingual,
  message: Bilingual,
): LogProblem {
  const place = placeIn(file, element, valueOffset(element.text, [key]));
  return badRecord(place, key in value ? describeValue(value[key] ?? null) : null, expected, message);
}
