/**
 * What a language server and the process that holds a file's logs say to each other.
 *
 * - What is heavy — logs, columns, outcomes — never leaves the host; answers are small.
 * - A newer policy puts off the run of an older one.
 */
import type { Policy } from '@steward/policy';
import type { Dashboard } from '@steward/report';
import type { Chosen } from '@steward/sessions/selection';
import type { Locale } from '@steward/text';
import type {
  BoundPlace,
  ClauseDetails,
  CompareAnswer,
  EvidencePlace,
  Excerpt,
  LineResult,
  MembersAnswer,
  RuleNode,
  RunScenariosAnswer,
  RunSummary,
  SweepAnswer,
  WhyAnswer,
} from '../protocol.ts';

/** A version of the rules, as the checker read it. */
export interface Rules {
  /** Counts the versions that were sent. */
  number: number;
  policy: Policy;
  /** Texts of the policy's files that are not what they were when rules were sent last, by their path in the policy. */
  texts: Readonly<Record<string, string>>;
}

/** Whom a host works for. */
export interface Hello {
  /** Path of the entry file: samples and rosters stand beside it. */
  file: string;
  uri: string;
  locale: Locale;
  /** As the details of a clause have it has it. */
  client: { images: boolean; commands: boolean };
}

/** What a host is asked, and answers. `file`: path in the policy of a file that takes part; null: the entry file. */
export interface HostAsks {
  /** Answered when the run has ended; its results come as {@link HostNote}. */
  simulate: { ask: { rules: Rules; chosen: Chosen }; answer: 'finished' | 'cancelled' };
  clause: { ask: { file: string | null; clause: string }; answer: ClauseDetails | null };
  outline: { ask: { file: string | null }; answer: RuleNode[] | null };
  dashboard: { ask: { group: string | null }; answer: Dashboard | null };
  members: {
    ask: { group: string | null; search: string; tier: string | null; offset: number; limit: number };
    answer: MembersAnswer;
  };
  why: { ask: { group: string | null; member: string; on: string | null }; answer: WhyAnswer | null };
  excerpt: { ask: EvidencePlace; answer: Excerpt };
  scenarios: {
    ask: { rules: Rules; titles: string[] | null; coverage: boolean };
    answer: RunScenariosAnswer;
  };
  bounds: { ask: { file: string | null }; answer: BoundPlace[] };
  sweep: { ask: { file: string | null; line: number; character: number }; answer: SweepAnswer | null };
  compare: { ask: { against: { title: string; policy: Policy } | null; title: string }; answer: CompareAnswer };
}

export type HostAsk = keyof HostAsks;

export type HostRequest = {
  [Ask in HostAsk]: { kind: 'ask'; id: number; what: Ask; ask: HostAsks[Ask]['ask'] };
}[HostAsk];

export type ToHost =
  | ({ kind: 'hello' } & Hello)
  | HostRequest
  /** The rules were edited: what was simulated is simulated again. */
  | { kind: 'edited'; rules: Rules }
  /** What runs is not wanted any more. @param undo what was chosen for it is not wanted either; what was before is */
  | { kind: 'cancel'; undo: boolean };

/** Of a file that the entry file imports: what stands in it came to this in the groups that inherit it. */
export interface ImportedLines {
  /** In the policy. */
  path: string;
  lines: LineResult[];
}

/** Of the rules with this number. */
export type RunNote =
  | { kind: 'running'; rules: number }
  | { kind: 'results'; rules: number; run: RunSummary; lines: LineResult[]; imported: ImportedLines[] }
  /** Something is wrong that the user can settle. */
  | { kind: 'unable'; rules: number; message: string };

export type ProgressNote = { kind: 'progress'; phase: 'opening' | 'running'; done: number; all: number | null };

export type FromHost =
  | RunNote
  | ProgressNote
  | { kind: 'answer'; id: number; answer: HostAsks[HostAsk]['answer'] }
  | { kind: 'refusal'; id: number; message: string }
  /** Our own bug. */
  | { kind: 'fault'; id: number | null; stack: string };
