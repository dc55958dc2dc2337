/**
 * Continues after each syntax error as if the text had said what was meant.
 *
 * - Reports every error once: as a slip with a fix if a candidate lets the parser go on, otherwise as what the parser expected.
 *   In the latter case the unreadable part is skipped, so that nothing after it is an echo.
 * - Pure and bounded: equal tokens give equal repairs, and the number of attempts is limited.
 * - Looks only a few tokens ahead, so text far after an error does not affect its repair.
 */
import type { IRecognitionException, IToken } from 'chevrotain';
import type { AstNode, LexerResult, ParseResult } from 'langium';
import { REACH, settleAgain } from '../expression-words.ts';
import type { LexicalSlip } from '../lexical-slip.ts';
import type { Span } from '../source-tokens.ts';
import { endOf, insertedAt, spanOf, spreadOver } from '../source-tokens.ts';
import type { Candidate, Source, Stumble } from './candidate.ts';
import { candidatesAt } from './candidates.ts';

export interface RepairTools<T extends AstNode> {
  /** Parses the given tokens instead of those of the text. */
  parse(tokens: IToken[]): ParseResult<T>;
  /** The first error, without building a tree; null if all tokens fit. */
  firstError(tokens: IToken[], thoroughness: Thoroughness): IRecognitionException | null;
  /** Tokenises a text on its own. Returns null if it contains a slip. */
  wordsOf(text: string): IToken[] | null;
}

/** `place`: only the first token that does not fit; `message`: also what was expected there, as in a full parse. */
export type Thoroughness = 'place' | 'message';

/** Per text. Later errors are reported as the parser found them. */
const MOST_ERRORS = 20;
const MOST_TRIALS = 300;
const TRIALS_AT_ONE_PLACE = 30;
/** Number of tokens after an error that decide which candidate is best. */
const LOOK_AHEAD = 14;
/** Number of tokens to read first when looking for the next error. */
const STRETCH = 400;
/** The parser looks at most this many tokens ahead. Closer to the end of a stretch, the cut may be what causes an error. */
const FARTHEST_LOOK = 60;

/**
 * @param first the first error of the text
 * @param origin where the text starts in the text that token positions refer to
 * @returns the final parse result, with the slips of repaired errors and the remaining errors
 */
export function repaired<T extends AstNode>(
  first: IRecognitionException,
  { tokens, ...lexed }: LexerResult,
  origin: number,
  text: string,
  tools: RepairTools<T>,
): ParseResult<T> {
  const repair = new Repair(tools, { text, origin });
  let error: IRecognitionException | null = first;
  let current = tokens;
  const slips: LexicalSlip[] = [];
  const unsettled: IRecognitionException[] = [];
  for (let errors = 0; error !== null && errors < MOST_ERRORS; errors++) {
    const step = repair.settle(error, current);
    if (step === null) break;
    if (step.slip === null) unsettled.push(Object.assign(error, { resyncedTokens: step.skipped }));
    else slips.push(step.slip);
    current = step.tokens;
    error = repair.nextError(current, step.index);
  }
  const result = tools.parse(current);
  // If nothing helped, or there were too many errors, report the next one as the full parse does, and none after it.
  if (error !== null) unsettled.push(...result.parserErrors.slice(0, 1));
  // A slip inside text that a repair rewrites is fixed along with it.
  const own = (lexed.report?.diagnostics ?? []).filter(({ offset = 0, length }) => {
    const found = text.slice(offset - origin, offset - origin + length);
    return !slips.some(
      (slip) => isWithin(offset, length, slip) && !(slip.fixes ?? []).some((fix) => fix.includes(found)),
    );
  });
  const diagnostics = [...own, ...slips];
  return {
    ...result,
    parserErrors: unsettled,
    lexerReport: { diagnostics },
    ...(error !== null && { isPartial: true }),
  };
}

/** Whether the text may have more errors than a result holds. */
export function isPartial(result: ParseResult): boolean {
  return 'isPartial' in result;
}

function isWithin(offset: number, length: number, slip: LexicalSlip): boolean {
  if (slip.offset === offset && slip.length === length) return true;
  return (slip.fixes ?? []).length > 0 && offset >= slip.offset && offset + length <= slip.offset + slip.length;
}

/** What became of one error. Without a slip, tokens were skipped. */
interface Step {
  tokens: IToken[];
  /** Where it was; everything before it fits. */
  index: number;
  slip: LexicalSlip | null;
  skipped: IToken[];
}

class Repair<T extends AstNode> {
  private readonly tools: RepairTools<T>;
  private readonly source: Source;
  private trials = 0;

  constructor(tools: RepairTools<T>, source: Source) {
    this.tools = tools;
    this.source = source;
  }

  settle(error: IRecognitionException, tokens: readonly IToken[]): Step | null {
    const index = indexOf(error.token, tokens);
    const expected = /^expected (\S+)$/.exec(error.message)?.[1] ?? null;
    const stumble: Stumble = { tokens, index, expected, source: this.source };
    return this.best(stumble) ?? this.skip(stumble);
  }

