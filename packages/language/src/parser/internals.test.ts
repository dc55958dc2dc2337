/** Pins what `internals.ts` uses of Langium and Chevrotain beyond their API, so that a library update shows what it removed. */
import type { IToken } from 'chevrotain';
import type { CstNode, LangiumParser, LeafCstNode } from 'langium';
import { CompositeCstNodeImpl, LeafCstNodeImpl } from 'langium';
import { beforeEach, expect, test } from 'vitest';
import { createGroupServices } from '../services.ts';
import { coverAs, discardNodesWhile, forgetRange, moveLeaf, onLeaf, raisingOf, recoveryOf } from './internals.ts';
import { GroupParser } from './parser.ts';

const TEXT = 'group G : service {\n  tier A { when messages in 7d >= 3 }\n}\n';

let parser: GroupParser;
beforeEach(() => {
  const { LangiumParser: built } = createGroupServices().group.parser;
  if (!(built instanceof GroupParser)) throw new Error('The services were built without our parser');
  parser = built;
});

/** What a library update removed, and where it is used. */
function lost(library: 'Langium' | 'Chevrotain', part: string, use: string): string {
  return `${library} no longer has ${part}. Steward needs it to ${use}: see packages/language/src/parser/internals.ts`;
}

function treeOf(text: string): CstNode {
  const { $cstNode: root } = parser.parse(text).value;
  if (root === undefined) throw new Error(lost('Langium', 'AstNode.$cstNode', 'place what it says'));
  return root;
}

function leavesOf(node: CstNode): LeafCstNodeImpl[] {
  if (node instanceof LeafCstNodeImpl) return [node];
  return node instanceof CompositeCstNodeImpl ? node.content.flatMap(leavesOf) : [];
}

function compositesOf(node: CstNode): CompositeCstNodeImpl[] {
  if (!(node instanceof CompositeCstNodeImpl)) return [];
  return [node, ...node.content.flatMap(compositesOf)];
}

test('a leaf stores its place in fields', () => {
  const [leaf] = leavesOf(treeOf(TEXT));
  for (const field of ['_offset', '_length', '_startLine', '_endLine']) {
    const message = lost('Langium', `LeafCstNodeImpl.${field}`, 'move positions after an edit');
    expect(leaf, message).toHaveProperty(field, expect.any(Number));
  }
});

test('a leaf computes its place from the fields that we move', () => {
  const leaf = leavesOf(treeOf(TEXT))[3];
  if (leaf === undefined) throw new Error('no leaf');
  const { offset, end, range } = leaf;
  moveLeaf(leaf, 7, 2);
  expect([leaf.offset, leaf.end], lost('Langium', 'offsets from LeafCstNodeImpl._offset', 'move leaves')).toEqual([
    offset + 7,
    end + 7,
  ]);
  const moved = (place: { line: number; character: number }): object => ({ ...place, line: place.line + 2 });
  expect(leaf.range, lost('Langium', 'ranges from LeafCstNodeImpl._startLine and _endLine', 'move leaves')).toEqual({
    start: moved(range.start),
    end: moved(range.end),
  });
});

test('a node caches its range in _rangeCache, and recomputes it if that is empty', () => {
  const root = treeOf(TEXT);
  const node = compositesOf(root).at(-1);
  if (node === undefined) throw new Error('no node');
  const { range } = node;
  for (const leaf of leavesOf(root)) moveLeaf(leaf, 0, 5);
  expect(node, lost('Langium', 'CompositeCstNodeImpl._rangeCache', 'move ranges after an edit')).toHaveProperty(
    '_rangeCache',
    range,
  );
  forgetRange(node);
  expect(node.range.start.line, lost('Langium', 'ranges without _rangeCache', 'move ranges')).toBe(
    range.start.line + 5,
  );
});

test('a leaf takes the length and text that we set', () => {
  const [leaf] = leavesOf(treeOf(TEXT));
  if (leaf === undefined) throw new Error('no leaf');
  coverAs(leaf, 2, 'meant');
  expect(
    [leaf.length, leaf.end, leaf.text],
    lost('Langium', 'LeafCstNodeImpl._length', 'place corrected slips'),
  ).toEqual([2, leaf.offset + 2, 'meant']);
});

test('every leaf is built by nodeBuilder.buildLeafNode', () => {
  const inner: object = parser;
  expect(inner, lost('Langium', 'LangiumParser.nodeBuilder', 'place corrected slips')).toHaveProperty(
    'nodeBuilder.buildLeafNode',
    expect.any(Function),
  );
  const built: [leaf: LeafCstNode, image: string][] = [];
  onLeaf(parser, (leaf, token) => built.push([leaf, token.image]));
  const root = treeOf(TEXT);
  expect(built.map(([leaf]) => leaf)).toEqual(leavesOf(root));
  expect(built.map(([, image]) => image).slice(0, 4)).toEqual(['group', 'G', ':', 'service']);
});

