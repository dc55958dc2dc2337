/** Runs many cases through both interpreters and compares whole outcomes. */
import type { Outcome } from '@steward/simulator';
import fc from 'fast-check';
import { type Case, caseOf, type Focus } from './arbitrary/case.ts';
import { differences } from './difference.ts';
import { factsOf } from './facts.ts';
import { type Evaluation, runEngine, runOracle } from './interpreters.ts';
import { describeCase, reduce } from './reduce.ts';

export interface Agreement {
  cases: number;
  /** Number of cases in which each fact occurred. */
  facts: Map<string, number>;
}

const SECONDS_TO_REDUCE = 15;

/** @throws Error if the two disagree, with the differences, the smallest case found and how to reproduce it */
export function compareMany(focus: Focus, seed: number, runs: number): Agreement {
  const facts = new Map<string, number>();
  const property = fc.property(caseOf(focus), (each) => {
    const outcome = runOracle(each);
    for (const fact of factsOf(each, outcome)) facts.set(fact, (facts.get(fact) ?? 0) + 1);
    return disagreements(each, outcome).length === 0;
  });
  const details = fc.check(property, { seed, numRuns: runs, endOnFailure: true });
  const [found] = details.counterexample ?? [];
  if (found !== undefined) throw new Error(report(found, focus, seed, details.numRuns));
  return { cases: details.numRuns, facts };
}

function disagreements(each: Case, outcome = runOracle(each)): string[] {
  return (['generated', 'closures'] as const).flatMap((evaluation) => {
    const lines = engineDifferences(each, outcome, evaluation);
    return lines.map((line) => `${evaluation} ${line}`);
  });
}

/** An engine fault counts as a difference. */
function engineDifferences(each: Case, outcome: Outcome, evaluation: Evaluation): string[] {
  try {
    return differences(outcome, runEngine(each, evaluation));
  } catch (error) {
    return [`throws ${error instanceof Error ? error.stack : String(error)}`];
  }
}

function report(found: Case, focus: Focus, seed: number, run: number): string {
  const fault = faultOf(found);
  const small = reduce(found, (each) => faultOf(each) === fault, SECONDS_TO_REDUCE);
  return [
    `oracle and engine differ in case ${run} of the seed ${seed} (${focus}); STEWARD_SEED=${seed} runs it again`,
    'oracle | engine:',
    ...disagreements(small),
    'in the case',
    describeCase(small),
  ].join('\n');
}

/** The kind of fault a case shows; null if none, or if reducing broke the case for the oracle. */
function faultOf(each: Case): string | null {
  try {
    const [first] = disagreements(each);
    if (first === undefined) return null;
    return first.includes(' throws ') ? (first.split('\n')[0] ?? '') : 'differs';
  } catch {
    return null;
  }
}

/** Facts that occurred in too few cases, with their percentages. */
export function hardlySeen({ cases, facts }: Agreement, least: Readonly<Record<string, number>>): string[] {
  return Object.entries(least).flatMap(([fact, percent]) => {
    const share = (100 * (facts.get(fact) ?? 0)) / cases;
    return share < percent ? [`${fact}: ${share.toFixed(1)}% of ${cases} cases, at least ${percent}% expected`] : [];
  });
}

/** One line per fact, as a readable table. */
export function tableOf({ cases, facts }: Agreement): string {
  const ordered = [...facts].sort(([, a], [, b]) => b - a);
  return ordered.map(([fact, count]) => `${((100 * count) / cases).toFixed(1).padStart(6)}%  ${fact}`).join('\n');
}

/** A new seed each time, unless the environment sets one. */
export function freshSeed(): number {
  const asked = Number(process.env['STEWARD_SEED'] ?? Number.NaN);
  return Number.isInteger(asked) ? asked : Date.now() % 2_147_483_647;
}
