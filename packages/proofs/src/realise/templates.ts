/** Templates of events for building histories: one event per filter that conditions read, if one is found that meets it. */
import { type Category, type EventCondition, type LeafOf, leavesOf, shapeKey } from '@steward/policy';
import type { AggregateMeasure, Vocabulary } from '../measures/vocabulary.ts';
import { finished, isSpent, spend } from '../solver/budget.ts';
import type { EventFields } from './event-test.ts';
import { testEvent } from './event-test.ts';

export interface EventTemplate {
  signal: string;
  fields: EventFields;
}

/** Maximum number of field value combinations to try per filter. */
const MOST_COMBINATIONS = 48;
const STEPS_OF_A_TEST = 2;
const LONG_TEXT = '今天分享一篇详细的使用教程给大家';

type Values = { [Field in keyof EventFields]?: EventFields[Field][] };

const KNOWN = new WeakMap<Vocabulary, { measures: number; categories: readonly Category[]; found: EventTemplate[] }>();

/** @returns for every base signal, templates that meet different filters, plainest first */
export function templatesFor(vocabulary: Vocabulary, categories: readonly Category[]): EventTemplate[] {
  const aggregates = vocabulary.measures.filter((measure) => measure.kind === 'aggregate');
  const known = KNOWN.get(vocabulary);
  // Every witness about one vocabulary is built of the same events.
  if (known?.measures === aggregates.length && known.categories === categories) return known.found;
  const { value: found, isWhole } = finished(() => templatesOf(aggregates, categories));
  if (isWhole) KNOWN.set(vocabulary, { measures: aggregates.length, categories, found });
  return found;
}

function templatesOf(measures: readonly AggregateMeasure[], categories: readonly Category[]): EventTemplate[] {
  const filters = new Map<string, Map<string, EventCondition>>();
  for (const { aggregate } of measures) {
    for (const { signal, where } of aggregate.parts) {
      const known = filters.get(signal) ?? new Map<string, EventCondition>();
      if (where !== null) known.set(shapeKey(where), where);
      filters.set(signal, known);
    }
  }
  return [...filters].flatMap(([signal, found]) => ofSignal(signal, [...found.values()], categories));
}

function ofSignal(
  signal: string,
  filters: readonly EventCondition[],
  categories: readonly Category[],
): EventTemplate[] {
  const plain: EventFields = signal === 'message' ? { text: '好' } : {};
  const candidates: EventFields[] = [plain];
  for (const filter of filters) {
    const values: Values = {};
    collect(filter, values);
    const combined = combinations(values);
    candidates.push(...combined.map((fields) => ({ ...plain, ...fields })));
  }
  const bySignature = new Map<string, EventTemplate>();
  for (const fields of candidates) {
    if (isSpent()) break;
    spend(filters.length * STEPS_OF_A_TEST);
    const event = { member: '', signal, fields };
    const signature = filters.map((filter) => (testEvent(filter, event, categories) === true ? '1' : '0')).join('');
    if (!bySignature.has(signature)) bySignature.set(signature, { signal, fields });
  }
  return [...bySignature.values()];
}

/** Field values of messages that may meet all of the filters at once, with their texts combined. */
export function messagesFor(filters: readonly EventCondition[]): EventFields[] {
  const alone = filters.map((filter) => {
    const values: Values = {};
    collect(filter, values);
    return combinations(values);
  });
  let joined: EventFields[] = [{}];
  for (const fields of alone) {
    joined = joined.flatMap((left) => fields.map((right) => together(left, right))).slice(0, MOST_COMBINATIONS ** 2);
  }
  return joined;
}

function together(left: EventFields, right: EventFields): EventFields {
  const both = { ...left, ...right };
  return left.text === undefined || right.text === undefined ? both : { ...both, text: `${left.text} ${right.text}` };
}

function collect(filter: EventCondition, values: Values): void {
  for (const leaf of leavesOf(filter)) addValues(leaf, values);
}

function addValues(condition: LeafOf<EventCondition>, values: Values): void {
  switch (condition.kind) {
    case 'contains':
      values.text = [...(values.text ?? []), ...condition.words.slice(0, 2)];
      return;
    case 'matches':
      values.text = [...(values.text ?? []), ...textsFor(condition.pattern)];
      return;
    case 'field-compare': {
      const limit = condition.value.numerator / condition.value.denominator;
      values.amount = [...(values.amount ?? []), limit, limit + 1, Math.max(0, limit - 1)];
      return;
    }
    case 'field-in': {
      const { field } = condition;
      if (field === 'member') return;
      values[field] = [...(values[field] ?? []), ...condition.values.slice(0, 2).map(({ name }) => name)];
      if (field === 'media') values.media?.push('other');
    }
  }
}

/** Texts that a pattern may match: its literal pieces, and something long. */
function textsFor(pattern: string): string[] {
  const pieces = pattern
    .replace(/\(\?[a-z:]+\)?/g, '')
    .replace(/[\\^$()?*+[\]{}.]/g, ' ')
    .split('|')
    .map((piece) => piece.replace(/\s+/g, ''))
    .filter((piece) => piece.length > 0);
  return [LONG_TEXT, ...pieces.slice(0, 3)];
}

function combinations(values: Values): EventFields[] {
  let found: EventFields[] = [{}];
  for (const [field, alternatives] of Object.entries(values)) {
    found = found.flatMap((fields) => [fields, ...alternatives.map((value) => ({ ...fields, [field]: value }))]);
    found = found.slice(0, MOST_COMBINATIONS);
  }
  return found.sort((left, right) => Object.keys(left).length - Object.keys(right).length);
}
