/** Checks a record of our own schema, given as raw text by field, and turns it into an event. */

import { NO_MEDIA, NO_ROLE } from '@steward/events';
import { instantText } from '@steward/time';
import { type AmountFault, parseAmount } from './amount.ts';
import { type EventRow, FIELDS, type Field, ID_FIELDS, MESSAGE, NO_AMOUNT } from './fields.ts';
import { isRoundedId } from './ids.ts';
import { meantMicros, parseTime, rangeFault, type TimeFault, type TimeRules } from './time.ts';
import { KIND_INDEX, MEDIA_INDEX, positionOf, ROLE_INDEX } from './words.ts';

/** Raw text by position in FIELDS; null or empty if the record has no such value. */
export type RawRecord = (string | null)[];

export type FieldFaultCode =
  | TimeFault
  | AmountFault
  | 'noTime'
  | 'noGroup'
  | 'unknownRole'
  | 'unknownKind'
  | 'unknownMedia'
  | 'roundedId'
  | 'nul';

export interface FieldFault {
  field: Field;
  code: FieldFaultCode;
  /** The raw text; null if the value is missing. */
  found: string | null;
  /** For a time: the instant that was probably meant, UTC microseconds; null or absent if unclear. */
  meant?: number | null;
}

export interface RecordContext extends TimeRules {
  /** Group of records in a file without a group column; null = the file has the column, so each record must fill it. */
  group: string | null;
}

export type RecordResult = { event: EventRow } | { fault: FieldFault };

const AT: Readonly<Record<Field, number>> = Object.fromEntries(FIELDS.map((field, index) => [field, index])) as Record<
  Field,
  number
>;

/** @returns the event, or the first fault in the order of FIELDS */
export function checkRecord(line: number, raw: RawRecord, context: RecordContext): RecordResult {
  const value = (field: Field): string | null => raw[AT[field]] || null;
  const fault = (field: Field, code: FieldFaultCode): RecordResult => ({ fault: { field, code, found: value(field) } });

  const tsText = value('ts');
  if (tsText === null) return fault('ts', 'noTime');
  const time = parseTime(tsText.trim(), context.zone, context.latest);
  if ('fault' in time) {
    const meant = time.wrong === undefined ? null : meantMicros(time.wrong, context.latest);
    return { fault: { field: 'ts', code: time.fault, found: tsText, meant } };
  }

  const group = value('group') ?? context.group;
  if (group === null) return fault('group', 'noGroup');

  const role = lookUp(ROLE_INDEX, value('role'), NO_ROLE);
  if (role === null) return fault('role', 'unknownRole');
  const kind = lookUp(KIND_INDEX, value('kind'), MESSAGE);
  if (kind === null) return fault('kind', 'unknownKind');
  const media = lookUp(MEDIA_INDEX, value('media'), NO_MEDIA);
  if (media === null) return fault('media', 'unknownMedia');

  const amount = amountOf(value('amount'));
  if ('fault' in amount) return fault('amount', amount.fault);

  const rounded = ID_FIELDS.find((field) => isRoundedId(value(field) ?? ''));
  if (rounded !== undefined) return fault(rounded, 'roundedId');

  const withNul = FIELDS.find((field) => value(field)?.includes('\0'));
  if (withNul !== undefined) return fault(withNul, 'nul');

  return {
    event: {
      line,
      ts: time.micros,
      group,
      groupName: value('group_name'),
      member: value('member'),
      memberName: value('member_name'),
      role,
      kind,
      media,
      category: value('category'),
      text: value('text'),
      target: value('target'),
      about: value('about'),
      amount: amount.amount,
      id: value('id'),
    },
  };
}

/** What no event may contain, whatever its format. */
export function eventFault(event: EventRow, latest: number): FieldFault | null {
  const range = rangeFault(event.ts, latest);
  if (range !== null) {
    const found = instantText(Math.floor(event.ts / 1000) * 1000);
    return { field: 'ts', code: range, found, meant: meantMicros(event.ts, latest) };
  }
  const rounded = ID_FIELDS.find((field) => isRoundedId(event[field] ?? ''));
  return rounded === undefined ? null : { field: rounded, code: 'roundedId', found: event[rounded] };
}

function lookUp(index: ReadonlyMap<string, number>, value: string | null, absent: number): number | null {
  if (value === null) return absent;
  return positionOf(index, value);
}

function amountOf(text: string | null): { amount: number } | { fault: AmountFault } {
  if (text === null) return { amount: NO_AMOUNT };
  return parseAmount(text.trim());
}
