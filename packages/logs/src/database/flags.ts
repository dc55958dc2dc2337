/** Packs kind, role, media and whether there is text into one small number: one column to sort, spill and fetch instead of four. */
import { NO_MEDIA, NO_ROLE, UNKNOWN_MEDIA } from '@steward/events';

const ROLE_SHIFT = 4;
const MEDIA_SHIFT = 7;
const TEXT_SHIFT = 12;
/** Flags from here on mean an unsound row. */
const UNSOUND = 1 << 13;
const LOW_HALF = 0xffff;
const KIND_MASK = 0b1111;
const ROLE_MASK = 0b111;
const MEDIA_MASK = 0b11111;
/** The largest media value in five bits means "none". */
export const NO_MEDIA_FLAG = MEDIA_MASK;
const UNKNOWN_MEDIA_FLAG = NO_MEDIA_FLAG - 1;
/** The largest role in three bits means "none". */
export const NO_ROLE_FLAG = ROLE_MASK;

export function packFlags(kind: number, role: number, media: number, hasText: boolean): number {
  const roleFlag = role === NO_ROLE ? NO_ROLE_FLAG : role;
  const mediaFlag = media === NO_MEDIA ? NO_MEDIA_FLAG : media === UNKNOWN_MEDIA ? UNKNOWN_MEDIA_FLAG : media;
  return kind | (roleFlag << ROLE_SHIFT) | (mediaFlag << MEDIA_SHIFT) | ((hasText ? 1 : 0) << TEXT_SHIFT);
}

/** Replaces the index, in SQL, of a word that is not in the vocabulary. Whatever the shift, the row becomes unsound. */
export const UNKNOWN_WORD = {
  kind: UNSOUND,
  role: UNSOUND >> ROLE_SHIFT,
  media: UNSOUND >> MEDIA_SHIFT,
} as const;

/**
 * The same in SQL, from columns of vocabulary indexes; missing media are {@link NO_MEDIA_FLAG}, a missing role is {@link NO_ROLE_FLAG}.
 * @param sound condition under which the row can be used without further checks
 */
export function packFlagsSql(
  columns: { kind: string; role: string; media: string; hasText: string },
  sound: string,
): string {
  const { kind, role, media, hasText } = columns;
  const terms = [
    kind,
    `${role} * ${1 << ROLE_SHIFT}`,
    `${media} * ${1 << MEDIA_SHIFT}`,
    `CASE WHEN ${hasText} THEN ${1 << TEXT_SHIFT} ELSE 0 END`,
    `CASE WHEN ${sound} THEN 0 ELSE ${UNSOUND} END`,
  ];
  return `(${terms.join(' + ')})::USMALLINT`;
}

/** Rows that must be checked one by one before use. */
export const UNSOUND_SQL = `flags >= ${UNSOUND}`;

/** @param flags in the low half of a word */
export function isUnsound(flags: number): boolean {
  return (flags & LOW_HALF) >= UNSOUND;
}

export function kindOf(flags: number): number {
  return flags & KIND_MASK;
}

export function roleOf(flags: number): number {
  const role = (flags >> ROLE_SHIFT) & ROLE_MASK;
  return role === NO_ROLE_FLAG ? NO_ROLE : role;
}

export function mediaOf(flags: number): number {
  const media = (flags >> MEDIA_SHIFT) & MEDIA_MASK;
  if (media === UNKNOWN_MEDIA_FLAG) return UNKNOWN_MEDIA;
  return media === NO_MEDIA_FLAG ? NO_MEDIA : media;
}

export function hasTextOf(flags: number): number {
  return (flags >> TEXT_SHIFT) & 1;
}
