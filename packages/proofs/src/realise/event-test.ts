/** Whether an event of a history meets a filter: true, false or unknown, as defined in `packages/SEMANTICS.md`. */
import { compilePattern } from '@steward/patterns';
import { type Category, type EventCondition, type LeafOf, type SignalPart, truthOf } from '@steward/policy';

export interface EventFields {
  role?: string;
  media?: string;
  category?: string;
  text?: string;
  target?: string;
  about?: string;
  amount?: number;
}

export interface TestedEvent {
  member: string;
  signal: string;
  fields: EventFields;
}

export function selects(parts: readonly SignalPart[], event: TestedEvent, categories: readonly Category[]): boolean {
  return parts.some(
    ({ signal, where }) => signal === event.signal && (where === null || testEvent(where, event, categories) === true),
  );
}

/** @param categories null while categories are being resolved, when none is known */
export function testEvent(
  condition: EventCondition,
  event: TestedEvent,
  categories: readonly Category[] | null,
): boolean | null {
  return truthOf(condition, (leaf) => testLeaf(leaf, event, categories));
}

function testLeaf(
  condition: LeafOf<EventCondition>,
  event: TestedEvent,
  categories: readonly Category[] | null,
): boolean | null {
  switch (condition.kind) {
    case 'contains': {
      const { text } = event.fields;
      if (text === undefined) return null;
      const folded = asciiLower(text);
      return condition.words.some((word) => folded.includes(asciiLower(word)));
    }
    case 'matches': {
      const { text } = event.fields;
      if (text === undefined) return null;
      return matches(condition.pattern, condition.ignoreCase, text);
    }
    case 'field-in':
      return testField(condition, event, categories);
    case 'field-compare': {
      const { amount } = event.fields;
      if (amount === undefined) return null;
      return COMPARE[condition.operator](amount * condition.value.denominator, condition.value.numerator);
    }
  }
}

const COMPARE = {
  '<': (left: number, right: number) => left < right,
  '<=': (left: number, right: number) => left <= right,
  '>': (left: number, right: number) => left > right,
  '>=': (left: number, right: number) => left >= right,
  '==': (left: number, right: number) => left === right,
  '!=': (left: number, right: number) => left !== right,
} as const;

/** null for a pattern that the engine rejects: such a policy has an error, so nothing is known about its filter. */
function matches(pattern: string, ignoreCase: boolean, text: string): boolean | null {
  const made = compilePattern(pattern, ignoreCase);
  return made.kind === 'pattern' ? made.pattern.test(text) : null;
}

function asciiLower(text: string): string {
  return !/[A-Z]/.test(text) ? text : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function testField(
  { field, values }: Extract<EventCondition, { kind: 'field-in' }>,
  event: TestedEvent,
  categories: readonly Category[] | null,
): boolean | null {
  const value = field === 'category' ? categoryOf(event, categories) : fieldOf(field, event);
  if (value === null) return null;
  return values.some(({ name, spellings }) => name === value || spellings.includes(value));
}

function fieldOf(
  field: 'member' | 'role' | 'media' | 'target' | 'about',
  { member, fields }: TestedEvent,
): string | null {
  if (field === 'member') return member;
  return field === 'role' ? (fields.role ?? 'member') : (fields[field] ?? null);
}

function categoryOf(event: TestedEvent, categories: readonly Category[] | null): string | null {
  if (categories === null || event.signal !== 'message') return null;
  const { category } = event.fields;
  const labelled = categories.find(
    ({ name, label }) => category !== undefined && (category === name || category === label),
  );
  return (labelled ?? categories.find(({ when }) => testEvent(when, event, null) === true))?.name ?? null;
}
