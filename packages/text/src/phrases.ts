/** Parts of sentences: numbers with their nouns, and lists. */
import type { Bilingual } from './sentences.ts';

/** The noun or verb that goes with a count in English. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** `1 file`, `2 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${plural(count, one, many)}`;
}

/** `a, b and c`; `甲、乙和丙`. */
export const list: Bilingual<(items: readonly string[]) => string> = {
  en: (items) => joined(items, ', ', () => ' and '),
  zh: (items) => joined(items, '、', spaced('和')),
};

/** `a, b or c`; `甲、乙或丙`. */
export const choice: Bilingual<(items: readonly string[]) => string> = {
  en: (items) => joined(items, ', ', () => ' or '),
  zh: (items) => joined(items, '、', spaced('或')),
};

type Link = (left: string, right: string) => string;

function joined(items: readonly string[], comma: string, link: Link): string {
  const head = items.slice(0, -1).join(comma);
  const tail = items.at(-1) ?? '';
  return items.length < 2 ? tail : `${head}${link(head, tail)}${tail}`;
}

/** A Chinese word with a space on the side where Latin letters, digits or code stand. */
function spaced(word: string): Link {
  return (left, right) => `${/[\w`%]$/.test(left) ? ' ' : ''}${word}${/^[\w`]/.test(right) ? ' ' : ''}`;
}
