/** The beginning of a file, to detect its format. */
import { bytesOf } from '../input/bytes.ts';
import { LogError } from '../problems/problem.ts';

const HEAD_BYTES = 64 << 10;

/**
 * Up to 64 KB as text. Invalid UTF-8 is replaced, and a file that breaks off ends there: the actual reading reports what is wrong.
 * @throws LogError if nothing can be read
 */
export async function headOf(file: string): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of bytesOf(file)) {
      pieces.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof LogError) || error.problems.some((problem) => !BROKEN.has(problem.code))) throw error;
  }
  return Buffer.concat(pieces).toString('utf8', 0, Math.min(length, HEAD_BYTES));
}

const BROKEN: ReadonlySet<string> = new Set(['truncated', 'corrupt', 'invalidUtf8']);
