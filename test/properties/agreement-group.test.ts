/** Engine and oracle agree on policies about health, risks, campaigns and stages: whole outcomes, byte for byte. */
import { expectAgreement } from './agreement-tests.ts';
import { lengthFacts } from './facts.ts';

/** Minimum percentage of cases in which each fact must occur, so that the comparison stays meaningful. */
const LEAST = {
  'a breach begins': 35,
  'a breach ends': 10,
  'a response runs': 25,
  'a response waits': 10,
  'an incident opens': 25,
  'incidents open again': 8,
  'an incident closes': 15,
  'an incident is resolved': 5,
  'a cooldown joins': 3,
  'an incident opens another': 8,
  'escalation by time': 7,
  'escalation by times': 4,
  'escalation into an open incident': 2,
  'somebody is on duty': 12,
  'evidence is there': 16,
  'planned runs': 30,
  'a planned run is held': 7,
  'held runs': 18,
  'runs by action': 5,
  'a run is paused': 8,
  'a goal is met': 8,
  'a goal is missed': 8,
  'a goal is unknown': 6,
  'a goal is pending': 10,
  'cadence met': 3,
  'a stage follows another': 3,
  'a stage is blocked': 1.5,
  'reason missingSignal': 12,
  'reason beforeLog': 20,
  'reason unknownRole': 7,
  'reason unknownMedia': 4,
  'a category is undecided': 5,
  'a role is declared, and the log says none': 10,
  'nobody knows who is staff': 6,
  'the log says when the group was founded': 5,
  'the first event is a join': 15,
  'reason unknownStart': 8,
  'reason periodRunning': 1.5,
  'reason noBase': 30,
  'events are prevented': 3,
  'a complete log': 15,
  'a group without events': 2,
  'events outside what the log says it covers': 8,
  'more text predicates than fit one word': 2,
  'evidence goes beyond what is shown': 0.8,
  'a clock changes': 20,
  'events at one instant': 40,
} as const;

/** Every duration that clauses have must be tried, too. */
const LENGTHS = lengthFacts(['goal', 'response', 'risk', 'phase', 'stage']).map((fact) => [fact, 5]);

expectAgreement('group', 20_250_302, { ...LEAST, ...Object.fromEntries(LENGTHS) });
