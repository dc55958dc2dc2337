import { expect, test } from 'vitest';
import { checkFiles } from '../testing/marked.ts';
import { documentationOf, labelIn, labelsOf } from './documentation.ts';

function documentationIn(text: string): unknown[] {
  return checkFiles({ 'main.group': text }).files[0]?.model.elements.map(documentationOf) ?? [];
}

test('English first, Chinese after @zh, with any number of lines each', () => {
  const text =
    '/** One\n * two.\n * @zh 一\n * 二 */\nrole a\n/** @zh 只有中文 */ role b\n/** Only English. */\n// and a remark\nrole c\n/* one star */ role d role e';
  expect(documentationIn(text)).toEqual([
    { en: 'One\ntwo.', zh: '一\n二' },
    { en: null, zh: '只有中文' },
    null,
    null,
    null,
  ]);
});

test('Chinese begins anywhere in a line', () => {
  expect(documentationIn('/** A poster. @zh 一张海报。 */\nrole a\n/** Write to a@zh. */ role b')).toEqual([
    { en: 'A poster.', zh: '一张海报。' },
    { en: 'Write to a@zh.', zh: null },
  ]);
});

test('labels for readers of one language are not documentation', () => {
  const text =
    '/** Who knows. @zh 谁知道。\n * @label en Experts\n * @label zh 老师们 */ role a "老师"\n/** @label en Bots @zh 机器 */ role b "机器人"\n/** @label fr Amis */ role c';
  const { elements = [] } = checkFiles({ 'main.group': text }).files[0]?.model ?? {};
  expect(elements.map(labelsOf)).toEqual([{ en: 'Experts', zh: '老师们' }, { en: 'Bots' }, {}]);
  expect(elements.map((one) => labelIn(one, 'zh'))).toEqual(['老师们', '机器人', undefined]);
  expect(elements.map(documentationOf)).toEqual([
    { en: 'Who knows.', zh: '谁知道。' },
    { en: null, zh: '机器' },
    { en: '@label fr Amis', zh: null },
  ]);
});

test('a comment containing `/*` is read whole; a nearer comment hides a farther one', () => {
  expect(documentationIn('/** As in /* here. */ role a\n/** Far. */ /* near */ role b\n/**/ role c')).toEqual([
    { en: 'As in /* here.', zh: null },
    null,
    null,
  ]);
});
