export { canWriteParquet, writeParquet } from './database/write-parquet.ts';
export { FORMAT_NAMES } from './formats/detect.ts';
export { type EventLabel, readLabels } from './labels.ts';
export { openLog } from './log/open.ts';
export type {
  DoubtfulRecords,
  EventIdentity,
  EventPlace,
  GroupName,
  LogReader,
  OpenLogOptions,
  SkippedRecords,
} from './log/reader.ts';
export { describeProblem, LogError, type LogProblem } from './problems/problem.ts';
export { readRoster } from './roster.ts';
export { RosterCheck, type RosterGaps } from './roster-gaps.ts';
export { FIELDS, type Field } from './schema/fields.ts';
