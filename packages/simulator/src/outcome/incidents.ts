/** Risks as they would have unfolded. */
import type { Instant } from '@steward/time';
import type { Evidence } from './evidence.ts';
import type { Unknowns } from './unknowns.ts';

export interface RiskOutcome {
  risk: string;
  /** In order of opening. */
  incidents: Incident[];
  /** Incidents that escalated, or were opened by an escalation. */
  escalated: number;
  openAtEnd: number;
  /** Days at whose last instant the condition was unknown. */
  unknowns: Unknowns;
}

export interface Incident {
  /** `Routine#1`: counted per risk from 1. */
  id: string;
  opened: Instant;
  /** null: still open when the log ends. */
  closed: Instant | null;
  closedBy: 'condition' | 'resolve' | null;
  /** Reopenings joined to this incident by the cooldown. */
  reopened: Instant[];
  /** The incident that escalated into this one; null = opened by its own condition. */
  escalatedFrom: string | null;
  /** Its escalations, in time order. */
  escalations: { at: Instant; to: string; rule: 'open' | 'times' }[];
  /** Names of the roles and tools on duty when it opened. */
  onDuty: string[];
  /** The events that made the condition true at the opening; for an escalation, those of the incident it came from. */
  evidence: Evidence;
  /** Member ids, in the order of their first event in the evidence. */
  senders: string[];
}
