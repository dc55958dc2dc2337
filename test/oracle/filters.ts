/** Reads one event: three-valued filters, and the category of a message. */

import { MEDIA, type Media, type Role } from '@steward/events';
import type { Category, ComparisonOperator, EventCondition, FieldValue } from '@steward/policy';
import { compare, exact, fromPolicy } from './rational.ts';
import { couldBe } from './roles.ts';
import type { Row } from './rows.ts';
import { containsAny, matchesPattern } from './text.ts';
import { and, not, or, type Truth } from './truth.ts';

const AMOUNT_PARTS = 10_000;

/** One possible reading of an event whose role or media is unknown. */
export interface Reading {
  role: Role | null;
  media: Media | null;
  /** The resolved category of a message; null while categories are being resolved. */
  category: string | null;
}

/** Last known name by member id. */
export type Names = ReadonlyMap<string, string>;

export function testEvent(condition: EventCondition, row: Row, reading: Reading, names: Names): Truth {
  switch (condition.kind) {
    case 'and':
      return and(testEvent(condition.left, row, reading, names), testEvent(condition.right, row, reading, names));
    case 'or':
      return or(testEvent(condition.left, row, reading, names), testEvent(condition.right, row, reading, names));
    case 'not':
      return not(testEvent(condition.operand, row, reading, names));
    case 'contains':
      return row.text === null ? null : containsAny(row.text, condition.words);
    case 'matches':
      return row.text === null ? null : matchesPattern(row.text, condition.pattern, condition.ignoreCase);
    case 'field-in': {
      const said = fieldTexts(condition.field, row, reading, names);
      return said.length === 0 ? null : isAmong(said, condition.values);
    }
    case 'field-compare':
      return row.amount === null ? null : compareAmount(row.amount, condition.operator, fromPolicy(condition.value));
  }
}

type ListField = Extract<EventCondition, { kind: 'field-in' }>['field'];

function isAmong(said: readonly string[], values: readonly FieldValue[]): boolean {
  return values.some((value) => [value.name, ...value.spellings].some((spelling) => said.includes(spelling)));
}

/** The texts that may name a field's value; empty if the event lacks the field. */
function fieldTexts(field: ListField, row: Row, reading: Reading, names: Names): string[] {
  switch (field) {
    case 'member':
      return present([row.member, row.member === null ? null : names.get(row.member)]);
    case 'role':
    case 'media':
    case 'category':
      return present([reading[field]]);
    default:
      return present([row[field]]);
  }
}

function present(values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value) => value !== null && value !== undefined);
}

function compareAmount(amount: number, operator: ComparisonOperator, value: ReturnType<typeof exact>): boolean {
  const order = compare(exact(amount, AMOUNT_PARTS), value);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
  }
}

/** The possible readings of a row: one, unless its role or media is unknown. */
export function readingsOf(row: Row, role: Role | null, declared: readonly Category[], names: Names): Reading[] {
  const forms = row.media === 'unknown' ? MEDIA : [row.media];
  return couldBe(role).flatMap((supposed) =>
    forms.map((media) => {
      const reading: Reading = { role: supposed, media, category: null };
      return { ...reading, category: categoryOf(row, reading, declared, names) };
    }),
  );
}

/** The log's own label if declared, else the first category whose condition is true. */
function categoryOf(row: Row, reading: Reading, declared: readonly Category[], names: Names): string | null {
  if (row.kind !== 'message') return null;
  const labelled = declared.find((category) => isCalled(category, row.category));
  const found = labelled ?? declared.find((candidate) => testEvent(candidate.when, row, reading, names) === true);
  return found?.name ?? null;
}

/** Whether a text names a declaration, by name or label. */
export function isCalled(named: { name: string; label: string | null }, text: string | null): boolean {
  return text !== null && (text === named.name || text === named.label);
}
