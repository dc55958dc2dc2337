/**
 * Costs of whole processes.
 *
 * - Contenders take turns, so that what else the machine does falls on all of them alike.
 * - Time is given twice: by the clock, and of all processors together. The second hardly feels a busy machine, and says
 *   nothing of work that is spread over processors.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process tells of itself. Milliseconds of all processors together; bytes of resident memory at its highest. */
export interface OwnCosts {
  cpu: number;
  peak: number;
}

export interface Costs extends OwnCosts {
  /** Milliseconds by the clock, from the start of the process to its end. */
  wall: number;
}

export interface Contender {
  name: string;
  /** Arguments of Node. */
  args: readonly string[];
  /** Exit codes that are no failure. Left out: 0. */
  codes?: readonly number[];
  /** Added to the environment. */
  environment?: Readonly<Record<string, string>>;
  /** The program must start exactly as it is, with nothing loaded before it: its peak is not known, and its CPU time on Linux alone. */
  bare?: boolean;
}

const PEAK = join(import.meta.dirname, 'peak.ts');

/** @returns the costs of each contender, one entry a round */
export async function race(contenders: readonly Contender[], rounds: number): Promise<Costs[][]> {
  const costs = contenders.map((): Costs[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) costs[index]?.push(await measure(contender));
  }
  return costs;
}

/** @throws Error with the end of its output where the process fails */
function measure(contender: Contender): Promise<Costs> {
  const { args, environment, codes = [0], bare = false } = contender;
  // The certificates of a company's proxy are read at every start of Node, and are no part of any contender.
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

/** CPU milliseconds of all processes that this one has started and that have ended; NaN where the system does not tell. */
function cpuOfChildren(): number {
  if (process.platform !== 'linux') return Number.NaN;
  // The name of the program stands in brackets and may hold anything; what follows is numbers from the third on.
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

/** The median of the ratios round by round: each round's two stand side by side in time. */
export function ratio(costs: readonly Costs[], to: readonly Costs[], of: keyof Costs): number {
  return median(costs.map((cost, round) => cost[of] / (to[round]?.[of] ?? Number.NaN)));
}

export function medianOf(costs: readonly Costs[], of: keyof Costs): number {
  return median(costs.map((cost) => cost[of]));
}
