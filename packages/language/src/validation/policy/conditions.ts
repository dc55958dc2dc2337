/** Every condition of a group with the clause it stands in, and everything that a condition reads. */
import type {
  Aggregate,
  Condition,
  Duration,
  GroupPolicy,
  MetricUse,
  Named,
  Quantity,
  Rank,
  SourceRange,
  Trend,
  Window,
} from '@steward/policy';

export type ClauseKind = 'tier' | 'task' | 'goal' | 'risk' | 'campaign-goal' | 'stage';

export interface ClauseCondition {
  clause: ClauseKind;
  condition: Condition;
  /** Whose it is: the tier, health dimension, risk, campaign or stage. */
  owner: Named;
  /** How long it has to hold. */
  patience: Duration | null;
}

/** A condition with no condition inside it. */
export type Leaf = Extract<Condition, { kind: 'compare' }> | Trend | Rank;

/** A quantity where it is used. `range` is the text in the clause, never the inside of a metric's definition. */
export interface Used<Q extends Quantity> {
  quantity: Q;
  range: SourceRange;
  /** The outermost metric through which it is read. */
  metric: MetricUse | null;
}

export function* conditionsOf(group: GroupPolicy): Generator<ClauseCondition> {
  for (const owner of group.tiers) {
    if (owner.when !== null) yield { clause: 'tier', condition: owner.when, owner, patience: null };
    for (const { when } of owner.tasks) yield { clause: 'task', condition: when, owner, patience: null };
  }
  for (const owner of group.health) {
    for (const goal of owner.goals) yield { clause: 'goal', condition: goal.when, owner, patience: goal.for };
  }
  for (const owner of group.risks) yield { clause: 'risk', condition: owner.when, owner, patience: owner.for };
  for (const owner of group.campaigns) {
    for (const { when } of owner.goals) yield { clause: 'campaign-goal', condition: when, owner, patience: null };
  }
  for (const owner of group.lifecycle?.stages ?? []) {
    if (owner.when !== null) yield { clause: 'stage', condition: owner.when, owner, patience: owner.for };
  }
}

export function* leavesOf(condition: Condition): Generator<Leaf> {
  switch (condition.kind) {
    case 'and':
    case 'or':
      yield* leavesOf(condition.left);
      yield* leavesOf(condition.right);
      return;
    case 'not':
      yield* leavesOf(condition.operand);
      return;
    default:
      yield condition;
  }
}

/** A leaf with whether an odd number of `not` stands before it. */
export interface SignedLeaf {
  leaf: Leaf;
  negated: boolean;
}

export function* signedLeavesOf(condition: Condition, negated = false): Generator<SignedLeaf> {
  switch (condition.kind) {
    case 'and':
    case 'or':
      yield* signedLeavesOf(condition.left, negated);
      yield* signedLeavesOf(condition.right, negated);
      return;
    case 'not':
      yield* signedLeavesOf(condition.operand, !negated);
      return;
    default:
      yield { leaf: condition, negated };
  }
}

/** The quantities that a leaf compares, outermost. */
export function measuresOf(leaf: Leaf): Quantity[] {
  return leaf.kind === 'compare' ? [leaf.left, leaf.right] : [leaf.measure];
}

/** Every quantity inside `quantity`, itself included, metrics before their bodies. */
function* quantitiesIn(quantity: Quantity, metric: MetricUse | null = null): Generator<Used<Quantity>> {
  yield { quantity, range: (metric ?? quantity).range, metric };
  if (quantity.kind === 'arithmetic') {
    yield* quantitiesIn(quantity.left, metric);
    yield* quantitiesIn(quantity.right, metric);
  }
  if (quantity.kind === 'metric') yield* quantitiesIn(quantity.body, metric ?? quantity);
}

export function* aggregatesIn(quantity: Quantity): Generator<Used<Aggregate>> {
  for (const used of quantitiesIn(quantity)) {
    if (used.quantity.kind === 'aggregate') yield { ...used, quantity: used.quantity };
  }
}

export function* aggregatesOf(condition: Condition): Generator<Used<Aggregate>> {
  for (const leaf of leavesOf(condition)) {
    for (const measure of measuresOf(leaf)) yield* aggregatesIn(measure);
  }
}

/** A window where it is written: the measure it belongs to. */
export interface WindowUse {
  window: Window;
  range: SourceRange;
}

/** The windows of what is counted, those of metrics once at their use. */
export function* windowsOf(condition: Condition): Generator<WindowUse> {
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind === 'trend') yield { window: leaf.window, range: leaf.measure.range };
    for (const measure of measuresOf(leaf)) {
      for (const { quantity, range } of quantitiesIn(measure)) {
        if (quantity.kind === 'aggregate' || quantity.kind === 'metric') yield { window: quantity.window, range };
      }
    }
  }
}

/** Equal for two quantities that are written alike, wherever they stand. */
export function quantityKey(value: Quantity | Condition): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'range' ? undefined : inner));
}
