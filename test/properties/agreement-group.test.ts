/** Engine and oracle agree on policies about health, risks, campaigns and stages: whole outcomes, byte for byte. */
import { expect, test } from 'vitest';
import { compareMany, freshSeed, hardlySeen, tableOf } from './agreement.ts';

const SEED = 20_250_302;
const CASES = 1_250;
const FRESH_CASES = 160;
/** Seconds of work; minutes where other things run beside it. */
const TIMEOUT_MS = 600_000;

/** In at least so many percent of the cases this must have happened, or the comparison has gone hollow. */
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

test(`${CASES} cases of a fixed seed agree, and in enough of them something happens`, { timeout: TIMEOUT_MS }, () => {
  const agreement = compareMany('group', SEED, CASES);
  console.info(`group: what happened in ${agreement.cases} cases\n${tableOf(agreement)}`);
  expect(agreement.cases).toBe(CASES);
  expect(hardlySeen(agreement, LEAST)).toEqual([]);
});

test(`${FRESH_CASES} cases of a fresh seed agree`, { timeout: TIMEOUT_MS }, () => {
  const seed = freshSeed();
  console.info(`group: fresh cases of the seed ${seed}; STEWARD_SEED=${seed} runs them again`);
  expect(compareMany('group', seed, FRESH_CASES).cases).toBe(FRESH_CASES);
});
