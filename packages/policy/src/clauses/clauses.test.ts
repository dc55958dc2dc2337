import { describe, expect, test } from 'vitest';
import type { Condition, EventCondition } from '../expression.ts';
import type { GroupPolicy } from '../policy.ts';
import type { SourceRange } from '../source.ts';
import type { Clause } from './clause.ts';
import { callingsOf, clauseAt, clauseKeys, clausesOf, clausesOfKind, conditionsOf, withRule } from './clauses.ts';
import { lengthsWith } from './lengths.ts';

function at(startOffset: number, endOffset = startOffset + 1): SourceRange {
  return { file: 0, startOffset, endOffset, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
}

const when: Condition = {
  kind: 'compare',
  operator: '>',
  left: { kind: 'intrinsic', name: 'members', window: { kind: 'all' }, unit: 'count', range: at(0) },
  right: { kind: 'constant', value: { numerator: 3, denominator: 1 }, unit: 'count', text: '3', range: at(0) },
  range: at(0),
};
const week = { amount: 7, unit: 'd' } as const;
const nobody: EventCondition = { kind: 'field-in', field: 'category', values: [], range: at(0) };
const share = { numerator: 1, denominator: 5 };
const call = { action: 'warn', arguments: [], range: at(0) };

const group: GroupPolicy = {
  name: 'Vip',
  label: null,
  range: at(0, 1_000),
  kind: 'service',
  match: [],
  platform: null,
  timezone: 'Asia/Shanghai',
  capacity: 500,
  purpose: null,
  nickname: { pattern: '^A', ignoreCase: false },
  places: { capacity: { range: at(5) }, nickname: { range: at(7) } },
  founded: null,
  roster: null,
  sample: null,
  tiers: [
    {
      name: 'Core',
      label: '核心',
      range: at(10),
      color: null,
      when,
      grace: null,
      badge: null,
      benefits: [],
      tasks: [{ title: 'Greet', when, range: at(11) }],
      strategies: [],
      actions: [call],
    },
    {
      name: 'Rest',
      label: null,
      range: at(20),
      color: null,
      when: null,
      grace: null,
      badge: null,
      benefits: [],
      tasks: [],
      strategies: [],
      actions: [],
    },
  ],
  content: {
    categories: [
      { name: 'ads', label: null, when: nobody, range: at(32) },
      { name: 'news', label: null, when: nobody, range: at(90) },
    ],
    mixes: [
      { period: 'week', tolerance: share, shares: [{ category: 'ads', share, range: at(32) }], range: at(30, 40) },
    ],
    caps: [
      { category: 'ads', share, period: 'day', range: at(41) },
      { category: 'ads', share, period: 'week', range: at(42) },
    ],
    bans: [{ lexicon: 'spam', words: [], actions: [call], range: at(43) }],
    slots: [{ label: 'Morning', from: 0, to: 60, category: 'news', range: at(44) }],
  },
  health: [
    {
      name: 'activity',
      label: null,
      range: at(50),
      goals: [
        { when, for: week, range: at(51) },
        { when, for: null, range: at(52) },
      ],
      responses: [{ ...lengthsWith('response', () => null), for: week, actions: [call], range: at(53) }],
    },
  ],
  risks: [
    {
      name: 'Noise',
      label: null,
      range: at(60),
      when,
      for: week,
      cooldown: null,
      actions: [call],
      escalations: [{ to: 'Noise', after: { kind: 'open', delay: week }, range: at(61) }],
    },
  ],
  campaigns: [
    {
      name: 'Sale',
      label: null,
      range: at(70),
      size: 'large',
      phases: [{ name: 'burst', duration: week, actions: [call], produces: null, range: at(71) }],
      goals: [{ when, range: at(72) }],
      starts: [],
    },
  ],
  cadence: [{ size: 'large', count: 1, period: 'month', range: at(75) }],
  lifecycle: {
    stages: [{ name: 'Young', label: null, when, for: week, focus: [], range: at(81) }],
    moves: [{ from: 'Young', to: 'Old', range: at(82) }],
    range: at(80),
  },
  duty: [],
};

function ruleAt(whole: unknown, path: Clause['path']): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], whole);
}

