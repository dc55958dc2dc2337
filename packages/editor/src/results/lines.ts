/**
 * What each clause of a file came to, for the end of its line.
 *
 * - Pure: equal inputs give equal lines, ordered by place.
 * - One line of text says one thing: a goal or a rung on the line of what it is part of leaves the line to that.
 * - A clause that several groups of the log have, by one `match` or by inheritance, tells their sum.
 */
import type { SourceRange } from '@steward/policy';
import type { LineResult } from '../protocol.ts';
import { type Clause, type ClauseReader, readClauses } from './clauses.ts';
import { type LineText, type ResultsInput, wholeLine } from './input.ts';
import { cadenceLine, campaignGoalLine, campaignLine, lifecycleLine, stageLine } from './lines/campaigns.ts';
import { banLine, capLine, categoryLine, mixLine, slotLine } from './lines/content.ts';
import { goalLine, healthLine, responseLine } from './lines/health.ts';
import { capacityLine, groupLine, nicknameLine, taskLine, tierLine } from './lines/members.ts';
import { escalationLine, riskLine } from './lines/risks.ts';
import { type Teller, teller } from './tell.ts';

/** @param file index into the policy's files. */
export function lineResults(input: ResultsInput, file: number): LineResult[] {
  const { policy, outcome, locale } = input;
  const clauses = readClauses(policy, outcome, { file }, lineReader(teller(policy, locale), outcome.log.shows));
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

/** Texts of clauses; null of one that no group of the log has. */
export function lineReader(tell: Teller, shows: readonly string[]): ClauseReader<LineText | null> {
  return {
    group: (clause) => groupLine(tell, clause),
    capacity: (clause) => (clause.lived.length === 0 ? null : capacityLine(tell, clause)),
    nickname: (clause) => (clause.lived.length === 0 ? null : nicknameLine(tell, clause)),
    tier: (clause) => (clause.lived.length === 0 ? null : tierLine(tell, clause)),
    task: (clause) => (clause.lived.length === 0 ? null : taskLine(tell, clause)),
    category: (clause) => (clause.lived.length === 0 ? null : categoryLine(tell, clause)),
    mix: (clause) => (clause.lived.length === 0 ? null : mixLine(tell, clause)),
    cap: (clause) => (clause.lived.length === 0 ? null : capLine(tell, clause)),
    ban: (clause) => (clause.lived.length === 0 ? null : banLine(tell, clause, shows)),
    slot: (clause) => (clause.lived.length === 0 ? null : slotLine(tell, clause)),
    health: (clause) => (clause.lived.length === 0 ? null : healthLine(tell, clause)),
    // The only goal of a dimension says what the dimension does.
    goal: (clause) => (clause.lived.length === 0 || isAlone(clause) ? null : goalLine(tell, clause)),
    response: (clause) => (clause.lived.length === 0 ? null : responseLine(tell, clause)),
    risk: (clause) => (clause.lived.length === 0 ? null : riskLine(tell, clause)),
    escalation: (clause) => (clause.lived.length === 0 ? null : escalationLine(tell, clause)),
    campaign: (clause) => (clause.lived.length === 0 ? null : campaignLine(tell, clause)),
    'campaign-goal': (clause) => (clause.lived.length === 0 ? null : campaignGoalLine(tell, clause)),
    cadence: (clause) => (clause.lived.length === 0 ? null : cadenceLine(tell, clause)),
    lifecycle: (clause) => (clause.lived.length === 0 ? null : lifecycleLine(tell, clause)),
    stage: (clause) => (clause.lived.length === 0 ? null : stageLine(tell, clause)),
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
