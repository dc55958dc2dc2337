/** A command stops when interrupted, however busy it is, and leaves no process behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bundlePath, folderWith } from './steward.ts';

/** Files that take much longer to check than any of these tests takes; the check is busy in one piece until then. */
const HEAVY = Object.fromEntries(
  Array.from({ length: 300 }, (_, file) => [
    `heavy/${file}.group`,
    `group G${file} : interest {\n${Array.from({ length: 400 }, (_, index) => `  tier T${index} { when messages in ${(index % 28) + 1}d >= ${index} and active_days in 7d >= 2 }`).join('\n')}\n  tier Rest { otherwise }\n}\n`,
  ]),
);

const isThere = (pid: number): boolean =>
  existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

function start(args: readonly string[], cwd: string, environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [bundlePath(), ...args], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve(signal === null ? (code ?? -1) : 128 + constants.signals[signal])),
  );
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !holds(); tries++) await wait(20);
  expect(holds()).toBe(true);
}

/** CPU time that a process has used, in ticks of 10 ms; a busy process keeps using it. */
function ticks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

const BUSY_TICKS = 120;

test.runIf(process.platform === 'linux').each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends check in the middle of its work',
  async (signal) => {
    const cwd = folderWith(HEAVY);
    const child = start(['check', 'heavy', '-o', 'out/found.txt'], cwd, { STEWARD_SNAPSHOT: 'off' });
    const end = ended(child);
    const pid = child.pid ?? 0;
    await until(() => ticks(pid) > BUSY_TICKS);
    const before = ticks(pid);
    child.kill(signal);
    expect(await end).toBe(128 + constants.signals[signal]);
    // Nothing was done after the signal: a few ticks at most, whatever else the machine is doing.
    expect(before).toBeGreaterThan(BUSY_TICKS);
    expect(readdirSync(cwd)).toEqual(['heavy']);
  },
  120_000,
);

test.runIf(process.platform === 'linux')(
  'from a snapshot two processes end as one',
  async () => {
    const cwd = folderWith({ ...HEAVY, 'one.group': 'group G : interest { tier A { otherwise } }\n' });
    const cache = folderWith({});
    const environment = { XDG_CACHE_HOME: cache, STEWARD_SNAPSHOT: '', NODE_OPTIONS: '' };
    await ended(start(['check', 'one.group'], cwd, environment));
    await until(
      () =>
        existsSync(join(cache, 'steward')) &&
        readdirSync(join(cache, 'steward')).some((name) => name.endsWith('.blob')),
    );
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
      const parent = start(['check', 'heavy'], cwd, environment);
      const end = ended(parent);
      const pid = parent.pid ?? 0;
      await until(() => childrenOf(pid).some((one) => ticks(one) > BUSY_TICKS));
      const children = childrenOf(pid);
      parent.kill(signal);
      expect(await end).toBe(128 + constants.signals[signal]);
      await until(() => children.every((one) => !isThere(one)));
    }
  },
  180_000,
);

/** Long enough to be still in reading, and later in simulation by workers, when the signals arrive. */
function log(rows: number): string {
  const line = (index: number): string => {
    const at = new Date(Date.UTC(2026, 0, 1) + index * 20_000).toISOString();
    return `${at},m${index % 500},vip-${index % 40},message,"text ${index}"`;
  };
  return `ts,member,group,kind,text\n${Array.from({ length: rows }, (_, index) => line(index)).join('\n')}\n`;
}

const RULES = `group Vip : service {
  match "vip-*"
  tier Core { when top 20% by active_days in 7d and messages in 30d >= 4 }
  tier Rest { otherwise }
}
`;

/** A process's own exit code, or the signal with which the system ended it. */
function way(child: ChildProcess): Promise<NodeJS.Signals | number> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code ?? -1)));
}

test.runIf(process.platform === 'linux')(
  'the system itself ends simulate at any point, without waiting for workers or the database',
  async () => {
    const temporary = folderWith({});
    const cwd = folderWith({ 'rules.group': RULES, 'log.csv': log(150_000) });
    const args = ['simulate', 'rules.group', '--log', 'log.csv', '--format', 'json', '-o', 'out.json', '--jobs', '2'];
    for (const [signal, least] of [
      ['SIGINT', 40],
      ['SIGTERM', 90],
      ['SIGINT', 150],
    ] as const) {
      const child = start(args, cwd, { TMPDIR: temporary });
      const end = way(child);
      await until(() => ticks(child.pid ?? 0) > least);
      child.kill(signal);
      expect(await end).toBe(signal);
      await until(() => readdirSync(temporary).every((name) => !name.startsWith('steward-')));
      expect(
        readdirSync(cwd)
          .filter((name) => !name.startsWith('.steward-'))
          .sort(),
      ).toEqual(['log.csv', 'rules.group']);
    }
  },
  120_000,
);
