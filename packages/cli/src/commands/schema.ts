/** `steward schema policy|outcome|events`: the published JSON Schemas. */
import { nearest } from '../arguments/nearest.ts';
import type { ParsedArguments } from '../arguments/specification.ts';
import type { Context } from '../context.ts';
import { CLEAN } from '../exit-codes.ts';
import { CannotRun } from '../faults.ts';
import { SCHEMAS, schemaText } from '../files/parts.ts';
import { openSink } from '../output/file.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, program, stdout } = context;
  const asked = given.operands[0] ?? '';
  const name = SCHEMAS.find((schema) => schema === asked);
  if (name === undefined) throw new CannotRun(words.schemaUnknown(asked, nearest(asked, SCHEMAS), SCHEMAS.join(', ')));
  const text = schemaText(program, name);
  if (text === null) throw new Error(`The schema ${name} is not beside ${program}`);
  const sink = openSink(given.value('output'), stdout, words);
  await sink.write(text);
  sink.finish();
  return CLEAN;
}
