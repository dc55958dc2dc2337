import { expect, test } from 'vitest';
import { CATEGORY_MARKS } from './phrasebook.ts';
import { ENGLISH } from './phrases-en.ts';
import { CHINESE } from './phrases-zh.ts';

const TALK = ['chat', 'question', 'answer', 'welcome', 'complaint', 'crisis', 'reassurance'] as const;

function marksOf(text: string): string[] {
  return Object.entries(CATEGORY_MARKS).flatMap(([name, mark]) => (mark.test(text) ? [name] : []));
}

const BOOKS = [...Object.entries(CHINESE), ...Object.entries(ENGLISH)];

test.each(BOOKS)('texts of the categories of %s contain words of their own category only', (_kind, phrases) => {
  const wrong = Object.keys(CATEGORY_MARKS).flatMap((name) =>
    (phrases.texts[name as keyof typeof CATEGORY_MARKS] ?? [])
      .map((text) => ({ text, marks: marksOf(text) }))
      .filter(({ marks }) => marks.join() !== name),
  );
  expect(wrong).toEqual([]);
});

test.each(BOOKS)('small talk of %s contains no word of a category, and neither do its things', (_kind, phrases) => {
  const texts = [...TALK.flatMap((occasion) => phrases.texts[occasion]), ...phrases.things];
  expect(texts.filter((text) => marksOf(text).length > 0)).toEqual([]);
});

test.each(BOOKS)('spam of %s is advertising with a placeholder for a word', (_kind, phrases) => {
  expect(phrases.texts.spam.filter((text) => marksOf(text)[0] !== 'ad' || !text.includes('{word}'))).toEqual([]);
});
