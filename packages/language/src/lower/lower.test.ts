import type { Condition, EventCondition, GroupPolicy, Policy, Quantity, SourceRange } from '@steward/policy';
import { expect, test } from 'vitest';
import { checkFiles } from '../testing/marked.ts';

function policyOf(text: string, others: Readonly<Record<string, string>> = {}): Policy {
  const { policy, diagnostics } = checkFiles({ 'main.group': text, ...others });
  expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
  if (policy === null) throw new Error('No policy');
  return policy;
}

function groupOf(body: string, before = ''): GroupPolicy {
  const group = policyOf(`${before} group G : service { ${body} }`).groups[0];
  if (group === undefined) throw new Error('No group');
  return group;
}

function show(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'aggregate':
      return `${quantity.function}(${quantity.scope} ${quantity.parts.map((part) => part.signal).join('|')})${showWindow(quantity.window)}`;
    case 'intrinsic':
      return quantity.name + showWindow(quantity.window);
    case 'constant':
      return quantity.text;
    case 'arithmetic':
      return `(${show(quantity.left)} ${quantity.operator} ${show(quantity.right)}):${quantity.unit}`;
    case 'metric':
      return show(quantity.body);
  }
}

function showWindow(window: Quantity extends infer Q ? (Q extends { window: infer W } ? W : never) : never): string {
  switch (window.kind) {
    case 'trailing':
      return ` in ${window.duration.amount}${window.duration.unit}`;
    case 'period':
      return ` per ${window.period}`;
    default:
      return ` ${window.kind}`;
  }
}

function left(condition: Condition | null | undefined): string {
  if (condition?.kind !== 'compare') throw new Error('No comparison');
  return show(condition.left);
}

const riskLeft = (condition: string, before = ''): string =>
  left(groupOf(`risk R { when ${condition} }`, before).risks[0]?.when);

test('a window applies to every aggregate without one', () => {
  expect(riskLeft('(count(message) + count(share) in 7d) per week > 3')).toBe(
    '(count(group message) per week + count(group share) in 7d):count',
  );
  expect(riskLeft('m in 30d > 10%', 'metric n = count(share) in 7d metric m = n / count(message)')).toBe(
    '(count(group share) in 7d / count(group message) in 30d):ratio',
  );
  expect(riskLeft('count(message) > 3')).toBe('count(group message) all');
  expect(riskLeft('idle > 3d')).toBe('since(group message|reaction|checkin|participation|click|share) all');
});

test('a tier counts the member’s events, `of group` everybody’s', () => {
  const tier = groupOf('tier T { when messages in 7d / count(message of group) in 7d > 10% } ').tiers[0];
  expect(left(tier?.when)).toBe('(count(member message) in 7d / count(group message) in 7d):ratio');
});

test('a goal without a window covers the run', () => {
  const campaign = groupOf('campaign C light { goal participation_rate > 30% goal messages in 2h > 3 }').campaigns[0];
  expect(campaign?.goals.map(({ when }) => left(when))).toEqual([
    '(distinct(group participation) run / members run):ratio',
    'count(group message) in 2h',
  ]);
});

test('phases run in their fixed order, whatever the order written', () => {
  const campaign = groupOf('campaign C light { review 1d burst 2h preheat 2d }').campaigns[0];
  expect(campaign?.phases.map(({ name }) => name)).toEqual(['preheat', 'burst', 'review']);
});

test('derived signals are split, filters folded in, repeats left out', () => {
  const before = 'signal shown = message where media == image signal both = shown | message | share | share';
  const when = groupOf(
    'risk R { when count(shown where role == staff) > 1 } risk S { when count(both) > 1 }',
    before,
  ).risks.map((risk) => risk.when);
  const [shown, both] = when.map((condition) =>
    condition.kind === 'compare' && condition.left.kind === 'aggregate' ? condition.left.parts : [],
  );
  expect(shown).toMatchObject([
    { signal: 'message', where: { kind: 'and', left: { field: 'media' }, right: { field: 'role' } } },
  ]);
  expect(both).toEqual([
    { signal: 'message', where: null },
    { signal: 'share', where: null },
  ]);
});

