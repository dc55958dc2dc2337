/** A record of our own schema, as raw text by field, checked into an event. */
import { NO_MEDIA } from '@steward/events';
import { type AmountFault, parseAmount } from './amount.ts';
import {
  type EventRow,
  FIELDS,
  type Field,
  KIND_INDEX,
  MEDIA_INDEX,
  MESSAGE,
  NO_AMOUNT,
  ROLE_INDEX,
} from './fields.ts';
import { parseTime, type TimeFault } from './time.ts';
import type { Zone } from './zone.ts';

/** Raw text by position in FIELDS; null (or empty) where the record has no such value. */
export type RawRecord = (string | null)[];

export type FieldFaultCode =
  | TimeFault
  | AmountFault
  | 'noTime'
  | 'noGroup'
  | 'unknownRole'
  | 'unknownKind'
  | 'unknownMedia'
  | 'nul';

export interface FieldFault {
  field: Field;
  code: FieldFaultCode;
  /** The raw text; null where the value is missing. */
  found: string | null;
}

export interface RecordContext {
  /** Zone of times that say none; null = such a time is a fault. */
  zone: Zone | null;
  /** Group of records in a file that has no such column; null = the file has one, so a record must say it. */
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
  const time = parseTime(tsText.trim(), context.zone);
  if ('fault' in time) return fault('ts', time.fault);

  const group = value('group') ?? context.group;
  if (group === null) return fault('group', 'noGroup');

  const role = lookUp(ROLE_INDEX, value('role'), 0);
  if (role === null) return fault('role', 'unknownRole');
  const kind = lookUp(KIND_INDEX, value('kind'), MESSAGE);
  if (kind === null) return fault('kind', 'unknownKind');
  const media = lookUp(MEDIA_INDEX, value('media'), NO_MEDIA);
  if (media === null) return fault('media', 'unknownMedia');

  const amount = amountOf(value('amount'));
  if ('fault' in amount) return fault('amount', amount.fault);

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

function lookUp(index: ReadonlyMap<string, number>, value: string | null, absent: number): number | null {
  if (value === null) return absent;
  return index.get(value) ?? index.get(value.trim().toLowerCase()) ?? null;
}

function amountOf(text: string | null): { amount: number } | { fault: AmountFault } {
  if (text === null) return { amount: NO_AMOUNT };
  return parseAmount(text.trim());
}
