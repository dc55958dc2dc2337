import type { Signal } from '@steward/events';
import type { ResultWords } from './result-words.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const SIGNALS: Record<Signal, string> = {
  message: 'messages',
  recall: 'recalls',
  join: 'joins',
  leave: 'leaves',
  read: 'reads',
  click: 'clicks',
  reaction: 'reactions',
  share: 'shares',
  complaint: 'complaints',
  checkin: 'check-ins',
  participation: 'participations',
  purchase: 'purchases',
  campaign: 'campaigns',
  resolve: 'resolves',
};

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const en: ResultWords = {
  day: (year, month, day) => `${day} ${MONTHS[month - 1] ?? month}${year === null ? '' : ` ${year}`}`,

  memberShare: (members, text, share) => `${text} ${plural(members, 'member', 'members')} (${share})`,
  nobody: (days, text) => `nobody in ${text} ${plural(days, 'day', 'days')}`,
  week: (moves) => `${moves} this week`,
  inGrace: (count) => `${count} in grace`,
  nobodyInTier: 'nobody in the tier',

  neverPosted: '0 · never posted',
  neverSaid: '0 · never said',
  never: '0 · never',
  lastOn: (day) => `last ${day}`,
  worst: (value, day) => `worst ${value}, ${day}`,
  missedLast: (day) => `missed ${day}`,

  breaches: (count, text) => `${text} ${plural(count, 'breach', 'breaches')}`,
  breachesLast: (count, text, day) => `${text} ${plural(count, 'breach', 'breaches')}, last ${day}`,
  breachSince: (day) => `in breach since ${day}`,
  breachesSince: (text, day) => `${text} breaches, in one since ${day}`,
  groupsInBreach: (count, text) => `${text} ${plural(count, 'group', 'groups')} in breach`,
  healthy: 'healthy',

  incidentsLast: (count, text, day) => `${text} ${plural(count, 'incident', 'incidents')}, last ${day}`,
  open: (text) => `${text} open`,
  timesLast: (count, text, day) => `${text} ${plural(count, 'time', 'times')}, last ${day}`,
  togetherWithOthers: (times) => `${times}, the rungs above included`,

  runs: (count, text) => `${text} ${plural(count, 'run', 'runs')}`,
  heldOf: (held, planned) => `held ${held} of ${planned}`,
  goalsMet: (met, judged) => `goals met ${met} of ${judged}`,
  goalUnseen: 'outcome not in the log',
  running: (phase) => `in ${phase}`,

  stageSince: (stage, day) => `${stage} since ${day}`,
  stageDays: (days, text) => `${text} ${plural(days, 'day', 'days')}`,
  now: 'now',
  groupsNow: (count, text) => `now ${text} ${plural(count, 'group', 'groups')}`,
  blockedDays: (days, text) => `no way on for ${text} ${plural(days, 'day', 'days')}`,

  capacityKept: (peak, limit) => `peak ${peak} of ${limit}`,
  capacityOver: (days, text, peak) => `over on ${text} ${plural(days, 'day', 'days')}, peak ${peak}`,
  nicknamesOff: (text, checked) => `${text} of ${checked} names differ`,
  nicknamesKept: (count, text) => `${text} ${plural(count, 'name follows', 'names follow')}`,
  noNames: 'the log knows no names',
  notBound: 'no group of the log is bound',

  capacity: 'capacity',
  nickname: 'nicknames',
  weekHeader: 'this week',
  who: (names) => `In it at the end: ${names}`,
  incident: 'incident',
  openTime: 'opened',
  onBreach: 'on breach',
  escalatesTo: (risk) => `escalates to ${risk}`,
  begins: 'begins',
  run: 'run',
  phases: 'phases',
  goal: 'goal',
  goals: 'goals',
  scenarios: 'Scenarios',
  undecidedOf: (count) => `Could not be decided: ${count}.`,
  sameBy: 'The same on the command line:',

  undecided: (text) => `${text} undecided`,
  needs: (signals) => `needs ${signals}: the log has none`,
  signals: (signal) => SIGNALS[signal],
  needsDays: (from) => `needs days before the log: decidable from ${from}`,
  needsEarlier: 'needs days before the log',
  unknownRole: 'nobody says who is staff',
  unknownMedia: 'some messages are of an unknown form',
  unknownStart: 'the log does not show when this began',
  periodRunning: 'the period was still running',
  noBase: 'nothing to compare with',
};
