export * from './exact.ts';
export * from './rational.ts';
export * from './spelling.ts';
