/** Scores each rule against people's labels: right, wrong and missed, as whole numbers. */
import { instantText } from '@steward/time';
import type { EventReference } from '../outcome/evidence.ts';
import type { LogOfGroup } from '../scenario/scenario-log.ts';
import type { RuleMatches } from './found.ts';

export const SCORE_FORMAT = 'steward-score/1';

/** The first events for each rule, in log order. */
const NAMED = 20;

export interface Score {
  format: typeof SCORE_FORMAT;
  /** Policy group. */
  policy: string;
  /** Groups of the log. */
  groups: number;
  /** Events with a label. */
  judged: number;
  /** As declared: categories, bans, risks. */
  rules: RuleScore[];
  /** Label names that match no rule, with their counts, ordered by name. */
  unknown: { name: string; labels: number }[];
}

export interface RuleScore {
  kind: RuleMatches['kind'];
  rule: string;
  /** Judged events whose label names the rule; without any, the rule is not scored. */
  labelled: number;
  /** Judged events that the rule finds. */
  found: number;
  /** Both. */
  right: number;
  /** Found, but labelled otherwise. */
  wrong: EventReference[];
  /** Labelled, but not found. */
  missed: EventReference[];
}

/** A label that names no rule: somebody looked and nothing applied. */
const NOTHING: ReadonlySet<string> = new Set(['-', '—', 'none', '无']);
const SEPARATOR = /[,，、;；|]/;

/** The distinct names in a label. */
function namesIn(label: string): string[] {
  const names = label.split(SEPARATOR).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '' && !NOTHING.has(name.toLowerCase()));
}

/** @param labels by event number, as written */
export function scoreGroup(
  policy: string,
  found: readonly RuleMatches[],
  { log }: LogOfGroup,
  labels: ReadonlyMap<number, string>,
): Score {
  const judged = [...labels].sort(([a], [b]) => a - b).map(([event, label]) => ({ event, names: namesIn(label) }));
  const known = new Set(found.flatMap(({ names }) => names));
  const unknown = new Map<string, number>();
  for (const name of judged.flatMap(({ names }) => names)) {
    if (!known.has(name)) unknown.set(name, (unknown.get(name) ?? 0) + 1);
  }
  const reference = (event: number): EventReference => ({
    file: log.sourceFile[event] as number,
    line: log.sourceLine[event] as number,
    at: instantText(log.ts[event] as number),
    id: null,
  });
  const rules = found.map(({ kind, rule, names, events }): RuleScore => {
    const score: RuleScore = { kind, rule, labelled: 0, found: 0, right: 0, wrong: [], missed: [] };
    for (const { event, names: given } of judged) {
      const isLabelled = given.some((name) => names.includes(name));
      const isFound = events.has(event);
      if (isLabelled) score.labelled += 1;
      if (isFound) score.found += 1;
      if (isLabelled && isFound) score.right += 1;
      else if (isFound && score.wrong.length < NAMED) score.wrong.push(reference(event));
      else if (isLabelled && !isFound && score.missed.length < NAMED) score.missed.push(reference(event));
    }
    return score;
  });
  return {
    format: SCORE_FORMAT,
    policy,
    groups: 1,
    judged: judged.length,
    rules,
    unknown: unknownNames(unknown),
  };
}

/** Sums over groups of one policy group. @param scores at least one, of the same rules */
export function sumScores(scores: readonly Score[]): Score {
  const [first, ...rest] = scores;
  if (first === undefined) throw new Error('no scores to add up');
  return rest.reduce(sumOfTwo, first);
}

function sumOfTwo(a: Score, b: Score): Score {
  const unknown = new Map(a.unknown.map(({ name, labels }) => [name, labels]));
  for (const { name, labels } of b.unknown) unknown.set(name, (unknown.get(name) ?? 0) + labels);
  return {
    format: SCORE_FORMAT,
    policy: a.policy,
    groups: a.groups + b.groups,
    judged: a.judged + b.judged,
    rules: a.rules.map((rule, index) => sumRule(rule, b.rules[index] ?? rule)),
    unknown: unknownNames(unknown),
  };
}

function unknownNames(counts: ReadonlyMap<string, number>): Score['unknown'] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, labels]) => ({ name, labels }));
}

function sumRule(a: RuleScore, b: RuleScore): RuleScore {
  return {
    ...a,
    labelled: a.labelled + b.labelled,
    found: a.found + b.found,
    right: a.right + b.right,
    wrong: [...a.wrong, ...b.wrong].slice(0, NAMED),
    missed: [...a.missed, ...b.missed].slice(0, NAMED),
  };
}
