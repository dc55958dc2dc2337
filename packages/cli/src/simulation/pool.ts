/**
 * Simulates many groups on several threads.
 *
 * - The result does not depend on the number of workers: the caller sorts the outcomes.
 * - Bounded: at most one group per worker is in flight; the reader waits for a free worker.
 * - If a worker fails, the run fails.
 */
import { Worker } from 'node:worker_threads';
import type { GroupLog } from '@steward/events';
import type { GroupOutcome } from '@steward/simulator';
import { fromSources } from '../files/parts.ts';
import { runnerOf } from './runner.ts';
import type { Answer, Setup, Task } from './task.ts';

export interface PoolOptions {
  workers: number;
  /** URL of the entry file. */
  program: string;
  onDone: (done: number) => void;
}

/** With one worker everything runs in this thread. */
export async function simulateAll(
  tasks: AsyncIterable<Task>,
  setup: Setup,
  options: PoolOptions,
): Promise<GroupOutcome[]> {
  return options.workers <= 1 ? inThread(tasks, setup, options) : inWorkers(tasks, setup, options);
}

async function inThread(tasks: AsyncIterable<Task>, setup: Setup, options: PoolOptions): Promise<GroupOutcome[]> {
  const run = runnerOf(setup);
  const outcomes: GroupOutcome[] = [];
  for await (const task of tasks) {
    outcomes.push(run(task));
    options.onDone(outcomes.length);
  }
  return outcomes;
}

async function inWorkers(tasks: AsyncIterable<Task>, setup: Setup, options: PoolOptions): Promise<GroupOutcome[]> {
  const file = fromSources(options.program) ? './simulation/worker.ts' : './worker.mjs';
  const url = new URL(file, options.program);
  const workers = Array.from({ length: options.workers }, () => new Worker(url, { workerData: setup }));
  const outcomes: GroupOutcome[] = [];
  const source = serialized(tasks);
  const serve = async (worker: Worker): Promise<void> => {
    for (let task = await source(); task !== null; task = await source()) {
      outcomes.push(await ask(worker, task));
      options.onDone(outcomes.length);
    }
  };
  try {
    await Promise.all(workers.map(serve));
    return outcomes;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Serializes access to the iterator, which must not be asked again before it has answered. */
function serialized(tasks: AsyncIterable<Task>): () => Promise<Task | null> {
  const iterator = tasks[Symbol.asyncIterator]();
  let turn: Promise<unknown> = Promise.resolve();
  return () => {
    const next = turn.then(async () => {
      const result = await iterator.next();
      return result.done === true ? null : result.value;
    });
    turn = next.catch(() => {});
    return next;
  };
}

function ask(worker: Worker, task: Task): Promise<GroupOutcome> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    const onMessage = (answer: Answer): void => {
      settle();
      if (answer.kind === 'outcome') resolve(answer.outcome);
      else reject(new Error(`${task.log.group}: ${answer.stack}`));
    };
    const onError = (error: Error): void => {
      settle();
      reject(error);
    };
    const onExit = (code: number): void => {
      settle();
      reject(new Error(`A worker ended with code ${code} while it simulated ${task.log.group}`));
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(task, transferable(task.log));
  });
}

/** Buffers to transfer to the worker instead of copying: those that belong to this log alone. Shared memory needs no transfer. */
export function transferable(log: GroupLog): ArrayBuffer[] {
  const columns = Object.values(log).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]));
  const buffers = new Set<ArrayBuffer>();
  for (const column of columns) {
    if (!ArrayBuffer.isView(column) || !(column.buffer instanceof ArrayBuffer)) continue;
    if (column.byteLength === column.buffer.byteLength) buffers.add(column.buffer);
  }
  return [...buffers];
}
