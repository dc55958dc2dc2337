/** Expectations of scenarios, and the explanation when one fails. */
import { describe, expect, test } from 'vitest';
import { failuresOf } from './run.ts';

const RULES = `
group G : service {
  tier Core {
    when messages in 7d >= 2 and idle < 2d
    grace 1d
  }
  tier New { when tenure < 3d }
  tier Silent { otherwise  do invite(member) }
  content {
    category ad when text contains "广告"
    category greeting when text contains "早"
    mix per day { ad 50% greeting 50% }
  }
  lifecycle {
    stage Young when age < 3d
    stage Grown when age >= 3d
  }
  health Calm "平静" {
    healthy when count(complaint) in 1d < 2
  }
  risk Loud { when count(complaint) in 2h >= 2  do mute(sender, 1d) }
  risk Louder { when count(complaint) in 2h >= 3 }
}
`;

const GIVEN = `
    2025-03-03T09:00 "甲" message text = "早"
    2025-03-03T10:00 "甲" message text = "早" x 2
    2025-03-05T10:00 "乙" complaint about = "价格" x 2
    2025-03-08T10:00 "丙" join
`;

function scenario(...expectations: string[]): string {
  const lines = expectations.map((line) => `  expect ${line}`).join('\n');
  return `${RULES}\nscenario "S" for G {\n  given {${GIVEN}  }\n${lines}\n}\n`;
}

describe('expectations that hold', () => {
  test.each([
    'tier Core of "甲" on 2025-03-03',
    'tier Core of "甲" on 2025-03-05',
    'no tier Core of "甲" on 2025-03-06',
    'tier Silent of "甲"',
    // The tier at an instant is that of the last complete day.
    'no tier Core of "甲" on 2025-03-03T12:00',
    'tier Core of "甲" on 2025-03-04T00:00',
    'tier New of "丙" on 2025-03-08',
    'risk Loud',
    'risk Loud on 2025-03-05',
    'risk Loud on 2025-03-05T10:00',
    'risk Loud on 2025-03-05T11:59:59',
    'no risk Loud on 2025-03-05T12:00',
    'no risk Loud on 2025-03-05T09:59:59',
    'no risk Loud on 2025-03-04',
    'no risk Louder',
    'breach of Calm on 2025-03-05',
    'no breach of Calm on 2025-03-06',
    'action mute',
    'action mute to "乙" on 2025-03-05T10:00',
    'no action mute to "甲"',
    'no action mute on 2025-03-06',
    'action invite to "甲" on 2025-03-06',
    'stage Young on 2025-03-05',
    'stage Grown on 2025-03-06',
    'no stage Grown on 2025-03-06T12:00',
    'stage Young between 2025-03-05 and 2025-03-08',
    'no stage Young between 2025-03-06 and 2025-03-08',
    'risk Loud between 2025-03-04 and 2025-03-05',
    'no risk Loud between 2025-03-05T12:00 and 2025-03-08',
    'no action mute between 2025-03-03 and 2025-03-05T09:59',
    'mix missed per day on 2025-03-03',
    'no mix kept per day',
    'no mix missed per day between 2025-03-04 and 2025-03-08',
    'at least 1 risk Loud',
    'at most 1 risk Loud',
    'at least 3 tier Core of "甲"',
    'at most 3 tier Core of "甲"',
    'at least 2 tier Silent on 2025-03-08',
    'at most 1 tier Core',
    'tier Core',
    'no tier Core between 2025-03-06 and 2025-03-08',
    'at most 1 tier New on 2025-03-06',
    'at most 0 risk Louder',
    'at least 1 breach of Calm',
    'at most 1 breach of Calm between 2025-03-03 and 2025-03-08',
    'at least 2 action invite',
    'at most 1 action invite to "甲"',
    'at least 3 stage Young',
    'at most 3 stage Young',
    'at least 1 mix missed per day',
  ])('%s', (line) => expect(failuresOf(scenario(line))).toEqual([]));

  test('days after the last event that an expectation names are part of the scenario', () => {
    expect(failuresOf(scenario('tier Silent of "丙" on 2025-03-31', 'no tier Silent of "丙" on 2025-03-10'))).toEqual(
      [],
    );
  });
});

