/** `steward build <file>`: the checked rules as data. */
import type { ParsedArguments } from '../../arguments/specification.ts';
import { policyOf } from '../../checking.ts';
import type { Context } from '../../context.ts';
import { CLEAN, FINDINGS } from '../../exit-codes.ts';
import { requireFile } from '../../files/require-file.ts';
import { openSink } from '../../output/file.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, stdout } = context;
  const path = requireFile(given.operands[0] ?? '', context);
  const { policy } = await policyOf(context, path);
  if (policy === null) return FINDINGS;
  const sink = openSink(given.value('output'), stdout.json, words);
  await sink.write(`${JSON.stringify(policy, null, 2)}\n`);
  sink.finish();
  return CLEAN;
}
