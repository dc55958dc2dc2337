/** `steward schema policy|outcome|diff|sweep|score|events|config`: prints the published JSON Schemas. The config's is generated from the command tables. */
import { CODES } from '@steward/language';
import { nearest } from '../../arguments/nearest.ts';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { configSchema } from '../../config/schema.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { SCHEMAS, schemaText } from '../../files/parts.ts';
import { openSink } from '../../output/file.ts';
import { COMMANDS } from '../registry.generated.ts';
import { SCHEMA } from './words.ts';

const NAMES = [...SCHEMAS, 'config'] as const;

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, program, stdout, locale } = context;
  const asked = given.operands[0] ?? '';
  const name = NAMES.find((schema) => schema === asked);
  if (name === undefined)
    throw new CannotRun(wordsOf(context, SCHEMA).schemaUnknown(asked, nearest(asked, NAMES), words.series(NAMES)));
  const text = name === 'config' ? configSchema(COMMANDS, CODES, locale) : schemaText(program, name);
  if (text === null) throw new Error(`The schema ${name} is not beside ${program}`);
  const sink = openSink(given.value('output'), stdout.json, words);
  await sink.write(text);
  sink.finish();
  return CLEAN;
}
