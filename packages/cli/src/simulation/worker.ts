/** A worker: compiles the policy once and simulates the groups that it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import { runnerOf } from './runner.ts';
import type { Answer, Setup, Task } from './task.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker');
const setup: Setup = workerData;
const run = runnerOf(setup);

port.on('message', (task: Task) => port.postMessage(answer(task)));

function answer(task: Task): Answer {
  try {
    return { kind: 'outcome', outcome: run(task) };
  } catch (error) {
    return { kind: 'failure', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
