/** Classifies the tokens of a text: keyword, name with a target, or neither. */
import type { IToken } from 'chevrotain';
import type { AstNode, CstNode } from 'langium';
import { flatten } from '../linking/link.ts';
import { KEYWORDS } from '../parser/keywords.ts';
import { leavesOf } from './leaves.ts';

export interface PlacedToken {
  /** The keyword in English, or the terminal's name. */
  type: string;
  image: string;
  offset: number;
  /** Whether the grammar expects this keyword here. False for a name spelled like a keyword. */
  isKeyword: boolean;
  /** The declaration that a name refers to. */
  target: AstNode | null;
}

const WORDS: ReadonlySet<string> = new Set(KEYWORDS);

export function isKeywordType(type: string): boolean {
  return WORDS.has(type);
}

/** @param roots the trees that contain the tokens: a file, or some of its declarations */
export function placeTokens(tokens: readonly IToken[], roots: readonly AstNode[]): PlacedToken[] {
  const names = new Set(roots.flatMap(({ $cstNode }) => [...nameOffsets($cstNode)]));
  const targets = new Map(
    roots
      .flatMap((root) => flatten(root).uses)
      .map(({ reference }) => [reference.$refNode?.offset, 'ref' in reference ? (reference.ref ?? null) : null]),
  );
  return tokens.map((token) => ({
    type: token.tokenType.name,
    image: token.image,
    offset: token.startOffset,
    isKeyword: isKeywordType(token.tokenType.name) && !names.has(token.startOffset),
    target: targets.get(token.startOffset) ?? null,
  }));
}

/** Offsets where the grammar reads a name. Text that the parser skipped counts as what it looks like. */
function nameOffsets(root: CstNode | undefined): Set<number> {
  const offsets = new Set<number>();
  for (const leaf of root === undefined ? [] : leavesOf(root)) {
    const source = leaf.grammarSource?.$type;
    if (!leaf.hidden && source !== undefined && source !== 'Keyword') offsets.add(leaf.offset);
  }
  return offsets;
}