test('rules leave their nodes on the stack, and construct() takes them off it', () => {
  const use = 'look for errors without building a tree';
  expect(parser, lost('Langium', 'LangiumParser.stack', use)).toHaveProperty('stack', []);
  expect(parser, lost('Langium', 'LangiumParser.construct', use)).toHaveProperty('construct', expect.any(Function));
  let depth = 0;
  const stack = discardNodesWhile(() => {
    depth = Math.max(depth, stack.length);
    return false;
  }, parser);
  treeOf(TEXT);
  expect(depth, lost('Langium', 'nodes on LangiumParser.stack', use)).toBeGreaterThan(3);
  expect(stack, lost('Langium', 'LangiumParser.construct taking its node off the stack', use)).toEqual([]);
});

/** Parses `text` with Chevrotain's own recovery. @returns the errors, and how often it tried to recover in a repetition */
function recovering(text: string, enabled: boolean): { saved: unknown[]; attempts: number; errors: number } {
  const inner = parser as unknown as { wrapper: object };
  const recovery = recoveryOf(inner.wrapper);
  const { attemptInRepetitionRecovery, SAVE_ERROR, recoveryEnabled } = recovery;
  const saved: unknown[] = [];
  let attempts = 0;
  recovery.recoveryEnabled = enabled;
  recovery.SAVE_ERROR = (error) => {
    saved.push(error);
    return SAVE_ERROR.call(recovery, error);
  };
  recovery.attemptInRepetitionRecovery = (...given: []) => {
    attempts++;
    if (enabled) attemptInRepetitionRecovery.apply(recovery, given);
  };
  try {
    const plain: LangiumParser['parse'] = Object.getPrototypeOf(GroupParser.prototype).parse;
    const { parserErrors } = plain.call(parser, text);
    return { saved, attempts, errors: parserErrors.length };
  } finally {
    Object.assign(recovery, { attemptInRepetitionRecovery, SAVE_ERROR, recoveryEnabled });
  }
}

const TWO_FAULTS =
  'group G : service {\n  tier { when messages in 7d >= 3 }\n}\ngroup H : service {\n  tier { otherwise }\n}\n';

test('Chevrotain recovers through the members that we steer', () => {
  const use = 'find the first error of a repaired text quickly';
  const { wrapper } = parser as unknown as { wrapper: object };
  for (const member of ['recoveryEnabled', 'attemptInRepetitionRecovery', 'canPerformInRuleRecovery', 'SAVE_ERROR']) {
    expect(member in wrapper, lost('Chevrotain', `Parser.${member}`, use)).toBe(true);
  }
  const full = recovering(TWO_FAULTS, true);
  expect(full.saved.length, lost('Chevrotain', 'errors that pass through SAVE_ERROR', use)).toBe(full.errors);
  expect(full.errors).toBeGreaterThan(1);
  expect(full.attempts, lost('Chevrotain', 'calls of attemptInRepetitionRecovery', use)).toBeGreaterThan(0);
  const halted = recovering(TWO_FAULTS, false);
  expect(halted.errors, lost('Chevrotain', 'a parser that halts without recoveryEnabled', use)).toBe(1);
});

test('Chevrotain reports alternatives that do not fit through the members that we replace', () => {
  const use = 'raise errors without listing every token that would fit';
  const { wrapper } = parser as unknown as { wrapper: object };
  const raising = raisingOf(wrapper);
  for (const member of ['LA', 'raiseNoAltException', 'raiseEarlyExitException'] as const) {
    expect(raising[member], lost('Chevrotain', `Parser.${member}`, use)).toEqual(expect.any(Function));
  }
  const raise = raising.raiseNoAltException.bind(raising);
  let raised = 0;
  raising.raiseNoAltException = () => {
    raised++;
    return raise();
  };
  const { saved } = recovering('group G : service {\n  tier A { when ) }\n}\n', true);
  expect(raised, lost('Chevrotain', 'calls of raiseNoAltException', use)).toBeGreaterThan(0);
  expect(saved.map(String).join()).toContain('expected something else');
});

test('errors name the token before the one that did not fit', () => {
  const [error] = recovering('group G : service {\n  tier { otherwise }\n}\n', true).saved;
  const { previousToken } = error as { previousToken?: IToken };
  expect(previousToken?.image, lost('Chevrotain', 'previousToken of its exceptions', 'place syntax errors')).toBe(
    'tier',
  );
});
