/** Turns the description of a clause kind into a function that lists a group's clauses of that kind. */
import type { GroupPolicy } from '../policy.ts';
import type { Named, SourceRange } from '../source.ts';
import type { Clause, ClauseKind, ClauseRules } from './clause.ts';
import { lengthsOf } from './lengths.ts';

/** How to find the clauses of one kind in their parent, and what each holds. */
interface Kind<Name extends ClauseKind, Whole> {
  kind: Name;
  /** From the whole to the rule, or to the list of them. */
  path: readonly string[];
  /** The list, or the single rule; null if there is none. */
  rules: (whole: Whole) => readonly ClauseRules[Name][] | ClauseRules[Name] | null;
  /** How the key ends: after the group's key with a name, or after the parent's key with a number. */
  key: { after: 'group'; word: string } | { after: 'whole'; word: string };
  name: (rule: ClauseRules[Name], whole: Whole) => string;
  /** For rules without a range of their own. null: unknown, so nothing is listed. */
  range?: (group: GroupPolicy) => SourceRange | null;
  /** Default: the parent's range. null: the clause has no parent. */
  parent?: (rule: ClauseRules[Name], group: GroupPolicy) => SourceRange | null;
  condition?: (rule: ClauseRules[Name]) => Clause['condition'];
  calls?: (rule: ClauseRules[Name]) => Clause['calls'];
  parts?: readonly Lister<ClauseRules[Name]>[];
}

/** The parent of a list of clauses. */
interface Stem<Whole> extends Pick<Clause, 'key' | 'owner' | 'path'> {
  group: GroupPolicy;
  rule: Whole;
  range: SourceRange;
}

/** Lists the clauses of one kind, each followed by its parts. */
export type Lister<Whole> = (whole: Stem<Whole>) => Clause[];

/** Builds the lister for a kind. */
export function kindOf<Name extends ClauseKind, Whole>(spec: Kind<Name, Whole>): Lister<Whole> {
  return (whole) => {
    const found = spec.rules(whole.rule);
    if (found === null) return [];
    const seen = new Map<string, number>();
    if (!isList(found)) return listed(spec, whole, found, [...whole.path, ...spec.path], keyOf(whole, spec.key.word));
    return found.flatMap((rule, index) => {
      const name = spec.name(rule, whole.rule);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const ending = spec.key.after === 'whole' ? `${index + 1}` : `${name}${count === 1 ? '' : `#${count}`}`;
      const stem = spec.key.after === 'whole' ? whole.key : whole.group.name;
      return listed(spec, whole, rule, [...whole.path, ...spec.path, index], `${stem}/${spec.key.word}/${ending}`);
    });
  };
}

function keyOf({ key }: { key: string }, word: string): string {
  return word === '' ? key : `${key}/${word}`;
}

function listed<Name extends ClauseKind, Whole>(
  spec: Kind<Name, Whole>,
  whole: Stem<Whole>,
  rule: ClauseRules[Name],
  path: Clause['path'],
  key: string,
): Clause[] {
  const range = hasRange(rule) ? rule.range : (spec.range?.(whole.group) ?? null);
  if (range === null) return [];
  const owner = isDeclaration(rule) ? rule : whole.owner;
  const lengths = lengthsOf(spec.kind, rule);
  const clause = {
    kind: spec.kind,
    key,
    name: spec.name(rule, whole.rule),
    owner,
    range,
    parent: spec.parent === undefined ? whole.range : spec.parent(rule, whole.group),
    rule,
    path,
    place: path.filter((step) => typeof step === 'number'),
    condition: spec.condition?.(rule) ?? null,
    patience: lengths.find((length) => length.name === 'for')?.value ?? null,
    lengths,
    calls: spec.calls?.(rule) ?? [],
  };
  const stem = { group: whole.group, rule, key, owner, path, range };
  // `kind` and `rule` both belong to `Name`, so the union member is right.
  return [clause as Clause, ...(spec.parts ?? []).flatMap((part) => part(stem))];
}

function isList<Rule>(found: readonly Rule[] | Rule): found is readonly Rule[] {
  return Array.isArray(found);
}

function hasRange(rule: unknown): rule is { range: SourceRange } {
  return typeof rule === 'object' && rule !== null && 'range' in rule;
}

function isDeclaration(rule: unknown): rule is Named {
  return hasRange(rule) && 'name' in rule && 'label' in rule;
}
