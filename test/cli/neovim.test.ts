/** The language server in an independent editor: Debian's Neovim, headless. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundlePath, folderWith } from './steward.ts';

const TEXT = `policy Base { }
group G : service extends Base {
  tier Core { when mesages in 7d >= 3 }
    tier   Rest { otherwise }
}
`;

interface Answers {
  problem?: string;
  diagnostics: { line: number; message: string; source: string }[];
  completion: string[];
  hover: string;
  renamed: string;
  formatted: string;
  simulated: string;
  hints: { line: number; label: string }[];
  simulatedHover: string;
}

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

test('Neovim shows diagnostics, completes, hovers, renames, formats and simulates', () => {
  if (!hasNeovim) {
    // The CI machine is ours, and Neovim is one of its requirements.
    expect(process.env['CI'] ?? '', 'Neovim is missing; .ci/run installs it').toBe('');
    console.warn(
      'NOT TESTED: the language server under Neovim, because there is no nvim here (Debian: apt install neovim).',
    );
    return;
  }
  const folder = folderWith({ 'main.group': TEXT });
  const output = join(folder, 'answers.json');
  const setting = (name: string, value: unknown): string[] => [
    '--cmd',
    `let g:steward_${name} = ${JSON.stringify(value)}`,
  ];
  const run = spawnSync(
    'nvim',
    [
      ...['--headless', '--clean', '-n'],
      ...setting('server', [process.execPath, bundlePath(), 'lsp', '--stdio']),
      ...setting('file', join(folder, 'main.group')),
      ...setting('output', output),
      ...['-c', `luafile ${join(import.meta.dirname, 'neovim.lua')}`],
    ],
    { encoding: 'utf8', timeout: 240_000, cwd: folder },
  );
  expect(run.error, `${run.stdout}${run.stderr}`).toBe(undefined);
  const answers = JSON.parse(readFileSync(output, 'utf8')) as Answers;
  expect(answers.problem).toBe(undefined);
  expect(answers.diagnostics).toContainEqual({
    line: 2,
    message: expect.stringContaining('mesages'),
    source: 'steward',
  });
  expect(answers.completion).toContain('messages');
  expect(answers.hover).toContain('**messages**');
  expect(answers.renamed).toContain('policy Shared { }\ngroup G : service extends Shared {');
  expect(answers.simulated).toBe('finished');
  expect(answers.hints).toContainEqual({ line: 2, label: expect.stringMatching(/\d+ members?/) });
  expect(answers.simulatedHover).toMatch(/\*\*Core\*\* · .*\d+ members?/);
  expect(answers.formatted).toContain('  tier Core { when messages in 7d >= 3 }\n  tier Rest { otherwise }');
}, 300_000);
