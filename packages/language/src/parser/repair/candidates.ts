/**
 * Proposes what may have been meant where the parser stumbled: each candidate says which tokens to replace, and with what.
 *
 * - Looks at the neighbourhood of the error, not at the grammar: parsing with a candidate shows whether it fits.
 * - Candidates that fit equally well are ordered by preference.
 */

import type { IToken } from 'chevrotain';
import { isChinese } from '../chinese.ts';
import { BEFORE_LENGTH } from '../grammar-words.ts';
import { keywordWords } from '../keywords.ts';
import { clockWritten, durationWritten, numeralWritten, spanWritten } from '../literals.ts';
import { nearestOf, operatorInside, quoted, spacedOut } from '../slips.ts';
import { endOf } from '../source-tokens.ts';
import type { Candidate, Stumble } from './candidate.ts';
import { candidate, imageOf } from './candidate.ts';
import { filled, matchPhrase, PhraseIndex } from './matching.ts';
import { ADVICE, PHRASES, weekdayWritten } from './phrases.ts';
import { sameMeasure } from './rewritings.ts';
import { missingDo, missingOperand, structural } from './structure.ts';

const BEFORE = 4;
const BEHIND = 4;

/** Lazy, because one of the first candidates settles most errors. */
export function* candidatesAt(stumble: Stumble): Generator<Candidate> {
  const last: Candidate[] = [];
  for (const one of inOrder(stumble)) {
    if (one.isLast === true) last.push(one);
    else yield one;
  }
  yield* last;
}

function* inOrder(stumble: Stumble): Generator<Candidate> {
  yield* missingOperand(stumble);
  yield* missingDo(stumble);
  yield* advice(stumble);
  yield* sameMeasure(stumble);
  const ofAmounts = amounts(stumble);
  yield* lengthsOfTime(stumble, ofAmounts);
  const ofPhrases = phrases(stumble);
  yield* longer(ofPhrases);
  yield* ofAmounts;
  yield* ofPhrases;
  yield* misspellings(stumble);
  yield* structural(stumble);
}

/** Possible starts of the faulty text: the token that did not fit, and a few around it. */
function* starts({ tokens, index }: Stumble): Generator<number> {
  for (const distance of [0, -1, -2, -3, 1, 2, 3, BEHIND, -BEFORE]) {
    const start = index + distance;
    if (start >= 0 && start < tokens.length) yield start;
  }
}

/** `for 10 minutes`, where `for` is right and only the unit is wrong. */
function lengthsOfTime({ tokens }: Stumble, found: readonly Candidate[]): Candidate[] {
  const isAfterOurs = (at: number): boolean => {
    const before = tokens[at - 1]?.tokenType.name ?? '';
    // `in` also opens longer phrases, like `in the last 7 days`.
    return before !== 'in' && BEFORE_LENGTH.has(before);
  };
  return found.filter(({ code, from }) => code === 'unknown-unit' && isAfterOurs(from));
}

/** Phrases of several words say more than a single word of them. */
function longer(found: readonly Candidate[]): Candidate[] {
  return found.filter(({ from, to }) => to - from > 2);
}

const PHRASES_BY_START = new PhraseIndex(PHRASES);
const ADVICE_BY_START = new PhraseIndex(ADVICE);

function phrases(stumble: Stumble): Candidate[] {
  const { tokens, index, source } = stumble;
  const found: Candidate[] = [];
  for (const start of starts(stumble)) {
    for (const { written, write } of PHRASES_BY_START.at(tokens[start] as IToken)) {
      const matched = matchPhrase(written, tokens, start);
      if (matched === null || matched.end < index) continue;
      const image = imageOf(tokens, start, matched.end, source);
      const words = write.map((one) => filled(one, matched.parts));
      for (const instead of words)
        found.push(foreign(start, matched.end, image, instead, alternatives(words, instead)));
    }
  }
  return found.toSorted((left, right) => right.to - right.from - (left.to - left.from));
}

/** Windows have two readings, and either may be meant; other words have only one. */
function alternatives(words: readonly string[], instead: string): readonly string[] {
  return /^(?:per |每)/.test(instead) ? words.filter((one) => /^(?:per |in |每|近)/.test(one)) : [instead];
}

function foreign(
  from: number,
  to: number,
  found: string,
  instead: string,
  fixes: readonly string[] = [instead],
): Candidate {
  if (instead === '') {
    const data = { found: quoted(found), advice: { en: 'Remove it.', zh: '请删除。' } };
    return { from, to, write: instead, code: 'unexpected-character', data, fixes };
  }
  const shown = fixes.length > 1 ? fixes.join('` / `') : instead;
  return { from, to, write: instead, code: 'foreign-notation', data: { found: quoted(found), instead: shown }, fixes };
}

function advice(stumble: Stumble): Candidate[] {
  const { tokens, index } = stumble;
  return [...starts(stumble)].flatMap((start) =>
    ADVICE_BY_START.at(tokens[start] as IToken).flatMap(({ written, write, en, zh }): Candidate[] => {
      const matched = matchPhrase(written, tokens, start);
      if (matched === null || matched.end < index) return [];
      return [candidate(start, matched.end, write, { en, zh })];
    }),
  );
}

