/** Coverage as an lcov tracefile, which editors and CI can draw: a clause is a line, each of its possible results a branch. */
import type { PlacedClause } from './coverage-sum.ts';

/** @param clauses without duplicates: {@link sumCoverage} */
export function lcov(clauses: readonly PlacedClause[]): string {
  const byFile = Map.groupBy(clauses, ({ file }) => file);
  return [...byFile].map(([file, own]) => `${fileLines(file, own).join('\n')}\n`).join('');
}

function fileLines(file: string, clauses: readonly PlacedClause[]): string[] {
  const branches = clauses.flatMap(({ range, points }, block) =>
    points.map(({ hits }, branch) => ({ line: range.startLine, text: `${block},${branch}`, hits })),
  );
  const lines = new Map<number, number>();
  for (const { line, hits } of branches) lines.set(line, Math.max(lines.get(line) ?? 0, hits));
  // Branches of a clause that was never evaluated are `-` in lcov, not 0.
  const tried = (line: number): boolean => (lines.get(line) ?? 0) > 0;
  return [
    'TN:',
    `SF:${file}`,
    ...branches.map(({ line, text, hits }) => `BRDA:${line},${text},${tried(line) ? hits : '-'}`),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(({ hits }) => hits > 0).length}`,
    ...[...lines].sort(([a], [b]) => a - b).map(([line, hits]) => `DA:${line},${hits}`),
    `LF:${lines.size}`,
    `LH:${[...lines.values()].filter((hits) => hits > 0).length}`,
    'end_of_record',
  ];
}
