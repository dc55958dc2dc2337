/** The lengths of time that clauses have, and which of them can be swept. */
import type { Duration } from '@steward/time';
import type { Clause, ClauseKind, Length, LengthKind, LengthName, Sweeping } from './clause.ts';

/** The lengths that a sweep can move. */
export type SweptLength = 'for' | 'grace';

/** Every length of every kind. The compiler rejects a table that leaves one out. */
const LENGTHS: {
  readonly [Kind in LengthKind]: {
    readonly [Name in LengthName<Kind>]: Name extends SweptLength ? Sweeping : 'never';
  };
} = {
  tier: { grace: 'at most' },
  goal: { for: 'at least' },
  response: { for: 'at least' },
  // A risk is looked at when a length passes, not day by day.
  risk: { for: 'never', cooldown: 'never' },
  phase: { duration: 'never' },
  stage: { for: 'at least' },
};

/** In the order in which they are written. */
export function lengthNames<Kind extends LengthKind>(kind: Kind): LengthName<Kind>[] {
  return Object.keys(LENGTHS[kind]) as LengthName<Kind>[];
}

/** One value for each length of a kind. */
export function lengthsWith<Kind extends LengthKind, Value>(
  kind: Kind,
  lengthNamed: (name: LengthName<Kind>) => Value,
): Record<LengthName<Kind>, Value> {
  const entries = lengthNames(kind).map((name) => [name, lengthNamed(name)] as const);
  return Object.fromEntries(entries) as Record<LengthName<Kind>, Value>;
}

/** The lengths that a rule of a kind has. */
export function lengthsOf(kind: ClauseKind, rule: Clause['rule']): Length[] {
  if (!hasLengths(kind)) return [];
  const values = rule as Partial<Record<LengthName, Duration | null>>;
  const table = LENGTHS[kind] as Partial<Record<LengthName, Sweeping>>;
  return lengthNames(kind).flatMap((name) => {
    const value = values[name] ?? null;
    return value === null ? [] : [{ name, value, sweeping: table[name] ?? 'never' }];
  });
}

/** The kinds that have lengths, in the order of the table. */
export const LENGTH_KINDS = Object.keys(LENGTHS) as LengthKind[];

function hasLengths(kind: ClauseKind): kind is LengthKind {
  return kind in LENGTHS;
}
