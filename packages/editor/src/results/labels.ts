/** Display names of clauses, for hovers and the tree. */
import { integerText } from '@steward/numbers';
import type { Clause, ClauseReader } from './clauses.ts';
import type { Formatter } from './formatter.ts';

export function labelReader(formatter: Formatter): ClauseReader<string> {
  const { words, own } = formatter;
  const full = (clause: Clause, name: string): string => formatter.names(clause.rules).full(name);
  return {
    group: (clause) => full(clause, clause.rule.name),
    capacity: () => own.capacity,
    nickname: () => own.nickname,
    tier: (clause) => full(clause, clause.rule.name),
    task: ({ rule }) => rule.title,
    category: (clause) => full(clause, clause.rule.name),
    mix: ({ rule }) => words.clause.mix(words.per[rule.period]),
    cap: (clause) => words.clause.cap(full(clause, clause.rule.category)),
    ban: (clause) => words.ban(full(clause, clause.rule.lexicon)),
    slot: ({ rule }) => rule.label,
    health: (clause) => full(clause, clause.rule.name),
    goal: () => words.goalHeader.goal,
    response: () => own.onBreach,
    risk: (clause) => full(clause, clause.rule.name),
    escalation: (clause) => own.escalatesTo(full(clause, clause.rule.to)),
    campaign: (clause) => full(clause, clause.rule.name),
    'campaign-goal': () => own.goal,
    cadence: ({ rule }) =>
      `${words.cadence} ${words.cadenceTarget(words.size[rule.size], integerText(rule.count), rule.period)}`,
    lifecycle: () => words.lifecycle,
    stage: (clause) => full(clause, clause.rule.name),
  };
}
