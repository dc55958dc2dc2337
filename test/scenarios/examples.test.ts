/** The examples' scenarios pass, and each of their expectations could fail. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkspace, type FileSystem } from '@steward/language';
import { expect, test } from 'vitest';
import { runAll } from './run.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');
const DISK: FileSystem = {
  read: (path) => ({ kind: 'text', text: readFileSync(join(EXAMPLES, path), 'utf8') }),
  look: () => ({ kind: 'file' }),
};
const FILES = globSync('*/*.group', { cwd: EXAMPLES }).filter((path) =>
  /^scenario |^场景 /m.test(readFileSync(join(EXAMPLES, path), 'utf8')),
);

test('every kind of group has scenarios', () => expect(FILES).toHaveLength(4));

test.each(FILES)('%s', (path) => {
  const { policy } = checkWorkspace([path], DISK, { rules: [] });
  if (policy === null) throw new Error(`${path} has errors`);
  const results = runAll(policy);
  expect(results.flatMap(({ scenario, met }) => (met ? [] : [scenario.title]))).toEqual([]);

  const turned = policy.scenarios.map((scenario) => ({
    ...scenario,
    expectations: scenario.expectations.map((one) => ({ ...one, negated: !one.negated })),
  }));
  const still = runAll({ ...policy, scenarios: turned }).flatMap(({ expectations }) =>
    expectations.filter(({ met }) => met),
  );
  expect(still).toEqual([]);
});
