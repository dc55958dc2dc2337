/** A git repository whose configuration names a program wherever git could start one; each leaves a marker when it runs. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HOOKS = ['post-checkout', 'post-index-change', 'pre-auto-gc', 'reference-transaction', 'fsmonitor-watchman'];

export interface HostileRepository {
  /** Names of the programs that ran since the last {@link forget}. */
  ran(): string[];
  forget(): void;
  /** git itself, which starts them. */
  git(...args: string[]): void;
}

/**
 * Turns a folder with a `rules.group` into one, commits everything, and leaves that file modified.
 * @param markers an empty folder outside it
 */
export function hostileRepository(folder: string, markers: string): HostileRepository {
  const git = (...args: string[]): void => {
    const identity = ['-c', 'user.name=n', '-c', 'user.email=e@x', '-c', 'core.hooksPath=/dev/null'];
    spawnSync('git', [...identity, ...args], { cwd: folder });
  };
  const mark = (name: string): string => `touch '${markers}/${name}'`;
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  submodule(folder, mark('submodule-fsmonitor'));
  git('add', '.');
  git('commit', '-q', '-m', 'second');
  // Only now: creating the repository must not run any of them.
  writeFileSync(join(folder, '.gitattributes'), '* filter=evil diff=evil merge=evil\n');
  mkdirSync(join(folder, '.git', 'info'), { recursive: true });
  writeFileSync(join(folder, '.git', 'info', 'attributes'), '*.group filter=evil diff=evil\n');
  for (const hook of HOOKS) {
    mkdirSync(join(folder, '.git', 'hooks'), { recursive: true });
    const path = join(folder, '.git', 'hooks', hook);
    writeFileSync(path, `#!/bin/sh\n${mark(`hook-${hook}`)}\n`);
    chmodSync(path, 0o755);
  }
  const settings: Readonly<Record<string, string>> = {
    'core.fsmonitor': `${mark('fsmonitor')}; false`,
    'core.pager': mark('pager'),
    'core.editor': mark('editor'),
    'core.askPass': mark('askpass'),
    'core.sshCommand': mark('ssh'),
    'credential.helper': `!${mark('credential')}`,
    'diff.external': mark('diff-external'),
    'diff.evil.command': mark('diff-command'),
    'diff.evil.textconv': `${mark('textconv')}; cat`,
    'filter.evil.clean': `${mark('clean')}; cat`,
    'filter.evil.smudge': `${mark('smudge')}; cat`,
    'alias.ls-tree': `!${mark('alias')}`,
    'alias.cat-file': `!${mark('alias')}`,
    'gpg.program': mark('gpg'),
    'log.showSignature': 'true',
    'extensions.partialClone': 'evil',
    'remote.evil.promisor': 'true',
    'remote.evil.url': `ext::sh -c ${mark('remote').replaceAll(' ', '% ')}`,
    'remote.evil.uploadpack': mark('uploadpack'),
    'protocol.ext.allow': 'always',
  };
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
  const forget = (): void => {
    for (const name of readdirSync(markers)) rmSync(join(markers, name));
  };
  forget();
  return { ran: () => readdirSync(markers).sort(), forget, git };
}

/** A nested repository, which git asks for its changes. */
function submodule(folder: string, program: string): void {
  const inner = join(folder, 'inner');
  mkdirSync(inner);
  writeFileSync(join(inner, 'a.txt'), 'a\n');
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@x', ...args], { cwd: inner });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'inner');
  git('config', 'core.fsmonitor', `${program}; false`);
}
