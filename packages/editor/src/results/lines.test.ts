import { cells } from '@steward/report';
import { describe, expect, test } from 'vitest';
import { lineResults } from './lines.ts';
import { example } from './testing/examples.ts';
import { type Setting, simulated } from './testing/simulate.ts';

const EXAMPLES = [
  'service-beauty/beauty.group',
  'interest-parenting/parenting.group',
  'knowledge-python/python.group',
  'conversion-clearance/clearance.group',
];
const WIDEST = 64;

const group = (body: string): string => `group Vip : interest { match "vip-*"\n${body}\n}`;

/** The texts of a rule's line by its key, without the group's own. */
function linesOf(rules: string, events: string, setting: Setting = {}): Record<string, string> {
  const results = lineResults(simulated(rules, events, setting), 0);
  return Object.fromEntries(results.map(({ clause, text, tone }) => [clause, `${text} [${tone}]`]));
}

const days = (count: number, line: (day: number, date: string) => string): string =>
  Array.from({ length: count }, (_, i) => line(i + 1, `2025-03-${String(i + 1).padStart(2, '0')}`)).join('\n');

test.each(['en', 'zh'] as const)('the beauty group, with the baseline that it inherits (%s)', (locale) => {
  const { policy, outcome, texts } = example('service-beauty/beauty.group');
  const shown = policy.files.flatMap(({ path }, file) => {
    const source = texts[file]?.split('\n');
    if (source === undefined) return [];
    const lines = lineResults({ policy, outcome, locale }, file);
    return [`── ${path}`, ...lines.map(({ line, text, tone }) => `${source[line]?.trim()}\n    ${tone}: ${text}`)];
  });
  expect(shown.join('\n')).toMatchSnapshot();
});

test.each(EXAMPLES)('%s: every line is short, whole and in its place', (path) => {
  const { policy, outcome, texts } = example(path);
  for (const locale of ['en', 'zh'] as const) {
    const lines = policy.files.flatMap((_, file) => {
      const source = texts[file]?.split('\n') ?? [];
      return lineResults({ policy, outcome, locale }, file).map((one) => ({ ...one, source: source[one.line] ?? '' }));
    });
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter(({ text }) => text === '' || cells(text) > WIDEST).map(({ text }) => text)).toEqual([]);
    expect(lines.filter(({ text }) => /undefined|NaN|\[object|Infinity/.test(text))).toEqual([]);
    expect(lines.filter(({ source }) => source.trim() === '')).toEqual([]);
  }
});

describe('a tier', () => {
  const rules = group('tier Active { when messages in 3d >= 2 }\ntier Rest { otherwise }');
  const events = days(12, (day, date) =>
    [
      `${date}T09:00 vip-1 ann message hi`,
      `${date}T09:10 vip-1 ann message hi`,
      ...(day <= 7 ? [`${date}T10:00 vip-1 ben message hi`] : []),
      ...(day >= 10 ? [`${date}T11:00 vip-1 cat message hi`] : []),
    ].join('\n'),
  );

  test('tells its members, its share and the moves of the last seven days', () => {
    const lines = linesOf(rules, events, { complete: true });
    expect(lines['Vip/tier/Active']).toBe('▅████▇▅█ 2 members (66.7%) · +1 −1 this week [neutral]');
    expect(lines['Vip/tier/Rest']).toMatch(/1 member \(33\.3%\) · \+2 −1 this week \[neutral\]$/);
  });

  test('tells the difference where moves are not known one by one', () => {
    const lines = linesOf(rules, events, { complete: true, histories: false });
    expect(lines['Vip/tier/Rest']).toMatch(/1 member \(33\.3%\) · \+1 this week/);
  });

  test('that took nobody is idle', () => {
    const lines = linesOf(group('tier Star { when messages in 3d >= 99 }'), events, { complete: true });
    expect(lines['Vip/tier/Star']).toBe('nobody in 12 days [idle]');
  });

  test('that reads what the log lacks names it', () => {
    const rules = group('tier Readers { when reads in 7d >= 3 }');
    const setting: Setting = { shows: ['message'], complete: false };
    expect(linesOf(rules, events, setting)['Vip/tier/Readers']).toBe('needs reads: the log has none [unknown]');
    expect(linesOf(rules, events, { ...setting, locale: 'zh' })['Vip/tier/Readers']).toBe(
      '需要阅读事件：日志里没有 [unknown]',
    );
  });
});

