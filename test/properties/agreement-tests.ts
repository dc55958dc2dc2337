/** The agreement tests for one kind of policy: many cases with a fixed seed, some with a fresh one. */
import { expect, test } from 'vitest';
import { compareMany, freshSeed, hardlySeen, tableOf } from './agreement.ts';
import type { Focus } from './arbitrary/case.ts';

const CASES = 1_250;
const FRESH_CASES = 160;
/** It takes seconds, but minutes on a busy machine. */
const TIMEOUT_MS = 600_000;

/** @param least minimum percentage of the fixed seed's cases in which each fact must occur */
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
