/** Engine and oracle agree on policies about members, tiers and content: whole outcomes, byte for byte. */
import { expect, test } from 'vitest';
import { compareMany, freshSeed, hardlySeen, tableOf } from './agreement.ts';

const SEED = 20_250_301;
const CASES = 1_250;
const FRESH_CASES = 160;
/** Seconds of work; minutes where other things run beside it. */
const TIMEOUT_MS = 600_000;

/** In at least so many percent of the cases this must have happened, or the comparison has gone hollow. */
const LEAST = {
  'moves between tiers': 20,
  'members leave': 25,
  'members join': 15,
  'grace holds': 8,
  'a tier is unknown': 25,
  'a tier is decided and unknown': 12,
  'a task is done': 3,
  'a task is open': 4,
  'reason missingSignal': 12,
  'reason beforeLog': 20,
  'reason unknownStart': 8,
  'reason noBase': 20,
  'messages have categories': 40,
  'a mix is kept': 5,
  'a mix is missed': 15,
  'a cap is exceeded': 15,
  'a cap is kept': 20,
  'a word is banned': 12,
  'a slot is kept': 18,
  'a slot is missed': 25,
  'events are prevented': 6,
  'actions run': 40,
  'over capacity': 12,
  'a nickname does not match': 30,
  'several groups': 10,
  'groups unbound': 0.5,
  'several policy groups': 1,
  'a complete log': 15,
  'a group without events': 2,
  'events outside what the log says it covers': 8,
  'more text predicates than fit one word': 2,
  'evidence goes beyond what is shown': 0.8,
  'a clock changes': 20,
  'events at one instant': 40,
  'somebody only in a roster': 10,
} as const;

test(`${CASES} cases of a fixed seed agree, and in enough of them something happens`, { timeout: TIMEOUT_MS }, () => {
  const agreement = compareMany('members', SEED, CASES);
  console.info(`members: what happened in ${agreement.cases} cases\n${tableOf(agreement)}`);
  expect(agreement.cases).toBe(CASES);
  expect(hardlySeen(agreement, LEAST)).toEqual([]);
});

test(`${FRESH_CASES} cases of a fresh seed agree`, { timeout: TIMEOUT_MS }, () => {
  const seed = freshSeed();
  console.info(`members: fresh cases of the seed ${seed}; STEWARD_SEED=${seed} runs them again`);
  expect(compareMany('members', seed, FRESH_CASES).cases).toBe(FRESH_CASES);
});
