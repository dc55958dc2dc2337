export { syntheticOptionsFor } from './from-policy.ts';
export { generateEvents } from './generate.ts';
export { SyntheticOptionError, syntheticOptions } from './options.ts';
export { writeRoster } from './roster.ts';
export type { ColumnName } from './row.ts';
export type { SyntheticChoices, SyntheticOptions } from './settings.ts';
export { type WriteResult, type WriteSettings, writeLog } from './write.ts';