test('groups of one match are added up, over days that they do not share', () => {
  const rules = group('tier All { otherwise }\nrisk Noise { when count(complaint) in 24h >= 1 }');
  const events = `2025-03-01T10:00 vip-1 ann message hi
    2025-03-04T10:00 vip-1 ann complaint
    2025-03-03T10:00 vip-2 ben message hi
    2025-03-05T10:00 vip-2 ben message hi`;
  const lines = linesOf(rules, events, { complete: true });
  expect(lines['Vip']).toMatch(/^2 groups · 2 members · 3 messages/);
  expect(lines['Vip/tier/All']).toMatch(/2 members \(100%\)/);
  expect(lines['Vip/risk/Noise']).toBe('1 incident, last 4 Mar [bad]');
});

test('a policy tells the sum of the groups that inherit it, once', () => {
  const rules = `policy Base { risk Noise { when count(complaint) in 24h >= 1 } }
group A : interest extends Base { match "a" }
group B : interest extends Base { match "b" }`;
  const events = `2025-03-01T10:00 a ann complaint
    2025-03-02T10:00 b ben complaint`;
  const results = lineResults(simulated(rules, events, { complete: true }), 0);
  expect(results.map(({ line, clause, text }) => [line, clause, text])).toEqual([
    [0, 'A/risk/Noise', '2 incidents, last 2 Mar · 1 open'],
    [1, 'A', '1 member · 0 messages · 2 days'],
    [2, 'B', '1 member · 0 messages · 1 day'],
  ]);
});

test('a group that no group of the log belongs to says so, and nothing else does', () => {
  const results = lineResults(simulated(group('tier All { otherwise }'), '2025-03-01T10:00 other ann message hi'), 0);
  expect(results.map(({ text }) => text)).toEqual(['no group of the log is bound']);
});

describe('health', () => {
  const events = days(6, (day, date) => (day === 3 ? '' : `${date}T10:00 vip-1 ann message hi`)).replace(/\n\n/g, '\n');

  test('with one goal has its latest value against the bound', () => {
    const rules = group('health talk {\nhealthy when messages per day > 0\n}');
    expect(linesOf(rules, events, { complete: true })).toMatchObject({
      'Vip/health/talk': '██▁███ 1 > 0 ✓ · 1 breach, last 3 Mar [good]',
    });
  });

  test('that is in breach says since when', () => {
    const rules = group('health talk {\nhealthy when messages per day > 1\n}');
    expect(linesOf(rules, events, { complete: true })).toMatchObject({
      'Vip/health/talk': '██▁███ 1 > 1 ✗ · in breach since 1 Mar [bad]',
    });
  });

  test('with several goals leaves the values to them', () => {
    const rules = group(
      'health talk {\nhealthy when messages per day > 0\nhealthy when count(complaint) per day < 1\non breach do announce("x")\n}',
    );
    expect(linesOf(rules, events, { complete: true })).toMatchObject({
      'Vip/health/talk': '✓ 1 breach, last 3 Mar [good]',
      'Vip/health/talk/goal/1': '██▁███ 1 > 0 ✓ · 1 day in breach [good]',
      'Vip/health/talk/goal/2': '▁▁▁▁▁▁ 0 < 1 ✓ [good]',
      'Vip/health/talk/breach/1': '1 time, last 3 Mar [neutral]',
    });
  });

  test('on one line is told once', () => {
    const rules = group('health talk { healthy when messages per day > 0 on breach do announce("x") }');
    expect(Object.keys(linesOf(rules, events))).toEqual(['Vip', 'Vip/health/talk']);
  });
});

