/** Finds words of a lexicon that no text will contain verbatim although texts contain what was meant. Pure. */
import { type Bilingual, withoutInvisible } from '@steward/text';

export interface Oddity {
  kind: 'several' | 'columns' | 'blank' | 'edges' | 'hash' | 'pattern';
  /** The rest of a sentence that starts with the word. */
  problem: Bilingual;
  /** The intended words, if clear. */
  instead: readonly string[] | null;
}

/** @param isFromFile words from files are already trimmed, and only there can a `#` be meant as a comment */
export function oddityOf(word: string, isFromFile: boolean): Oddity | null {
  const bare = withoutInvisible(word).trim();
  if (bare === '') return null;
  if (bare.includes('\t')) return columns(bare);
  if (isPattern(bare)) return pattern();
  const parts = partsOf(bare);
  if (parts !== null) return several(parts);
  if (/\p{Script=Han}\s+\p{Script=Han}/u.test(bare)) return blank(bare);
  if (isFromFile && /^#[^#]+$/.test(bare)) return hash(bare);
  return bare === word ? null : edges(bare);
}

/** These separate words whatever surrounds them. */
const SEPARATORS = /[、|;；]/;
/** A comma may belong to a phrase, unless it is directly between two words. */
const COMMAS = /,(?![\s\d])/;
/** Maximum length of each word when they are separated by `，` or `/`: phrases and addresses are longer. */
const SHORT = 6;

function partsOf(word: string): string[] | null {
  if (SEPARATORS.test(word)) return severalIn(word, /[、|;；,，]/);
  if (COMMAS.test(word)) return severalIn(word, /[,，]/);
  const parts = severalIn(word, /[，/]/);
  return parts !== null && parts.length > 2 && parts.every((part) => part.length <= SHORT) ? parts : null;
}

function severalIn(word: string, separator: RegExp): string[] | null {
  const parts = word
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 ? parts : null;
}

/** Matches character sequences that occur in patterns and nowhere else. */
function isPattern(word: string): boolean {
  return /\.[*+]|\\[dwsbpDWS]|\[[^\]]+\][*+{]|^\^.*\$$|\(\?|\([^()]+\|[^()]+\)/.test(word);
}

function several(parts: readonly string[]): Oddity {
  return {
    kind: 'several',
    problem: {
      en: 'is several words in one, so it matches only texts that contain all of them with the same separators. Write each word separately',
      zh: '把几个词写成了一个：只有文字里连同分隔符原样出现才会命中。请一词一写',
    },
    instead: parts,
  };
}

function columns(word: string): Oddity {
  const [first = ''] = word.split('\t').map((part) => part.trim());
  return {
    kind: 'columns',
    problem: {
      en: `contains a tab, which messages never do. If the rest is another column, remove it: \`${first}\``,
      zh: `中间有制表符，消息里不会出现。如果后面是别的列，请去掉，只留 \`${first}\``,
    },
    instead: null,
  };
}

function blank(word: string): Oddity {
  const joined = word.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  return {
    kind: 'blank',
    problem: {
      en: `matches only with the space between the characters. Write \`${joined}\`, or each word separately`,
      zh: `只有连同中间的空格一起出现才会命中。请写成 \`${joined}\`，或一词一写`,
    },
    instead: null,
  };
}

function hash(word: string): Oddity {
  return {
    kind: 'hash',
    problem: {
      en: `matches only with its \`#\`. A comment starts with \`#\` and a space; for the word alone, write \`${word.slice(1)}\``,
      zh: `要连同 \`#\` 一起出现才会命中。注释要写成 \`# \`（后面有空格）；只要这个词就写 \`${word.slice(1)}\``,
    },
    instead: null,
  };
}

function pattern(): Oddity {
  return {
    kind: 'pattern',
    problem: {
      en: 'looks like a pattern, but words are matched literally. Patterns go into a condition: `text matches /…/`',
      zh: '看起来是表达式，但词是按原样查找的。表达式要写在条件里：`文本 匹配 /…/`',
    },
    instead: null,
  };
}

function edges(bare: string): Oddity {
  return {
    kind: 'edges',
    problem: {
      en: 'contains spaces or invisible characters that messages rarely have',
      zh: '里有空格或看不见的字符，消息里很少会有',
    },
    instead: [bare],
  };
}
