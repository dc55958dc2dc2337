/**
 * The table of clauses: for each kind, where a group holds its clauses, how they are named, and what they contain. Everything that lists or
 * changes clauses uses this table.
 */
import type { Condition } from '../expression.ts';
import type { GroupPolicy } from '../policy.ts';
import type { SourceRange } from '../source.ts';
import type { CallingKind, Clause, ClauseKind, ClauseOf, ClauseRules, ConditionKind } from './clause.ts';
import { kindOf, type Lister } from './kind.ts';

const nothing = (): null => null;

function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  return outer.file === inner.file && outer.startOffset <= inner.startOffset && inner.endOffset <= outer.endOffset;
}

/** In listing order. */
const TABLE: readonly Lister<GroupPolicy>[] = [
  kindOf<'capacity', GroupPolicy>({
    kind: 'capacity',
    path: ['capacity'],
    rules: ({ capacity }) => capacity,
    key: { after: 'whole', word: 'capacity' },
    name: () => 'capacity',
    range: ({ places }) => places?.capacity?.range ?? null,
  }),
  kindOf<'nickname', GroupPolicy>({
    kind: 'nickname',
    path: ['nickname'],
    rules: ({ nickname }) => nickname,
    key: { after: 'whole', word: 'nickname' },
    name: () => 'nickname',
    range: ({ places }) => places?.nickname?.range ?? null,
  }),
  kindOf<'tier', GroupPolicy>({
    kind: 'tier',
    path: ['tiers'],
    rules: ({ tiers }) => tiers,
    key: { after: 'group', word: 'tier' },
    name: ({ name }) => name,
    parent: nothing,
    condition: ({ when }) => when,
    calls: ({ actions }) => actions,
    parts: [
      kindOf({
        kind: 'task',
        path: ['tasks'],
        rules: ({ tasks }) => tasks,
        key: { after: 'whole', word: 'task' },
        name: ({ title }) => title,
        condition: ({ when }) => when,
      }),
    ],
  }),
  kindOf<'category', GroupPolicy>({
    kind: 'category',
    path: ['content', 'categories'],
    rules: ({ content }) => content.categories,
    key: { after: 'group', word: 'category' },
    name: ({ name }) => name,
    // A category that only a mix mentions is a part of that mix.
    parent: ({ range }, { content }) => content.mixes.find((mix) => isWithin(range, mix.range))?.range ?? null,
  }),
  kindOf<'mix', GroupPolicy>({
    kind: 'mix',
    path: ['content', 'mixes'],
    rules: ({ content }) => content.mixes,
    key: { after: 'group', word: 'mix' },
    name: ({ period }) => period,
    parent: nothing,
  }),
  kindOf<'cap', GroupPolicy>({
    kind: 'cap',
    path: ['content', 'caps'],
    rules: ({ content }) => content.caps,
    key: { after: 'group', word: 'cap' },
    name: ({ category }) => category,
    parent: nothing,
  }),
  kindOf<'ban', GroupPolicy>({
    kind: 'ban',
    path: ['content', 'bans'],
    rules: ({ content }) => content.bans,
    key: { after: 'group', word: 'ban' },
    name: ({ lexicon }) => lexicon,
    parent: nothing,
    calls: ({ actions }) => actions,
  }),
  kindOf<'slot', GroupPolicy>({
    kind: 'slot',
    path: ['content', 'slots'],
    rules: ({ content }) => content.slots,
    key: { after: 'group', word: 'slot' },
    name: ({ label }) => label,
    parent: nothing,
  }),
  kindOf<'health', GroupPolicy>({
    kind: 'health',
    path: ['health'],
    rules: ({ health }) => health,
    key: { after: 'group', word: 'health' },
    name: ({ name }) => name,
    parent: nothing,
    parts: [
      kindOf({
        kind: 'goal',
        path: ['goals'],
        rules: ({ goals }) => goals,
        key: { after: 'whole', word: 'goal' },
        name: (_, { name }) => name,
        condition: ({ when }) => when,
      }),
      kindOf({
        kind: 'response',
        path: ['responses'],
        rules: ({ responses }) => responses,
        key: { after: 'whole', word: 'breach' },
        name: (_, { name }) => name,
        calls: ({ actions }) => actions,
      }),
    ],
  }),
  kindOf<'risk', GroupPolicy>({
    kind: 'risk',
    path: ['risks'],
    rules: ({ risks }) => risks,
    key: { after: 'group', word: 'risk' },
    name: ({ name }) => name,
    parent: nothing,
    condition: ({ when }) => when,
    calls: ({ actions }) => actions,
    parts: [
      kindOf({
        kind: 'escalation',
        path: ['escalations'],
        rules: ({ escalations }) => escalations,
        key: { after: 'whole', word: 'escalate' },
        name: ({ to }, { name }) => `${name} → ${to}`,
      }),
    ],
  }),
  kindOf<'campaign', GroupPolicy>({
    kind: 'campaign',
    path: ['campaigns'],
    rules: ({ campaigns }) => campaigns,
    key: { after: 'group', word: 'campaign' },
    name: ({ name }) => name,
    parent: nothing,
    parts: [
      kindOf({
        kind: 'phase',
        path: ['phases'],
        rules: ({ phases }) => phases,
        key: { after: 'whole', word: 'phase' },
        name: ({ name }) => name,
        calls: ({ actions }) => actions,
      }),
      kindOf({
        kind: 'campaign-goal',
        path: ['goals'],
        rules: ({ goals }) => goals,
        key: { after: 'whole', word: 'goal' },
        name: (_, { name }) => name,
        condition: ({ when }) => when,
      }),
    ],
  }),
  kindOf<'cadence', GroupPolicy>({
    kind: 'cadence',
    path: ['cadence'],
    rules: ({ cadence }) => cadence,
    key: { after: 'group', word: 'cadence' },
    name: ({ size }) => size,
    parent: nothing,
  }),
  kindOf<'lifecycle', GroupPolicy>({
    kind: 'lifecycle',
    path: ['lifecycle'],
    rules: ({ lifecycle }) => lifecycle,
    key: { after: 'whole', word: 'lifecycle' },
    name: () => 'lifecycle',
    parent: nothing,
    parts: [
      kindOf({
        kind: 'stage',
        path: ['stages'],
        rules: ({ stages }) => stages,
        key: { after: 'group', word: 'stage' },
        name: ({ name }) => name,
        condition: ({ when }) => when,
      }),
      kindOf({
        kind: 'move',
        path: ['moves'],
        rules: ({ moves }) => moves,
        key: { after: 'whole', word: 'move' },
        name: ({ from, to }) => `${from} → ${to}`,
      }),
    ],
  }),
];

