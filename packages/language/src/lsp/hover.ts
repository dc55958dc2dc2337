/** What a name means: its kind, label, unit and definition, and what its comment says, in the client's language. */
import type { AstNode } from 'langium';
import type { Hover } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { Locale, LocalizedText } from '../diagnostics/diagnostic.ts';
import { kindName } from '../diagnostics/kinds.ts';
import type * as ast from '../generated/ast.ts';
import { documentationOf } from '../linking/documentation.ts';
import { KEYWORDS, spellingsOf } from '../parser/keywords.ts';
import { unitName } from '../types/units.ts';
import { KEYWORD_NOTES } from './completion/keyword-notes.ts';
import type { Server } from './feature.ts';
import type { Declaration } from './names.ts';
import { leafAt, nameAt } from './names.ts';
import { LineIndex, pathOfUri, rangeOfNode } from './places.ts';

/** Source of a declaration shown in a hover is cut here: a long one is a click away. */
const LONGEST_SOURCE = 600;
const WORDS: ReadonlySet<string> = new Set(KEYWORDS);

export function registerHover(server: Server): void {
  server.connection.onHover(({ textDocument, position }): Hover | null => {
    const file = server.workspace.file(pathOfUri(textDocument.uri));
    if (file === null) return null;
    const offset = new LineIndex(file.text).startOf(position.line) + position.character;
    const name = nameAt(file, offset);
    if (name !== null) {
      return {
        contents: { kind: MarkupKind.Markdown, value: describe(name.declaration, server.locale) },
        range: rangeOfNode(name.leaf),
      };
    }
    const leaf = leafAt(file, offset);
    const keyword = leaf === undefined ? null : keywordOf(leaf.astNode, 'tokenType' in leaf ? leaf : null);
    if (leaf === undefined || keyword === null) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: describeKeyword(keyword, server.locale) },
      range: rangeOfNode(leaf),
    };
  });
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

/** Markdown. */
export function describe(node: Declaration, locale: Locale): string {
  const parts = [title(node, locale), ...facts(node, locale)];
  const comment = documentationOf(node);
  const text = comment?.[locale] ?? comment?.en ?? comment?.zh;
  return [parts.join('  \n'), ...(text ? [text] : []), fence(sourceOf(node))].join('\n\n');
}

/** **Core** 核心用户 — tier. */
function title(node: Declaration, locale: Locale): string {
  const names = [node.alias === undefined ? null : `\`${node.alias}\``, node.label].filter(Boolean).join(' · ');
  return `**${node.name}**${names === '' ? '' : ` ${names}`} — ${kindName(node.$type)[locale]}`;
}

const UNIT: LocalizedText = { en: 'Unit', zh: '单位' };
const NEEDS: LocalizedText = { en: 'Needs a tool that provides', zh: '需要工具提供' };

function facts(node: Declaration, locale: Locale): string[] {
  const lines: string[] = [];
  if (node.$type === 'Metric' || node.$type === 'Intrinsic') {
    const { unit } = node as ast.Metric | ast.Intrinsic;
    if (unit !== undefined) lines.push(`${UNIT[locale]}: ${unitName(unit)[locale]}`);
  }
  if (node.$type === 'Action') {
    const { needs } = node as AstNode as ast.Action;
    if (needs.length > 0) lines.push(`${NEEDS[locale]}: ${needs.join(', ')}`);
  }
  return lines;
}

function sourceOf(node: Declaration): string {
  const text = node.$cstNode?.text ?? '';
  return text.length <= LONGEST_SOURCE ? text : `${text.slice(0, LONGEST_SOURCE).replace(/\n[^\n]*$/, '')}\n…`;
}

function fence(source: string): string {
  return `\`\`\`group\n${source}\n\`\`\``;
}