  /** The first error after an index before which there is none. */
  nextError(tokens: readonly IToken[], index: number): IRecognitionException | null {
    const { start, before, from } = surroundings(tokens, index);
    // The stretch must not be parsed as the start of a file, where imports are allowed.
    const declaration = start === 0 ? [] : (this.tools.wordsOf(DECLARATION) ?? []);
    for (let end = index + STRETCH; ; end += end - from) {
      const piece = [...before, ...tokens.slice(from, end)];
      const error = this.tools.firstError([...declaration, ...piece], 'message');
      if (end >= tokens.length) return error;
      if (error !== null && indexOf(error.token, piece) + FARTHEST_LOOK < piece.length) return error;
    }
  }

  /** The candidate that takes the parser farthest; of equals the first. */
  private best(stumble: Stumble): Step | null {
    const { tokens, index } = stumble;
    const until = this.trials + TRIALS_AT_ONE_PLACE;
    const around = surroundings(tokens, index);
    let best: { candidate: Candidate; words: readonly IToken[]; reached: number } | null = null;
    for (const candidate of candidatesAt(stumble)) {
      if (this.trials >= Math.min(until, MOST_TRIALS)) break;
      const words = candidate.write === '' ? [] : this.tools.wordsOf(candidate.write);
      if (words === null) continue;
      const reached = this.reachedWith(stumble, candidate, words, around);
      // Dropping a word does not help if what follows fits no better.
      const isWord = candidate.write === '' && /^[\p{L}<]/u.test(tokens[candidate.from]?.image ?? '');
      const least = candidate.to - index + (isWord ? 2 : 0);
      if (reached < Math.max(1, least) || reached <= (best?.reached ?? 0)) continue;
      best = { candidate, words, reached };
      if (reached >= LOOK_AHEAD) break;
    }
    if (best === null) return null;
    const { candidate, words } = best;
    const slip = slipOf(candidate, tokens, this.source);
    return { tokens: replaced(tokens, candidate, words), index: Math.min(index, candidate.from), slip, skipped: [] };
  }

  private reachedWith(
    { tokens, index }: Stumble,
    candidate: Candidate,
    words: readonly IToken[],
    around: Surroundings,
  ): number {
    const { before, from } = reachingTo(candidate.from, around);
    const end = Math.max(candidate.to + REACH, index + LOOK_AHEAD);
    const shift = before.length - from;
    const local = { ...candidate, from: candidate.from + shift, to: candidate.to + shift };
    const piece = replaced([...before, ...tokens.slice(from, end)], local, words);
    const moved = words.length - (candidate.to - candidate.from);
    return this.reached(piece, index + moved + shift, end < tokens.length);
  }

  /** Skips as little as lets the parser go on: the rest of a line, the line, or the block that it opens. */
  private skip({ tokens, index }: Stumble): Step | null {
    const around = surroundings(tokens, index);
    let best: { from: number; to: number; reached: number } | null = null;
    for (const [from, to] of stretches(tokens, index)) {
      if (this.trials >= MOST_TRIALS) break;
      const end = to + LOOK_AHEAD;
      const kept = reachingTo(from, around);
      const before = [...kept.before, ...tokens.slice(kept.from, from)];
      const without = [...before, ...tokens.slice(to, end)];
      const reached = this.reached(without, before.length, end < tokens.length);
      if (reached <= 0 || reached <= (best?.reached ?? 0)) continue;
      best = { from, to, reached };
      if (reached >= LOOK_AHEAD) break;
    }
    if (best === null) return null;
    const { from, to } = best;
    const left = [...tokens.slice(0, from), ...tokens.slice(to)];
    return { tokens: left, index: from, slip: null, skipped: tokens.slice(from, to) };
  }

  /**
   * How many tokens of a piece can be read after `index`; the full look-ahead if there is no error among them.
   * @param isCut whether the text continues after the piece
   */
  private reached(piece: readonly IToken[], index: number, isCut: boolean): number {
    this.trials++;
    const looked = piece.slice(0, Math.max(0, index + LOOK_AHEAD));
    const error = this.tools.firstError(looked, 'place');
    if (error === null) return LOOK_AHEAD;
    const at = indexOf(error.token, looked);
    // If the piece ends in the middle of a clause, that is not an error.
    return at >= looked.length && (isCut || looked.length < piece.length) ? LOOK_AHEAD : at - index;
  }
}

/** With this before a stretch, it is not parsed as the start of a file. */
const DECLARATION = 'lexicon L { }';

/** The index of a token; the number of tokens for the end of the text. */
function indexOf(token: IToken, tokens: readonly IToken[]): number {
  const found = tokens.indexOf(token);
  return found < 0 ? tokens.length : found;
}

/** The start of the declaration around a token: after the last brace that closed one. */
function declarationAround(tokens: readonly IToken[], index: number): number {
  let depth = 0;
  let start = 0;
  for (let at = 0; at < Math.min(index, tokens.length); at++) {
    const type = tokens[at]?.tokenType.name;
    if (type === '{') depth++;
    if (type !== '}') continue;
    depth = Math.max(0, depth - 1);
    if (depth === 0) start = at + 1;
  }
  return start;
}