test('event conditions', () => {
  const category = (condition: string): EventCondition | undefined =>
    groupOf(`content { category c when ${condition} }`, 'lexicon L { "x", "y" }').content.categories[0]?.when;
  expect(category('media != image')).toMatchObject({
    kind: 'not',
    operand: { kind: 'field-in', field: 'media', values: [{ name: 'image', spellings: ['image', '图片'] }] },
  });
  expect(category('100.5 <= amount')).toMatchObject({
    kind: 'field-compare',
    operator: '>=',
    value: { numerator: 201, denominator: 2 },
  });
  expect(category('text contains L')).toMatchObject({ kind: 'contains', words: ['x', 'y'], lexicon: 'L' });
  expect(category('text matches /a\\/b/i')).toMatchObject({ kind: 'matches', pattern: 'a/b', ignoreCase: true });
  expect(category('member in ["小美"]')).toMatchObject({ values: [{ name: '小美', spellings: ['小美'] }] });
});

test('numbers are exact', () => {
  const value = (text: string): unknown => {
    const when = groupOf(`risk R { when ${text} }`).risks[0]?.when;
    return when?.kind === 'compare' && when.right.kind === 'constant'
      ? [when.right.value.numerator, when.right.value.denominator, when.right.unit]
      : null;
  };
  expect(value('messages > 0.8')).toEqual([4, 5, 'number']);
  expect(value('open_rate > 12.5%')).toEqual([1, 8, 'ratio']);
  expect(value('idle > 90min')).toEqual([5_400_000_000, 1, 'duration']);
});

test('categories declared in a file become part of the groups that use them', () => {
  const text = `category shared "共用" when text contains "x" category unused when text contains "y"
    group G : service { content { category own when text contains "z" cap shared 10% per day } } group H : service { }`;
  expect(policyOf(text).groups.map(({ content }) => content.categories.map(({ name }) => name))).toEqual([
    ['own', 'shared'],
    [],
  ]);
});

test('an overridden category has its new label', () => {
  const text = `policy P { content { category ad "旧" when text contains "x" } risk R { when count(message where category == ad) > 3 } }
    group G : service extends P { content { override category ad "新" when text contains "y" } }`;
  const when = policyOf(text).groups[0]?.risks[0]?.when;
  expect(when).toMatchObject({ left: { parts: [{ where: { values: [{ name: 'ad', spellings: ['ad', '新'] }] } }] } });
});

test('paths are relative to the entry file', () => {
  const { policy } = checkFiles({
    'main.group': 'import "lib/base.group"',
    'lib/base.group':
      'group G : service { roster "./m.csv" sample "../logs/a.jsonl" as jsonl } scenario "s" for G { given { log "x.csv" } } lexicon L { from "w.txt" }',
    'lib/w.txt': '一\n\n# 注释\n二\n一\n',
  });
  expect(policy?.groups[0]).toMatchObject({ roster: 'lib/m.csv', sample: { path: 'logs/a.jsonl', format: 'jsonl' } });
  expect(policy?.scenarios[0]?.logs).toEqual(['lib/x.csv']);
  expect(policy?.lexicons[0]?.words).toEqual(['一', '二']);
  expect(policy?.files.map(({ path }) => path)).toEqual(['main.group', 'lib/base.group', 'prelude:prelude.group']);
});

