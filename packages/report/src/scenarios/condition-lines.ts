/** An evaluated condition as lines: a mark, the source, and the values compared. */

import type { SourceRange } from '@steward/policy';
import type { ExplainedCondition, ExplainedQuantity } from '@steward/simulator';
import { visible } from '@steward/text';
import type { Catalogue } from '../locale/catalogue.ts';
import { quantity } from '../values/numbers.ts';
import type { ScenarioWords } from './words.ts';

export interface LineContext {
  words: ScenarioWords;
  catalogue: Catalogue;
  /** Source of the rules at a place; empty if unknown. */
  sourceText: (range: SourceRange) => string;
}

const MARKS: Record<ExplainedCondition['truth'], string> = { true: '✓', false: '✗', unknown: '?' };

export function conditionLines(node: ExplainedCondition, context: LineContext): string[] {
  const mark = MARKS[node.truth];
  if (node.kind === 'and' || node.kind === 'or' || node.kind === 'not') {
    const { kind } = node;
    const parts = kind === 'not' ? node.parts : node.parts.flatMap((part) => flattened(part, kind));
    return [
      `${mark} ${context.words.operator[kind]}`,
      ...parts.flatMap((part) => conditionLines(part, context).map((line) => `  ${line}`)),
    ];
  }
  const [left, ...others] = node.values;
  const text = oneLine(context.sourceText(node.range)) || node.values.map((value) => value.text).join(' · ');
  if (left === undefined) return [`${mark} ${text}`];
  const bound = others.find((value) => value.kind === 'constant') ?? null;
  const values = [
    `${left.text} = ${valueText(left, bound, context)}`,
    ...others.filter((value) => value.kind !== 'constant').map((value) => otherText(node.kind, value, context)),
  ];
  return [`${mark} ${text}  (${values.join(context.words.pause)})`];
}

/** `a and (b and c)` is one list. */
function flattened(node: ExplainedCondition, kind: 'and' | 'or'): ExplainedCondition[] {
  return node.kind === kind ? node.parts.flatMap((part) => flattened(part, kind)) : [node];
}

function otherText(kind: ExplainedCondition['kind'], value: ExplainedQuantity, context: LineContext): string {
  const text = valueText(value, null, context);
  return kind === 'trend' ? context.words.before(text) : `${value.text} = ${text}`;
}

export function valueText(
  { lo, hi, unit }: ExplainedQuantity,
  bound: ExplainedQuantity | null,
  context: LineContext,
): string {
  const { words, catalogue } = context;
  const say = (value: NonNullable<ExplainedQuantity['lo']>): string =>
    quantity(value, unit, catalogue, bound?.lo ?? null);
  if (lo === null) return hi === null ? words.undecided : words.atMost(say(hi));
  if (hi === null) return words.atLeast(say(lo));
  const exact = lo.numerator === hi.numerator && lo.denominator === hi.denominator;
  return exact ? say(lo) : words.between(say(lo), say(hi));
}

function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}
