export type {
  CallingKind,
  Clause,
  ClauseKind,
  ClauseOf,
  ClauseRules,
  ConditionKind,
  Length,
  LengthKind,
  LengthName,
} from './clauses/clause.ts';
export * from './clauses/clauses.ts';
export * from './clauses/lengths.ts';
export * from './conditions/operators.ts';
export * from './conditions/quantities.ts';
export * from './conditions/tree.ts';
export * from './expression.ts';
export * from './policy.ts';
export * from './shape.ts';
export * from './source.ts';
export * from './spelling.ts';
