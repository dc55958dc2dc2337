/**
 * Bugs in Steward that a command ran into and survived.
 *
 * - Each is reported once, when the command ends; the exit code is then 3.
 * - What the user has to fix (`CannotRun`) is not a bug of ours, and ends the command as usual.
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
   * Runs one of several pieces of work: if it fails, the others continue.
   * @returns null if it failed
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