const GROUP: Lister<GroupPolicy> = kindOf<'group', GroupPolicy>({
  kind: 'group',
  path: [],
  rules: (group) => group,
  key: { after: 'whole', word: '' },
  name: ({ name }) => name,
  parent: nothing,
  parts: TABLE,
});

/** Policies are immutable, so each is listed once. */
const LISTED = new WeakMap<GroupPolicy, readonly Clause[]>();

/** Every clause of a group in section order, each followed by its parts. */
export function clausesOf(group: GroupPolicy): readonly Clause[] {
  let clauses = LISTED.get(group);
  if (clauses === undefined) {
    const { name, range } = group;
    clauses = GROUP({ group, rule: group, key: name, owner: group, path: [], range });
    LISTED.set(group, clauses);
  }
  return clauses;
}

/** The clauses of one kind, in policy order. */
export function clausesOfKind<Kind extends ClauseKind>(group: GroupPolicy, kind: Kind): ClauseOf<Kind>[] {
  return clausesOf(group).filter((clause) => clause.kind === kind) as ClauseOf<Kind>[];
}

/** Keys of a group's clauses by kind, in policy order; kinds without clauses are left out. */
export type ClauseKeys = Readonly<Partial<Record<ClauseKind, readonly string[]>>>;

/** See {@link ClauseKeys}. */
export function clauseKeys(group: GroupPolicy): ClauseKeys {
  const keys: Partial<Record<ClauseKind, string[]>> = {};
  for (const { kind, key } of clausesOf(group)) {
    const known = keys[kind] ?? [];
    known.push(key);
    keys[kind] = known;
  }
  return keys;
}

/** A clause whose condition can be false. */
export type Conditional = Clause<ConditionKind> & { condition: Condition };

/** The clauses with a condition, except those that are always true. */
export function conditionsOf(group: GroupPolicy): Conditional[] {
  return clausesOf(group).filter((clause): clause is Conditional => clause.condition !== null);
}

const CALLING: readonly CallingKind[] = ['ban', 'risk', 'tier', 'response', 'phase'];

/** The clauses that call actions, kind by kind. */
export function callingsOf(group: GroupPolicy): ClauseOf<CallingKind>[] {
  return CALLING.flatMap((kind) => clausesOfKind<CallingKind>(group, kind));
}

/** The clause of a kind at a `place` (see {@link Clause}); null if there is none. */
export function clauseAt<Kind extends ClauseKind>(
  group: GroupPolicy,
  kind: Kind,
  place: readonly number[],
): ClauseOf<Kind> | null {
  const wanted = place.join();
  return clausesOfKind(group, kind).find((clause) => clause.place.join() === wanted) ?? null;
}

/** The group with one rule changed; the same group if there is no rule at that place. */
export function withRule<Kind extends ClauseKind>(
  group: GroupPolicy,
  kind: Kind,
  place: readonly number[],
  change: (rule: ClauseRules[Kind]) => ClauseRules[Kind],
): GroupPolicy {
  const clause = clauseAt(group, kind, place);
  if (clause === null) return group;
  // Replacing a rule by another of its kind keeps the group's type.
  return replaced(group, clause.path, change(clause.rule)) as GroupPolicy;
}

function replaced(value: unknown, [step, ...rest]: Clause['path'], rule: unknown): unknown {
  if (step === undefined) return rule;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, rule) : item));
  const whole = value as Readonly<Record<string, unknown>>;
  return { ...whole, [step]: replaced(whole[step], rest, rule) };
}
