/** Coverage summed over runs: each clause appears once. */
import type { BoundCoverage, ClauseCoverage } from '@steward/simulator';

/** A clause with its file. */
export interface PlacedClause extends ClauseCoverage {
  file: string;
}

/** By file, then place; hits are added up. */
export function sumCoverage(clauses: readonly PlacedClause[]): PlacedClause[] {
  const sums = new Map<string, PlacedClause>();
  for (const clause of clauses) {
    const key = `${clause.file} ${clause.range.startOffset} ${clause.kind} ${clause.name}`;
    const known = sums.get(key);
    sums.set(key, known === undefined ? clause : added(known, clause));
  }
  return [...sums.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.range.startOffset - b.range.startOffset,
  );
}

function added(a: PlacedClause, b: PlacedClause): PlacedClause {
  return {
    ...a,
    points: a.points.map(({ name, hits }) => ({
      name,
      hits: hits + (b.points.find((point) => point.name === name)?.hits ?? 0),
    })),
    unknown: a.unknown + b.unknown,
    bounds: a.bounds.map((bound, i) => seenBy(bound, b.bounds[i])),
  };
}

function seenBy(a: BoundCoverage, b: BoundCoverage | undefined): BoundCoverage {
  if (b === undefined) return a;
  const at = a.at === null ? null : a.at || b.at === true;
  return { ...a, below: a.below || b.below, at, above: a.above || b.above };
}

export interface CoverageTotals {
  points: number;
  covered: number;
  /** Whole percent, rounded down: 100 only if all are covered. */
  percent: number;
}

export function coverageTotals(clauses: readonly ClauseCoverage[]): CoverageTotals {
  const hits = clauses.flatMap(({ points }) => points.map((point) => point.hits));
  const covered = hits.filter((count) => count > 0).length;
  return { points: hits.length, covered, percent: hits.length === 0 ? 100 : Math.floor((covered * 100) / hits.length) };
}
