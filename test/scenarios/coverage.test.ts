/** Coverage of the rules by scenarios: clauses, bounds, and the parts of the log that no rule looks at. */
import { checkWorkspace, memoryFileSystem } from '@steward/language';
import { coverageText, coverageTotals, lcov, PLAIN, type PlacedClause, sumCoverage } from '@steward/report';
import {
  compile,
  type GroupCoverage,
  groupCoverage,
  nothingExercised,
  runScenario,
  scenarioLog,
} from '@steward/simulator';
import { describe, expect, test } from 'vitest';

const RULES = `group G : service {
  tier Core { when messages in 7d >= 3 }
  tier Silent { otherwise }
  content {
    category ad when text contains "广告"
    mix per day { ad 100% }
    slot "晚" 20:00..21:00 ad
  }
  health Calm {
    healthy when count(complaint) in 1d < 2
    on breach do announce("冷静")
  }
  risk Loud {
    when count(complaint) in 2h >= 2
    escalate to Louder after 30min
  }
  risk Louder { when count(complaint) in 2h >= 5 }
  lifecycle {
    stage Young when age < 2d
    stage Old
    allow Young -> Old
  }
}
`;

/** The scenarios' own coverage; clauses that nothing exercised come below it. */
function coverageOf(given: readonly string[]): { clauses: PlacedClause[]; groups: GroupCoverage[] } {
  const scenarios = given.map((events, i) => `scenario "${i}" for G { given { ${events} } expect no risk Louder }\n`);
  const text = RULES + scenarios.join('');
  const { policy, diagnostics } = checkWorkspace(['main.group'], memoryFileSystem({ 'main.group': text }), {
    rules: [],
  });
  if (policy === null)
    throw new Error(diagnostics.map(({ range, message }) => `${range.startLine}: ${message.en}`).join('\n'));
  const program = compile(policy);
  const groups = policy.scenarios.map((scenario) => {
    const log = scenarioLog(program, scenario);
    if (log === null) throw new Error('a scenario without events');
    const [outcome] = runScenario(program, scenario, [log]).outcomes;
    if (outcome === undefined) throw new Error('no outcome');
    return groupCoverage(program, 'G', log, outcome);
  });
  const all = [...nothingExercised(program, 'G'), ...groups.flatMap(({ clauses }) => clauses)];
  return { groups, clauses: sumCoverage(all.map((clause) => ({ ...clause, file: 'main.group' }))) };
}

function hitsOf(clauses: readonly PlacedClause[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    clauses.map(({ kind, name, points }) => [
      `${kind} ${name}`,
      Object.fromEntries(points.map((point) => [point.name, point.hits])),
    ]),
  );
}

const TWO_DAYS = '2025-03-05T10:00 "甲" message text = "广告" x 3  2025-03-06T10:00 "甲" message';

describe('clauses', () => {
  test('without scenarios, all are listed and none is covered', () => {
    const { clauses } = coverageOf([]);
    expect(clauses.map(({ kind }) => kind)).toEqual([
      'tier',
      'tier',
      'category',
      'mix',
      'slot',
      'goal',
      'response',
      'risk',
      'escalation',
      'risk',
      'stage',
      'stage',
      'move',
    ]);
    expect(coverageTotals(clauses)).toEqual({ points: 20, covered: 0, percent: 0 });
  });

  test('count their results over all scenarios together', () => {
    expect(hitsOf(coverageOf([TWO_DAYS]).clauses)).toMatchObject({
      'category ad': { happened: 3 },
      'tier Core': { true: 2, false: 0 },
      'tier Silent': { true: 0 },
      'mix day': { kept: 1, missed: 0 },
      'slot 晚': { kept: 0, missed: 2 },
      'goal Calm': { true: 2, false: 0 },
      'response Calm': { happened: 0 },
      'stage Young': { true: 2, false: 0 },
      'move Young → Old': { happened: 0 },
    });
    const noisy = '2025-03-05T10:00 "乙" complaint x 2  2025-03-08T10:00 "乙" message';
    expect(hitsOf(coverageOf([TWO_DAYS, noisy]).clauses)).toMatchObject({
      'tier Core': { true: 2, false: 4 },
      'tier Silent': { true: 1 },
      'goal Calm': { true: 5, false: 1 },
      'response Calm': { happened: 1 },
      'escalation Loud → Louder': { happened: 1 },
      'stage Young': { true: 4, false: 2 },
      'move Young → Old': { happened: 1 },
    });
  });
});

test('bounds: just below, at, just above', () => {
  const bound = (given: string): unknown =>
    coverageOf([given])
      .clauses.find(({ name }) => name === 'Core')
      ?.bounds.map(({ below, at, above }) => [below, at, above]);
  const messages = (days: readonly number[]): string =>
    days.map((times, i) => `2025-03-0${i + 1}T10:00 "甲" message x ${times}`).join('  ');
  expect(bound(messages([2]))).toEqual([[true, false, false]]);
  expect(bound(messages([3]))).toEqual([[false, true, false]]);
  expect(bound(messages([4]))).toEqual([[false, false, true]]);
  // Values between two days on which nothing changes count, too.
  expect(bound(messages([1, 1, 1, 1]))).toEqual([[true, true, true]]);
  expect(bound(messages([1, 4]))).toEqual([[false, false, false]]);
});

test('events and members that no rule reads', () => {
  const { groups } = coverageOf(['2025-03-05T10:00 "甲" message  2025-03-05T10:00 "甲" reaction x 2']);
  expect(groups[0]).toMatchObject({
    events: 3,
    unread: [{ signal: 'reaction', count: 2 }],
    members: 1,
    overlooked: [],
  });
});

test('formatted as text in both languages, and as lcov', () => {
  const { clauses, groups } = coverageOf([TWO_DAYS]);
  const english = coverageText(clauses, groups, { locale: 'en', palette: PLAIN });
  expect(english).toContain('  main.group:2:3  tier Core: never false\n');
  expect(english).toContain('count(complaint) in 2h >= 2: just below, at it, just above');
  expect(english).toMatch(/^ {2}all +13 +\d+\/20 +\d+%$/m);
  expect(coverageText(clauses, groups, { locale: 'zh', palette: PLAIN })).toContain('层级 Core: 从未不成立');
  const trace = lcov(clauses).split('\n');
  expect(trace.slice(0, 4)).toEqual(['TN:', 'SF:main.group', 'BRDA:2,0,0,2', 'BRDA:2,0,1,0']);
  expect(trace).toContain('BRDA:3,1,0,-');
  expect(trace).toContain('DA:3,0');
  expect(trace).toContain('BRF:20');
  expect(trace.at(-2)).toBe('end_of_record');
});
