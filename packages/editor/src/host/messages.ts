/**
 * Messages between a language server and the process that holds a file's logs.
 *
 * - Heavy data (logs, columns, outcomes) never leaves the host; answers are small.
 * - A newer policy cancels the run of an older one.
 */
import type { Policy } from '@steward/policy';
import type { Dashboard } from '@steward/report';
import type { LogSelection } from '@steward/sessions/selection';
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

/** A version of the rules as checked. */
export interface Rules {
  /** Number of the version sent. */
  number: number;
  policy: Policy;
  /** Texts of the policy's files that changed since rules were last sent, by path in the policy. */
  texts: Readonly<Record<string, string>>;
}

/** The client that a host works for. */
export interface Hello {
  /** Path of the entry file, which samples and rosters are relative to. */
  file: string;
  uri: string;
  locale: Locale;
  /** As the details of a clause have it has it. */
  client: { images: boolean; commands: boolean };
}

/** Requests to a host and their answers. `file`: path in the policy of one of its files; null for the entry file. */
export interface HostAsks {
  /** Answered when the run ends; results arrive as {@link HostNote}. */
  simulate: { ask: { rules: Rules; chosen: LogSelection }; answer: 'finished' | 'cancelled' };
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
  /** The rules were edited: simulate again. */
  | { kind: 'edited'; rules: Rules }
  /** Cancels the run. @param undo whether to restore the previous selection, too */
  | { kind: 'cancel'; undo: boolean };

/** Results of an imported file's rules in the groups that inherit them. */
export interface ImportedLines {
  /** In the policy. */
  path: string;
  lines: LineResult[];
}

/** Number of the rules' version. */
export type RunNote =
  | { kind: 'running'; rules: number }
  | { kind: 'results'; rules: number; run: RunSummary; lines: LineResult[]; imported: ImportedLines[] }
  /** A problem that the user can fix. */
  | { kind: 'unable'; rules: number; message: string };

export type ProgressNote = { kind: 'progress'; phase: 'opening' | 'running'; done: number; all: number | null };

export type FromHost =
  | RunNote
  | ProgressNote
  | { kind: 'answer'; id: number; answer: HostAsks[HostAsk]['answer'] }
  | { kind: 'refusal'; id: number; message: string }
  /** Our own bug. */
  | { kind: 'fault'; id: number | null; stack: string };
