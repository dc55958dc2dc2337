export { type Cell, type Column, table } from './layout/table.ts';
export { cells, padEnd, truncate, wrap } from './layout/width.ts';
export type { Catalogue, Locale } from './locale/catalogue.ts';
export { type Paint, type Palette, PLAIN } from './palette.ts';
export { type ExplainedResult, type FailureOptions, failureLines } from './scenarios/failure.ts';
export { type JunitCase, type JunitSuite, junitXml } from './scenarios/junit.ts';
export type { EvidenceText } from './text/page.ts';
export { groupsInFull, type TextReportOptions, textReport } from './text/report.ts';
