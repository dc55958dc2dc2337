import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../commands/registry.generated.ts';
import { manualPage } from './manual.ts';

const FOLDER = join(import.meta.dirname, '../../man');
const PAGES = [
  ['English', join(FOLDER, 'man1/steward.1')],
  ['Chinese', join(FOLDER, 'zh_CN/man1/steward.1')],
] as const;

/** Programs that read manual pages, with the flags that enable all warnings. */
const READERS: readonly (readonly [string, readonly string[]])[] = [
  ['man', ['--warnings', '-E', 'UTF-8', '-l']],
  ['groff', ['-man', '-ww', '-Kutf8', '-Tutf8']],
  ['mandoc', ['-T', 'lint', '-W', 'warning']],
];

const isThere = (reader: string): boolean => spawnSync(reader, ['--version']).error === undefined;

describe.each(PAGES)('in %s', (_language, page) => {
  test.for(READERS)('%s has nothing to complain about', async ([reader, args], { annotate }) => {
    if (!isThere(reader)) {
      await annotate(`not tried: this machine has no ${reader}`);
      return;
    }
    const { status, stdout, stderr } = spawnSync(reader, [...args, page], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8', MANPAGER: 'cat', MANWIDTH: '80' },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    if (reader !== 'mandoc') expect(stdout).toContain('steward simulate beauty.group --log export.jsonl');
  });
});

test.each(['en', 'zh'] as const)('contains every command, option and example, in %s', (locale) => {
  const page = manualPage(COMMANDS, '1.2.3', locale).replaceAll('\\-', '-').replaceAll('\\:', '');
  for (const { name, options, examples } of COMMANDS) {
    expect(page).toContain(`.SS "steward ${name}`);
    for (const option of options) expect(page).toContain(`--${option.name}`);
    for (const example of examples) expect(page).toContain(example.replaceAll('\\', '\\e'));
  }
  expect(page).toContain('.TH STEWARD 1 "" "steward 1.2.3"');
});
