/** Which of a group's categories take messages from one another: a message belongs to the first one whose condition is true. */
import type { Category } from '@steward/policy';
import { shapeKey } from '@steward/policy';
import { implies } from '../measures/parts.ts';
import type { EventFields } from '../realise/event-test.ts';
import { testEvent } from '../realise/event-test.ts';
import { messagesFor } from '../realise/templates.ts';

export interface CategoryAnalysis {
  /** Pairs in which the earlier category takes every message of the later one. */
  shadowed: readonly { category: Category; by: Category }[];
  /** Messages that match two categories, neither of which contains the other; per later category, the first earlier one. */
  overlaps: readonly { first: Category; second: Category; message: EventFields }[];
}

interface ByPlace {
  shadowed: { category: number; by: number }[];
  overlaps: { first: number; second: number; message: EventFields }[];
}

/** With more categories than this, each is only compared with those just before it. */
const COMPARED_BEFORE = 100;
const MOST_REMEMBERED = 200;
const remembered = new Map<string, ByPlace>();

/** @param isAsked whether an overlap of the two would matter; finding one takes time */
export function analyseCategories(
  categories: readonly Category[],
  isAsked: (first: Category, second: Category) => boolean,
): CategoryAnalysis {
  const asked = categories.map((second, later) =>
    categories.slice(Math.max(0, later - COMPARED_BEFORE), later).map((first) => isAsked(first, second)),
  );
  const key = shapeKey([categories, asked]);
  const found = remembered.get(key) ?? analyse(categories, asked);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, found);
  const at = (index: number): Category[] => categories.slice(index, index + 1);
  return {
    shadowed: found.shadowed.flatMap(({ category, by }) =>
      at(category).flatMap((own) => at(by).map((other) => ({ category: own, by: other }))),
    ),
    overlaps: found.overlaps.flatMap(({ first, second, message }) =>
      at(first).flatMap((one) => at(second).map((other) => ({ first: one, second: other, message }))),
    ),
  };
}

function analyse(categories: readonly Category[], asked: readonly (readonly boolean[])[]): ByPlace {
  const found: ByPlace = { shadowed: [], overlaps: [] };
  categories.forEach((second, later) => {
    if (isLabelOnly(second)) return;
    const start = Math.max(0, later - COMPARED_BEFORE);
    const earlier = categories.slice(start, later);
    const by = earlier.findIndex((first) => !isLabelOnly(first) && implies(second.when, first.when));
    if (by !== -1) {
      found.shadowed.push({ category: later, by: start + by });
      return;
    }
    for (const [index, first] of earlier.entries()) {
      if (asked[later]?.[index] !== true || isLabelOnly(first) || implies(first.when, second.when)) continue;
      const message = common(first, second);
      if (message === null) continue;
      found.overlaps.push({ first: start + index, second: later, message });
      return;
    }
  });
  return found;
}

function common(first: Category, second: Category): EventFields | null {
  return (
    messagesFor([first.when, second.when]).find((fields) => {
      const event = { member: '', signal: 'message', fields };
      return [first, second].every(({ when }) => testEvent(when, event, null) === true);
    }) ?? null
  );
}

/** A category without a condition contains only labelled messages. */
function isLabelOnly({ when }: Category): boolean {
  return when.kind === 'field-in' && when.values.length === 0;
}
