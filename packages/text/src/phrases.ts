/** The small change of sentences: numbers with their nouns, lists, quotes. */
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
  en: (items) => joined(items, ', ', ' and '),
  zh: (items) => joined(items, '、', '和'),
};

/** `a, b or c`; `甲、乙或丙`. */
export const choice: Bilingual<(items: readonly string[]) => string> = {
  en: (items) => joined(items, ', ', ' or '),
  zh: (items) => joined(items, '、', '或'),
};

function joined(items: readonly string[], comma: string, last: string): string {
  const head = items.slice(0, -1).join(comma);
  const tail = items.at(-1) ?? '';
  return head === '' ? tail : `${head}${last}${tail}`;
}

/** A text as a sentence of either language quotes it. */
export function quoted(text: string): string {
  return `“${text}”`;
}