/** What the parser has to read before an error: the declaration around it, without the parts that are complete. */
interface Surroundings {
  /** Where the declaration begins. */
  start: number;
  /** What is read in the place of the declaration's tokens before `from`. */
  before: readonly IToken[];
  from: number;
}

/** Tokens before an error that are read as they are: repairs may replace them. */
const UNTOUCHED = 24;

/** The members of a block may come in any order, so those that are complete say nothing of what may follow. */
function surroundings(tokens: readonly IToken[], index: number): Surroundings {
  const start = declarationAround(tokens, index);
  const from = Math.max(start, Math.min(index, tokens.length) - UNTOUCHED);
  /** For each open block, the start of the part that matters: after its last member that closed a brace. */
  const blocks: { open: number; rest: number }[] = [{ open: start - 1, rest: start }];
  for (let at = start; at < from; at++) {
    const type = tokens[at]?.tokenType.name;
    if (type === '{') blocks.push({ open: at, rest: at + 1 });
    if (type !== '}' || blocks.length === 1) continue;
    blocks.pop();
    const block = blocks.at(-1);
    if (block !== undefined && blocks.length > 1) block.rest = at + 1;
  }
  const before = blocks.flatMap(({ rest }, depth) => {
    const open = blocks[depth + 1]?.open;
    return tokens.slice(rest, open === undefined ? from : open + 1);
  });
  return { start, before, from };
}

/** So that the tokens from `index` on are there; a brace that closes moves nothing: its declaration is still the one to read. */
function reachingTo(index: number, around: Surroundings): Surroundings {
  if (index >= around.from) return around;
  const from = Math.min(around.start, index);
  return { start: from, before: [], from };
}

function replaced(tokens: readonly IToken[], { from, to }: Candidate, words: readonly IToken[]): IToken[] {
  const placed = from === to ? insertedAt(words, gapBefore(tokens, from)) : spreadOver(words, tokens.slice(from, to));
  return settleAgain([...tokens.slice(0, from), ...placed, ...tokens.slice(to)], from, from + placed.length);
}

/** The empty range before a token, or after the last one. */
function gapBefore(tokens: readonly IToken[], index: number): Span {
  const token = tokens[index];
  if (token !== undefined) return { ...spanOf([token]), endOffset: token.startOffset };
  const last = tokens.at(-1);
  if (last === undefined) return { startOffset: 0, endOffset: 0, startLine: 1, startColumn: 1 };
  const { startLine, startColumn } = spanOf([last]);
  const end = endOf(last);
  return { startOffset: end, endOffset: end, startLine, startColumn: startColumn + last.image.length };
}

function slipOf(
  { from, to, code, data, fixes, span, isLast }: Candidate,
  tokens: readonly IToken[],
  { text, origin }: Source,
): LexicalSlip {
  const place = span ?? (from === to ? gapBefore(tokens, from) : spanOf(tokens.slice(from, to)));
  const { startOffset: offset, endOffset, startLine: line, startColumn: column } = place;
  const spaced = fixes.map((fix) => withSpaces(fix, text[offset - origin - 1], text[endOffset - origin]));
  return {
    code,
    data,
    replacement: null,
    fixes: spaced,
    message: code,
    offset,
    length: endOffset - offset,
    line,
    column,
    severity: 'error',
    ...(isLast === true && { isUnsure: true }),
  };
}

/** Adds spaces so that words do not touch their neighbours. */
function withSpaces(fix: string, before: string | undefined, after: string | undefined): string {
  const isWord = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}_"%]/u.test(character);
  if (fix === '') return isWord(before) && isWord(after) ? ' ' : '';
  const left = isWord(before) && isWord(fix[0]) ? ' ' : '';
  const right = isWord(after) && isWord(fix.at(-1)) ? ' ' : '';
  return `${left}${fix}${right}`;
}

/** Token ranges to try skipping around an error, smallest first. Braces are only skipped in pairs. */
function* stretches(tokens: readonly IToken[], index: number): Generator<readonly [from: number, to: number]> {
  if (index >= tokens.length) return;
  const line = tokens[index]?.startLine;
  let first = index;
  while (first > 0 && tokens[first - 1]?.startLine === line && !/^[{}]$/.test(tokens[first - 1]?.image ?? '')) first--;
  let last = index + 1;
  while (last < tokens.length && tokens[last]?.startLine === line) last++;
  const ends = [index + 1, last];
  const seen = new Set<string>();
  for (const from of [index, first]) {
    for (const end of ends) {
      const to = balancedEnd(tokens, from, end);
      if (to <= index || seen.has(`${from} ${to}`)) continue;
      seen.add(`${from} ${to}`);
      yield [from, to];
    }
  }
  // A superfluous brace.
  if (tokens[index]?.image === '}') yield [index, index + 1];
}

/** Goes to `end`, or past it to the partner of a brace opened on the way; stops before a brace that closes an outer block. */
function balancedEnd(tokens: readonly IToken[], from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (at >= end && depth === 0) return at;
    const type = tokens[at]?.tokenType.name;
    if (type === '{') depth++;
    if (type === '}' && --depth < 0) return at;
  }
  return tokens.length;
}
