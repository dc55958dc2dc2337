/** Semantic tokens. Names are coloured by what they refer to; a keyword used as a name is coloured as a name. */
import type { AstNode } from 'langium';
import type { SemanticTokens } from 'vscode-languageserver';
import { SemanticTokensBuilder } from 'vscode-languageserver';
import { flatten } from '../../linking/link.ts';
import { BEGINNING, GroupLexer, type Origin } from '../../parser/lexer.ts';
import { isKeywordType, placeTokens } from '../../translate/tokens.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import { PRELUDE_PATH } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import type { Workspace } from '../sync/workspace.ts';
import { isDeclaration, nameLeaf } from '../text/names.ts';
import { LineIndex, pathOfUri } from '../text/places.ts';

const TYPES = [
  ...['keyword', 'string', 'number', 'regexp', 'comment', 'operator', 'class', 'interface', 'enumMember'],
  ...['event', 'property', 'function', 'variable', 'parameter', 'type'],
] as const;
type TokenKind = (typeof TYPES)[number];
const MODIFIERS = ['declaration', 'defaultLibrary'] as const;
const DECLARATION = 1;
const LIBRARY = 2;

export const LEGEND = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

const BY_TOKEN: Readonly<Record<string, TokenKind>> = {
  STRING: 'string',
  NUMBER: 'number',
  PERCENT: 'number',
  DURATION: 'number',
  TIME: 'number',
  DATE: 'number',
  TIMESTAMP: 'number',
  COLOR: 'number',
  REGEX: 'regexp',
};

const BY_NODE: Readonly<Record<string, TokenKind>> = {
  Group: 'class',
  Policy: 'interface',
  Tier: 'enumMember',
  Category: 'enumMember',
  Stage: 'enumMember',
  FieldValue: 'enumMember',
  Health: 'property',
  Field: 'property',
  Metric: 'property',
  Intrinsic: 'property',
  Risk: 'event',
  Campaign: 'event',
  Signal: 'event',
  Action: 'function',
  Parameter: 'parameter',
  Role: 'type',
  Tool: 'type',
};

export function registerSemanticTokens(server: Server): void {
  const { connection, workspace } = server;
  const tokensOf = (uri: string, from: number, to: number): SemanticTokens => {
    const file = workspace.file(pathOfUri(uri));
    return file === null ? { data: [] } : build(file, workspace.files([file.path]), lexerOf(workspace), { from, to });
  };
  connection.languages.semanticTokens.on(({ textDocument }) => tokensOf(textDocument.uri, 0, Number.POSITIVE_INFINITY));
  connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
    tokensOf(textDocument.uri, range.start.line, range.end.line),
  );
}

function lexerOf({ services }: Workspace): GroupLexer {
  const { Lexer } = services.parser;
  if (!(Lexer instanceof GroupLexer)) throw new Error('The services were built without our lexer');
  return Lexer;
}

interface ColoredToken {
  offset: number;
  text: string;
  kind: TokenKind;
  modifiers: number;
}

function build(
  file: LoadedFile,
  files: readonly LoadedFile[],
  lexer: GroupLexer,
  { from, to }: { from: number; to: number },
): SemanticTokens {
  const lines = new LineIndex(file.text);
  const builder = new SemanticTokensBuilder();
  for (const { offset, text, kind, modifiers } of colored(stretchOf(file, lines, from, to), file, files, lexer)) {
    const { line, character } = lines.positionAt(offset);
    // A token must not span lines: comments and long strings are split by line.
    text.split('\n').forEach((part, index) => {
      const length = part.replace(/\r$/, '').length;
      const isWithin = line + index >= from && line + index <= to;
      if (length > 0 && isWithin)
        builder.push(line + index, index === 0 ? character : 0, length, TYPES.indexOf(kind), modifiers);
    });
  }
  return builder.build();
}

/** Part of a file, between the ends of two declarations, with everything in it. */
interface Stretch {
  nodes: readonly AstNode[];
  start: Origin;
  end: number;
}

/** The declarations that some lines touch, with the text between them; the whole file if the lines touch its start. */
function stretchOf(file: LoadedFile, lines: LineIndex, from: number, to: number): Stretch {
  const { elements } = file.model;
  const first = elements.findIndex(({ $cstNode: cst }) => cst !== undefined && cst.range.end.line >= from);
  const before = elements[first - 1]?.$cstNode;
  const isApart = before !== undefined && file.text[before.end - 1] === '}';
  if (!isApart) return { nodes: [file.model], start: BEGINNING, end: file.text.length };
  const touched = elements.slice(first).filter(({ $cstNode: cst }) => cst !== undefined && cst.range.start.line <= to);
  const { line, character } = lines.positionAt(before.end);
  const next = elements[first + touched.length]?.$cstNode;
  const start = { offset: before.end, line, column: character, previous: '}' };
  return { nodes: touched, start, end: next?.offset ?? file.text.length };
}

function colored(
  { nodes, start, end }: Stretch,
  file: LoadedFile,
  files: readonly LoadedFile[],
  lexer: GroupLexer,
): ColoredToken[] {
  const { tokens, hidden } = lexer.piece(start, () => lexer.tokenize(file.text.slice(start.offset, end)));
  const declared = new Map<number, AstNode>();
  for (const node of nodes.flatMap((root) => flatten(root).nodes)) {
    if (!isDeclaration(node)) continue;
    for (const property of ['name', 'alias'] as const) {
      const leaf = nameLeaf(node, property);
      if (leaf !== undefined) declared.set(leaf.offset, node);
    }
  }
  const library = files.find(({ path }) => path === PRELUDE_PATH)?.model;
  const words = placeTokens(tokens, nodes).flatMap(({ type, image, offset, isKeyword, target }): ColoredToken[] => {
    const own = declared.get(offset);
    const node = target ?? own;
    if (node !== undefined && node !== null && type !== 'STRING') {
      const fromLibrary = rootOf(node) === library ? LIBRARY : 0;
      const kind = BY_NODE[node.$type] ?? 'variable';
      return [{ offset, text: image, kind, modifiers: (own === node ? DECLARATION : 0) | fromLibrary }];
    }
    if (isKeyword) return [{ offset, text: image, kind: 'keyword', modifiers: 0 }];
    const kind = BY_TOKEN[type] ?? (type === 'ID' || isKeywordType(type) ? 'variable' : null);
    if (kind !== null) return [{ offset, text: image, kind, modifiers: 0 }];
    return /^[<>=!+\-*/|]/.test(type) ? [{ offset, text: image, kind: 'operator', modifiers: 0 }] : [];
  });
  const comments = hidden.map(
    ({ startOffset, image }): ColoredToken => ({ offset: startOffset, text: image, kind: 'comment', modifiers: 0 }),
  );
  return [...words, ...comments].sort((left, right) => left.offset - right.offset);
}

function rootOf(node: AstNode): AstNode {
  return node.$container === undefined ? node : rootOf(node.$container);
}