test('scenarios', () => {
  const text = `group G : service { content { category ad "广告" when text contains "x" mix per week { ad 100% } } lifecycle { stage A } tier T { otherwise } risk R { when complaints > 3 } health h { healthy when messages > 3 } }
    scenario "s" for G { given { 2025-3-1 9:05 "a" complaint about = 广告, target = "b" x 4  2025-03-02T10:00 "b" purchase amount = 12.50 }
      expect no risk R on 2025-03-01 expect tier T of "a" expect breach of h expect action 警告 to "a" on 2025-03-01T10:00
      expect stage A between 2025-3-1 and 2025-03-02T09:00 expect no mix missed per week
      expect at least 2 action warn expect at most 3 tier T expect outcome "./s.outcome.json" }`;
  const [scenario] = policyOf(text).scenarios;
  expect(scenario?.events).toMatchObject([
    {
      at: '2025-03-01T09:05',
      signal: 'complaint',
      fields: [
        { field: 'about', value: 'ad' },
        { field: 'target', value: 'b' },
      ],
      times: 4,
    },
    { fields: [{ field: 'amount', value: '12.50' }], times: 1 },
  ]);
  expect(scenario?.expectations).toMatchObject([
    { kind: 'risk', negated: true, on: '2025-03-01' },
    { kind: 'tier', member: 'a', on: null },
    { kind: 'breach', health: 'h' },
    { kind: 'action', action: 'warn', member: 'a', on: '2025-03-01T10:00', until: null },
    { kind: 'stage', stage: 'A', on: '2025-03-01', until: '2025-03-02T09:00' },
    { kind: 'mix', verdict: 'missed', period: 'week', negated: true, on: null, until: null, count: null },
    { kind: 'action', negated: false, count: { bound: 'least', times: 2 } },
    { kind: 'tier', tier: 'T', member: null, count: { bound: 'most', times: 3 } },
  ]);
});

test('campaign starts, duty, lifecycle', () => {
  const group = groupOf(
    'campaign C light { burst 2h starts every mon, sun at 20:00, 2025-03-01T08:00, every month on 1, 15 at 9:30, every day at 00:00 } duty { 20:00..24:00 desk, Bot } lifecycle { stage A stage B when age > 30d for 2d allow A -> B -> A }',
    'role desk tool Bot provides kick',
  );
  expect(group.campaigns[0]?.starts.map(({ range: _, ...start }) => start)).toEqual([
    { kind: 'weekly', weekdays: [1, 7], times: [1200] },
    { kind: 'once', at: '2025-03-01T08:00' },
    { kind: 'monthly', days: [1, 15], times: [570] },
    { kind: 'daily', times: [0] },
  ]);
  expect(group.duty[0]).toMatchObject({
    from: 1200,
    to: 1440,
    onDuty: [
      { kind: 'role', name: 'desk' },
      { kind: 'tool', name: 'Bot' },
    ],
  });
  expect(group.lifecycle?.moves.map(({ from, to }) => `${from}${to}`)).toEqual(['AB', 'BA']);
  expect(group.lifecycle?.stages).toMatchObject([{ when: null }, { for: { amount: 2, unit: 'd' } }]);
});

test('every range points at its clause', () => {
  const text = 'group G : service {\n  risk R {\n    when complaints per day > 3 do warn(sender)\n  }\n}';
  const risk = policyOf(text).groups[0]?.risks[0];
  const cut = (range: SourceRange | undefined): string => text.slice(range?.startOffset, range?.endOffset);
  expect(cut(risk?.when.range)).toBe('complaints per day > 3');
  expect(cut(risk?.actions[0]?.range)).toBe('warn(sender)');
  expect(risk?.when.range).toMatchObject({ file: 0, startLine: 3, startColumn: 10, endLine: 3, endColumn: 32 });
});

test('only the broken clause is lost', () => {
  let seen: Policy | undefined;
  const text =
    'group G : service { tier A { when mesages > 3 } tier B { otherwise } risk R { when complaints > 3 do warn(sender, 3), kick } health h { healthy when x > 3 healthy when messages > 3 } }';
  const { policy, diagnostics } = checkFiles({ 'main.group': text }, [
    { code: 'probe', severity: 'info', title: { en: '', zh: '' }, run: (context) => (seen = context.policy) },
  ]);
  expect([policy, diagnostics.length]).toEqual([null, 3]);
  expect(seen?.groups[0]).toMatchObject({
    tiers: [{ name: 'B' }],
    risks: [{ actions: [{ action: 'kick' }] }],
    health: [{ goals: [{}] }],
  });
});

test('a metric keeps its definition in canonical English', () => {
  const metric = policyOf('指标 m 别名 量 = 计数(发言 其中 媒介 属于 [图片, link]) /* 注 */ 近7天 + 3 * 人数')
    .metrics[0];
  expect(metric?.text).toBe('count(message where media in [image, link]) in 7d + 3 * members');
});
