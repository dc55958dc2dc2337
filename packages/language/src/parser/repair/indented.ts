/** A block as Python and YAML write it: `tier A:`, and what follows on the line or is indented. */
import type { IToken } from 'chevrotain';
import { endOf } from '../source-tokens.ts';
import type { Candidate, Stumble } from './candidate.ts';
import { candidate, imageOf } from './candidate.ts';

const BRACES = {
  en: 'The clauses of a block stand in braces: `{ … }`.',
  zh: '块里的条款要写在花括号里：`{ … }`。',
} as const;

const OPENING: ReadonlySet<string> = new Set([
  ...['tier', 'content', 'health', 'risk', 'campaign', 'cadence', 'lifecycle', 'duty', 'lexicon', 'given'],
]);

/** From its keyword to the mark: `tier Core "核心" #FFAA00 :`. */
const LONGEST_HEADING = 4;

/** Words that begin a clause and are never part of a heading. */
const CLAUSES: ReadonlySet<string> = new Set(['when', 'otherwise', 'healthy']);

/** `tier A ( … )`, `tier A 【 … 】` → `tier A { … }`. */
export function otherBrackets({ tokens, index, source, expected }: Stumble): Candidate[] {
  const open = tokens[index];
  if (open === undefined || !/^[([]$/.test(open.tokenType.name)) return [];
  if (expected !== '{' && headingBefore(tokens, index) === null) return [];
  const closing = open.tokenType.name === '(' ? ')' : ']';
  let depth = 0;
  const close = tokens.findIndex(({ tokenType: { name } }, at) => {
    if (at < index) return false;
    if (name === open.tokenType.name) depth++;
    return name === closing && --depth === 0;
  });
  if (close <= index + 1) return [];
  const write = `{ ${imageOf(tokens, index + 1, close, source)} }`;
  return [candidate(index, close + 1, write, BRACES, [write])];
}

export function indentedBlock({ tokens, index, source }: Stumble): Candidate[] {
  const mark = tokens[index - 1]?.tokenType.name === ':' ? index - 1 : index;
  const first = tokens[mark]?.tokenType.name === ':' ? mark + 1 : mark;
  const keyword = headingBefore(tokens, mark);
  if (keyword === null || tokens[first] === undefined || /^[{}]$/.test(tokens[first].image)) return [];
  // Without its mark, a block is only recognised by its lines or by the word that begins a clause.
  const isBare = first === mark && tokens[first].startLine === keyword.startLine;
  if (isBare && !CLAUSES.has(tokens[first].tokenType.name)) return [];
  const end = endOfBlock(tokens, first, keyword);
  if (end === first) return [];
  const isOneLine = tokens[first].startLine === keyword.startLine;
  const inner = imageOf(tokens, first, end, source);
  const indent = ' '.repeat(Math.max(0, (keyword.startColumn ?? 1) - 1));
  const gap = ' '.repeat(Math.max(0, (tokens[first].startColumn ?? 1) - 1));
  const write = isOneLine ? `{ ${inner} }` : `{\n${gap}${inner}\n${indent}}`;
  const isTouching = endOf(tokens[mark - 1] as IToken) === tokens[mark]?.startOffset;
  return [candidate(mark, end, write, BRACES, [`${isTouching ? ' ' : ''}${write}`])];
}

function headingBefore(tokens: readonly IToken[], mark: number): IToken | null {
  for (let at = mark - 1; at >= Math.max(0, mark - LONGEST_HEADING); at--) {
    const token = tokens[at];
    if (token === undefined || /^[{}]$/.test(token.image)) return null;
    if (OPENING.has(token.tokenType.name)) return token;
  }
  return null;
}

/** `tier B` after a clause of the previous block. */
function opensBlock(tokens: readonly IToken[], at: number): boolean {
  const isName = /^[\p{L}_]/u.test(tokens[at + 1]?.image ?? '');
  return isName && OPENING.has(tokens[at]?.tokenType.name ?? '') && tokens[at - 1]?.tokenType.name !== 'of';
}

/** The rest of the line, or the lines indented more than the keyword, up to a brace that closes the surrounding block. */
function endOfBlock(tokens: readonly IToken[], first: number, keyword: IToken): number {
  const isOneLine = tokens[first]?.startLine === keyword.startLine;
  let depth = 0;
  let line = keyword.startLine;
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at] as IToken;
    if (token.image === '{') depth++;
    if (token.image === '}' && --depth < 0) return at;
    if (depth === 0 && isOneLine && at > first && opensBlock(tokens, at)) return at;
    if (depth > 0 || token.startLine === line) continue;
    if (isOneLine || (token.startColumn ?? 1) <= (keyword.startColumn ?? 1)) return at;
    line = token.startLine;
  }
  return tokens.length;
}
