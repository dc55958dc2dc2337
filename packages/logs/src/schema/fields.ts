/** The events schema by name: the fields of a log in our own schema, and an event as readers make it. */
import { MEDIA, NO_MEDIA, NO_ROLE, ROLES, SIGNALS, UNKNOWN_MEDIA } from '@steward/events';

/** Fields of the events schema, in the order of its documentation. */
export const FIELDS = [
  'ts',
  'group',
  'group_name',
  'member',
  'member_name',
  'role',
  'kind',
  'media',
  'category',
  'text',
  'target',
  'about',
  'amount',
  'id',
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields whose values identify a person, group or message. */
export const ID_FIELDS = ['group', 'member', 'target', 'id'] as const satisfies readonly Field[];

/** Not a field of events: what people say the rules should find (`labels.ts`). */
export const LABEL_COLUMN = 'label';

const BY_NAME: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field, field]));

/** The field that a column or key names, ignoring case and surrounding spaces. */
export function fieldNamed(name: string): Field | null {
  return BY_NAME.get(name) ?? BY_NAME.get(name.trim().toLowerCase()) ?? null;
}

/** One event, checked. Indexes are those of the vocabularies of `@steward/events`. */
export interface EventRow {
  /** 1-based line on which its record starts. */
  line: number;
  /** UTC microseconds since the epoch. */
  ts: number;
  group: string;
  groupName: string | null;
  member: string | null;
  memberName: string | null;
  /** NO_ROLE if it states none. */
  role: number;
  kind: number;
  /** NO_MEDIA if it has none; UNKNOWN_MEDIA if it is unknown which. */
  media: number;
  category: string | null;
  text: string | null;
  target: string | null;
  about: string | null;
  /** Ten-thousandths; {@link NO_AMOUNT} if it has none. */
  amount: number;
  id: string | null;
}

/** Amounts are never negative, so this marks "none". */
export const NO_AMOUNT = -1;

export const MESSAGE = kind('message');

export function kind(name: (typeof SIGNALS)[number]): number {
  return SIGNALS.indexOf(name);
}

export function media(name: (typeof MEDIA)[number]): number {
  return MEDIA.indexOf(name);
}

/** @param known null: the message has a form, but it is unknown which */
export function mediaOrUnknown(known: (typeof MEDIA)[number] | null): number {
  return known === null ? UNKNOWN_MEDIA : media(known);
}

export function role(name: (typeof ROLES)[number]): number {
  return ROLES.indexOf(name);
}

const BOT = role('bot');

/** Whether a role shows who is staff: a bot says nothing about the others. */
export function showsStanding(index: number): boolean {
  return index !== NO_ROLE && index !== BOT;
}

/** A message with nothing else said: importers fill in what their format knows. */
export function messageAt(line: number, ts: number, group: string): EventRow {
  return {
    line,
    ts,
    group,
    groupName: null,
    member: null,
    memberName: null,
    role: NO_ROLE,
    kind: MESSAGE,
    media: NO_MEDIA,
    category: null,
    text: null,
    target: null,
    about: null,
    amount: NO_AMOUNT,
    id: null,
  };
}
