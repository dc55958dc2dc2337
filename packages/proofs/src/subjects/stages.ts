/**
 * What is true of a lifecycle in every log: which stages can begin, and which allowed moves never happen.
 *
 * Stages are tried in the order written: all of them on the first day, then the current one and those that a move leads to. A stage that
 * requires more patience than a later one does not block it, because the later one can become true first.
 */
import type { GroupPolicy, Lifecycle, Stage } from '@steward/policy';
import { shapeKey } from '@steward/policy';
import { Encoder } from '../measures/encode.ts';
import { daysOf } from '../realise/stages.ts';
import { finished, isSpent, spend } from '../solver/budget.ts';
import { allOf, type Formula, TRUE } from '../solver/problem.ts';
import { QUICK, type Solver } from '../solver/solve.ts';
import { neededOf } from './needed.ts';
import { clockOf } from './setting.ts';

type Move = Lifecycle['moves'][number];

export interface ShadowedStage {
  stage: Stage;
  /** A minimal set of earlier stages, one of which is true whenever this one is. */
  shadowedBy: readonly Stage[];
}

export interface DeadMove {
  move: Move;
  to: Stage;
  /** The same for the stages that are tried when the group is in the stage the move starts from. */
  shadowedBy: readonly Stage[];
}

export interface StageAnalysis {
  /** Stages that can never begin, from any stage; in order. */
  shadowed: readonly ShadowedStage[];
  /** Moves between stages that are not shadowed. */
  neverTaken: readonly DeadMove[];
}

interface ByPlace {
  shadowed: { stage: number; by: number[] }[];
  neverTaken: { move: number; to: number; by: number[] }[];
}

const NOTHING: ByPlace = { shadowed: [], neverTaken: [] };
const MOST_REMEMBERED = 200;
const remembered = new Map<string, ByPlace>();

/** Cached while the lifecycle does not change. */
export function analyseStages({ lifecycle, timezone }: Pick<GroupPolicy, 'lifecycle' | 'timezone'>): StageAnalysis {
  if (lifecycle === null) return { shadowed: [], neverTaken: [] };
  const key = shapeKey([lifecycle, timezone]);
  const found = remembered.get(key) ?? analyseAnew(key, lifecycle, timezone);
  const { stages, moves } = lifecycle;
  const at = <T>(list: readonly T[], index: number): T[] => list.slice(index, index + 1);
  const all = (places: readonly number[]): Stage[] => places.flatMap((place) => at(stages, place));
  return {
    shadowed: found.shadowed.flatMap(({ stage, by }) =>
      at(stages, stage).map((own) => ({ stage: own, shadowedBy: all(by) })),
    ),
    neverTaken: found.neverTaken.flatMap(({ move, to, by }) =>
      at(moves, move).flatMap((own) => at(stages, to).map((end) => ({ move: own, to: end, shadowedBy: all(by) }))),
    ),
  };
}

function analyseAnew(key: string, lifecycle: Lifecycle, timezone: string): ByPlace {
  spend(key.length / 10);
  const { value, isWhole } = finished(() => (isSpent() ? NOTHING : analyse(lifecycle, timezone)));
  if (!isWhole) return value;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, value);
  return value;
}

function analyse(lifecycle: Lifecycle, timezone: string): ByPlace {
  const { stages, moves } = lifecycle;
  if (stages.every(({ when }) => when === null)) return NOTHING;
  const proofs = new StageProofs(stages, timezone);
  const places = new Map(stages.map(({ name }, index) => [name, index]));
  const everywhere = stages.map((_, index) => index);
  const triedIn = (from: number): number[] => {
    const next = moves.filter((move) => places.get(move.from) === from).map(({ to }) => places.get(to) ?? from);
    return moves.length === 0 ? everywhere : [from, ...next];
  };
  const isDead = stages.map((_, index) => {
    if (!proofs.isBlocked(index, everywhere)) return false;
    return everywhere.every(
      (from) => from === index || !triedIn(from).includes(index) || proofs.isBlocked(index, triedIn(from)),
    );
  });
  return {
    shadowed: everywhere
      .filter((index) => isDead[index])
      .map((stage) => ({ stage, by: proofs.blocking(stage, everywhere) })),
    neverTaken: moves.flatMap(({ from, to }, move) => {
      const [start, end] = [places.get(from), places.get(to)];
      if (start === undefined || end === undefined || start === end || isDead[start] || isDead[end]) return [];
      const tried = triedIn(start);
      return proofs.isBlocked(end, tried) ? [{ move, to: end, by: proofs.blocking(end, tried) }] : [];
    }),
  };
}

class StageProofs {
  private readonly stages: readonly Stage[];
  private readonly isTrue: readonly Formula[];
  private readonly isNotTrue: readonly Formula[];
  private readonly solver: Solver;
  private readonly answers = new Map<string, boolean>();

  constructor(stages: readonly Stage[], timezone: string) {
    const encoder = new Encoder({ scope: 'group', moment: 'day-end', clock: clockOf(timezone) });
    this.stages = stages;
    this.isTrue = stages.map(({ when }) => (when === null ? TRUE : encoder.encode(when, 'true')));
    this.isNotTrue = stages.map(({ when }) =>
      when === null ? { kind: 'constant', value: false } : encoder.encode(when, 'not-true'),
    );
    this.solver = encoder.solver();
  }

  /** Whether, among the stages tried, an earlier one is true whenever this one is. */
  isBlocked(index: number, tried: readonly number[]): boolean {
    return this.isNever(index, this.before(index, tried));
  }

  /** A minimal set of blocking stages, dropping earlier ones first. Unneeded runs are dropped as a whole, to ask few questions. */
  blocking(index: number, tried: readonly number[]): number[] {
    return neededOf(this.before(index, tried), (others) => this.isNever(index, others));
  }

  private before(index: number, tried: readonly number[]): number[] {
    const earlier = [...new Set(tried)].filter((other) => other < index).sort((left, right) => left - right);
    return earlier.filter((other) => daysOf(this.stages[other]?.for ?? null) <= 1);
  }

  /** Stages that are never true by themselves are reported by `condition-never`. */
  private isNever(index: number, others: readonly number[]): boolean {
    if (others.length === 0) return false;
    spend(others.length);
    const key = [index, ...others].join(' ');
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const own = this.isTrue[index] ?? TRUE;
    if (isSpent()) return false;
    const formula = allOf([own, ...others.map((other) => this.isNotTrue[other] ?? TRUE)]);
    const isNever =
      this.solver.solve(formula, QUICK).kind === 'never' && this.solver.solve(own, QUICK).kind !== 'never';
    this.answers.set(key, isNever);
    return isNever;
  }
}
