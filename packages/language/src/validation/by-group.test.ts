/** A rule over groups must report the same for each group alone as for all of them; otherwise it must declare `over: 'policy'`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Checker } from '../check.ts';
import { memoryFileSystem } from '../workspace/file-system.ts';
import type { Rule } from './registry.ts';
import { RULES } from './rules/all.generated.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const checker = new Checker();
const grouped = RULES.filter(({ byGroup }) => byGroup !== undefined);
/** The same rules, run on everything at once. */
const whole = grouped.map(({ byGroup: _, ...rule }): Rule => rule);

function said(text: string, rules: readonly Rule[]): string[] {
  const { diagnostics } = checker.check(['main.group'], memoryFileSystem({ 'main.group': text }), { rules });
  return diagnostics.map(({ code, range, message, fixes }) => JSON.stringify([code, range, message, fixes])).sort();
}

/** The same group twice under two names: findings about one must not depend on the other. */
function twice(text: string): string {
  const start = text.search(/^group \w+/m);
  return start < 0
    ? text
    : `${text}\n${text
        .slice(start)
        .replace(/^group (\w+)/, 'group $1Again')
        .replace(/^scenario [\s\S]*/m, '')}`;
}

function texts(folder: string): string[] {
  const paths = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.group')).map((path) => readFileSync(join(ROOT, folder, path), 'utf8'));
}

test.each(['packages/language/src/validation/rules', 'examples'])(
  'in every file of %s, alone and doubled',
  (folder) => {
    const all = texts(folder).flatMap((text) => [text, twice(text)]);
    expect(all.length).toBeGreaterThan(0);
    let findings = 0;
    for (const text of all) {
      const found = said(text, grouped);
      expect(found).toEqual(said(text, whole));
      findings += found.length;
    }
    expect(findings).toBeGreaterThan(0);
  },
  120_000,
);
