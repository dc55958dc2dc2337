/** However busy a command is, whoever stops it is heard, and no process stays behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bundlePath, folderWith } from './steward.ts';

/** Files that take a checker much longer than any of these tests: without an end, it is busy in one piece. */
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

/** Processor time that a process has had, in ticks of 10 ms: what is busy uses it up. */
function ticks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

const BUSY_TICKS = 120;

test.runIf(process.platform === 'linux').each(['SIGINT', 'SIGTERM'] as const)(
  'check ends by %s in the middle of its work',
  async (signal) => {
    const cwd = folderWith(HEAVY);
    const child = start(['check', 'heavy', '-o', 'out/found.txt'], cwd, { STEWARD_SNAPSHOT: 'off' });
    const end = ended(child);
    const pid = child.pid ?? 0;
    await until(() => ticks(pid) > BUSY_TICKS);
    const before = ticks(pid);
    child.kill(signal);
    expect(await end).toBe(128 + constants.signals[signal]);
    // Nothing more was done after the signal: some ticks at most, whatever else the machine does.
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

/** Long enough that it is being read, and then simulated by workers, when the signals come. */
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

/** How a process ended by itself, or by a signal that the system ended it with. */
function way(child: ChildProcess): Promise<NodeJS.Signals | number> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code ?? -1)));
}

test.runIf(process.platform === 'linux')(
  'simulate is ended by the system itself, wherever it is: nothing of it waits for workers or the database',
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
