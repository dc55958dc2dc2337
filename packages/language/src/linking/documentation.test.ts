import { expect, test } from 'vitest';
import { checkFiles } from '../testing/marked.ts';
import { documentationOf } from './documentation.ts';

function documentationIn(text: string): unknown[] {
  return checkFiles({ 'main.group': text }).files[0]?.model.elements.map(documentationOf) ?? [];
}

test('English first, Chinese after @zh, each of any number of lines', () => {
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
