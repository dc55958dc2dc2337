import { describe, expect, test } from 'vitest';
import { choice, counted, list } from './phrases.ts';
import { inBoth, sentences, sentencesIn } from './sentences.ts';

const SAY = sentences({
  usage: { en: 'Usage', zh: '用法' },
  checked: {
    en: (files: number) => `${counted(files, 'file')} checked`,
    zh: (files) => `检查了 ${files} 个文件`,
  },
  period: { en: { day: 'per day' }, zh: { day: '每天' } },
  open: sentences({ since: { en: (day: string) => `since ${day}`, zh: (day) => `自 ${day} 起` } }),
});

describe('sentences', () => {
  test('are chosen by language, with their arguments', () => {
    expect(SAY.en.checked(1)).toBe('1 file checked');
    expect(SAY.zh.checked(2)).toBe('检查了 2 个文件');
    expect([SAY.en.usage, SAY.zh.period.day]).toEqual(['Usage', '每天']);
  });

  test('nest', () => {
    expect(inBoth((locale) => SAY[locale].open.since('3-05'))).toEqual({ en: 'since 3-05', zh: '自 3-05 起' });
  });

  test('make their arguments visible, even nested ones', () => {
    expect(sentencesIn(SAY, 'en').open.since('a\u001b[2J')).toBe('since a\\u001b[2J');
    expect(sentencesIn(SAY, 'zh').open.since('a\n')).toBe('自 a\\n 起');
  });

  test('require every language, with the same arguments', () => {
    // @ts-expect-error: no Chinese
    sentences({ usage: { en: 'Usage' } });
    // @ts-expect-error: another argument
    sentences({ checked: { en: (files: number) => `${files}`, zh: (files: string) => files } });
    // @ts-expect-error: a table that lacks an entry
    sentences({ period: { en: { day: 'per day', week: 'per week' }, zh: { day: '每天' } } });
  });
});

describe('lists', () => {
  test.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a and b', 'a 和 b'],
    [['甲', '乙', '丙'], '甲, 乙 and 丙', '甲、乙和丙'],
    [['甲', '`b`'], '甲 and `b`', '甲和 `b`'],
  ])('%j', (items, en, zh) => {
    expect([list.en(items), list.zh(items)]).toEqual([en, zh]);
  });

  test('may offer a choice', () => {
    expect([choice.en(['a', 'b', 'c']), choice.zh(['a', 'b', 'c'])]).toEqual(['a, b or c', 'a、b 或 c']);
  });

  test('count in English', () => {
    expect([counted(1, 'person', 'people'), counted(0, 'person', 'people')]).toEqual(['1 person', '0 people']);
  });
});
