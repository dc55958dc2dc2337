/** WeChat's numeric message types. */
import type { Media } from '@steward/events';

const TYPES: Readonly<Record<number, Media>> = {
  1: 'text',
  3: 'image',
  34: 'voice',
  42: 'card',
  43: 'video',
  47: 'sticker',
  48: 'location',
  50: 'call',
  65: 'card',
  66: 'card',
};

/** Kinds of "app" messages (type 49). */
const APP_TYPES: Readonly<Record<number, Media>> = {
  1: 'text',
  // Music is a known type, but has no media of its own.
  3: 'other',
  4: 'link',
  5: 'link',
  6: 'file',
  8: 'sticker',
  17: 'location',
  19: 'forward',
  24: 'note',
  33: 'miniapp',
  36: 'miniapp',
  40: 'forward',
  50: 'card',
  51: 'video',
  53: 'note',
  57: 'quote',
  62: 'poke',
  63: 'video',
  74: 'file',
  87: 'announcement',
  88: 'video',
  92: 'other',
  115: 'other',
  2000: 'transfer',
  2001: 'redpacket',
  2003: 'redpacket',
};

const APP = 49;
const SYSTEM_TYPES: ReadonlySet<number> = new Set([10_000, 10_002]);

export function isSystemType(type: number): boolean {
  return SYSTEM_TYPES.has(type);
}

/** @returns null for unknown numbers */
export function wechatMedia(type: number, subType: number): Media | null {
  return (type === APP ? APP_TYPES[subType] : TYPES[type]) ?? null;
}