/** `30 minutes`, `1,000`, `friday`, `近七天`, `下午3点`. */
function amounts(stumble: Stumble): Candidate[] {
  const { tokens, source, index } = stumble;
  const found: Candidate[] = [];
  for (const start of starts(stumble)) {
    const token = tokens[start];
    const next = tokens[start + 1];
    if (token === undefined) continue;
    const type = token.tokenType.name;
    if (type === 'NUMBER' && next !== undefined && start + 2 > index)
      found.push(...numberAnd(token, next, start, stumble));
    if (start < index - 1) continue;
    const weekday = weekdayWritten(token.image);
    if (weekday !== null) found.push(...onWeekday(start, weekday, stumble));
    const single = numeralWritten(token.image) ?? clockWritten(token.image) ?? spanWritten(token.image);
    if (single === null || single === token.image) continue;
    // A window before what it applies to: `近七天 发言数`.
    if (next !== undefined && /^近\d/.test(single) && /^\p{L}/u.test(next.image)) {
      const image = imageOf(tokens, start, start + 2, source);
      found.push(foreign(start, start + 2, image, `${next.image} ${single}`));
    }
    found.push(foreign(start, start + 1, imageOf(tokens, start, start + 1, source), single));
  }
  return found;
}

/** `friday`, `on friday`. */
function onWeekday(start: number, day: string, { tokens, source }: Stumble): Candidate[] {
  const every = isChinese(day) ? `每${day}` : `every ${day}`;
  const found: Candidate[] = [];
  const image = imageOf(tokens, start, start + 1, source);
  if (/^(?:on|each|at|于|在|逢|每逢)$/.test(tokens[start - 1]?.image ?? '')) {
    found.push(foreign(start - 1, start + 1, imageOf(tokens, start - 1, start + 1, source), every));
  }
  if (day !== image) found.push(foreign(start, start + 1, image, day));
  found.push(foreign(start, start + 1, image, every));
  return found;
}

function numberAnd(token: IToken, next: IToken, start: number, stumble: Stumble): Candidate[] {
  const { tokens, source } = stumble;
  const unit = /^[a-z]+$|^[\u3400-\u9FFF]+$/i.test(next.image)
    ? durationWritten(Number(token.image), next.image)
    : null;
  if (unit !== null) {
    const image = imageOf(tokens, start, start + 2, source);
    const data = { found: image, suggestion: unit };
    return [{ from: start, to: start + 2, write: unit, code: 'unknown-unit', data, fixes: [unit] }];
  }
  const end = endOfThousands(tokens, start);
  if (end === null) return decimalComma(start, stumble);
  const image = imageOf(tokens, start, end, source);
  return [foreign(start, end, image, image.replace(/[^\d.]/g, ''))];
}

/** `0,5` → `0.5`, `12,5%` → `12.5%`. */
function decimalComma(start: number, { tokens, source }: Stumble): Candidate[] {
  const [whole, comma, part] = tokens.slice(start, start + 3);
  if (whole === undefined || comma?.image !== ',' || !/^\d+%?$/.test(part?.image ?? '')) return [];
  if (part === undefined || endOf(whole) !== comma.startOffset || endOf(comma) !== part.startOffset) return [];
  return [foreign(start, start + 3, imageOf(tokens, start, start + 3, source), `${whole.image}.${part.image}`)];
}

/** The index after groups of three digits that continue a number: `1,000,000`, `1 000`. */
function endOfThousands(tokens: readonly IToken[], start: number): number | null {
  if (!/^\d{1,3}$/.test(tokens[start]?.image ?? '')) return null;
  let end = start + 1;
  for (;;) {
    const comma = tokens[end]?.image === ',' || tokens[end]?.image === '，' ? 1 : 0;
    if (!/^\d{3}(?:\.\d+)?$/.test(tokens[end + comma]?.image ?? '')) break;
    if (comma === 1 && endOf(tokens[end] as IToken) !== tokens[end + 1]?.startOffset) break;
    end += comma + 1;
  }
  return end === start + 1 ? null : end;
}

const MOST_MISSPELLINGS = 4;

/** Keywords a few edits away, nearest first; in Chinese also words written without a space. */
function misspellings(stumble: Stumble): Candidate[] {
  const { tokens, index } = stumble;
  return [0, -1, 1, 2].flatMap((distance) => {
    const at = index + distance;
    const token = tokens[at];
    if (token === undefined || token.image.length < 2 || token.tokenType.name !== 'ID') return [];
    const near = nearestOf(token.image, keywordWords()).slice(0, MOST_MISSPELLINGS);
    const split = [spacedOut(token.image), operatorInside(token.image)].filter((one) => one !== null);
    return [...near, ...split].map((suggestion): Candidate => {
      const data = { found: quoted(token.image), suggestion };
      return { from: at, to: at + 1, write: suggestion, code: 'misspelt-keyword', data, fixes: [suggestion] };
    });
  });
}
