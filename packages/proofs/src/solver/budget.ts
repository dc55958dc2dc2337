/**
 * How much work all proofs about one file may take together.
 *
 * - Counted in steps, so that a check says the same on every machine; the clock is only the last guard.
 * - Each proof gets a share of what is left: a hard one leaves enough for those after it.
 * - What was cut short proves nothing, is counted, and is not remembered.
 */

/** Of what is left, at most one part in so many for one question. */
const SHARES = 20;
const CLOCK_EVERY = 64;

export class Budget {
  cuts = 0;
  private left: number;
  private looks = 0;
  private isOver = false;
  private readonly end: number;

  /** @param milliseconds after which nothing more is begun, whatever was counted */
  constructor(steps: number, milliseconds: number) {
    this.left = steps;
    this.end = performance.now() + milliseconds;
  }

  get isSpent(): boolean {
    // The clock is only a guard, and to ask it costs more than many a step.
    if (this.looks++ % CLOCK_EVERY === 0) this.isOver = performance.now() > this.end;
    return this.left <= 0 || this.isOver;
  }

  share(wanted: number): number {
    return this.isSpent ? 0 : Math.min(wanted, Math.ceil(this.left / SHARES));
  }

  spend(steps: number): void {
    this.left -= steps;
  }
}

let current: Budget | null = null;

/** The proofs of `work` share a budget; those outside of any have all the steps they ask for. */
export function within<T>(budget: Budget, work: () => T): T {
  const before = current;
  current = budget;
  try {
    return work();
  } finally {
    current = before;
  }
}

export function currentBudget(): Budget | null {
  return current;
}

/** How many of the steps that a question asks for it may take. */
export function shareOfSteps(wanted: number): number {
  return current?.share(wanted) ?? wanted;
}

export function spend(steps: number): void {
  current?.spend(steps);
}

/** Something is left unproven for want of steps. */
export function cutShort(): void {
  if (current !== null) current.cuts++;
}

/** Whether nothing is left; what asks then is cut short. */
export function isSpent(): boolean {
  if (current?.isSpent !== true) return false;
  current.cuts++;
  return true;
}

/** The value, and whether it came to its end: only then is it worth remembering. */
export function finished<T>(work: () => T): { value: T; isWhole: boolean } {
  const before = current?.cuts ?? 0;
  const value = work();
  return { value, isWhole: (current?.cuts ?? 0) === before };
}
