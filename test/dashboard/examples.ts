/** The examples as the dashboard receives them: their rules and their committed outcomes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkspace, type FileSystem } from '@steward/language';
import type { Policy } from '@steward/policy';
import { type Dashboard, dashboardOf } from '@steward/report';
import type { Outcome } from '@steward/simulator';

const EXAMPLES = join(import.meta.dirname, '../../examples');

export const FILES = {
  'service-beauty': 'beauty.group',
  'interest-parenting': 'parenting.group',
  'knowledge-python': 'python.group',
  'conversion-clearance': 'clearance.group',
} as const;
export type Example = keyof typeof FILES;
export const NAMES = Object.keys(FILES) as Example[];

export interface Simulated {
  policy: Policy;
  outcome: Outcome;
}

const DISK: FileSystem = {
  read: (path) => {
    const file = join(EXAMPLES, path);
    return existsSync(file) ? { kind: 'text', text: readFileSync(file, 'utf8') } : { kind: 'missing' };
  },
  look: (path) => ({ kind: existsSync(join(EXAMPLES, path)) ? 'file' : 'missing' }),
};

export function simulated(example: Example): Simulated {
  const { policy } = checkWorkspace([`${example}/${FILES[example]}`], DISK);
  if (policy === null) throw new Error(`${example} has errors`);
  const outcome: Outcome = JSON.parse(readFileSync(join(EXAMPLES, example, 'expected/outcome.json'), 'utf8'));
  return { policy, outcome };
}

export function dashboard(example: Example, locale: 'en' | 'zh', { policy, outcome } = simulated(example)): Dashboard {
  const texts = policy.files.map(({ path }) => {
    const file = join(EXAMPLES, example, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  });
  const made = dashboardOf({
    policy,
    outcome,
    group: null,
    locale,
    sourceText: ({ file, startOffset, endOffset }) => texts[file]?.slice(startOffset, endOffset) ?? null,
    uriOf: (file) => `file:///${file}`,
  });
  if (made === null) throw new Error(`${example} has no group`);
  return made;
}
