/** Which events are counted whenever others are, judging by the structure of signals and filters, not by their names. */
import { type Aggregate, type EventCondition, type SignalPart, shapeKey } from '@steward/policy';

/** Equal for aggregates over the same events. */
export function partsKey({ parts }: Pick<Aggregate, 'parts'>): string {
  return parts
    .map(({ signal, where }) => `${signal}:${shapeKey(where)}`)
    .sort()
    .join('|');
}

/** Whether every event that `inner` selects is one that `outer` selects. */
export function arePartsWithin(inner: readonly SignalPart[], outer: readonly SignalPart[]): boolean {
  return inner.every((part) =>
    outer.some((whole) => whole.signal === part.signal && (whole.where === null || implies(part.where, whole.where))),
  );
}

const SHAPES = new WeakMap<EventCondition, string>();

function shapeOf(condition: EventCondition): string {
  const known = SHAPES.get(condition);
  if (known !== undefined) return known;
  const shape = shapeKey(condition);
  SHAPES.set(condition, shape);
  return shape;
}

/** Whether the second filter is true of every event that meets the first. Recognises only obvious cases. */
export function implies(left: EventCondition | null, right: EventCondition): boolean {
  if (left === null) return false;
  if (shapeOf(left) === shapeOf(right)) return true;
  if (right.kind === 'and') return implies(left, right.left) && implies(left, right.right);
  if (left.kind === 'or') return implies(left.left, right) && implies(left.right, right);
  if (right.kind === 'or' && (implies(left, right.left) || implies(left, right.right))) return true;
  if (left.kind === 'and') return implies(left.left, right) || implies(left.right, right);
  if (left.kind === 'field-in' && right.kind === 'field-in' && left.field === right.field) {
    const allowed = new Set(right.values.flatMap(({ spellings }) => spellings));
    return left.values.every(({ spellings }) => spellings.every((spelling) => allowed.has(spelling)));
  }
  if (left.kind === 'contains' && right.kind === 'contains') {
    const allowed = new Set(right.words);
    return left.words.every((word) => allowed.has(word));
  }
  return false;
}
