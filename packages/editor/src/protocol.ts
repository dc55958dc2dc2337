/**
 * Extensions of the Language Server Protocol: simulations, and their results beside the rules.
 *
 * - A client announces support at initialization: `capabilities.experimental.steward = true`. It then gets {@link RESULTS} and draws them
 *   itself, and the server leaves the names of its commands to it. Any other client gets the results as inlay hints and in hovers, and
 *   starts simulations by `workspace/executeCommand`.
 * - Positions are those of the Language Server Protocol: lines and characters from 0, UTF-16.
 * - Texts are in the client's language.
 */
import type { LogChoice } from '@steward/sessions/selection';
import type { Position, Range } from 'vscode-languageserver';

/** Commands used by lenses, which any client may execute: `(uri, group | null, log?)`, `(uri, title)`. */
export const SIMULATE_COMMAND = 'steward.simulate';
export const RUN_SCENARIO_COMMAND = 'steward.runScenario';
/** Shows the events behind a number: one argument, {@link EvidencePlace}. */
export const OPEN_EVIDENCE_COMMAND = 'steward.openEvidence';
/** Shows a dashboard: one argument, {@link DashboardTarget}. */
export const SHOW_DASHBOARD_COMMAND = 'steward.showDashboard';

// Simulations -------------------------------------------------------------------------------------------------------------

/** Request {@link SimulateAsk} → {@link SimulateAnswer}. Its results arrive by {@link RESULTS}. Cancelled like any request, or by its progress. */
export const SIMULATE = 'steward/simulate';

export interface SimulateAsk {
  uri: string;
  /** Name of a group of the file; null for all. */
  group: string | null;
  log: LogChoice;
  workDoneToken?: string | number;
}

export type SimulateAnswer = { state: 'finished' } | { state: 'cancelled' } | { state: 'failed'; message: string };

/** Request {@link FileAsk} → null. Ends the file's run and drops its results and log. */
export const STOP = 'steward/stop';

export interface FileAsk {
  uri: string;
}

/** Notification {@link FileResults}, whenever they change: during a run, at its end, and when an edit makes them stale. */
export const RESULTS = 'steward/results';

export interface FileResults {
  uri: string;
  /** Version of the document that {@link lines} refer to. */
  version: number | null;
  /** `none`: never simulated, or stopped. `stale`: the text has changed and nothing runs (it has errors). */
  state: 'none' | 'running' | 'fresh' | 'stale' | 'failed';
  /** Of a failed run: what is wrong and what to do. */
  message: string | null;
  /** Of the last run that finished. */
  run: RunSummary | null;
  /** Ordered by line. */
  lines: LineResult[];
}

export interface RunSummary {
  /** Display names of the logs: file names, or that it was made up. */
  log: string;
  /** Absolute URIs, in the file order that evidence refers to. */
  files: string[];
  generated: boolean;
  groups: { group: string; name: string | null; policy: string }[];
  events: number;
  messages: number;
  milliseconds: number;
  /** Clauses that were undecided at some point. */
  unknowns: number;
  /** Problems and gaps of the log, as whole sentences. */
  notes: string[];
}

/** `idle`: never fired. `good`, `bad`: kept or broken. `unknown`: not decided. */
export type Tone = 'idle' | 'neutral' | 'good' | 'bad' | 'unknown';

/** A clause's result, for the end of its line. */
export interface LineResult {
  /** Line of the clause's name; the text goes at its end. */
  line: number;
  /** Range of the whole clause. */
  range: Range;
  text: string;
  tone: Tone;
  clause: ClauseKey;
  /** Difference from the compared version ({@link COMPARE}), if any: `+12 members, −1 incident`. */
  change: string | null;
}

/**
 * Names a clause: `Vip/tier/Core`, `Vip/health/activity`, `Vip/risk/Noise`, `Vip/mix/week`, `Vip/cap/ads`… Stable under edits elsewhere.
 */
export type ClauseKey = string;

/** Request {@link ClauseAsk} → {@link ClauseDetails} or null. */
export const CLAUSE = 'steward/clause';

export interface ClauseAsk {
  uri: string;
  clause: ClauseKey;
}

export interface ClauseDetails {
  /** Table, chart, evidence with {@link OPEN_EVIDENCE_COMMAND} links, and the equivalent command line. */
  markdown: string;
  evidence: EvidencePlace[];
}

export interface EvidencePlace {
  /** URI of the log file. */
  uri: string;
  /** From 1; the row, for Parquet. */
  line: number;
  /** UTC. */
  at: string;
}

/**
 * Request {@link EvidencePlace} → {@link Excerpt}: the events around a place in a log that an editor cannot or should not open (compressed,
 * Parquet, huge).
 */