describe('a risk', () => {
  const rules = group(`risk Noise { when count(complaint) in 1h >= 1
    escalate to Storm after 30min
    escalate to Storm after 2 times in 7d
    escalate to Flood after 2 times in 7d
    escalate to Flood after 3 times in 30d
  }
  risk Storm { when count(complaint) in 1h >= 9 }
  risk Flood { when count(complaint) in 1h >= 99 }`);
  const events = `2025-03-01T10:00 vip-1 ann complaint
    2025-03-02T10:00 vip-1 ann complaint`;

  test('tells each rung what it did', () => {
    expect(linesOf(rules, events, { complete: true })).toMatchObject({
      'Vip/risk/Noise': '2 incidents, last 2 Mar · 2 escalated [bad]',
      'Vip/risk/Noise/escalate/1': '2 times, last 2 Mar [bad]',
      'Vip/risk/Noise/escalate/2': '1 time, last 2 Mar [bad]',
      'Vip/risk/Noise/escalate/3': '1 time, last 2 Mar [bad]',
      'Vip/risk/Noise/escalate/4': '1 time, last 2 Mar, the rungs above included [bad]',
    });
  });

  test('that never opened is idle; one that was never decided is not', () => {
    const quiet = '2025-03-01T10:00 vip-1 ann message hi';
    expect(linesOf(rules, quiet, { complete: true })['Vip/risk/Storm']).toBe('0 · never [idle]');
    expect(linesOf(rules, quiet, { shows: ['message'] })['Vip/risk/Storm']).toBe(
      'needs complaints: the log has none [unknown]',
    );
  });
});

test('content: shares, caps, bans and slots', () => {
  const rules = `lexicon Bad { "spam" "scam" }
${group(`content {
    category ad when text contains "buy"
    category news when text contains "news"
    category fun when text contains "haha"
    mix per day { ad 50%  news 50% }
    cap ad 40% per day
    cap fun 10% per day
    ban Bad
    slot "Morning" 09:00..11:00 news
  }`)}`;
  const events = `2025-03-01T01:30 vip-1 ann message news
    2025-03-01T02:00 vip-1 ann message buy
    2025-03-02T02:00 vip-1 ann message buy spam`;
  expect(linesOf(rules, events, { complete: true })).toMatchObject({
    'Vip/category/ad': '2 messages (66.7%) [neutral]',
    'Vip/category/fun': '0 · never posted [idle]',
    'Vip/mix/day': '67/33 ✗ kept in 1 of 2 days [bad]',
    'Vip/cap/ad': '✗ exceeded in 2 of 2 days · worst 100%, 2 Mar [bad]',
    'Vip/cap/fun': '0 · never posted [idle]',
    'Vip/ban/Bad': '1 message by 1 member · last 2 Mar [bad]',
    'Vip/slot/Morning': '✗ kept on 1 of 2 days · missed 2 Mar [bad]',
  });
  expect(linesOf(rules, '2025-03-01T01:30 vip-1 ann join', { shows: ['join'] })).toMatchObject({
    'Vip/ban/Bad': 'needs messages: the log has none [unknown]',
    'Vip/mix/day': 'needs messages: the log has none [unknown]',
    'Vip/slot/Morning': 'needs messages: the log has none [unknown]',
  });
});

test('campaigns, their goals and the stages of a life', () => {
  const rules = group(`founded 2025-03-01
  campaign Party medium {
    burst 2h
    goal count(participation) >= 2
    starts every day at 20:00
  }
  cadence { medium 2 per day }
  lifecycle {
    stage Young when age < 2d
    stage Old when age >= 2d
    stage Gone when messages per day < 0
  }`);
  const events = `2025-03-01T10:00 vip-1 ann message hi
    2025-03-01T12:10 vip-1 ann participation
    2025-03-01T12:20 vip-1 ben participation
    2025-03-03T15:00 vip-1 ann message hi`;
  expect(linesOf(rules, events, { complete: false, shows: ['message', 'participation'] })).toMatchObject({
    'Vip/campaign/Party': '3 runs · goals met 1 of 3 [bad]',
    'Vip/campaign/Party/goal/1': 'goals met 1 of 3 · 0 >= 2 ✗ [bad]',
    'Vip/cadence/medium': '✗ days met 0, under 3, over 0 [bad]',
    'Vip/lifecycle': 'Old since 3 Mar [neutral]',
    'Vip/stage/Young': '2 days [neutral]',
    'Vip/stage/Old': 'now · 1 day [neutral]',
    'Vip/stage/Gone': '0 · never [idle]',
  });
});

test('a day of another year than the last has its year', () => {
  const rules = group('risk Noise { when count(complaint) in 1h >= 1 }');
  const events = `2024-12-30T10:00 vip-1 ann complaint
    2025-01-02T10:00 vip-1 ann message hi`;
  expect(linesOf(rules, events)['Vip/risk/Noise']).toBe('1 incident, last 30 Dec 2024 [bad]');
  expect(linesOf(rules, events, { locale: 'zh' })['Vip/risk/Noise']).toBe('1 起，最近 2024年12月30日 [bad]');
});
