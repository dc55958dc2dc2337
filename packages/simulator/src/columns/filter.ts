/** Conditions on one event, bound to the columns of one group. */
import { AMOUNT_SCALE, type GroupLog, MEDIA, NO_MEDIA, NO_ROLE, NONE, ROLES, UNKNOWN_MEDIA } from '@steward/events';
import { exact } from '@steward/numbers';
import type { Category, EventCondition, FieldValue } from '@steward/policy';
import { and, compares, FALSE, not, or, point, TRUE, type Truth, UNKNOWN } from '../program/interval.ts';
import { predicateKey } from '../program/text-predicates.ts';

import type { DoubtfulFields, Supposition } from './doubt.ts';

export type EventTest = (event: number) => Truth;

export interface FilterContext {
  log: GroupLog;
  /** Bit of a text predicate, by its key. */
  bits: ReadonlyMap<string, number>;
  /** Known names by member number. */
  names: readonly (string | null)[];
  /** By event; NO_ROLE if unknown. */
  roles: Uint8Array;
  /** Fields that are unknown in some event. */
  doubtful: DoubtfulFields;
  /** The value currently assumed for such a field, set by the code that tries the values. */
  suppose: Supposition;
  declared: readonly Category[];
  /** Resolved category of every event: index into `declared`, or NONE. null while categories are being resolved. */
  categories: Int16Array | null;
  /** 1 for messages whose category depends on an unknown field. */
  undecided: Uint8Array | null;
  /** The category of a message under the current assumption; null if no category depends on one. */
  supposedCategory: ((event: number) => number) | null;
}

export function bindFilter(condition: EventCondition, context: FilterContext): EventTest {
  switch (condition.kind) {
    case 'and': {
      const left = bindFilter(condition.left, context);
      const right = bindFilter(condition.right, context);
      return (event) => and(left(event), right(event));
    }
    case 'or': {
      const left = bindFilter(condition.left, context);
      const right = bindFilter(condition.right, context);
      return (event) => or(left(event), right(event));
    }
    case 'not': {
      const operand = bindFilter(condition.operand, context);
      return (event) => not(operand(event));
    }
    case 'contains':
    case 'matches':
      return bindText(predicateKey(condition), context);
    case 'field-in':
      return bindField(condition.field, condition.values, context);
    case 'field-compare': {
      const { amount } = context.log;
      const limit = point(exact(condition.value.numerator, condition.value.denominator));
      return (event) => {
        const value = amount[event] ?? Number.NaN;
        if (Number.isNaN(value)) return UNKNOWN;
        return compares(condition.operator, point(exact(value, AMOUNT_SCALE)), limit);
      };
    }
  }
}

/** @param key of a predicate collected by the program */
export function bindText(key: string, context: Pick<FilterContext, 'log' | 'bits'>): EventTest {
  const bit = context.bits.get(key);
  if (bit === undefined) throw new Error(`no text predicate was collected for: ${key}`);
  const { hasText, textBits, length } = context.log;
  const word = textBits[bit >> 5];
  if (word === undefined && length > 0)
    throw new Error(`the log was read without the answers to text predicate ${bit}`);
  const shift = bit & 31;
  return (event) => {
    if (hasText[event] !== 1) return UNKNOWN;
    return (((word?.[event] ?? 0) >>> shift) & 1) as Truth;
  };
}

function bindField(
  field: Extract<EventCondition, { kind: 'field-in' }>['field'],
  values: readonly FieldValue[],
  context: FilterContext,
): EventTest {
  const { log } = context;
  const spellings = new Set(values.flatMap((value) => [value.name, ...value.spellings]));
  switch (field) {
    case 'member': {
      const answers = log.members.map(({ id }, i) => spellings.has(id) || spellings.has(context.names[i] ?? id));
      return overIndex(log.member, answers, NONE);
    }
    case 'role':
      return supposed(context.roles, NO_ROLE, () => context.suppose.role, marks(ROLES, spellings), NO_ROLE);
    case 'media':
      return supposed(log.media, UNKNOWN_MEDIA, () => context.suppose.media, marks(MEDIA, spellings), NO_MEDIA);
    case 'about':
      return overIndex(log.about, marks(log.labels, spellings), NONE);
    case 'target':
      return overIndex(log.target, marks(log.targets, spellings), NONE);
    case 'category': {
      const { categories, declared } = context;
      if (categories === null) return () => UNKNOWN;
      const answers = declared.map(
        ({ name, label }) => spellings.has(name) || (label !== null && spellings.has(label)),
      );
      const known = overIndex(categories, answers, NONE);
      const { supposedCategory } = context;
      if (supposedCategory === null) return known;
      const under = overIndex([...answers.keys()], answers, NONE);
      return (event) => {
        const category = supposedCategory(event);
        return category === NONE ? UNKNOWN : under(category);
      };
    }
  }
}

function marks(names: readonly string[], wanted: ReadonlySet<string>): boolean[] {
  return names.map((name) => wanted.has(name));
}

function overIndex(column: ArrayLike<number>, answers: readonly boolean[], none: number): EventTest {
  const truths = Uint8Array.from(answers, (answer) => (answer ? TRUE : FALSE));
  return (event) => {
    const index = column[event] ?? none;
    if (index === none) return UNKNOWN;
    return (truths[index] ?? UNKNOWN) as Truth;
  };
}

/** Like {@link overIndex}, with the assumed value in place of an unknown one. */
function supposed(
  column: Uint8Array,
  unknown: number,
  supposition: () => number,
  answers: readonly boolean[],
  none: number,
): EventTest {
  const known = overIndex(column, answers, none);
  if (!column.includes(unknown)) return known;
  return (event) => {
    if (column[event] !== unknown) return known(event);
    const value = supposition();
    return value === unknown ? UNKNOWN : answers[value] === true ? TRUE : FALSE;
  };
}

/** Index of the declared category that a label names; NONE if there is none. */
export function categoryByLabel(declared: readonly Category[], label: string): number {
  return declared.findIndex((category) => category.name === label || category.label === label);
}
