/** The tokens and comments of a text in order, classified by their place in the syntax tree. */
import type { IToken } from 'chevrotain';
import type { AstNode, LangiumCoreServices, LeafCstNode, ParseResult } from 'langium';
import { isLeafCstNode } from 'langium';
import { BLOCKS, CLAUSE_WORDS } from '../parser/grammar-words.ts';
import { lexicalSlips } from '../parser/syntax-errors.ts';
import { leavesOf } from '../translate/leaves.ts';

export type Role =
  /** Begins a declaration or a clause of a block. */
  | 'clause'
  /** Continues what precedes it. */
  | 'rest'
  | 'comment';

export interface Piece {
  /** The text to write; a slip is already corrected. */
  text: string;
  /** Whether a word replaces a symbol that was written, and so needs space around it. */
  wasMark: boolean;
  /** The keyword in English, a terminal name, or `comment`. */
  type: string;
  start: number;
  end: number;
  role: Role;
  /** Type of the syntax node that owns the token; empty for a comment. */
  owner: string;
  /** Whether the grammar expects a keyword or symbol here, not a name. */
  isKeyword: boolean;
}

/** Nodes whose parts go on separate lines. */
const SET_OUT: ReadonlySet<string> = new Set(['Model', ...BLOCKS]);

/** Properties of a block whose nodes are parts of a clause. */
const PARTS: ReadonlySet<string> = new Set(['condition', 'actions', 'starts']);

/** @returns null if a syntax error leaves the meaning of the text open; then we must not reformat it */
export function piecesOf(text: string, services: LangiumCoreServices): readonly Piece[] | null {
  const result = services.parser.LangiumParser.parse(text);
  if (result.parserErrors.length > 0 || result.lexerErrors.length > 0) return null;
  const replacements = replacementsIn(result);
  if (replacements === null) return null;
  const root = result.value.$cstNode;
  const leaves = root === undefined ? [] : [...leavesOf(root)].filter(isLeafCstNode);
  const shown = leaves.filter((leaf) => !leaf.hidden);
  const pieces = shown.map((leaf, index) =>
    pieceOf(leaf, shown[index - 1], replacements.get(leaf.offset) ?? null, text),
  );
  const comments = services.parser.Lexer.tokenize(text).hidden.map(commentOf);
  return [...pieces, ...comments].sort((left, right) => left.start - right.start);
}

/** Corrections of slips by offset, or null if an error leaves the meaning open. */
function replacementsIn(result: ParseResult): ReadonlyMap<number, string> | null {
  const replacements = new Map<number, string>();
  for (const { offset, replacement } of lexicalSlips(result)) {
    if (offset === undefined || replacement === null) return null;
    replacements.set(offset, replacement.trim());
  }
  return replacements;
}

const WORD = /^[\p{L}\p{N}_]/u;

function commentOf(token: IToken): Piece {
  const { image, startOffset } = token;
  return {
    text: image.trimEnd(),
    wasMark: false,
    type: 'comment',
    start: startOffset,
    end: startOffset + image.trimEnd().length,
    role: 'comment',
    owner: '',
    isKeyword: false,
  };
}

function pieceOf(
  leaf: LeafCstNode,
  previous: LeafCstNode | undefined,
  replacement: string | null,
  text: string,
): Piece {
  const written = text.slice(leaf.offset, leaf.end);
  return {
    text: replacement ?? written,
    wasMark: replacement !== null && WORD.test(replacement) && !WORD.test(written),
    type: leaf.tokenType.name,
    start: leaf.offset,
    end: leaf.end,
    role: isClause(leaf, previous) ? 'clause' : 'rest',
    owner: leaf.astNode.$type,
    isKeyword: leaf.grammarSource?.$type === 'Keyword',
  };
}

function isClause(leaf: LeafCstNode, previous: LeafCstNode | undefined): boolean {
  let node: AstNode = leaf.astNode;
  let child: AstNode | null = null;
  while (node.$container !== undefined && node.$cstNode?.offset === leaf.offset) {
    child = node;
    node = node.$container;
  }
  if (!SET_OUT.has(node.$type)) return false;
  if (child !== null) return !PARTS.has(child.$containerProperty ?? '');
  const type = leaf.tokenType.name;
  // A word list's own words, not its label or the name of a file.
  if (type === 'STRING' && node.$type === 'Lexicon')
    return previous?.tokenType.name !== 'from' && previous?.tokenType.name !== 'ID';
  return CLAUSE_WORDS.get(node.$type)?.has(type) === true && leaf.grammarSource?.$type === 'Keyword';
}
