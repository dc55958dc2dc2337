/**
 * Costs of whole processes.
 *
 * - Contenders take turns, so that other load on the machine affects all of them alike.
 * - Time is reported twice: wall clock, and CPU time over all processors. CPU time is hardly affected by a busy machine, but
 *   hides parallelism.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process reports about itself. Milliseconds of all processors together; peak resident bytes. */
export interface OwnCosts {
  cpu: number;
  peak: number;
}

export interface Costs extends OwnCosts {
  /** Wall milliseconds, from the start of the process to its end. */
  wall: number;
}

export interface Contender {
  name: string;
  /** Arguments for Node. */
  args: readonly string[];
  /** Exit codes that don't count as failure. Default: 0. */
  codes?: readonly number[];
  /** Added to the environment. */
  environment?: Readonly<Record<string, string>>;
  /** The program must start exactly as it is, with nothing preloaded: its peak is unknown, and its CPU time is known on Linux only. */
  bare?: boolean;
}

const PEAK = join(import.meta.dirname, 'peak.ts');

/** @returns each contender's costs, one entry per round */
export async function race(contenders: readonly Contender[], rounds: number): Promise<Costs[][]> {
  const costs = contenders.map((): Costs[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) costs[index]?.push(await measure(contender));
  }
  return costs;
}

/** @throws Error with the end of the output if the process fails */
function measure(contender: Contender): Promise<Costs> {
  const { args, environment, codes = [0], bare = false } = contender;
  // Certificates of a company proxy are read at every start of Node and belong to no contender.
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const before = cpuOfChildren();
    const started = performance.now();
    const child = spawn(process.execPath, [...(bare ? [] : ['--import', PEAK]), ...args], {
      env: { ...env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let ended = 0;
    const output = ['', ''];
    for (const [index, stream] of [child.stdio[2], child.stdio[3]].entries()) {
      stream?.on('data', (data: unknown) => {
        output[index] += String(data);
      });
    }
    child.on('error', reject);
    child.on('exit', () => {
      ended = performance.now();
    });
    child.on('close', (code) => {
      const [errors = '', report = ''] = output;
      if (code === null || !codes.includes(code)) {
        return reject(new Error(`${contender.name} ended with ${code}:\n${errors.slice(-2_000)}`));
      }
      const own: OwnCosts = bare ? { cpu: cpuOfChildren() - before, peak: Number.NaN } : JSON.parse(report);
      resolve({ wall: ended - started, ...own });
    });
  });
}

const TICKS_A_SECOND = 100;

/** CPU milliseconds of all ended child processes; NaN if the system doesn't report them. */
function cpuOfChildren(): number {
  if (process.platform !== 'linux') return Number.NaN;
  // The program's name is in brackets and may contain anything; numbers follow from the third field on.
  const numbers = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  return (((numbers[13] ?? Number.NaN) + (numbers[14] ?? Number.NaN)) / TICKS_A_SECOND) * 1_000;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median of the per-round ratios: both sides of a round ran close together in time. */
export function ratio(costs: readonly Costs[], to: readonly Costs[], of: keyof Costs): number {
  return median(costs.map((cost, round) => cost[of] / (to[round]?.[of] ?? Number.NaN)));
}

export function medianOf(costs: readonly Costs[], of: keyof Costs): number {
  return median(costs.map((cost) => cost[of]));
}
