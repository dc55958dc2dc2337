/** The shape of what people write, by kind of group and occasion. */

/** The purpose of a text. The first five are categories of content; the others are talk. */
export type Occasion =
  | 'insight'
  | 'notice'
  | 'ugc'
  | 'light'
  | 'ad'
  | 'chat'
  | 'question'
  | 'answer'
  | 'welcome'
  | 'spam'
  | 'complaint'
  | 'crisis'
  | 'reassurance'
  | 'apology';

export type SyntheticKind = 'service' | 'interest' | 'knowledge' | 'conversion';
export type SyntheticLanguage = 'zh' | 'en' | 'mixed';

/** Templates: `{thing}` is one of `things`, `{n}` a small number, `{word}` the word passed to `write`. */
export interface Phrases {
  things: readonly string[];
  texts: Readonly<Record<Occasion, readonly string[]>>;
}

export type Phrasebook = Readonly<Record<SyntheticKind, Phrases>>;
