/**
 * The texts that people write, by occasion. Every text of one of the five default categories contains a word that {@link CATEGORY_MARKS}
 * lists for it, and none of another, so a policy can distinguish them by text alone (`phrasebook.test.ts`).
 */
import type { Occasion, Phrases, SyntheticKind, SyntheticLanguage } from './phrases.ts';
import { ENGLISH } from './phrases-en.ts';
import { CHINESE } from './phrases-zh.ts';
import type { Random } from './random.ts';

/** Words that identify the texts of a category, in both languages. Tried in this order. */
export const CATEGORY_MARKS = {
  ad: /加微信|领券|代理|返现|扫码|promo code|agents wanted|DM me/,
  insight: /教程|攻略|干货|指南|测评|笔记|guide|tutorial|how-to|cheat sheet/,
  notice: /通知|公告|预告|报名|秒杀|直播|notice|sign up|flash sale|live session/,
  ugc: /晒单|打卡|买家秀|作业|反馈图|my results|checking in|homework|photo of mine/,
  light: /接龙|红包|投票|竞猜|抽奖|red packet|poll|guess the|lucky draw/,
} as const satisfies Partial<Record<Occasion, RegExp>>;

const MIXED_ENGLISH_SHARE = 0.25;

/** A piece of a template: literal text or a slot. */
type Piece = { literal: string } | { slot: 'thing' | 'n' | 'word' };

export interface Writer {
  things: readonly string[];
  templates: ReadonlyMap<Occasion, readonly (readonly Piece[])[]>;
}

export interface Writers {
  main: Writer;
  /** For `mixed`, the language of a quarter of the texts; otherwise the same as `main`. */
  other: Writer;
}

export function writersFor(kind: SyntheticKind, language: SyntheticLanguage): Writers {
  const chinese = writerOf(CHINESE[kind]);
  const english = writerOf(ENGLISH[kind]);
  if (language === 'en') return { main: english, other: english };
  return { main: chinese, other: language === 'mixed' ? english : chinese };
}

/** @param word fills the template's `{word}` (spam); appended if there is none */
export function write(writers: Writers, occasion: Occasion, random: Random, word: string | null = null): string {
  const writer = random.chance(MIXED_ENGLISH_SHARE) ? writers.other : writers.main;
  const template = random.pick(writer.templates.get(occasion) ?? []);
  let text = '';
  let placed = false;
  for (const piece of template) {
    if ('literal' in piece) {
      text += piece.literal;
      continue;
    }
    if (piece.slot === 'thing') text += random.pick(writer.things);
    if (piece.slot === 'n') text += String(2 + random.below(28));
    if (piece.slot === 'word') {
      text += word ?? '';
      placed = true;
    }
  }
  return word === null || placed || text.includes(word) ? text : `${text} ${word}`;
}

function writerOf(phrases: Phrases): Writer {
  const entries = Object.entries(phrases.texts) as [Occasion, readonly string[]][];
  return { things: phrases.things, templates: new Map(entries.map(([key, texts]) => [key, texts.map(piecesOf)])) };
}

function piecesOf(template: string): Piece[] {
  return template
    .split(/(\{(?:thing|n|word)\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{thing}') return { slot: 'thing' };
      if (part === '{n}') return { slot: 'n' };
      if (part === '{word}') return { slot: 'word' };
      return { literal: part };
    });
}
