/** The messages between the command and its workers: plain data. */
import type { GroupLog, LogInfo, RosterEntry } from '@steward/events';
import type { Policy } from '@steward/policy';
import type { GroupOutcome } from '@steward/simulator';

/** The same for every group of one run. */
export interface Setup {
  policy: Policy;
  info: LogInfo;
  /** By policy group. */
  rosters: Record<string, RosterEntry[]>;
  memberHistories: boolean;
}

export interface Task {
  policyGroup: string;
  log: GroupLog;
}

export type Answer = { kind: 'outcome'; outcome: GroupOutcome } | { kind: 'failure'; stack: string };
