/** What a person probably meant. */
import { keywordWords, readKeyword } from './keywords.ts';

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(seconds?|secs?|sec|秒钟)$/i, 's'],
  [/^(minutes?|mins?|m|分)$/i, 'min'],
  [/^(hours?|hrs?|hr|个小时|时|钟头)$/i, 'h'],
  [/^(days?|日|个天)$/i, 'd'],
  [/^(weeks?|wks?|星期|个星期|礼拜)$/i, 'w'],
];

/** For `7days`: `{ suggestion: '7d' }`; for `1.5h`: `{ suggestion: '90min' }`; `{ suggestion: '' }` where nothing is near. */
export function unitSuggestion(written: string): { suggestion: string } {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(.*)$/.exec(written) ?? [];
  if (amount === undefined || unit === undefined) return { suggestion: '' };
  const known = UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? unit;
  if (amount.includes('.')) return { suggestion: wholeUnits(Number(amount), known) };
  return { suggestion: known === unit ? '' : `${amount}${known}` };
}

const FINER: Readonly<Record<string, readonly [number, string]>> = {
  w: [7, 'd'],
  周: [7, 'd'],
  d: [24, 'h'],
  天: [24, 'h'],
  h: [60, 'min'],
  小时: [60, 'min'],
  min: [60, 's'],
  分钟: [60, 's'],
};

function wholeUnits(amount: number, unit: string): string {
  if (Number.isInteger(amount)) return `${amount}${unit}`;
  const finer = FINER[unit];
  return finer === undefined ? '' : wholeUnits(amount * finer[0], finer[1]);
}

/** The keyword (in the language that it is nearest in) that `word` is a slip of, or null. */
export function nearestKeyword(word: string, allowed?: ReadonlySet<string>): string | null {
  const candidates: string[] = [];
  for (const candidate of keywordWords()) {
    const keyword = readKeyword(candidate, null);
    if (allowed === undefined || (keyword !== null && allowed.has(keyword))) candidates.push(candidate);
  }
  return nearest(word, candidates);
}

const MOST_EDITS = 3;

/** For words written together in Chinese, `当互动数`: the same with a space, `当 互动数`; null where no keyword begins it. */
export function spacedOut(word: string): string | null {
  const [, span, after] = /^([\u3400-\u9FFF]+\d+(?:秒|分钟|小时|天|周|次))(.+)$/.exec(word) ?? [];
  if (span !== undefined && after !== undefined) return `${span} ${after}`;
  const begins = [...keywordWords()].filter((keyword) => keyword.length < word.length && word.startsWith(keyword));
  const longest = begins.filter(isChinese).toSorted((left, right) => right.length - left.length)[0];
  return longest === undefined ? null : `${longest} ${word.slice(longest.length)}`;
}

/** The longest of `names` that a Chinese word begins with, and the rest after a space: `互动数近7天` → `互动数 近7天`. */
export function nameAndRest(word: string, names: Iterable<string>): string | null {
  let longest = '';
  for (const name of names)
    if (name.length > longest.length && name.length < word.length && word.startsWith(name)) longest = name;
  return isChinese(longest) ? `${longest} ${word.slice(longest.length)}` : null;
}

function isChinese(word: string): boolean {
  return /[\u3400-\u9FFF]/.test(word);
}

/** The candidate that is fewest edits away from `word`, if it is near enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > MOST_EDITS) continue;
    const limit = editLimit(word, candidate);
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Chinese words are short: one wrong character of two is a slip, of one it is another word. */
function editLimit(word: string, candidate: string): number {
  const length = Math.max(word.length, candidate.length);
  if (/[\u3400-\u9FFF]/.test(candidate)) return length >= 2 && sharesCharacter(word, candidate) ? 1 : 0;
  if (length <= 3) return word.length === 1 ? 0 : 1;
  return length <= 7 ? 2 : MOST_EDITS;
}

function sharesCharacter(word: string, candidate: string): boolean {
  return [...word].some((character) => candidate.includes(character));
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count one each. */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let value = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + cost);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        value = Math.min(value, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(value);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}

/** A quotation of the input for a message: long ones are cut. */
export function quoted(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
