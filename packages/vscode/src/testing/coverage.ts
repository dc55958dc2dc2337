/** Coverage by scenarios for the editor: a clause is a statement, its possible results are branches. */
import type { FileCoverage as ClausesOfFile } from '@steward/editor/protocol';
import { BranchCoverage, FileCoverage, StatementCoverage, Uri } from 'vscode';
import { rangeOf } from '../client/range.ts';

/** A file's totals, with its clauses. */
export class RuleCoverage extends FileCoverage {
  readonly details: StatementCoverage[];

  constructor(uri: Uri, details: StatementCoverage[]) {
    const { statementCoverage, branchCoverage } = FileCoverage.fromDetails(uri, details);
    super(uri, statementCoverage, branchCoverage);
    this.details = details;
  }
}

export function coverageOf({ uri, clauses }: ClausesOfFile): RuleCoverage {
  const details = clauses.map(({ range, hits, points }) => {
    const at = rangeOf(range);
    const branches = points.map(({ name, hits: times }) => new BranchCoverage(times, at, name));
    // A clause with one possible result has no branches.
    return new StatementCoverage(hits, at, branches.length > 1 ? branches : []);
  });
  return new RuleCoverage(Uri.parse(uri), details);
}
