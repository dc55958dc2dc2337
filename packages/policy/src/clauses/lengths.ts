/** The durations of clauses, and which of them can be swept. */
import type { Duration } from '@steward/time';
import type { Clause, ClauseKind, Length, LengthKind, LengthName, Sweeping } from './clause.ts';

/** The durations that a sweep can move. */
export type SweptLength = 'for' | 'grace';

/** Every duration of every kind. The compiler rejects a table that omits one. */
const LENGTHS: {
  readonly [Kind in LengthKind]: {
    readonly [Name in LengthName<Kind>]: Name extends SweptLength ? Sweeping : 'never';
  };
} = {
  tier: { grace: 'at most' },
  goal: { for: 'at least' },
  response: { for: 'at least' },
  // A risk is evaluated when a duration elapses, not day by day.
  risk: { for: 'never', cooldown: 'never' },
  phase: { duration: 'never' },
  stage: { for: 'at least' },
};

/** In source order. */
export function lengthNames<Kind extends LengthKind>(kind: Kind): LengthName<Kind>[] {
  return Object.keys(LENGTHS[kind]) as LengthName<Kind>[];
}

/** One value for each duration of a kind. */
export function lengthsWith<Kind extends LengthKind, Value>(
  kind: Kind,
  lengthNamed: (name: LengthName<Kind>) => Value,
): Record<LengthName<Kind>, Value> {
  const entries = lengthNames(kind).map((name) => [name, lengthNamed(name)] as const);
  return Object.fromEntries(entries) as Record<LengthName<Kind>, Value>;
}

/** The durations that a rule sets. */
export function lengthsOf(kind: ClauseKind, rule: Clause['rule']): Length[] {
  if (!hasLengths(kind)) return [];
  const values = rule as Partial<Record<LengthName, Duration | null>>;
  const table = LENGTHS[kind] as Partial<Record<LengthName, Sweeping>>;
  return lengthNames(kind).flatMap((name) => {
    const value = values[name] ?? null;
    return value === null ? [] : [{ name, value, sweeping: table[name] ?? 'never' }];
  });
}

function hasLengths(kind: ClauseKind): kind is LengthKind {
  return kind in LENGTHS;
}
