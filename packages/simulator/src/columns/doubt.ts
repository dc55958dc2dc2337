/**
 * Events whose role or media is unknown: filters that read it are tried with every value the event could have
 * (`SEMANTICS.md`, "Doubtful events").
 */
import { type GroupLog, MEDIA, NO_ROLE, ROLES, UNKNOWN_MEDIA } from '@steward/events';
import { type Category, type EventCondition, type EventField, fieldsOf } from '@steward/policy';

/** The values currently assumed for an unknown role and media; NO_ROLE and UNKNOWN_MEDIA: none. */
export interface Supposition {
  role: number;
  media: number;
}

/** Fields that are unknown in at least one event of a log. */
export type DoubtfulFields = ReadonlySet<EventField>;

export function noSupposition(): Supposition {
  return { role: NO_ROLE, media: UNKNOWN_MEDIA };
}

/** @param roles of the events, as far as known */
export function doubtfulFields(log: GroupLog, roles: Uint8Array): DoubtfulFields {
  const fields = new Set<EventField>();
  if (roles.includes(NO_ROLE)) fields.add('role');
  if (log.media.includes(UNKNOWN_MEDIA)) fields.add('media');
  return fields;
}

/** Adds `category` if a declared category reads one of the fields. */
export function withCategories(fields: DoubtfulFields, declared: readonly Category[]): DoubtfulFields {
  const hangs = declared.some(({ when }) => readsAny(when, fields));
  return hangs ? new Set([...fields, 'category']) : fields;
}

export function readsAny(condition: EventCondition, fields: DoubtfulFields): boolean {
  return fieldsOf(condition).some((field) => fields.has(field));
}

const EVERY_ROLE = ROLES.map((_, role) => role);
const EVERY_FORM = MEDIA.map((_, media) => media);

/** Calls `visit` under every assumption about the event until it returns false, then clears the assumptions. */
export function supposeEach(
  event: number,
  { roles, media, suppose }: { roles: Uint8Array; media: Uint8Array; suppose: Supposition },
  visit: () => boolean,
): void {
  const couldBe = roles[event] === NO_ROLE ? EVERY_ROLE : [NO_ROLE];
  const forms = media[event] === UNKNOWN_MEDIA ? EVERY_FORM : [UNKNOWN_MEDIA];
  everyPair(couldBe, forms, (role, form) => {
    suppose.role = role;
    suppose.media = form;
    return visit();
  });
  suppose.role = NO_ROLE;
  suppose.media = UNKNOWN_MEDIA;
}

function everyPair(roles: readonly number[], forms: readonly number[], visit: (a: number, b: number) => boolean): void {
  for (const role of roles) for (const form of forms) if (!visit(role, form)) return;
}
