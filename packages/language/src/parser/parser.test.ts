import { expect, test } from 'vitest';
import type * as ast from '../generated/ast.ts';
import { createGroupServices } from '../services.ts';
import { canonicalDuration, textOf } from './values.ts';

const { LangiumParser } = createGroupServices().group.parser;

function parse(text: string): ast.Model {
  const result = LangiumParser.parse<ast.Model>(text);
  expect(result.parserErrors).toEqual([]);
  expect(result.lexerReport?.diagnostics).toEqual([]);
  return result.value;
}

function bodyOf(text: string): ast.Section[] {
  const element = parse(text).elements[0];
  return element?.$type === 'Group' ? element.sections : [];
}

test('the tree of a Chinese file holds English words and units', () => {
  const [tier, campaign, cadence] = bodyOf(`群 群1 "一群" : 转化型 {
    层级 老客 { 当 前20% 按 互动数 每周 且 非 沉默时长 > 2小时 宽限 3天 }
    活动 秒杀 轻量 { 爆发 30分钟 开始 每天 在 12:00, 每周一,周四 在 20:00, 每月 于 18 在 09:00 }
    节奏 { 大型 1 每月 }
  }`);
  expect(tier).toMatchObject({
    $type: 'Tier',
    name: '老客',
    grace: '3d',
    condition: {
      operator: 'and',
      left: { direction: 'top', percent: 20, measure: { period: 'week' } },
      right: { operand: { right: { value: '2h' } } },
    },
  });
  expect(campaign).toMatchObject({
    $type: 'Campaign',
    size: 'light',
    phases: [{ phase: 'burst', duration: '30min' }],
    starts: [
      { $type: 'StartDaily', times: ['12:00'] },
      { $type: 'StartWeekly', weekdays: ['mon', 'thu'] },
      { $type: 'StartMonthly', days: [18] },
    ],
  });
  expect(cadence).toMatchObject({ entries: [{ size: 'large', period: 'month' }] });
});

test('a name may be spelt like a keyword of either language and stays as written', () => {
  const [tier, content] = bodyOf(
    'group tier : service { tier 层级 { otherwise } content { category light "轻量" when not == when  mix per day { light 100% } } }',
  );
  expect(tier).toMatchObject({ name: '层级' });
  expect(content).toMatchObject({
    members: [
      { name: 'light', condition: { left: { target: { $refText: 'not' } } } },
      { shares: [{ category: { $refText: 'light' } }] },
    ],
  });
});

test.each(['count', 'sum', 'since', 'days', 'top', 'bottom', 'not', '前', '计数', '非'])(
  '%s is a keyword at the start of an expression, else a name',
  (word) => {
    const [tier, content] = bodyOf(
      `group G : service { tier ${word} { when ${word} in 7d > ${word} and not ${word} >= 1 } content { category ${word} when (${word}) == 1 mix per day { ${word} 100% } } }`,
    );
    expect(tier).toMatchObject({
      name: word,
      condition: {
        left: { right: { target: { $refText: word } } },
        right: { operand: { left: { target: { $refText: word } } } },
      },
    });
    expect(content).toMatchObject({ members: [{ name: word }, { shares: [{ category: { $refText: word } }] }] });
  },
);

test('two divisions on one line are not a pattern', () => {
  const metric = parse('metric m = count(message) / members / 2').elements[0];
  expect(metric).toMatchObject({ value: { operator: '/', left: { operator: '/' }, right: { value: 2 } } });
});

test('a window belongs to the measure before it', () => {
  const [tier] = bodyOf('group G : service { tier T { when messages in 7d / shares per week > 1 } }');
  expect(tier).toMatchObject({
    condition: { left: { operator: '/', left: { window: '7d' }, right: { period: 'week' } } },
  });
});

test('a sample of several lines keeps its own indentation', () => {
  expect(textOf('"""\n    a\n      b\n    """')).toBe('a\n  b');
  expect(textOf('"a\\"b\\n"')).toBe('a"b\n');
});

test.each([
  ['7天', '7d'],
  ['2小时', '2h'],
  ['30分钟', '30min'],
  ['1周', '1w'],
  ['90s', '90s'],
  ['5秒', '5s'],
])('%s is %s', (written, canonical) => {
  expect(canonicalDuration(written)).toBe(canonical);
});
