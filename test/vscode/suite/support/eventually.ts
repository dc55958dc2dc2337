/** Waits for what comes in its own time: the machine that runs the tests may be a busy one. */
import { AssertionError } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds. */
const LIMIT = Number(process.env['STEWARD_TEST_PATIENCE'] ?? 90_000);
const POLL = 40;

/**
 * Calls `look` until it returns without throwing, and gives what it returned. What it threw last is thrown when the time is up.
 *
 * @param what Said when the time is up.
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
