/** Every message type of the WeCom archive: its media, and its readable text. */
import type { Media } from '@steward/events';
import { isObject, type JsonObject, type JsonValue, parseJson, scalarText } from '../../input/json-value.ts';

interface Body {
  media: Media;
  /** Key of the object that holds the body, if it is not the type itself. */
  key?: string;
  /** Keys of the body to read, in order. */
  read: readonly string[];
}

const BODIES: Readonly<Record<string, Body>> = {
  text: { media: 'text', read: ['content'] },
  markdown: { media: 'text', key: 'info', read: ['content'] },
  image: { media: 'image', read: [] },
  voice: { media: 'voice', read: [] },
  video: { media: 'video', read: [] },
  sphfeed: { media: 'video', read: ['sph_name', 'feed_desc'] },
  card: { media: 'card', read: ['corpname'] },
  location: { media: 'location', read: ['title', 'address'] },
  emotion: { media: 'sticker', read: [] },
  file: { media: 'file', read: ['filename'] },
  voip_doc_share: { media: 'file', read: ['filename'] },
  link: { media: 'link', read: ['title', 'description'] },
  docmsg: { media: 'link', key: 'doc', read: ['title'] },
  news: { media: 'link', key: 'info', read: [] },
  weapp: { media: 'miniapp', read: ['title', 'description'] },
  chatrecord: { media: 'forward', read: ['title'] },
  todo: { media: 'note', read: ['title', 'content'] },
  collect: { media: 'note', read: ['title'] },
  calendar: { media: 'note', read: ['title'] },
  vote: { media: 'vote', read: [] },
  redpacket: { media: 'redpacket', read: ['wish'] },
  external_redpacket: { media: 'redpacket', key: 'redpacket', read: ['wish'] },
  meeting: { media: 'call', read: ['topic'] },
  meeting_voice_call: { media: 'call', read: [] },
  voiptext: { media: 'call', read: [] },
  mixed: { media: 'text', read: [] },
};

/** How WeCom writes a reply to a message in a plain text. */
const QUOTE = /^这是一条引用\/回复消息[：:]/;

export interface MessageContent {
  /** Null for an unknown type. */
  media: Media | null;
  text: string | null;
  /** Amount of a red packet, in fen; null for anything else. */
  fen: string | null;
}

export function contentOf(type: string, message: JsonObject): MessageContent {
  const body = BODIES[type];
  if (body === undefined) return { media: null, text: null, fen: null };
  const value = message[body.key ?? type];
  const fields = isObject(value) ? value : {};
  const texts = [...body.read.map((key) => fields[key]), ...furtherTexts(type, message, fields)];
  const text = joined(texts);
  const media = type === 'text' && text !== null && QUOTE.test(text) ? 'quote' : body.media;
  const fen = body.media === 'redpacket' ? (scalarText(fields['totalamount']) ?? null) : null;
  return { media: type === 'mixed' ? mixedMedia(fields, media) : media, text, fen };
}

/** Texts that are not at a key of the body. */
function furtherTexts(type: string, message: JsonObject, fields: JsonObject): (JsonValue | undefined)[] {
  if (type === 'vote') return [message['votetitle'], ...listOf(message['voteitem'])];
  if (type === 'news') return itemsOf(fields).flatMap((item) => [item['title'], item['description']]);
  if (type !== 'mixed') return [];
  return itemsOf(fields)
    .filter((item) => item['type'] === 'text')
    .map((item) => contentObject(item)['content']);
}

/** The media of a message of several parts: `withText` if any part is text, else that of the first part. */
function mixedMedia(fields: JsonObject, withText: Media): Media | null {
  const types = itemsOf(fields).map((item) => String(item['type'] ?? ''));
  if (types.includes('text')) return withText;
  return BODIES[types[0] ?? '']?.media ?? null;
}

function itemsOf(fields: JsonObject): JsonObject[] {
  return listOf(fields['item']).filter((item) => isObject(item));
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** Parts of a message hold their body as JSON in a string. */
function contentObject(item: JsonObject): JsonObject {
  const content = parseJson(String(item['content'] ?? ''));
  return isObject(content) ? content : {};
}

function joined(values: (JsonValue | undefined)[]): string | null {
  const texts = values.map((value) => scalarText(value)).filter((text) => typeof text === 'string' && text !== '');
  return texts.length === 0 ? null : texts.join('\n');
}
