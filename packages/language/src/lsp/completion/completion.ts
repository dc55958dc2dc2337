/** Completion: keywords in the file's language, names in scope, quantities, blocks, paths. */

import type { Locale } from '@steward/text';
import type { AstNode } from 'langium';
import { AstUtils, GrammarAST as Grammar } from 'langium';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import { kindName } from '../../diagnostics/kinds.ts';
import { labelIn } from '../../linking/documentation.ts';
import { spellingsOf } from '../../parser/keywords.ts';
import { PLATFORM_NAMES } from '../../validation/policy/platforms.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import type { Position, Range } from '../protocol.ts';
import { describe, describeKeyword } from '../show/hover.ts';
import { fileLanguage } from '../text/file-language.ts';
import type { Declaration } from '../text/names.ts';
import { isDeclaration } from '../text/names.ts';
import { LineIndex, pathOfUri } from '../text/places.ts';
import type { Cursor } from './cursor.ts';
import { cursorAfter, cursorAt, GrammarReader, isNameUse, keywordOf, settledBefore, terminalOf } from './cursor.ts';
import { pathItems, takesPath, timezoneItems } from './paths.ts';
import { NameScopes } from './scopes.ts';
import { plainText, SNIPPETS, snippetText } from './snippets.ts';
import { quantityItems } from './units.ts';

type Feature = ReturnType<GrammarReader['featuresAfter']>[number];

const ITEM_KINDS: Readonly<Record<string, CompletionItemKind>> = {
  Action: CompletionItemKind.Function,
  Signal: CompletionItemKind.Event,
  Field: CompletionItemKind.Field,
  FieldValue: CompletionItemKind.EnumMember,
  Metric: CompletionItemKind.Property,
  Intrinsic: CompletionItemKind.Property,
  Subject: CompletionItemKind.Variable,
  Parameter: CompletionItemKind.Variable,
  Policy: CompletionItemKind.Interface,
  Group: CompletionItemKind.Class,
};

export function registerCompletion(server: Server, snippets: () => boolean): void {
  const reader = new GrammarReader(server.workspace.services);
  server.connection.onCompletion(({ textDocument, position }, token): CompletionList => {
    const path = pathOfUri(textDocument.uri);
    const file = token.isCancellationRequested ? null : server.workspace.recentFile(path);
    const items = file === null ? [] : new Request(server, reader, file, position, snippets()).items();
    return { isIncomplete: false, items };
  });
}

class Request {
  private readonly server: Server;
  private readonly reader: GrammarReader;
  /** As last resolved; `text` may be newer. */
  private readonly file: LoadedFile;
  private readonly text: string;
  private readonly lines: LineIndex;
  private readonly offset: number;
  private readonly language: Locale;
  private readonly snippets: boolean;
  private readonly settled: number;

  constructor(server: Server, reader: GrammarReader, file: LoadedFile, position: Position, snippets: boolean) {
    this.server = server;
    this.reader = reader;
    this.file = file;
    const content = server.workspace.fileSystem.read(file.path);
    this.text = content.kind === 'text' ? content.text : file.text;
    this.lines = new LineIndex(this.text);
    this.offset = this.lines.startOf(position.line) + position.character;
    // An empty file starts in the reader's language.
    this.language = fileLanguage(this.text, server.locale);
    this.snippets = snippets;
    this.settled = settledBefore(file, this.text, this.offset);
  }

  items(): CompletionItem[] {
    const { text } = this;
    const line = text.slice(this.lines.startOf(this.lines.positionAt(this.offset).line), this.offset);
    if (isInComment(text, this.offset, this.settled, this.server)) return [];
    const quote = openQuote(line);
    if (quote !== null) return this.inQuotes(this.offset - (line.length - quote));
    const digits = /(?<![A-Za-z0-9_.])\d+(?:\.\d+)?$/.exec(line)?.[0] ?? '';
    const quantities = digits === '' ? [] : this.afterDigits(digits);
    // A name may end in digits. In Chinese text, digits may also follow a word directly.
    if (digits !== '' && (quantities.length > 0 || !/[\u3400-\u9FFF]\d+$/.test(line))) return quantities;
    const cursor = cursorAt(text, this.offset, this.settled, this.server.workspace.services);
    return this.atWord(cursor);
  }

