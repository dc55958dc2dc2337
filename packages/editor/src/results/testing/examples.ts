/** The examples' rules with the outcomes stored next to them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkspace, type FileSystem } from '@steward/language';
import type { Policy } from '@steward/policy';
import type { Outcome } from '@steward/simulator';

const EXAMPLES = join(import.meta.dirname, '../../../../../examples');

export interface Example {
  policy: Policy;
  outcome: Outcome;
  /** By index into the policy's files; null for the prelude. */
  texts: (string | null)[];
}

const DISK: FileSystem = {
  read: (path) => ({ kind: 'text', text: readFileSync(join(EXAMPLES, path), 'utf8') }),
  look: () => ({ kind: 'file' }),
};

/** @param path of the rules, `service-beauty/beauty.group` */
export function example(path: string): Example {
  const { policy } = checkWorkspace([path], DISK);
  if (policy === null) throw new Error(`${path} has errors`);
  const folder = path.slice(0, path.indexOf('/'));
  const outcome: Outcome = JSON.parse(readFileSync(join(EXAMPLES, folder, 'expected/outcome.json'), 'utf8'));
  const texts = policy.files.map((file) =>
    file.path.startsWith('prelude:') ? null : readFileSync(join(EXAMPLES, folder, file.path), 'utf8'),
  );
  return { policy, outcome, texts };
}
