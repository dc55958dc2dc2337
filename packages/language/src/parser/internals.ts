/**
 * Everything Steward relies on in Langium and Chevrotain that is not part of their API.
 *
 * - Nothing else reaches into their objects.
 * - `internals.test.ts` pins each part and reports what an update has removed.
 */
import type { IToken } from 'chevrotain';
import type { CompositeCstNodeImpl, GrammarAST, LangiumParser, LeafCstNode, LeafCstNodeImpl } from 'langium';
import type { SourceToken } from './source-tokens.ts';

/** Positions in Langium's syntax tree, which it declares private. */
interface LeafPosition {
  _offset: number;
  _length: number;
  _startLine: number;
  _endLine: number;
}

/** Moves a leaf. Composite nodes take their offsets from their leaves, but keep a range: see {@link forgetRange}. */
export function moveLeaf(leaf: LeafCstNodeImpl, offset: number, lines: number): void {
  const position = leaf as unknown as LeafPosition;
  position._offset += offset;
  position._startLine += lines;
  position._endLine += lines;
}

/** Makes a node recompute its range after its leaves moved. */
export function forgetRange(node: CompositeCstNodeImpl): void {
  (node as unknown as { _rangeCache: unknown })._rangeCache = undefined;
}

/** Makes a leaf cover `length` characters of the text, but with the given `text`. */
export function coverAs(leaf: LeafCstNode | LeafCstNodeImpl, length: number, text: string): void {
  (leaf as unknown as LeafPosition)._length = length;
  Object.defineProperty(leaf, 'text', { value: text });
}

/** Calls `change` with each leaf that the parser builds. */
export function onLeaf(parser: LangiumParser, change: (leaf: LeafCstNode, token: SourceToken) => void): void {
  const { nodeBuilder } = parser as unknown as { nodeBuilder: LeafBuilder };
  const build = nodeBuilder.buildLeafNode.bind(nodeBuilder);
  nodeBuilder.buildLeafNode = (token, feature) => {
    const leaf = build(token, feature);
    change(leaf, token);
    return leaf;
  };
}

interface LeafBuilder {
  buildLeafNode(token: SourceToken, feature?: GrammarAST.AbstractElement): LeafCstNode;
}

/** While `isTrying`, discards the node that each rule builds. @returns the nodes under construction, outermost first */
export function discardNodesWhile(isTrying: () => boolean, parser: LangiumParser): unknown[] {
  const inner = parser as unknown as { stack: unknown[]; construct: () => unknown };
  const construct = inner.construct.bind(parser);
  inner.construct = () => {
    if (!isTrying()) return construct();
    inner.stack.pop();
    return undefined;
  };
  return inner.stack;
}

/** State of Chevrotain's parser that steers its recovery after an error. */
export interface Recovery {
  recoveryEnabled: boolean;
  attemptInRepetitionRecovery: () => void;
  canPerformInRuleRecovery: () => boolean;
  SAVE_ERROR: (error: unknown) => unknown;
}

/** @param wrapper the Chevrotain parser that a Langium parser drives */
export function recoveryOf(wrapper: object): Recovery {
  return wrapper as Recovery;
}

/** How Chevrotain's parser raises errors. */
export interface Raising {
  LA(ahead: number): IToken;
  SAVE_ERROR(error: Error): Error;
  raiseNoAltException(): never;
  raiseEarlyExitException(): never;
}

/** @param wrapper the Chevrotain parser that a Langium parser drives */
export function raisingOf(wrapper: object): Raising {
  return wrapper as Raising;
}
