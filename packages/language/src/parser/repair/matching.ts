/** Matches phrases against tokens. */
import type { IToken } from 'chevrotain';
import { durationWritten, isDuration, numeralWritten } from '../literals.ts';
import { inSimplified } from '../traditional.ts';

interface Element {
  words: ReadonlySet<string>;
  isOptional: boolean;
}

const ELEMENTS = new Map<string, readonly Element[]>();

/** Parses a pattern (see `phrases.ts`), cached. */
function elementsOf(pattern: string): readonly Element[] {
  const known = ELEMENTS.get(pattern);
  if (known !== undefined) return known;
  const elements = pattern.split(' ').map((written): Element => {
    const isOptional = written.endsWith('?');
    const words = isOptional ? written.slice(0, -1) : written;
    return { words: new Set(words === '|' ? ['|'] : words.split('|')), isOptional };
  });
  ELEMENTS.set(pattern, elements);
  return elements;
}

/** Patterns by what their first token may be, so that only a few are tried at each token. */
export class PhraseIndex<T extends { written: string }> {
  private readonly byStart = new Map<string, { place: number; phrase: T }[]>();

  constructor(phrases: readonly T[]) {
    for (const [place, phrase] of phrases.entries()) {
      for (const word of startsOf(phrase.written)) {
        const known = this.byStart.get(word);
        if (known === undefined) this.byStart.set(word, [{ place, phrase }]);
        else known.push({ place, phrase });
      }
    }
  }

  /** The phrases that may begin with a token, in their order. */
  at(token: IToken): T[] {
    const found = new Map<number, T>();
    for (const key of keysOf(token)) {
      for (const { place, phrase } of this.byStart.get(key) ?? []) found.set(place, phrase);
    }
    return [...found].toSorted(([left], [right]) => left - right).map(([, phrase]) => phrase);
  }
}

/** Words and types that a phrase may begin with. */
function startsOf(pattern: string): ReadonlySet<string> {
  const starts = new Set<string>();
  for (const { words, isOptional } of elementsOf(pattern)) {
    for (const word of words) starts.add(word);
    if (!isOptional) break;
  }
  return starts;
}

function keysOf({ image, tokenType: { name } }: IToken): readonly string[] {
  const isAmount = name === 'NUMBER' || name === 'ID';
  return [inSimplified(image.toLowerCase()), name, `<${name}>`, ...(isAmount ? ['<DURATION>'] : [])];
}

/** @returns the text that each element matched (`''` if it is missing) and the end of the phrase; null if it does not match */
export function matchPhrase(
  pattern: string,
  tokens: readonly IToken[],
  start: number,
): { parts: readonly string[]; end: number } | null {
  const parts: string[] = [];
  let index = start;
  for (const element of elementsOf(pattern)) {
    const token = tokens[index];
    const amount = token === undefined || !element.words.has('<DURATION>') ? null : durationAt(tokens, index);
    if (amount !== null) {
      parts.push(amount.written);
      index = amount.end;
    } else if (token !== undefined && isOne(token, element.words)) {
      parts.push(token.image);
      index++;
    } else if (element.isOptional) parts.push('');
    else return null;
  }
  return index === start ? null : { parts, end: index };
}

/** A duration in a foreign notation: `7 days`, `七天`. */
function durationAt(tokens: readonly IToken[], index: number): { written: string; end: number } | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (token === undefined) return null;
  if (token.tokenType.name === 'NUMBER' && next !== undefined && /^\p{L}+$/u.test(next.image)) {
    const written = durationWritten(Number(token.image), next.image);
    return written === null ? null : { written, end: index + 2 };
  }
  const written = token.tokenType.name === 'ID' ? numeralWritten(token.image) : null;
  return written !== null && isDuration(written) ? { written, end: index + 1 } : null;
}

function isOne(token: IToken, words: ReadonlySet<string>): boolean {
  const { name } = token.tokenType;
  return words.has(inSimplified(token.image.toLowerCase())) || words.has(name) || words.has(`<${name}>`);
}

/** Replaces `$2` in `in $2` with what the phrase's second part matched. */
export function filled(write: string, parts: readonly string[]): string {
  return write.replace(/\$(\d)/g, (_, place: string) => parts[Number(place) - 1] ?? '');
}
