import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../registry.generated.ts';
import { completionScript, SHELLS } from './shells.ts';

/** What bash offers for the last of these words. */
function offered(...line: string[]): string[] {
  const words = line.map((word) => `'${word}'`).join(' ');
  const script = `${completionScript('bash', COMMANDS, 'en')}
COMP_WORDS=(${words}); COMP_CWORD=${line.length - 1}; _steward; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

test('bash: commands, their options, and the values of an option', () => {
  expect(offered('steward', '')).toEqual(COMMANDS.map(({ name }) => name));
  expect(offered('steward', 'check', '--max')).toEqual(['--max-warnings']);
  expect(offered('steward', 'check', '--format', 'g')).toEqual(['github', 'gitlab']);
  expect(offered('steward', 'simulate', '--format', '')).toEqual(['text', 'json']);
  expect(offered('steward', '--lang', 'zh', 'schema', 'p')).toEqual(['policy']);
});

test('bash: a name with spaces is one word', () => {
  const folder = mkdtempSync(join(tmpdir(), 'completion-'));
  try {
    for (const name of ['my rules.group', 'my * star.group', '我的 规则.group']) writeFileSync(join(folder, name), '');
    const at = (word: string): string => `${folder}/${word}`;
    expect(offered('steward', 'check', at('my')).sort()).toEqual([at('my * star.group'), at('my rules.group')]);
    expect(offered('steward', 'check', at('my\\ r'))).toEqual([at('my rules.group')]);
    expect(offered('steward', 'simulate', '--log', at('我'))).toEqual([at('我的 规则.group')]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each(SHELLS)('%s: every option of every command, in both languages', (shell) => {
  for (const locale of ['en', 'zh'] as const) {
    const script = completionScript(shell, COMMANDS, locale);
    for (const { name, options } of COMMANDS) {
      expect(script).toContain(name);
      for (const option of options)
        expect(script).toContain(shell === 'fish' ? `-l ${option.name}` : `--${option.name}`);
    }
    const balance = (script.match(/'/g) ?? []).length % 2;
    expect(balance).toBe(0);
  }
});

test.each(['en', 'zh'] as const)('powershell, %s: quotes end on their line and brackets close in order', (locale) => {
  const script = completionScript('powershell', COMMANDS, locale);
  const open: string[] = [];
  for (const line of script.split('\n')) {
    // PowerShell treats typographic quotes as quotes. Doubled ones in single quotes are literal; a backtick escapes in double quotes.
    const bare = line.replace(/'(?:[^'‘’‚‛]|['‘’‚‛]{2})*'|"(?:[^"`“”„]|`.)*"/g, '').replace(/#.*$/, '');
    expect(bare).not.toMatch(/['"‘’‚‛“”„]/);
    for (const bracket of bare.match(/[()[\]{}]/g) ?? []) {
      const closes = { ')': '(', ']': '[', '}': '{' }[bracket];
      if (closes === undefined) open.push(bracket);
      else expect(open.pop()).toBe(closes);
    }
  }
  expect(open).toEqual([]);
  for (const { name, about, options } of COMMANDS) {
    const text = (value: string): string => `'${value.replace(/['‘’‚‛]/g, '$&$&')}'`;
    expect(script).toContain(`${text(name)} = ${text(about[locale])}`);
    const listed = script.split('\n').find((line) => line.startsWith(`    ${text(name)} = @('--`)) ?? '';
    for (const option of options) expect(listed).toContain(`'--${option.name}'`);
  }
});
