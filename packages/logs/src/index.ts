export { FORMAT_NAMES } from './formats/detect.ts';
export { type EventLabel, readLabels } from './labels.ts';
export { openLog } from './log/open.ts';
export type {
  Doubted,
  EventIdentity,
  EventPlace,
  GroupName,
  LogReader,
  OpenLogOptions,
  Skipped,
} from './log/reader.ts';
export { describeProblem, LogError, type LogProblem } from './problems/problem.ts';
export { readRoster } from './roster.ts';
export { RosterCheck, type RosterGaps } from './roster-gaps.ts';
export { syntheticOptionsFor } from './synthetic/from-policy.ts';
export { generateEvents } from './synthetic/generate.ts';
export { SyntheticOptionError, syntheticOptions } from './synthetic/options.ts';
export { writeRoster } from './synthetic/roster.ts';
export type { ColumnName } from './synthetic/row.ts';
export type { SyntheticChoices, SyntheticOptions } from './synthetic/settings.ts';
export { type WriteSettings, type Written, writeLog } from './synthetic/write.ts';
