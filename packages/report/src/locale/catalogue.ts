/** Every sentence of the reports, once per language: a key without its sentence in a language is a type error. */
import type { Role } from '@steward/events';
import type { CampaignSize, Duration, GroupKind, Period, PhaseName } from '@steward/policy';
import type { KnownRole, Unknowns } from '@steward/simulator';
import type { Locale } from '@steward/text';

/** Why evaluations were unknown, as keys of an Outcome's `reasons`. */
export type Reason = keyof Unknowns['reasons'];

/** Parameters are already formatted numbers, names and dates unless their type says otherwise. */
export interface Catalogue {
  locale: Locale;
  /** Between the items of a list. */
  comma: string;
  /** Between the parts of a sentence. */
  pause: string;
  colon: string;
  openParenthesis: string;
  closeParenthesis: string;

  /** How long a condition has to hold, behind it. */
  heldFor: (amount: number, unit: Duration['unit']) => string;
  days: (count: number) => string;
  hours: (count: number) => string;
  minutes: (count: number) => string;
  seconds: (count: number) => string;

  kind: Record<GroupKind, string>;
  size: Record<CampaignSize, string>;
  per: Record<Period, string>;
  periods: (count: string, period: Period) => string;
  phase: Record<PhaseName, string>;
  phaseState: Record<'done' | 'running' | 'ahead' | 'paused', string>;

  dayCount: (count: number, text: string) => string;
  memberCount: (count: number, text: string) => string;
  eventCount: (count: number, text: string) => string;
  messageCount: (count: number, text: string) => string;
  groupCount: (count: number, text: string) => string;
  more: (count: string) => string;
  morePeople: (count: string) => string;
  joinedLeft: (joined: string, left: string) => string;
  capacity: (limit: string, peak: string, daysOver: number) => string;
  /** Before the people who were taken as owner, staff or bots. */
  staff: string;
  role: Record<Role, string>;
  /** `小美 (by role moderator)`; with the role where it is not `staff`. */
  knownRole: (name: string, role: KnownRole['role'], from: KnownRole['from'], declared: string) => string;
  absentMember: (role: string, members: string) => string;
  rosterSilent: (count: string, of: string, examples: string) => string;
  rosterUnlisted: (count: number, text: string, examples: string) => string;
  undecidedCategory: (text: string) => string;
  nickname: (mismatched: string, checked: string, examples: string) => string;

  tiers: string;
  tierHeader: {
    tier: string;
    members: string;
    share: string;
    byDay: string;
    moves: string;
    grace: string;
    unknown: string;
  };
  noTier: string;
  /** The condition of a tier that takes whoever is left. */
  otherwise: string;
  movesOf: (names: string) => string;
  task: (title: string, tier: string) => string;
  taskState: (done: string, open: string, unknown: number) => string;

  content: string;
  mix: (period: Period, tolerance: string) => string;
  mixHeader: { category: string; target: string; actual: string; messages: string };
  mixVerdict: (kept: string, judged: string, period: Period, unknown: number) => string;
  mixNever: string;
  missed: (dates: string) => string;
  uncategorised: (count: number, text: string, share: string) => string;
  categories: string;
  cap: (category: string, limit: string, period: Period) => string;
  capKept: (judged: string, period: Period) => string;
  capExceeded: (exceeded: string, judged: string, period: Period) => string;
  capUnjudged: string;
  ban: (lexicon: string) => string;
  banNone: string;
  banHits: (messages: number, messagesText: string, members: number, membersText: string) => string;
  slot: (label: string, from: string, to: string, category: string) => string;
  slotKept: (kept: string, judged: string) => string;
  slotUnknown: string;

  health: string;
  healthy: string;
  inBreach: (days: string) => string;
  breachDays: (days: number, text: string) => string;
  undecidedHealth: string;
  goalHeader: { goal: string; latest: string; byDay: string; breach: string; unknown: string };
  unknownDays: (count: string) => string;
  breachDay: (day: string) => string;
  breachPeriod: (from: string, to: string, days: string) => string;
  moreBreaches: (count: string) => string;
  breachOpen: (from: string, days: string) => string;
  response: (actions: string, on: string) => string;

  risks: string;
  quiet: string;
  incidentCount: (count: number, text: string) => string;
  escalatedCount: (text: string) => string;
  openCount: (text: string) => string;
  stillOpen: string;
  when: string;
  closedByResolve: string;
  reopened: (times: number, text: string) => string;
  escalatedFrom: (incident: string) => string;
  onDuty: string;
  nobodyOnDuty: string;
  /** In place of people whom the log does not name. */
  nobodyArgument: string;
  /** Actions of which the log does not say whom they would meet. */
  meetNobody: (count: number, text: string) => string;
  ladder: string;
  ladderStep: (to: string, rule: 'open' | 'times', at: string) => string;
  did: string;
  senders: string;
  evidence: string;
  noEvidence: string;
  earlierIncidents: (count: string) => string;

  actions: string;
  noActions: string;
  actionHeader: { action: string; count: string; prevented: string; causes: string };
  prevented: (count: number, text: string) => string;
  causes: Record<'ban' | 'risk' | 'tier' | 'health' | 'campaign', string>;
  nothingSent: string;
  /** What an argument holds when it is no single name. */
  messagesArgument: (count: number, text: string) => string;
  membersArgument: (count: number, text: string) => string;

  campaigns: string;
  campaignHead: (size: string, planned: string, held: string | null) => string;
  runCause: Record<'planned' | 'held' | 'action', string>;
  runHeld: Record<'yes' | 'no', string>;
  goalVerdict: Record<'met' | 'missed' | 'unknown' | 'pending' | 'hypothetical' | 'not-held', string>;
  pausedAt: (at: string) => string;
  noRuns: string;
  moreRuns: (count: string) => string;
  cadence: string;
  cadenceTarget: (size: string, count: string, period: Period) => string;
  cadenceVerdict: (met: string, under: string, over: string, period: Period) => string;
  cadenceNone: (period: Period) => string;
  plannedOnly: string;

  lifecycle: string;
  noStage: string;
  current: (stage: string) => string;
  focus: (text: string) => string;
  blocked: (from: string, to: string, on: string) => string;

  undecided: string;
  everythingDecided: string;
  reason: Record<Exclude<Reason, 'missingSignal'>, string>;
  missingSignals: (signals: string) => string;
  missingSignalHint: string;
  clause: Record<'tier' | 'mix' | 'cap' | 'health' | 'risk' | 'stage', (name: string) => string>;
  ofEvaluations: (unknown: string, evaluations: string, what: 'member-days' | 'periods' | 'days') => string;
  lacking: (from: string, to: string, decidable: string) => string;
  lackingDays: (days: string) => string;
  undecidedIn: (groups: number, text: string) => string;

  rollup: (groups: string) => string;
  inGroups: (text: string) => string;
  stagesAtEnd: string;
  breachEpisodes: (episodes: number, text: string, openGroups: number, openText: string) => string;
  capNeverExceeded: string;
  capExceededGroups: (text: string) => string;
  mostNotable: (shown: string, all: string) => string;
  notableHeader: {
    group: string;
    members: string;
    incidents: string;
    open: string;
    breach: string;
    mix: string;
    actions: string;
  };
  seeOne: (command: string) => string;
  unbound: (groups: number, text: string) => string;
  shows: (signals: string) => string;
  logHead: (files: string) => string;
  filesIn: (count: string, folder: string) => string;
  completeLog: string;
}
