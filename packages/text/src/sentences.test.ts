import { expect, test } from 'vitest';
import { sentences, sentencesIn } from './sentences.ts';

const WORDS = sentences({
  done: { en: 'done', zh: '完成' },
  missing: { en: (path: string) => `no ${path}`, zh: (path) => `没有 ${path}` },
  marks: { en: { bad: (name: string) => `bad ${name}` }, zh: { bad: (name) => `坏 ${name}` } },
});

test('each language says its own', () => {
  expect(sentencesIn(WORDS, 'en').done).toBe('done');
  expect(sentencesIn(WORDS, 'zh').missing('a')).toBe('没有 a');
});

test('arguments are made visible, in nested sentences too', () => {
  expect(sentencesIn(WORDS, 'en').missing('a\u001b[2J')).toBe('no a\\u001b[2J');
  expect(sentencesIn(WORDS, 'zh').marks.bad('a\n')).toBe('坏 a\\n');
});
