/** Kind, role, media and whether there is text, as one small number: one column to sort, spill and fetch instead of four. */
import { NO_MEDIA } from '@steward/events';

const ROLE_SHIFT = 4;
const MEDIA_SHIFT = 6;
const TEXT_SHIFT = 11;
const UNSOUND_SHIFT = 12;
const KIND_MASK = 0b1111;
const ROLE_MASK = 0b11;
const MEDIA_MASK = 0b11111;
/** The largest media value in five bits says "none". */
export const NO_MEDIA_FLAG = MEDIA_MASK;

export function packFlags(kind: number, role: number, media: number, hasText: boolean): number {
  const mediaFlag = media === NO_MEDIA ? NO_MEDIA_FLAG : media;
  return kind | (role << ROLE_SHIFT) | (mediaFlag << MEDIA_SHIFT) | ((hasText ? 1 : 0) << TEXT_SHIFT);
}

/**
 * The same in SQL, from columns of vocabulary indexes; media without a value is {@link NO_MEDIA_FLAG}.
 * @param unsound condition under which the row may not be used as it is
 */
export function packFlagsSql(kind: string, role: string, media: string, hasText: string, unsound: string): string {
  const sum = `${kind} + ${role} * ${1 << ROLE_SHIFT} + ${media} * ${1 << MEDIA_SHIFT} + (${hasText})::INTEGER * ${1 << TEXT_SHIFT} + (${unsound})::INTEGER * ${1 << UNSOUND_SHIFT}`;
  return `(${sum})::USMALLINT`;
}

/** Rows that may not be used as they are: they are judged one by one. */
export const UNSOUND_SQL = `(flags & ${1 << UNSOUND_SHIFT}) <> 0`;

export function isUnsound(flags: number): boolean {
  return ((flags >> UNSOUND_SHIFT) & 1) === 1;
}

export function kindOf(flags: number): number {
  return flags & KIND_MASK;
}

export function roleOf(flags: number): number {
  return (flags >> ROLE_SHIFT) & ROLE_MASK;
}

export function mediaOf(flags: number): number {
  const media = (flags >> MEDIA_SHIFT) & MEDIA_MASK;
  return media === NO_MEDIA_FLAG ? NO_MEDIA : media;
}

export function hasTextOf(flags: number): number {
  return (flags >> TEXT_SHIFT) & 1;
}
