/**
 * Results of a file's clauses, for the ends of their lines.
 *
 * - Pure: equal inputs give equal lines, ordered by place.
 * - A line shows one result: a goal or rung on the line of its whole leaves the line to the whole.
 * - A clause of several groups, by `match` or inheritance, shows their sum.
 */
import type { SourceRange } from '@steward/policy';
import type { LineResult } from '../protocol.ts';
import { type Clause, type ClauseReader, readClauses } from './clauses.ts';
import { type Formatter, formatterFor } from './formatter.ts';
import { type LineText, type ResultsInput, wholeLine } from './input.ts';
import { cadenceLine, campaignGoalLine, campaignLine, lifecycleLine, stageLine } from './lines/campaigns.ts';
import { banLine, capLine, categoryLine, mixLine, slotLine } from './lines/content.ts';
import { goalLine, healthLine, responseLine } from './lines/health.ts';
import { capacityLine, groupLine, nicknameLine, taskLine, tierLine } from './lines/members.ts';
import { escalationLine, riskLine } from './lines/risks.ts';

/** @param file index into the policy's files. */
export function lineResults(input: ResultsInput, file: number): LineResult[] {
  const { policy, outcome, locale } = input;
  const clauses = readClauses(policy, outcome, { file }, lineReader(formatterFor(policy, locale), outcome.log.shows));
  return clauses
    .filter(({ range, parent }) => parent === null || parent.startLine !== range.startLine)
    .toSorted((a, b) => a.range.startOffset - b.range.startOffset)
    .flatMap(({ key, range, value }): LineResult[] => {
      if (value === null) return [];
      const text = wholeLine(value);
      const { tone } = value;
      return [{ line: range.startLine - 1, range: protocolRange(range), text, tone, clause: key, change: null }];
    });
}

/** Texts of clauses; null if no group of the log has it. */
export function lineReader(formatter: Formatter, shows: readonly string[]): ClauseReader<LineText | null> {
  return {
    group: (clause) => groupLine(formatter, clause),
    capacity: (clause) => (clause.outcomes.length === 0 ? null : capacityLine(formatter, clause)),
    nickname: (clause) => (clause.outcomes.length === 0 ? null : nicknameLine(formatter, clause)),
    tier: (clause) => (clause.outcomes.length === 0 ? null : tierLine(formatter, clause)),
    task: (clause) => (clause.outcomes.length === 0 ? null : taskLine(formatter, clause)),
    category: (clause) => (clause.outcomes.length === 0 ? null : categoryLine(formatter, clause)),
    mix: (clause) => (clause.outcomes.length === 0 ? null : mixLine(formatter, clause)),
    cap: (clause) => (clause.outcomes.length === 0 ? null : capLine(formatter, clause)),
    ban: (clause) => (clause.outcomes.length === 0 ? null : banLine(formatter, clause, shows)),
    slot: (clause) => (clause.outcomes.length === 0 ? null : slotLine(formatter, clause)),
    health: (clause) => (clause.outcomes.length === 0 ? null : healthLine(formatter, clause)),
    // A dimension's only goal repeats the dimension.
    goal: (clause) => (clause.outcomes.length === 0 || isAlone(clause) ? null : goalLine(formatter, clause)),
    response: (clause) => (clause.outcomes.length === 0 ? null : responseLine(formatter, clause)),
    risk: (clause) => (clause.outcomes.length === 0 ? null : riskLine(formatter, clause)),
    escalation: (clause) => (clause.outcomes.length === 0 ? null : escalationLine(formatter, clause)),
    campaign: (clause) => (clause.outcomes.length === 0 ? null : campaignLine(formatter, clause)),
    'campaign-goal': (clause) => (clause.outcomes.length === 0 ? null : campaignGoalLine(formatter, clause)),
    cadence: (clause) => (clause.outcomes.length === 0 ? null : cadenceLine(formatter, clause)),
    lifecycle: (clause) => (clause.outcomes.length === 0 ? null : lifecycleLine(formatter, clause)),
    stage: (clause) => (clause.outcomes.length === 0 ? null : stageLine(formatter, clause)),
  };
}

function isAlone({ rules, place: [dimension = 0] }: Clause<'goal'>): boolean {
  return rules.health[dimension]?.goals.length === 1;
}

export function protocolRange(range: SourceRange): LineResult['range'] {
  return {
    start: { line: range.startLine - 1, character: range.startColumn - 1 },
    end: { line: range.endLine - 1, character: range.endColumn - 1 },
  };
}
