import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prefixOf, thisProcess } from './owner.ts';
import { sweepTemporaryFolders } from './sweep.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that holds what the code makes of this package, and says so. */
function holding(code: string): {
  kill: (signal: NodeJS.Signals) => void;
  ended: Promise<unknown>;
  printed: Promise<unknown>;
} {
  const script = `import { ${code.includes('guarded') ? 'guarded' : 'TemporaryFolder'} } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    ${code}
    console.log('holding');
    for (;;);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    kill: (signal) => child.kill(signal),
    ended: new Promise((resolve) => child.once('close', resolve)),
    printed: new Promise((resolve) => child.stdout.once('data', resolve)),
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !holds(); tries++) await wait(25);
  expect(holds()).toBe(true);
}

const USE = `import { writeFileSync } from 'node:fs';
  const one = new TemporaryFolder(); const two = new TemporaryFolder();
  writeFileSync(one.path + '/chat', 'private'); two.remove();`;

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'a busy process that ends by %s leaves no folder',
  async (signal) => {
    const held = holding(USE);
    await held.printed;
    const [root = ''] = readdirSync(folder);
    expect(statSync(join(folder, root)).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, root))).toHaveLength(1);
    held.kill(signal);
    await held.ended;
    await until(() => readdirSync(folder).length === 0);
  },
);

test.each([true, false])(
  'guarded files are removed with their process, whoever waits for it (shell: %s)',
  async (hasShell) => {
    const path = join(folder, 'a file $(x)');
    writeFileSync(path, '');
    const held = holding(`guarded(${JSON.stringify(path)}, ${hasShell});`);
    await held.printed;
    expect(existsSync(path)).toBe(true);
    held.kill('SIGKILL');
    await held.ended;
    await until(() => !existsSync(path));
  },
);

test.runIf(process.platform === 'linux')('the next start sweeps what is dead, and nothing else', () => {
  const { pid } = spawnSync('true');
  const here = thisProcess();
  const swept = {
    dead: `${prefixOf({ ...here, pid })}abc123`,
    numberOfAnother: `${prefixOf({ ...here, start: '1' })}abc123`,
  };
  const kept = {
    alive: `${prefixOf(here)}abc123`,
    otherContainer: `${prefixOf({ ...here, pid, namespace: '1' })}abc123`,
    notOurs: `steward-${pid}-notes`,
  };
  for (const name of [...Object.values(swept), ...Object.values(kept)]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'chat'), 'private');
  }
  const linked = `${prefixOf({ ...here, pid })}link`;
  symlinkSync(join(folder, kept.alive), join(folder, linked));
  sweepTemporaryFolders(folder);
  expect(readdirSync(folder).sort()).toEqual([...Object.values(kept), linked].sort());
  expect(existsSync(join(folder, kept.alive, 'chat'))).toBe(true);
});