export const EXCERPT = 'steward/excerpt';

export interface Excerpt {
  /** One event per line, readable. */
  text: string;
  /** Line of the event in `text`, from 0. */
  line: number;
}

// Views -------------------------------------------------------------------------------------------------------------------

/** Request {@link FileAsk} → {@link RuleNode}[]: groups, their rules and their latest results. */
export const OUTLINE = 'steward/outline';

export interface RuleNode {
  /** Unique in its file. */
  id: string;
  kind:
    | 'group'
    | 'section'
    | 'tier'
    | 'category'
    | 'mix'
    | 'cap'
    | 'ban'
    | 'slot'
    | 'health'
    | 'risk'
    | 'campaign'
    | 'cadence'
    | 'lifecycle'
    | 'stage'
    | 'scenario';
  label: string;
  /** The latest result; null before a run. */
  description: string | null;
  tone: Tone;
  /** Place of its name; in another file for inherited rules. */
  location: { uri: string; range: Range } | null;
  clause: ClauseKey | null;
  children: RuleNode[];
}

/** Request {@link DashboardAsk} → the `Dashboard` of `@steward/report`, or null before a run. */
export const DASHBOARD = 'steward/dashboard';

export interface DashboardAsk {
  uri: string;
  /** Id of a group of the log; null: the first. */
  group: string | null;
}

/** What a dashboard opens at: a group of the log, a highlighted clause. */
export interface DashboardTarget extends DashboardAsk {
  clause?: ClauseKey | null;
}

/** Request {@link MembersAsk} → {@link MembersAnswer}. */
export const MEMBERS = 'steward/members';

export interface MembersAsk extends DashboardAsk {
  /** Part of a name or an id; empty: everybody. */
  search: string;
  /** Name of a tier; null: all. */
  tier: string | null;
  offset: number;
  limit: number;
}

export interface MembersAnswer {
  total: number;
  members: { id: string; name: string | null; role: string; tier: string | null; since: string | null }[];
}

/** Request {@link WhyAsk} → {@link WhyAnswer} or null: why a member is in their tier. */
export const WHY = 'steward/why';

export interface WhyAsk extends DashboardAsk {
  member: string;
  /** Local date; null for the last day. */
  on: string | null;
}

export interface WhyAnswer {
  /** As `steward explain --member` prints it: plain text with line breaks. */
  text: string;
}

// What if -----------------------------------------------------------------------------------------------------------------

/** Request {@link CompareAsk} → {@link CompareAnswer}: sets {@link LineResult.change} to the differences from another version. */
export const COMPARE = 'steward/compare';

export interface CompareAsk extends FileAsk {
  /** A git revision; null ends the comparison. */
  against: string | null;
}

export type CompareAnswer = { state: 'compared'; markdown: string } | { state: 'failed'; message: string };

/** Request {@link FileAsk} → {@link BoundPlace}[]: the file's bounds that {@link SWEEP} can vary; none before a run. */
export const BOUNDS = 'steward/bounds';

export interface BoundPlace {
  /** Range of the number with its unit. */
  range: Range;
}

/** Request {@link SweepAsk} → {@link SweepAnswer} or null: results for other values of the bound at a place. */
export const SWEEP = 'steward/sweep';

export interface SweepAsk extends FileAsk {
  position: Position;
}

export interface SweepAnswer {
  /** `≥3 → 42 · 4 → 31 · 2 → 77`. */
  text: string;
  markdown: string;
}

// Scenarios ---------------------------------------------------------------------------------------------------------------

/** Request {@link FileAsk} → {@link ScenarioItem}[]. */
export const SCENARIOS = 'steward/scenarios';

export interface ScenarioItem {
  title: string;
  group: string;
  range: Range;
}

/** Request {@link RunScenariosAsk} → {@link RunScenariosAnswer}. */
export const RUN_SCENARIOS = 'steward/runScenarios';

export interface RunScenariosAsk extends FileAsk {
  /** null: all. */
  titles: string[] | null;
  coverage: boolean;
}

export interface RunScenariosAnswer {
  results: ScenarioRun[];
  /** If requested; for every file involved. */
  coverage: FileCoverage[];
}

export interface ScenarioRun {
  title: string;
  state: 'passed' | 'failed' | 'errored';
  milliseconds: number;
  /** Each at its `expect` clause. */
  failures: { uri: string; range: Range; message: string; expected: string | null; actual: string | null }[];
}

export interface FileCoverage {
  uri: string;
  clauses: { range: Range; name: string; hits: number; points: { name: string; hits: number }[] }[];
}
