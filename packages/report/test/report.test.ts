import type { GroupOutcome } from '@steward/simulator';
import { describe, expect, test } from 'vitest';
import { cells, PLAIN, type TextReportOptions, textReport } from '../src/index.ts';
import { policy, sourceText } from './beauty.ts';
import { group, outcomeOf } from './beauty-outcome.ts';

const options: TextReportOptions = {
  locale: 'en',
  palette: PLAIN,
  width: 100,
  sourceText,
  evidenceText: (reference) => (reference.line === 131 ? '代购 加微信 领券啦' : null),
  evidence: 3,
  inFull: 3,
  notable: 2,
  seeOne: (name) => `steward simulate beauty.group --group ${name}`,
};

const report = (groups: GroupOutcome[], changes: Partial<TextReportOptions> = {}): string =>
  textReport(outcomeOf(groups), policy, { ...options, ...changes });

const many = ['vip-001', 'vip-002', 'vip-003', 'vip-004'].map((name) => ({ ...group, group: name }));

test('one group in English', () => expect(report([group])).toMatchSnapshot());
test('one group in Chinese, 80 cells wide', () => {
  expect(report([group], { locale: 'zh', width: 80 })).toMatchSnapshot();
});
test('many groups: the roll-up, the most notable ones, how to see one', () => expect(report(many)).toMatchSnapshot());
test('many groups in Chinese', () => expect(report(many, { locale: 'zh', width: 80 })).toMatchSnapshot());

describe('every line fits the terminal', () => {
  const wide = [80, 100, 120].flatMap((width) => (['en', 'zh'] as const).map((locale) => ({ width, locale })));
  test.each(wide)('$width cells, $locale', ({ width, locale }) => {
    for (const groups of [[group], many]) {
      const tooWide = report(groups, { width, locale })
        .split('\n')
        .filter((line) => cells(line) > width);
      expect(tooWide).toEqual([]);
    }
  });
});

test('no line is an empty promise: nothing prints as undefined, NaN or an object', () => {
  expect(report([group]) + report(many)).not.toMatch(/undefined|NaN|\[object|Infinity/);
});

test('what could not be decided names the signal that is missing, in words', () => {
  expect(report([group])).toContain('The log does not show read events.');
  expect(report([group], { locale: 'zh' })).toContain('日志里没有阅读事件。');
});

test('what could not be decided names the days that are lacking', () => {
  expect(report([group], { width: 120 })).toContain('needs 2025-02-23 to 2025-02-28; decidable from 2025-03-07');
});

test('an undecided day is no breach, and a share on the edge of the tolerance is kept', () => {
  const lines = report([group]).split('\n');
  expect(lines.find((line) => line.includes('触达'))).toMatch(/^ {2}\? /);
  expect(lines.find((line) => line.includes('insight') && line.includes('40%'))).toMatch(/^ {4}✓/);
  expect(lines.find((line) => line.includes('notice'))).toMatch(/^ {4}✗/);
});

test('in a roll-up, what no group could decide is no good news', () => {
  expect(report(many)).toContain('  ? 触达 reach: could not be decided in 4 groups');
  expect(report(many)).toContain('tier 沉默用户: 6,000 of 6,000 member-days');
});

test('the group with more open incidents is the more notable one', () => {
  const calm = { ...group, group: 'a-calm', risks: [], health: [], content: { ...group.content, caps: [] } };
  const text = report([calm, ...many]);
  expect(text).not.toContain('a-calm');
});

test('colours go through the palette that the host gives', () => {
  const loud = report([group], { palette: { ...PLAIN, red: (text) => `<red>${text}</red>` } });
  expect(loud).toContain('<red>✗</red>');
  expect(report([group])).not.toContain('<red>');
});
