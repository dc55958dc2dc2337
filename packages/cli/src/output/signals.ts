/**
 * How an interrupted run ends.
 *
 * - Most of the time nothing of ours listens: the system ends the process at once, however busy it is, with the signal as its end (a
 *   shell says 130 and 143). What would be left behind is removed by its guard (`@steward/files`).
 * - Reading and simulating do not listen either: a listener runs only when the main thread is idle, and `process.exit` waits for the
 *   workers and for the database.
 * - A command that watches files handles the signal itself and ends with that code.
 * - Where a file changes its name, a signal waits for these few milliseconds.
 */
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const FROM_SIGNALS = 128;

type Listener = (signal: NodeJS.Signals) => void;

/** Exits with the signal's code. */
const end: Listener = (signal) => process.exit(FROM_SIGNALS + constants.signals[signal]);

let listeners = 0;

/** While the promise is pending, a signal exits with its code. */
export async function whileWaiting<Result>(waiting: Promise<Result>): Promise<Result> {
  listen();
  try {
    return await waiting;
  } finally {
    unlisten();
  }
}

/** Runs synchronous work that a signal must not interrupt; a signal that arrives meanwhile takes effect afterwards. */
export function withSignalsHeld<Result>(work: () => Result): Result {
  listen();
  try {
    return work();
  } finally {
    // Signals are delivered between polling and the immediates.
    setImmediate(unlisten);
  }
}

function listen(): void {
  listeners += 1;
  if (listeners === 1) for (const signal of SIGNALS) process.on(signal, end);
}

function unlisten(): void {
  listeners -= 1;
  if (listeners === 0) for (const signal of SIGNALS) process.removeListener(signal, end);
}
