/** Hovers: a name's kind, label, unit, definition and doc comment, in the client's language. */
import type { Bilingual, Locale } from '@steward/text';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Hover, Range } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { kindName } from '../../diagnostics/kinds.ts';
import type * as ast from '../../generated/ast.ts';
import { documentationOf, labelIn } from '../../linking/documentation.ts';
import { KEYWORDS, spellingsOf } from '../../parser/keywords.ts';
import { unitName } from '../../types/units.ts';
import { type LoadedFile, PRELUDE_PATH } from '../../workspace/load.ts';
import { KEYWORD_NOTES } from '../completion/keyword-notes.ts';
import type { Server } from '../feature.ts';
import { code, codeBlock, plain, plainLines } from '../text/markdown.ts';
import type { Declaration } from '../text/names.ts';
import { leafAt, nameAt, nameLeaf } from '../text/names.ts';
import { LineIndex, pathOfUri, rangeOfNode } from '../text/places.ts';

/** Longer declarations are cut in the hover; the full source is a click away. */
const LONGEST_SOURCE = 600;
const WORDS: ReadonlySet<string> = new Set(KEYWORDS);

export function registerHover(server: Server): void {
  server.connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const file = server.workspace.file(pathOfUri(textDocument.uri));
    if (file === null) return null;
    const offset = new LineIndex(file.text).startOf(position.line) + position.character;
    const clause = clauseNamedAt(file, offset);
    const result = clause === null ? null : ((await server.results?.hover(file.path, clause.start)) ?? null);
    // The rule is right there, so its result must not be pushed below its source.
    const said = explained(file, offset, server, result === null);
    if (said === null && result === null) return null;
    const value = [said?.text, result].filter((text) => typeof text === 'string').join('\n\n---\n\n');
    const contents = { kind: MarkupKind.Markdown, value };
    return said === null ? { contents } : { contents, range: said.range };
  });
}

/** The part of the hover that depends on the text alone. */
function explained(
  file: LoadedFile,
  offset: number,
  server: Server,
  withSource: boolean,
): { text: string; range: Range } | null {
  const name = nameAt(file, offset);
  if (name !== null) {
    const shown = withSource || !name.isDeclaration;
    return { text: describe(name.declaration, server.locale, shown), range: rangeOfNode(name.leaf) };
  }
  const leaf = leafAt(file, offset);
  const keyword = leaf === undefined ? null : keywordOf(leaf.astNode, 'tokenType' in leaf ? leaf : null);
  if (leaf === undefined || keyword === null) return null;
  return { text: describeKeyword(keyword, server.locale), range: rangeOfNode(leaf) };
}

/** The node whose name or first word is at the offset. A clause's result is shown on these, not on every word in it. */
function clauseNamedAt(file: LoadedFile, offset: number): Range | null {
  const leaf = leafAt(file, offset);
  const node = leaf?.astNode;
  if (leaf === undefined || node?.$cstNode === undefined) return null;
  const names = leaf.offset === node.$cstNode.offset || nameLeaf(node)?.offset === leaf.offset;
  return names ? rangeOfNode(node.$cstNode) : null;
}

function keywordOf(_owner: AstNode, leaf: object | null): string | null {
  if (leaf === null || !('tokenType' in leaf)) return null;
  const { tokenType } = leaf as { tokenType: { name: string } };
  return WORDS.has(tokenType.name) ? tokenType.name : null;
}

export function describeKeyword(keyword: string, locale: Locale): string {
  const chinese = [...new Set(spellingsOf(keyword).map(({ zh }) => zh))].join(' / ');
  const note = KEYWORD_NOTES[keyword]?.[locale];
  return [`\`${keyword}\` · ${chinese}`, ...(note === undefined ? [] : [note])].join('\n\n');
}

/** Returns Markdown. */
export function describe(node: Declaration, locale: Locale, withSource = true): string {
  const parts = [title(node, locale), ...facts(node, locale)];
  const comment = documentationOf(node);
  const text = comment?.[locale] ?? comment?.en ?? comment?.zh;
  // The prelude's comments are our own and may use Markdown.
  const documentation = text ? [isOurs(node) ? text : plainLines(text)] : [];
  return [parts.join('  \n'), ...documentation, ...(withSource ? [codeBlock(sourceOf(node), 'group')] : [])].join(
    '\n\n',
  );
}

/** **Core** 核心用户 — tier. */
function title(node: Declaration, locale: Locale): string {
  const { alias } = node;
  const label = labelIn(node, locale);
  const names = [...(alias ? [code(alias)] : []), ...(label ? [plain(label)] : [])].join(' · ');
  return `**${plain(node.name)}**${names === '' ? '' : ` ${names}`} — ${kindName(node.$type)[locale]}`;
}

const UNIT: Bilingual = { en: 'Unit', zh: '单位' };
const NEEDS: Bilingual = { en: 'Needs a tool that provides', zh: '需要工具提供' };

function facts(node: Declaration, locale: Locale): string[] {
  const lines: string[] = [];
  if (node.$type === 'Metric' || node.$type === 'Intrinsic') {
    const { unit } = node as ast.Metric | ast.Intrinsic;
    if (unit !== undefined) lines.push(`${UNIT[locale]}: ${unitName(unit)[locale]}`);
  }
  if (node.$type === 'Action') {
    const { needs } = node as AstNode as ast.Action;
    if (needs.length > 0) lines.push(`${NEEDS[locale]}: ${needs.map(plain).join(', ')}`);
  }
  return lines;
}

function sourceOf(node: Declaration): string {
  const text = node.$cstNode?.text ?? '';
  return text.length <= LONGEST_SOURCE ? text : `${text.slice(0, LONGEST_SOURCE).replace(/\n[^\n]*$/, '')}\n…`;
}

function isOurs(node: AstNode): boolean {
  return pathOfUri(AstUtils.getDocument(node).uri.toString()) === PRELUDE_PATH;
}
