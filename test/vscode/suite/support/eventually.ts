/** Waits for things that take their time: the tests may run on a busy machine. */
import { AssertionError } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds. */
const LIMIT = Number(process.env['STEWARD_TEST_PATIENCE'] ?? 90_000);
const POLL = 40;

/**
 * Calls `look` until it returns without throwing, and returns its result. Throws its last error when the time is up.
 *
 * @param what Part of the message when the time is up.
 */
export async function eventually<T>(what: string, look: () => T | Promise<T>, limit = LIMIT): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() < end) {
        await pause(POLL);
        continue;
      }
      const why = error instanceof Error ? error.message : String(error);
      throw new AssertionError({ message: `not within ${limit / 1000} s: ${what}\n${why}`, stackStartFn: eventually });
    }
  }
}
