import { expect, test } from 'vitest';
import { diagnose } from '../src/testing/marked.ts';
import { OTHERS, snippetTexts } from './snippets.ts';

const snippets = snippetTexts();

test('there are snippets', () => {
  expect(snippets.length).toBeGreaterThan(15);
});

test.each(snippets)('$name', ({ text }) => {
  expect(diagnose(text, OTHERS).map(({ message }) => message.en)).toEqual([]);
});
