export * from './expression.ts';
export * from './policy.ts';
export * from './source.ts';
export * from './units.ts';
