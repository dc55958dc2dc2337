/**
 * Finds out what the grammar accepts at a place in an unfinished text, and which names are possible there.
 *
 * Reads only the surroundings of the clause (the header of its group and its section), so that the cost does not grow with the file.
 * Names come from the whole workspace: the parsed piece is put into the last known tree of the file.
 */
import type { GrammarAST, LangiumCompletionParser, LangiumCoreServices } from 'langium';
import { createCompletionParser, GrammarAST as Grammar, GrammarUtils } from 'langium';
import type { NextFeature } from 'langium/lsp';
import { findFirstFeatures, findNextFeatures } from 'langium/lsp';
import { tokensOf } from '../../parser/errors.ts';
import type { LoadedFile } from '../../workspace/load.ts';

/** Stands in for the name being typed. Nobody else uses it. */
export const DUMMY = 'steward_cursor_name';

export interface Cursor {
  offset: number;
  /** Offset where the word being typed starts. */
  wordStart: number;
  word: string;
  /** The text to parse: a group's header and the section being written. */
  before: string;
}

/** The end of the last complete and unchanged declaration before an offset: nothing before it needs to be read again. */
export function settledBefore({ model, text: known, document }: LoadedFile, text: string, offset: number): number {
  const faults = document.parseResult.parserErrors.flatMap(tokensOf).map(({ startOffset }) => startOffset);
  const limit = Math.min(offset, ...faults.filter((fault) => !Number.isNaN(fault)));
  const ended = model.elements.findLast(
    ({ $cstNode: cst }) => cst !== undefined && cst.end <= limit && known[cst.end - 1] === '}',
  );
  const end = ended?.$cstNode?.end ?? 0;
  return known.slice(0, end) === text.slice(0, end) ? end : 0;
}

/** The cursor before a number or quote: everything before it is complete. @param settled see {@link settledBefore} */
export function cursorAfter(text: string, offset: number, settled: number, services: LangiumCoreServices): Cursor {
  return { offset, wordStart: offset, word: '', before: surroundings(text.slice(settled, offset), services) };
}

export function cursorAt(text: string, offset: number, settled: number, services: LangiumCoreServices): Cursor {
  const word = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const wordStart = offset - word.length;
  const before = surroundings(text.slice(settled, wordStart), services);
  return { offset, wordStart, word, before };
}

/** Drops finished declarations before the place, and finished sections of the group around it. */
function surroundings(text: string, services: LangiumCoreServices): string {
  const { tokens } = services.parser.Lexer.tokenize(text);
  let depth = 0;
  let elementStart = 0;
  let headerEnd = 0;
  let sectionStart = 0;
  for (const token of tokens) {
    const type = token.tokenType.name;
    const end = token.startOffset + token.image.length;
    if (type === '{' && ++depth === 1) {
      headerEnd = end;
      sectionStart = end;
    }
    if (type !== '}' || depth === 0) continue;
    depth--;
    if (depth === 0) elementStart = end;
    if (depth === 1) sectionStart = end;
  }
  if (depth === 0) return text.slice(elementStart);
  return text.slice(elementStart, headerEnd) + text.slice(sectionStart);
}

export class GrammarReader {
  private parser: LangiumCompletionParser | null = null;
  private readonly services: LangiumCoreServices;

  constructor(services: LangiumCoreServices) {
    this.services = services;
  }

  /** Everything that the grammar accepts after a text. */
  featuresAfter(text: string): GrammarAST.AbstractElement[] {
    this.parser ??= createCompletionParser(this.services);
    const result = this.parser.parse(text);
    if (result.tokenIndex === 0) return this.first().map(({ feature }) => feature);
    const stack = result.elementStack.map((feature) => ({ feature }));
    return findNextFeatures([stack], result.tokens.slice(result.tokenIndex)).map(({ feature }) => feature);
  }

  private first(): NextFeature[] {
    const rule = GrammarUtils.getEntryRule(this.services.Grammar);
    if (rule === undefined) throw new Error('The grammar has no entry rule');
    return findFirstFeatures(rule.definition).flatMap((stack) => stack.at(-1) ?? []);
  }
}

export function keywordOf(feature: GrammarAST.AbstractElement): string | null {
  return Grammar.isKeyword(feature) ? feature.value : null;
}

export function isNameUse(feature: GrammarAST.AbstractElement): feature is GrammarAST.CrossReference {
  return Grammar.isCrossReference(feature);
}

export function terminalOf(feature: GrammarAST.AbstractElement): string | null {
  if (!Grammar.isRuleCall(feature)) return null;
  return Grammar.isTerminalRule(feature.rule.ref) ? feature.rule.ref.name : null;
}
