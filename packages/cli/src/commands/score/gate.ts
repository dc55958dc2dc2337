/** `--min-precision 90` for every rule, `--min-precision Spam=95` for one. Pure. */
import type { RuleScore } from '@steward/simulator';

export interface Gate {
  /** Percent; null = any. */
  all: number | null;
  /** By the name or label of a rule; these override `all`. */
  rules: ReadonlyMap<string, number>;
}

/** @returns the first text that is neither `90` nor `Rule=90`, if there is one */
export function gateOf(given: readonly string[]): Gate | { wrong: string } {
  let all: number | null = null;
  const rules = new Map<string, number>();
  for (const text of given) {
    const [, rule, digits] = /^(?:(.+)=)?(\d+(?:\.\d+)?)%?$/.exec(text) ?? [];
    const percent = Number(digits);
    if (digits === undefined || percent > 100) return { wrong: text };
    if (rule === undefined) all = percent;
    else rules.set(rule, percent);
  }
  return { all, rules };
}

export function leastFor({ all, rules }: Gate, names: readonly string[]): number | null {
  const own = names.map((name) => rules.get(name)).find((percent) => percent !== undefined);
  return own ?? all;
}

/** Whether `right` of `of` is at least a percentage, computed exactly; true if there is nothing to judge. */
export function isEnough(right: number, of: number, least: number | null): boolean {
  return least === null || of === 0 || right * 100 >= least * of;
}

/** Rules that some label names: nothing is known about the others. */
export function scored(rules: readonly RuleScore[]): RuleScore[] {
  return rules.filter(({ labelled }) => labelled > 0);
}
