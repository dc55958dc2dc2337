/** Finds where a config is wrong. Loaded only when one is. */
import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { DEEPEST_JSON, type UnplacedFault } from './config.ts';
import type { ConfigFault, SyntaxFault } from './words.ts';

const SYNTAX: Readonly<Record<string, SyntaxFault>> = {
  PropertyNameExpected: 'key',
  ValueExpected: 'value',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'brace',
  CloseBracketExpected: 'bracket',
  EndOfFileExpected: 'end',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfString: 'string',
  InvalidCharacter: 'string',
  InvalidEscapeCharacter: 'string',
  InvalidUnicode: 'string',
};

export function placedFault(fault: UnplacedFault): ConfigFault {
  if (fault.what === 'unreadable') return { ...fault, line: 1, column: 1 };
  const { path, text } = fault;
  if (fault.what === 'depth') return { path, ...placeAt(text, fault.offset), what: 'depth', most: DEEPEST_JSON };
  if (fault.what === 'syntax') return { path, ...syntaxFault(text) };
  const { what, keys, expected } = fault;
  const node = findNodeAtLocation(treeOf(text), [...keys]);
  // A value of an object is shown at its key.
  const offset = (typeof keys.at(-1) === 'number' ? node : node?.parent)?.offset ?? 0;
  return { path, ...placeAt(text, offset), what, found: keys.join('.'), expected };
}

function treeOf(text: string): NonNullable<ReturnType<typeof parseTree>> {
  const root = parseTree(text);
  if (root === undefined) throw new Error('A config that was read has no tree');
  return root;
}

function syntaxFault(text: string): { line: number; column: number; what: 'syntax'; syntax: SyntaxFault } {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors.toSorted((left, right) => left.offset - right.offset)[0];
  return {
    ...placeAt(text, first?.offset ?? text.length),
    what: 'syntax',
    syntax: (first && SYNTAX[printParseErrorCode(first.error)]) ?? 'symbol',
  };
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
