import { expect, test } from 'vitest';
import { withoutLinks } from './notice.ts';

test('a name that looks like a link is shown as text', () => {
  expect(withoutLinks('[Fix](command:evil) and [a]](b).csv')).toBe('[Fix] (command:evil) and [a]] (b).csv');
});
