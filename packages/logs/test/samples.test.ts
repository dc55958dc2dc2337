/** Every format has a page, and a sample that is detected by its content and read without a problem. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXPORTS } from '../src/formats/all.generated.ts';
import { withReader } from './support.ts';

const FOLDER = join(import.meta.dirname, '../src/formats');

test.each(EXPORTS.map(({ name }) => name))('%s', async (name) => {
  const folder = join(FOLDER, name);
  expect(existsSync(join(folder, 'README.md'))).toBe(true);
  const samples = readdirSync(folder).filter((file) => file.startsWith('sample.'));
  expect(samples.length).toBeGreaterThan(0);
  for (const sample of samples) {
    await withReader({ paths: [join(folder, sample)] }, async (reader) => {
      expect(reader.formats).toEqual([name]);
      expect(reader.problems).toEqual([]);
      expect(reader.events).toBeGreaterThan(0);
    });
  }
});
