/** The tests of one kind of policies: many cases of a seed that stays, some of a new one each time. */
import { expect, test } from 'vitest';
import { compareMany, freshSeed, hardlySeen, tableOf } from './agreement.ts';
import type { Focus } from './arbitrary/case.ts';

const CASES = 1_250;
const FRESH_CASES = 160;
/** Seconds of work; minutes where other things run beside it. */
const TIMEOUT_MS = 600_000;

/** @param least in how many percent of the cases of the fixed seed each fact must have been seen */
export function expectAgreement(focus: Focus, fixedSeed: number, least: Readonly<Record<string, number>>): void {
  test(`${CASES} cases of a fixed seed agree, and in enough of them something happens`, { timeout: TIMEOUT_MS }, () => {
    const agreement = compareMany(focus, fixedSeed, CASES);
    console.info(`${focus}: what happened in ${agreement.cases} cases\n${tableOf(agreement)}`);
    expect(agreement.cases).toBe(CASES);
    expect(hardlySeen(agreement, least)).toEqual([]);
  });

  test(`${FRESH_CASES} cases of a fresh seed agree`, { timeout: TIMEOUT_MS }, () => {
    const seed = freshSeed();
    console.info(`${focus}: fresh cases of the seed ${seed}; STEWARD_SEED=${seed} runs them again`);
    expect(compareMany(focus, seed, FRESH_CASES).cases).toBe(FRESH_CASES);
  });
}