  private range(start: number): Range {
    return this.lines.rangeAt(start, this.offset);
  }

  /** @param start offset of the quote */
  private inQuotes(start: number): CompletionItem[] {
    const cursor = cursorAfter(this.text, start, this.settled, this.server.workspace.services);
    const written = this.text.slice(start + 1, this.offset);
    const types = this.featuresAt(cursor)
      .filter((feature) => terminalOf(feature) === 'STRING')
      .map(typeOfRule);
    if (types.some((type) => type === 'Property' && /(?:timezone|时区)\s*$/.test(this.text.slice(0, start)))) {
      return timezoneItems(this.range(start + 1));
    }
    const property = /(roster|名册|sample|样本)\s*$/.exec(this.text.slice(0, start))?.[1];
    const owner = property === undefined ? types.find(takesPath) : /roster|名册/.test(property) ? 'Roster' : 'Sample';
    if (owner === undefined) return [];
    // The words of a lexicon are quoted too; its files come after a keyword.
    if (owner === 'Lexicon' && !/(?:from|来自)\s*$/.test(this.text.slice(0, start))) return [];
    const { workspace } = this.server;
    return pathItems(this.file.path, owner, written, this.range(start + 1), (folder) => workspace.mayRead(folder));
  }

  private afterDigits(digits: string): CompletionItem[] {
    const start = this.offset - digits.length;
    const cursor = cursorAfter(this.text, start, this.settled, this.server.workspace.services);
    const terminals = new Set(this.featuresAt(cursor).flatMap((feature) => terminalOf(feature) ?? []));
    // The lexer reads `top` as a rank only if a quantity follows.
    if (/(?:top|bottom|前|后)\s*$/.test(cursor.before)) terminals.add('PERCENT');
    return quantityItems(digits, terminals, this.language, this.range(start));
  }

  private featuresAt(cursor: Cursor): Feature[] {
    return this.reader.featuresAfter(cursor.before);
  }

  private atWord(cursor: Cursor): CompletionItem[] {
    const features = this.featuresAt(cursor);
    const range = this.range(cursor.wordStart);
    const keywords = new Set(features.flatMap((feature) => keywordOf(feature) ?? []));
    const terminals = new Set(features.flatMap((feature) => terminalOf(feature) ?? []));
    return [
      ...this.names(features, cursor, range),
      ...(cursor.word === '' ? quantityItems('', terminals, this.language, range) : []),
      ...[...keywords].flatMap((keyword) => this.keyword(keyword, range)),
      ...SNIPPETS.filter(({ keyword }) => keywords.has(keyword)).map((snippet) => this.snippet(snippet, range)),
      ...this.words(cursor, range),
    ];
  }

  private names(features: readonly Feature[], cursor: Cursor, range: Range): CompletionItem[] {
    const uses = features.filter(isNameUse);
    if (uses.length === 0) return [];
    const scopes = new NameScopes(this.server.workspace, this.file, cursor);
    const seen = new Set<AstNode>();
    return uses
      .flatMap((feature) => scopes.candidates(feature))
      .flatMap(({ node }) => {
        if (seen.has(node) || !isDeclaration(node)) return [];
        seen.add(node);
        return [this.name(node, range)];
      });
  }

