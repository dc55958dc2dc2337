/** What one event says: three-valued filters, and the category of a message. */
import type { Category, ComparisonOperator, EventCondition, FieldValue } from '@steward/policy';
import { compare, exact, fromPolicy } from './rational.ts';
import type { Row } from './rows.ts';
import { containsAny, matchesPattern } from './text.ts';
import { and, not, or, type Truth } from './truth.ts';

const AMOUNT_PARTS = 10_000;

/** What a filter needs to know beyond the row itself. */
export interface FilterSetting {
  /** Last known name by member id. */
  names: ReadonlyMap<string, string>;
  /** Resolved category by message; empty while categories are being resolved. */
  categories: ReadonlyMap<Row, string>;
}

export function testEvent(condition: EventCondition, row: Row, setting: FilterSetting): Truth {
  switch (condition.kind) {
    case 'and':
      return and(testEvent(condition.left, row, setting), testEvent(condition.right, row, setting));
    case 'or':
      return or(testEvent(condition.left, row, setting), testEvent(condition.right, row, setting));
    case 'not':
      return not(testEvent(condition.operand, row, setting));
    case 'contains':
      return row.text === null ? null : containsAny(row.text, condition.words);
    case 'matches':
      return row.text === null ? null : matchesPattern(row.text, condition.pattern, condition.ignoreCase);
    case 'field-in':
      return testField(condition.field, condition.values, row, setting);
    case 'field-compare':
      return row.amount === null ? null : compareAmount(row.amount, condition.operator, fromPolicy(condition.value));
  }
}

type ListField = Extract<EventCondition, { kind: 'field-in' }>['field'];

function testField(field: ListField, values: readonly FieldValue[], row: Row, setting: FilterSetting): Truth {
  const said = fieldTexts(field, row, setting);
  if (said.length === 0) return null;
  return values.some((value) => [value.name, ...value.spellings].some((spelling) => said.includes(spelling)));
}

/** The texts by which a field's value may be named; none where the event lacks the field. */
function fieldTexts(field: ListField, row: Row, setting: FilterSetting): string[] {
  if (field === 'member') {
    return present([row.member, row.member === null ? null : setting.names.get(row.member)]);
  }
  if (field === 'category') return present([setting.categories.get(row)]);
  return present([row[field]]);
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

/** The category of every message that has one: the log's own label where it is declared, else the first whose condition is true. */
export function categoriesOf(
  rows: readonly Row[],
  declared: readonly Category[],
  names: ReadonlyMap<string, string>,
): Map<Row, string> {
  const setting: FilterSetting = { names, categories: new Map() };
  const resolved = new Map<Row, string>();
  for (const row of rows) {
    if (row.kind !== 'message') continue;
    const labelled = declared.find((category) => isCalled(category, row.category));
    const category = labelled ?? declared.find((candidate) => testEvent(candidate.when, row, setting) === true);
    if (category !== undefined) resolved.set(row, category.name);
  }
  return resolved;
}

/** Whether a text names a declaration, by its name or its label. */
export function isCalled(named: { name: string; label: string | null }, text: string | null): boolean {
  return text !== null && (text === named.name || text === named.label);
}
