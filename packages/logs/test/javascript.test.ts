/** Reading a log with JavaScript gives the same results as reading it with the database. */
import { describe } from 'vitest';
import { readWith } from './support.ts';

readWith('javascript');

describe('without the database', async () => {
  await import('./events.test.ts');
  await import('./formats.test.ts');
  await import('./exports.test.ts');
  await import('./overlapping.test.ts');
  await import('./parquet.test.ts');
  await import('./tables.test.ts');
  await import('./text.test.ts');
  await import('./bad-input.test.ts');
});
