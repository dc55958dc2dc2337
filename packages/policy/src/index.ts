export * from './conditions/operators.ts';
export * from './conditions/quantities.ts';
export * from './conditions/tree.ts';
export * from './expression.ts';
export * from './policy.ts';
export * from './shape.ts';
export * from './source.ts';
export * from './units.ts';
