/** The closed vocabularies of the events schema. A column holds an index into these lists; the order is part of the format. */

/** Base signals: what one event can be. */
export const SIGNALS = [
  'message',
  'recall',
  'join',
  'leave',
  'read',
  'click',
  'reaction',
  'share',
  'complaint',
  'checkin',
  'participation',
  'purchase',
  'campaign',
  'resolve',
] as const;
export type Signal = (typeof SIGNALS)[number];

export const MEDIA = [
  'text',
  'image',
  'voice',
  'video',
  'sticker',
  'link',
  'file',
  'miniapp',
  'redpacket',
  'transfer',
  'card',
  'location',
  'forward',
  'quote',
  'poke',
  'announcement',
  'call',
  'vote',
  'note',
  'other',
] as const;
export type Media = (typeof MEDIA)[number];

export const ROLES = ['member', 'staff', 'owner', 'bot'] as const;
export type Role = (typeof ROLES)[number];

/** In an index column: no value. */
export const NONE = -1;
/** In `media`, which is unsigned. */
export const NO_MEDIA = 255;
/** In `media`: the message has a form, but the reader does not know which. */
export const UNKNOWN_MEDIA = 254;
/** In `role`, which is unsigned: the event states no role. What applies then: `SEMANTICS.md`, "Roles". */
export const NO_ROLE = 255;
/** Amounts are whole ten-thousandths, so that sums stay exact: 12.5 is 125,000. */
export const AMOUNT_SCALE = 10_000;