describe('the table', () => {
  test('lists every clause once, each followed by its parts', () => {
    expect(clausesOf(group).map(({ key }) => key)).toEqual([
      'Vip',
      'Vip/capacity',
      'Vip/nickname',
      'Vip/tier/Core',
      'Vip/tier/Core/task/1',
      'Vip/tier/Rest',
      'Vip/category/ads',
      'Vip/category/news',
      'Vip/mix/week',
      'Vip/cap/ads',
      'Vip/cap/ads#2',
      'Vip/ban/spam',
      'Vip/slot/Morning',
      'Vip/health/activity',
      'Vip/health/activity/goal/1',
      'Vip/health/activity/goal/2',
      'Vip/health/activity/breach/1',
      'Vip/risk/Noise',
      'Vip/risk/Noise/escalate/1',
      'Vip/campaign/Sale',
      'Vip/campaign/Sale/phase/1',
      'Vip/campaign/Sale/goal/1',
      'Vip/cadence/large',
      'Vip/lifecycle',
      'Vip/stage/Young',
      'Vip/lifecycle/move/1',
    ]);
  });

  test('finds every rule by its path, and describes its place by indexes', () => {
    for (const { path, place, rule } of clausesOf(group)) {
      expect(ruleAt(group, path)).toBe(rule);
      expect(place).toEqual(path.filter((step) => typeof step === 'number'));
    }
  });

  test('finds every clause at its place', () => {
    for (const clause of clausesOf(group)) expect(clauseAt(group, clause.kind, clause.place)).toBe(clause);
    expect(clauseAt(group, 'tier', [2])).toBeNull();
  });

  test('gives the parent and the owner of a part', () => {
    const [goal] = clausesOfKind(group, 'goal');
    expect(goal).toMatchObject({ name: 'activity', parent: at(50), owner: { name: 'activity' } });
    expect(clausesOfKind(group, 'category').map(({ parent }) => parent)).toEqual([at(30, 40), null]);
    expect(clausesOfKind(group, 'cap').map(({ owner }) => owner.name)).toEqual(['Vip', 'Vip']);
    expect(clausesOfKind(group, 'capacity').map(({ parent }) => parent)).toEqual([group.range]);
  });

  test('leaves out properties without a known place', () => {
    const { places, ...bare } = group;
    expect(clausesOf(bare).map(({ kind }) => kind)).not.toContain('capacity');
  });

  test('has every condition that can be false, with its required duration', () => {
    expect(conditionsOf(group).map(({ key, patience }) => [key, patience])).toEqual([
      ['Vip/tier/Core', null],
      ['Vip/tier/Core/task/1', null],
      ['Vip/health/activity/goal/1', week],
      ['Vip/health/activity/goal/2', null],
      ['Vip/risk/Noise', week],
      ['Vip/campaign/Sale/goal/1', null],
      ['Vip/stage/Young', week],
    ]);
  });

  test('has every duration, with the steps of a sweep', () => {
    const lengths = clausesOf(group).flatMap((clause) =>
      clause.lengths.map(({ name, sweeping }) => [clause.key, name, sweeping]),
    );
    expect(lengths).toEqual([
      ['Vip/health/activity/goal/1', 'for', 'at least'],
      ['Vip/health/activity/breach/1', 'for', 'at least'],
      ['Vip/risk/Noise', 'for', 'never'],
      ['Vip/campaign/Sale/phase/1', 'duration', 'never'],
      ['Vip/stage/Young', 'for', 'at least'],
    ]);
    expect(lengthsWith('risk', () => null)).toEqual({ for: null, cooldown: null });
  });

  test('has every call', () => {
    expect(callingsOf(group).flatMap(({ kind, calls }) => calls.map(() => kind))).toEqual([
      'ban',
      'risk',
      'tier',
      'response',
      'phase',
    ]);
  });

  test('gives the keys of a kind in the order of the policy', () => {
    expect(clauseKeys(group)).toMatchObject({
      tier: ['Vip/tier/Core', 'Vip/tier/Rest'],
      cap: ['Vip/cap/ads', 'Vip/cap/ads#2'],
    });
    expect(clauseKeys({ ...group, risks: [] }).risk).toBeUndefined();
  });
});

describe('a changed rule', () => {
  test('that is equal leaves the group as it was', () => {
    for (const { kind, place } of clausesOf(group)) expect(withRule(group, kind, place, (rule) => rule)).toEqual(group);
  });

  test('goes to the same place, and everything else is untouched', () => {
    const changed = withRule(group, 'goal', [0, 1], (goal) => ({ ...goal, for: week }));
    expect(changed.health[0]?.goals.map((goal) => goal.for)).toEqual([week, week]);
    expect(changed.health[0]?.goals[0]).toBe(group.health[0]?.goals[0]);
    expect(changed.tiers).toBe(group.tiers);
    expect(group.health[0]?.goals[1]?.for).toBeNull();
  });

  test('at a place without a rule returns the group unchanged', () => {
    expect(withRule(group, 'stage', [4], (stage) => ({ ...stage, for: null }))).toBe(group);
  });
});
