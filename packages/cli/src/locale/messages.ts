/** Every sentence of the command line, once per language: a key without its sentence in a language is a type error. */
import type { RosterGaps } from '@steward/logs';
import type { CheckingMessages } from './checking.ts';
import type { ConfiguringMessages } from './configuring.ts';
import type { ManualMessages } from './manual.ts';
import type { ProjectMessages } from './project.ts';
import type { ScoringMessages } from './scoring.ts';
import type { TestingMessages } from './testing.ts';
import type { WhatIfMessages } from './what-if.ts';

export interface Messages {
  usage: string;
  commands: string;
  options: string;
  globalOptions: string;
  examples: string;
  exitCodes: string;
  tagline: string;
  moreHelp: string;
  exitCodeTable: readonly (readonly [string, string])[];

  command: Record<
    'check' | 'simulate' | 'build' | 'generate' | 'translate' | 'schema' | 'explain' | 'format' | 'lsp',
    string
  >;
  option: Record<
    | 'lang'
    | 'color'
    | 'noColor'
    | 'allowFolder'
    | 'help'
    | 'version'
    | 'output'
    | 'html'
    | 'log'
    | 'from'
    | 'group'
    | 'format'
    | 'members'
    | 'roster'
    | 'withoutMembers'
    | 'lenient'
    | 'shows'
    | 'timezone'
    | 'jobs'
    | 'evidence'
    | 'full'
    | 'to'
    | 'seed'
    | 'kind'
    | 'for'
    | 'forGroup'
    | 'events'
    | 'logTimezone'
    | 'language'
    | 'days'
    | 'groups'
    | 'membersPerGroup'
    | 'start'
    | 'formatCheck'
    | 'stdio'
    | 'nodeIpc'
    | 'clientProcessId',
    string
  >;

  lspNeedsChannel: string;
  htmlWritten: (path: string) => string;
  /** What a report on disk leaves out, so that it opens at once. */
  htmlGroupsLeftOut: (shown: string, all: string) => string;
  htmlMembersLeftOut: (shown: string, all: string) => string;
  /** `format --check`: these are not laid out. */
  formatDiffers: (path: string) => string;
  formatSummary: (changed: number, files: number, isCheck: boolean) => string;

  commandUnknown: (name: string, suggestion: string | null) => string;
  commandMissing: string;
  optionUnknown: (option: string, suggestion: string | null) => string;
  optionNeedsValue: (option: string, value: string) => string;
  optionTakesNoValue: (option: string) => string;
  optionChoice: (option: string, value: string, choices: string) => string;
  optionNumber: (option: string, value: string, least: number, most: number) => string;
  optionTwice: (option: string) => string;
  operandsMissing: (operands: string) => string;
  operandsTooMany: (surplus: string) => string;

  error: string;
  severity: Record<'error' | 'warning' | 'info', string>;
  fix: string;
  counts: (errors: number, warnings: number, notes: number, files: number) => string;
  clean: (files: number) => string;
  explainHint: (code: string) => string;

  pathMissing: (path: string) => string;
  fileWanted: (path: string) => string;
  pathUnreadable: (path: string, reason: string) => string;
  noGroupFiles: (where: string) => string;
  groupFilesIgnored: (where: string, count: number) => string;
  cannotWrite: (path: string, reason: string) => string;
  outputOverInput: (path: string) => string;
  standardOutput: string;
  explainUnknown: (code: string, suggestion: string | null) => string;
  schemaUnknown: (name: string, suggestion: string | null, known: string) => string;

  filesHaveErrors: (count: number) => string;
  warningsElsewhere: (count: number, file: string) => string;
  noGroups: (file: string) => string;
  unknownGroup: (name: string, policyGroups: string, logGroups: string) => string;
  unknownPolicyGroup: (name: string, policyGroups: string) => string;
  severalSamples: (groups: string) => string;
  generatedLog: (group: string) => string;
  everything: (group: string, count: number) => string;
  nothingBound: (groups: string) => string;
  notOnRoster: (path: string, gaps: RosterGaps) => string;
  onlyOnRoster: (path: string, gaps: RosterGaps) => string;
  rosterForMany: (path: string, group: string, count: number) => string;
  skippedRows: (count: number) => string;
  skippedRecords: (count: number, why: string) => string;
  doubts: (count: number, what: string, place: string, found: string) => string;
  duplicates: (count: number, conflicting: number) => string;
  unreadableLog: string;
  unknownShows: (name: string, known: string) => string;
  badTimezone: (name: string) => string;

  reading: (done: string) => string;
  simulating: (done: string, all: string) => string;
  more: (count: number) => string;

  generating: (events: string) => string;
  generated: (events: string, messages: string, path: string) => string;
  generateOneGroup: (groups: string) => string;
  generateNeedsGroup: (file: string, groups: string) => string;
  crash: (version: string) => readonly string[];
  leftOut: (file: string, part: string) => string;

  checking: CheckingMessages;
  configuring: ConfiguringMessages;
  manual: ManualMessages;
  project: ProjectMessages;
  scoring: ScoringMessages;
  testing: TestingMessages;
  whatIf: WhatIfMessages;
}
