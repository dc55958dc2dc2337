/**
 * How chatlog writes a message's content into CSV: text unchanged, everything else as a placeholder. A message counts as a placeholder only
 * if all of it is one: `[红包]恭喜` and `> 你好` are text.
 */
import type { Media } from '@steward/events';
import { wechatMedia } from '../wechat/app-types.ts';
import { personIn } from '../wechat/people.ts';

export interface Rendering {
  /** Null if the exporter itself does not say. */
  media: Media | null;
  /** The text that people read; null for a mere placeholder. */
  text: string | null;
  /** Id of the quoted person; null if it is not a quote. */
  quoted: string | null;
}

interface Placeholder {
  pattern: RegExp;
  media: Media;
}

/** `![图片](…)`, `[链接|标题](…)`: an address in parentheses, without a line break. */
const ADDRESS = String.raw`\([^\n]*\)`;

function labelled(label: string): RegExp {
  return new RegExp(String.raw`^\[${label}(?:\|(?<title>[\s\S]*))?\](?:${ADDRESS})?$`);
}

const PLACEHOLDERS: readonly Placeholder[] = [
  { pattern: new RegExp(`^!?\\[图片\\](?:${ADDRESS})?$`), media: 'image' },
  { pattern: new RegExp(`^!?\\[视频\\](?:${ADDRESS})?$`), media: 'video' },
  { pattern: new RegExp(`^\\[语音\\](?:${ADDRESS})?$`), media: 'voice' },
  { pattern: /^\[(?:动画|GIF|自定义)?表情\]$/i, media: 'sticker' },
  { pattern: labelled('(?:分享|链接)'), media: 'link' },
  { pattern: labelled('文件'), media: 'file' },
  { pattern: labelled('小程序'), media: 'miniapp' },
  { pattern: labelled('视频号'), media: 'video' },
  { pattern: /^\[合并转发(?:\|(?<title>[^\n]*))?\](?:\n(?: {2}[^\n]*)?)*$/, media: 'forward' },
  { pattern: /^\[转账(?:\|[^\n]*)?\](?:\([\s\S]*\))?$/, media: 'transfer' },
  { pattern: /^\[红包(?:封面)?\]$/, media: 'redpacket' },
  { pattern: /^\[(?:语音|视频|音视频)?通话\]$/, media: 'call' },
  { pattern: /^\[群公告\]$/, media: 'announcement' },
  { pattern: /^\[(?:个人|推荐)?名片\]$/, media: 'card' },
  { pattern: /^\[(?:位置|地理位置|位置共享)\]$/, media: 'location' },
  { pattern: /^\[笔记\]$/, media: 'note' },
  { pattern: /^\[音乐\]$/, media: 'other' },
  { pattern: /^\[引用\]$/, media: 'quote' },
  { pattern: /^\[拍一拍\]$/, media: 'poke' },
  { pattern: /^"\$\{[^}]+\}" ?拍了拍/, media: 'poke' },
];

/** Messages that chatlog has no placeholder for: `Type: 48 Content: <msg>…`. */
const BY_NUMBER = /^Type: (\d+) Content: /;
/** The first line of a quote: `> 乐乐妈(wxid_lele) 09-01 12:00:00`, or `> [引用]` if the original is lost. */
const QUOTE = /^> (?:\[引用\][^\n]*|(?<who>[^\n]+) \d{2}-\d{2} \d{2}:\d{2}:\d{2})$/;
const QUOTED_LINE = '> ';

export function renderedContent(content: string): Rendering {
  const text = content.replace(/\n+$/, '');
  for (const { pattern, media } of PLACEHOLDERS) {
    const match = pattern.exec(text);
    if (match !== null) return { media, text: match.groups?.['title'] || null, quoted: null };
  }
  const type = BY_NUMBER.exec(text)?.[1];
  if (type !== undefined) return { media: wechatMedia(Number(type), 0), text: null, quoted: null };
  return quoteIn(text) ?? { media: 'text', text: text === '' ? null : content, quoted: null };
}

/** Only the words below a quote are the speaker's. */
function quoteIn(text: string): Rendering | null {
  const lines = text.split('\n');
  const head = QUOTE.exec(lines[0] ?? '');
  if (head === null) return null;
  const own = lines.findIndex((line) => !line.startsWith(QUOTED_LINE));
  const words = own < 0 ? '' : lines.slice(own).join('\n');
  const who = head.groups?.['who'] ?? null;
  return { media: 'quote', text: words || null, quoted: who === null ? null : quotedId(who) };
}

function quotedId(who: string): string | null {
  // The account owner appears as 我, without an id.
  if (/(?:^|\()我\)?$/.test(who)) return null;
  return personIn(who, () => true)?.id ?? who;
}
