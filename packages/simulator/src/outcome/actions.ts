/** Actions that the rules would have taken. Nothing is sent, and the log does not react to them. */
import type { Instant } from '@steward/time';
import type { Evidence } from './evidence.ts';

export interface ActionsOutcome {
  total: number;
  /** By action name, in policy order's action definitions; no zero counts. */
  byAction: { action: string; count: number; prevented: number }[];
  /** The first {@link ACTION_LIMIT} in time order (`SEMANTICS.md`, "Order of actions"). */
  records: ActionRecord[];
}

export const ACTION_LIMIT = 1_000;

export interface ActionRecord {
  at: Instant;
  action: string;
  cause: ActionCause;
  arguments: { parameter: string; value: ResolvedArgument }[];
  /** Number of later events the action would have prevented; null if its definition prevents nothing. */
  prevented: number | null;
}

export type ActionCause =
  | { kind: 'ban'; lexicon: string }
  | { kind: 'risk'; risk: string; incident: string }
  | { kind: 'tier'; tier: string; member: string }
  | { kind: 'health'; dimension: string; response: number }
  | { kind: 'campaign'; campaign: string; phase: string };

export type ResolvedArgument =
  | { kind: 'text'; text: string }
  | { kind: 'reference'; to: string; name: string }
  /** Member ids. */
  | { kind: 'members'; members: string[] }
  | { kind: 'messages'; evidence: Evidence };
