/**
 * Faults of Steward itself that a command met on its way and went on after.
 *
 * - Each is told once, when the command has ended; the exit code is then that of our own faults.
 * - What the user has to settle (`CannotRun`) is no fault of ours, and ends the command as ever.
 */
import type { Fault } from '@steward/language';
import { faultOf, keyOfFault } from '@steward/language/fault';
import type { Bilingual } from '@steward/text';
import { CannotRun } from './faults.ts';

export class OwnFaults {
  private readonly found = new Map<string, Fault>();

  add(fault: Fault): void {
    const key = keyOfFault(fault);
    if (!this.found.has(key)) this.found.set(key, fault);
  }

  /**
   * One of several pieces of work: where it fails, the others go on.
   * @returns null where it failed
   * @throws CannotRun
   */
  async spare<T>(file: string, part: Bilingual, work: () => T | Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CannotRun) throw error;
      this.add(faultOf(file, part, error));
      return null;
    }
  }

  list(): readonly Fault[] {
    return [...this.found.values()];
  }
}
