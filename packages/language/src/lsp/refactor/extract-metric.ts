/**
 * Refactoring: names a measure inside a condition, so that it is written once and easy to read.
 *
 * Offered only if it causes no error: the result is checked first. A metric means exactly its definition.
 */

import type { Bilingual, Locale } from '@steward/text';
import type { AstNode } from 'langium';
import type { CodeAction, Range } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { elementOf } from '../../incremental/units.ts';
import { evaluationOf } from '../../linking/evaluation.ts';
import { flatten } from '../../linking/link.ts';
import { keywordIn } from '../../parser/keywords.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import { fileLanguage } from '../text/file-language.ts';
import { LineIndex } from '../text/places.ts';
import { beforeComments, freeName } from './extracting.ts';

type Measure = ast.Aggregate | ast.Arithmetic | ast.Windowed;

const TITLE: Bilingual = { en: 'Extract to a metric', zh: '提取为指标' };
const MEASURES: ReadonlySet<string> = new Set(['Aggregate', 'Arithmetic', 'Windowed']);

export function extractMetric(file: LoadedFile, range: Range, server: Server): CodeAction[] {
  const lines = new LineIndex(file.text);
  const start = lines.startOf(range.start.line) + range.start.character;
  const end = lines.startOf(range.end.line) + range.end.character;
  const measure = measureAt(file, start, end);
  const element = measure === null ? null : elementOf(measure);
  const cst = measure?.$cstNode;
  if (measure === null || cst === undefined || element?.$cstNode === undefined) return [];
  const language = fileLanguage(file.text);
  const name = freeName(nameFor(measure, language), server.workspace.files([file.path]));
  const top = beforeComments(file.text, element.$cstNode.offset);
  const declaration = `${keywordIn('metric', language)} ${name} = ${withoutParentheses(cst.text)}\n\n`;
  const edits = [
    { start: top, end: top, newText: declaration },
    { start: cst.offset, end: cst.end, newText: name },
  ];
  if (!isSound(file, edits, server)) return [];
  const changes = edits.map((edit) => ({ range: lines.rangeAt(edit.start, edit.end), newText: edit.newText }));
  return [
    {
      title: server.say(TITLE),
      kind: `${CodeActionKind.RefactorExtract}.metric`,
      edit: { changes: { [server.workspace.uriOf(file.path)]: changes } },
    },
  ];
}

/** The smallest measure around a selection, unless it is a metric already or measures a single event. */
function measureAt(file: LoadedFile, start: number, end: number): Measure | null {
  const selected = file.text.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  const to = end - (selected.length - selected.trimEnd().length);
  const element = file.model.elements.find(
    ({ $cstNode: cst }) => cst !== undefined && cst.offset <= from && to <= cst.end,
  );
  if (element === undefined) return null;
  const around = flatten(element).nodes.filter(
    (node): node is Measure =>
      isMeasure(node) && node.$cstNode !== undefined && node.$cstNode.offset <= from && to <= node.$cstNode.end,
  );
  const smallest = around.at(-1);
  if (smallest === undefined || smallest.$container.$type === 'Metric' || evaluationOf(smallest) === 'event')
    return null;
  return smallest;
}

function isMeasure({ $type }: AstNode): boolean {
  return MEASURES.has($type);
}

/** Named by what it counts and how: `complaint_count`, 投诉计数. */
function nameFor(measure: Measure, language: Locale): string {
  const aggregate = flatten(measure).nodes.find((node): node is ast.Aggregate => node.$type === 'Aggregate');
  const signal = aggregate?.signal.ref;
  if (aggregate === undefined || signal === undefined) return language === 'zh' ? '新指标' : 'measure';
  const kind = measure.$type === 'Arithmetic' && measure.operator === '/' ? RATE : (KINDS[aggregate.function] ?? RATE);
  return language === 'zh' ? `${signal.alias ?? signal.name}${kind.zh}` : `${signal.name}_${kind.en}`;
}

const RATE: Bilingual = { en: 'rate', zh: '率' };
const KINDS: Readonly<Record<ast.Aggregate['function'], Bilingual>> = {
  count: { en: 'count', zh: '数' },
  distinct: { en: 'kinds', zh: '去重数' },
  days: { en: 'days', zh: '天数' },
  since: { en: 'silence', zh: '间隔' },
  sum: { en: 'total', zh: '合计' },
  average: { en: 'average', zh: '平均' },
};

function withoutParentheses(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++;
    if (text[index] === ')') depth--;
    if (depth === 0 && index < text.length - 1) return text;
  }
  return text.slice(1, -1).trim();
}

interface Edit {
  start: number;
  end: number;
  newText: string;
}

/** Checks the text as it would be after the edits. */
function isSound(file: LoadedFile, [declaration, use]: readonly Edit[], { workspace }: Server): boolean {
  if (declaration === undefined || use === undefined) return false;
  const { text, path } = file;
  const after =
    text.slice(0, declaration.start) +
    declaration.newText +
    text.slice(declaration.start, use.start) +
    use.newText +
    text.slice(use.end);
  const { fileSystem, checker } = workspace;
  const errorsIn = (content: string): number => {
    const read = (wanted: string) =>
      wanted === path ? { kind: 'text' as const, text: content } : fileSystem.read(wanted);
    const { diagnostics } = checker.check([path], { ...fileSystem, read }, { rules: [] });
    return diagnostics.filter(({ severity }) => severity === 'error').length;
  };
  const isSound = errorsIn(after) <= errorsIn(text);
  workspace.relink();
  return isSound;
}