  private name(node: Declaration, range: Range): CompletionItem {
    const { locale } = this.server;
    const label = this.language === 'zh' ? (node.alias ?? node.name) : node.name;
    const isOwn = AstUtils.findRootNode(node) === this.file.model;
    const isParameter = node.$type === 'Parameter';
    const shown = labelIn(node, locale);
    return {
      label,
      ...(shown === undefined ? {} : { labelDetails: { description: shown } }),
      detail: [kindName(node.$type)[locale], shown ?? (label === node.name ? node.alias : node.name)]
        .filter((text) => text !== undefined)
        .join(' '),
      kind: ITEM_KINDS[node.$type] ?? CompletionItemKind.Reference,
      filterText: [label, label === node.name ? node.alias : node.name].filter((text) => text !== undefined).join(' '),
      sortText: `${isOwn ? 1 : 2}${label}`,
      documentation: { kind: MarkupKind.Markdown, value: describe(node, locale) },
      textEdit: { range, newText: isParameter ? `${label}: ` : label },
    };
  }

  private keyword(keyword: string, range: Range): CompletionItem[] {
    if (!/^[a-z]+$/.test(keyword)) return [];
    const chinese = [...new Set(spellingsOf(keyword).map(({ zh }) => zh))];
    const words = this.language === 'zh' && chinese.length > 0 ? chinese : [keyword];
    const other = this.language === 'zh' ? keyword : chinese.join(' ');
    return words.map((word) => ({
      label: word,
      kind: CompletionItemKind.Keyword,
      filterText: `${word} ${other}`,
      sortText: `3${word}`,
      documentation: { kind: MarkupKind.Markdown, value: describeKeyword(keyword, this.server.locale) },
      textEdit: { range, newText: word },
    }));
  }

  private snippet(snippet: (typeof SNIPPETS)[number], range: Range): CompletionItem {
    const text = snippetText(snippet, this.language);
    const word = text.split(' ')[0] ?? text;
    const example = plainText(text);
    return {
      label: `${word} …`,
      detail: this.server.say(snippet.title),
      kind: CompletionItemKind.Snippet,
      filterText: `${word} ${snippet.keyword}`,
      // Right after its keyword.
      sortText: `3${word} …`,
      documentation: { kind: MarkupKind.Markdown, value: `\`\`\`group\n${example}\n\`\`\`` },
      insertTextFormat: this.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: this.snippets ? text : example },
    };
  }

  /** Words of closed sets that are not declarations: platforms and tool capabilities. */
  private words(cursor: Cursor, range: Range): CompletionItem[] {
    const before = cursor.before.trimEnd();
    if (/(?:platform|平台)$/.test(before)) return PLATFORM_NAMES.map((word) => wordItem(word, range));
    if (!/(?:provides|提供)(?:\s*[\p{L}\p{N}_]+\s*[,，])*$/u.test(before)) return [];
    const files = this.server.workspace.files([this.file.path]);
    const needs = files.flatMap(({ model }) =>
      model.elements.flatMap((element) => (element.$type === 'Action' ? element.needs : [])),
    );
    return [...new Set(needs)].map((word) => wordItem(word, range));
  }
}

function wordItem(word: string, range: Range): CompletionItem {
  return { label: word, kind: CompletionItemKind.Value, sortText: `1${word}`, textEdit: { range, newText: word } };
}

function typeOfRule(feature: Feature): string {
  return AstUtils.getContainerOfType(feature, Grammar.isParserRule)?.name ?? '';
}

/** Column of the opening quote if the line ends inside a string. */
function openQuote(line: string): number | null {
  let open: number | null = null;
  for (let index = 0; index < line.length; index++) {
    if (line[index] === '\\' && open !== null) index++;
    else if (line[index] === '"') open = open === null ? index : null;
    else if (open === null && line.startsWith('//', index)) return null;
  }
  return open;
}

/** @param settled where reading may start: no comment spans this offset */
function isInComment(whole: string, place: number, settled: number, { workspace }: Server): boolean {
  const text = whole.slice(settled);
  const offset = place - settled;
  const open = Math.max(text.lastIndexOf('//', offset - 1), text.lastIndexOf('/*', offset - 1));
  if (open < 0) return false;
  return workspace.services.parser.Lexer.tokenize(text).hidden.some(({ startOffset, image }) => {
    const end = startOffset + image.length;
    return startOffset < offset && (offset < end || (offset === end && image.startsWith('//')));
  });
}
