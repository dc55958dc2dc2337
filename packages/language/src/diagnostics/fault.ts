/** Internal errors of Steward, caught where they happen, so that everything else goes on. */
import { type Bilingual, inBoth, list } from '@steward/text';

export interface Fault {
  /** The file that was being processed. */
  file: string;
  /** What failed: a rule, the check of a file, an editor feature. */
  part: Bilingual;
  /** The exception with its stack, for a bug report. */
  stack: string;
}

/** The code reported to the user instead of a stack trace. */
export const INTERNAL_FAULT = 'internal-fault';

export function faultOf(file: string, part: Bilingual, error: unknown): Fault {
  return { file, part, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Equal for failures at the same place in our code on the same file. */
export function keyOfFault({ file, stack }: Pick<Fault, 'file' | 'stack'>): string {
  const [first = '', ...rest] = stack.split('\n');
  return [file, first, rest.find((line) => line.trimStart().startsWith('at ')) ?? ''].join('\0');
}

/** The first line of the exception. */
export function problemOf({ stack }: Fault): string {
  return stack.split('\n')[0] ?? '';
}

/** Merges faults of several parts that fail at the same place, such as rules that share a proof. */
export function joined(faults: readonly Fault[]): Fault | null {
  const [first] = faults;
  if (first === undefined) return null;
  return { ...first, part: inBoth((locale) => list[locale]([...new Set(faults.map(({ part }) => part[locale]))])) };
}
