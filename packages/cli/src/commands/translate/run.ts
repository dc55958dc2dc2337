/** `steward translate <file> --to zh|en`: the same rules with the other language's keywords. */
import { nodeFileSystem } from '@steward/language/node';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { filesWithin, theChecker } from '../../checking.ts';
import type { Context } from '../../context.ts';
import { CLEAN } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { noted, noteInputs } from '../../files/inputs.ts';
import { requireFile } from '../../files/require-file.ts';
import { openSink } from '../../output/file.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, stdout, locale } = context;
  const path = requireFile(given.operands[0] ?? '', context);
  const to = given.value('to');
  if (to !== 'zh' && to !== 'en') throw new CannotRun(words.optionNeedsValue('--to', 'zh|en'));
  const content = nodeFileSystem.read(path);
  if (content.kind === 'unreadable') throw new CannotRun(words.pathUnreadable(path, content.reason[locale]));
  noteInputs([path]);
  const sink = openSink(given.value('output'), stdout.exact, words);
  await sink.write(theChecker().translate(path, to, noted(filesWithin(context, [path]))));
  sink.finish();
  return CLEAN;
}
