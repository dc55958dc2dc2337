/** The invisible characters that people paste in without knowing, by name. `hidden.ts` escapes these and many more. */
import type { Bilingual } from './sentences.ts';

interface Invisible {
  /** The inside of a character class. */
  characters: string;
  name: Bilingual;
  /** Where in a word it may belong; elsewhere it is noise. */
  belongs: 'anywhere' | 'between' | 'nowhere';
}

const TABLE: readonly Invisible[] = [
  {
    characters: String.raw`\u180E\u200B\u2060`,
    name: { en: 'a zero-width space', zh: '零宽空格' },
    belongs: 'nowhere',
  },
  // As in family emoji: the joiner connects its neighbours.
  { characters: String.raw`\u200C\u200D`, name: { en: 'a zero-width joiner', zh: '零宽连接符' }, belongs: 'between' },
  { characters: String.raw`\uFEFF`, name: { en: 'a byte order mark', zh: '字节顺序标记（BOM）' }, belongs: 'nowhere' },
  { characters: String.raw`\u00AD`, name: { en: 'a soft hyphen', zh: '软连字符' }, belongs: 'nowhere' },
  {
    characters: String.raw`\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069`,
    name: { en: 'a mark of writing direction', zh: '文字方向控制符' },
    belongs: 'nowhere',
  },
  {
    characters: String.raw`\u2061-\u2064`,
    name: { en: 'an invisible operator', zh: '不可见运算符' },
    belongs: 'nowhere',
  },
  {
    characters: String.raw`\u115F\u1160\u3164\uFFA0`,
    name: { en: 'an invisible letter', zh: '不可见字母' },
    belongs: 'anywhere',
  },
];

function classOf(rows: readonly Invisible[]): string {
  return rows.map(({ characters }) => characters).join('');
}

const NAMES = TABLE.map(({ characters, name }) => [new RegExp(`[${characters}]`), name] as const);
const CONTROLS_BUT_BLANKS = String.raw`\u0000-\u0008\u000E-\u001F\u007F-\u009F`;
const NOISE = new RegExp(
  `[${CONTROLS_BUT_BLANKS}${classOf(TABLE.filter(({ belongs }) => belongs === 'nowhere'))}]`,
  'g',
);
const BETWEEN = classOf(TABLE.filter(({ belongs }) => belongs === 'between'));
const AT_EDGES = new RegExp(`^[${BETWEEN}]+|[${BETWEEN}]+$`, 'g');

/** A run of them. */
export const INVISIBLE_RUN = new RegExp(`[${classOf(TABLE)}]+`);

/** `a zero-width space`; null for a character that the table lacks. */
export function invisibleName(character: string): Bilingual | null {
  return NAMES.find(([characters]) => characters.test(character))?.[1] ?? null;
}

/** A word without what cannot be part of it: control characters except blanks, and the invisible. */
export function withoutInvisible(word: string): string {
  return word.replace(NOISE, '').replace(AT_EDGES, '');
}