describe('expectations that fail report what happened', () => {
  test.each([
    [
      'tier Core of "甲" on 2025-03-06',
      [
        '甲 was in Silent (2025-03-06)',
        '甲 at the end of 2025-03-06:',
        '  Core: ✗ all of',
        '      ✓ messages in 7d >= 2  (messages in 7d = 3)',
        '      ✗ idle < 2d  (idle = 3d 13h)',
        '  New: ✗ tenure < 3d  (tenure = 3d 14h)',
        '  ✓ Silent: otherwise',
      ],
    ],
    ['tier New of "甲" on 2025-03-05', expect.arrayContaining(['甲 was in Core (2025-03-05); kept by its grace'])],
    ['tier Core of "丁"', ['丁 was no member: nothing in this scenario is theirs by then.']],
    ['tier New of "丙" on 2025-03-02', ['2025-03-02 is outside the days of this scenario, 2025-03-03 to 2025-03-08.']],
    [
      'no tier New of "丙"',
      [
        '丙 was in New (2025-03-08)',
        '丙 at the end of 2025-03-08:',
        '  Core: ✗ all of',
        '      ✗ messages in 7d >= 2  (messages in 7d = 0)',
        '      ✓ idle < 2d  (idle = 13h 59min)',
        '  New: ✓ tenure < 3d  (tenure = 13h 59min)',
      ],
    ],
    [
      'risk Louder',
      [
        'No incident of Louder was open then.',
        'Open then: Loud.',
        // The event at which the condition came closest.
        'at 2025-03-05 10:00:',
        '  Louder: ✗ count(complaint) in 2h >= 3  (count(complaint) in 2h = 2)',
      ],
    ],
    [
      'no risk Loud',
      [
        'Loud#1 was open from 2025-03-05 10:00 to 2025-03-05 12:00.',
        'at 2025-03-05 10:00:',
        '  Loud: ✓ count(complaint) in 2h >= 2  (count(complaint) in 2h = 2)',
      ],
    ],
    [
      'breach of Calm on 2025-03-04',
      [
        'Calm was healthy: 2025-03-04.',
        'at the end of 2025-03-04:',
        '  Calm: ✓ count(complaint) in 1d < 2  (count(complaint) in 1d = 0)',
      ],
    ],
    [
      'no breach of Calm',
      [
        'Calm was in breach: 2025-03-05.',
        'at the end of 2025-03-05:',
        '  Calm: ✗ count(complaint) in 1d < 2  (count(complaint) in 1d = 2)',
      ],
    ],
    ['action mute to "甲"', ['mute was taken, but not for 甲.', 'mute was taken at 2025-03-05 10:00, for 乙.']],
    [
      'action kick',
      ['kick was not taken then.', expect.stringMatching(/^Taken then: mute, invite ×\d+\.$|^Taken then: invite/)],
    ],
    [
      'stage Grown on 2025-03-05',
      ['The group was in Young (2025-03-05)', 'at the end of 2025-03-05:', '  Grown: ✗ age >= 3d  (age = 2d 14h)'],
    ],
    [
      'at least 2 risk Loud',
      [
        'This was the case 1 time, not at least 2.',
        'Loud#1 was open from 2025-03-05 10:00 to 2025-03-05 12:00.',
        'at 2025-03-05 10:00:',
        '  Loud: ✓ count(complaint) in 2h >= 2  (count(complaint) in 2h = 2)',
      ],
    ],
    [
      'at most 1 tier Silent on 2025-03-08',
      ['This was the case 2 times, not at most 1.', '2 in Silent at the end of 2025-03-08: 乙, 甲'],
    ],
    ['at least 1 tier Core on 2025-03-08', ['This was the case 0 times, not at least 1.', 'Nobody was in Core then.']],
    [
      'at least 2 action mute to "乙"',
      ['This was the case 1 time, not at least 2.', 'mute was taken at 2025-03-05 10:00, for 乙.'],
    ],
    ['mix kept per day on 2025-03-03', ['2025-03-03: missed (ad 0, greeting 3)']],
    ['action mute on 2025-03-04', ['mute was not taken then.', 'No action was taken then.']],
  ])('%s', (line, reported) => {
    const failures = failuresOf(scenario(line));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toEqual(reported);
  });

  test('in Chinese too', () => {
    expect(failuresOf(scenario('at least 2 action mute'), 'zh')).toEqual([
      ['实际 1 次，少于 2 次。', '2025-03-05 10:00 执行了 mute，对象：乙。'],
    ]);
    expect(failuresOf(scenario('no risk Loud', 'tier Core of "丁"'), 'zh')).toEqual([
      [
        'Loud#1 从 2025-03-05 10:00 持续到 2025-03-05 12:00。',
        '2025-03-05 10:00：',
        '  Loud: ✓ count(complaint) in 2h >= 2  (count(complaint) in 2h = 2)',
      ],
      ['丁 不是成员：到那时场景里没有他的任何事件。'],
    ]);
  });
});

test('fields and repeats work as in a log', () => {
  const rules = `
group G : service {
  risk Spend { when sum(purchase.amount) in 1d >= 25 }
  risk Pictures { when count(message where media == image) in 1d >= 3 }
  risk Staff { when count(message where role == staff) in 1d >= 1 }
}
scenario "S" for G {
  given {
    2025-03-03T09:00 "甲" purchase amount = 12.5 x 2
    2025-03-03T09:00 "甲" message media = image x 3
    2025-03-03T09:00 "乙" message text = "在", role = staff
  }
  expect risk Spend on 2025-03-03T09:00
  expect risk Pictures
  expect risk Staff
}`;
  expect(failuresOf(rules)).toEqual([]);
});

test('times are in the zone of the group', () => {
  const rules = (zone: string): string => `
group G : service { timezone "${zone}"  risk Any { when count(complaint) in 30min >= 1 } }
scenario "S" for G {
  given { 2025-03-09T03:30 "甲" complaint }
  expect risk Any on 2025-03-09T03:30
  expect no risk Any on 2025-03-09T04:00
}`;
  for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC']) expect(failuresOf(rules(zone))).toEqual([]);
});

test('written in Chinese', () => {
  const rules = `
群 G : 服务型 {
  内容 { 类别 ad 当 text 包含 "广告"  类别 早安 当 text 包含 "早"  配比 每天 { ad 50% 早安 50% } }
  生命周期 { 阶段 初创 当 age < 3天  阶段 成熟 当 age >= 3天 }
}
场景 "S" 针对 G {
  假设 { 2025-03-03T09:00 "甲" message text = "早"  2025-03-08T09:00 "甲" message }
  期望 阶段 成熟 介于 2025-03-05 且 2025-03-08
  期望 无 配比 做到 每天
  期望 配比 没做到 每天 于 2025-03-03
  期望 阶段 初创 于 2025-03-07
}`;
  expect(failuresOf(rules, 'zh').map(([first]) => first)).toEqual(['群在 成熟（2025-03-07）']);
});
