/** `steward explain <code>`: the page of a code, in the reader's language; with `--member`, why a member is in a tier. */
import { statusOf } from '@steward/files';
import { nearest } from '../../arguments/nearest.ts';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { rulePage, rulePages } from '../../files/parts.ts';
import { languagePart, paintPage } from './page.ts';
import { EXPLAIN } from './words.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { program, stdout, locale } = context;
  if (given.value('member') !== null || given.value('at') !== null) {
    const { explainMember } = await import('./member.ts');
    return explainMember(context, given);
  }
  const code = given.operands[0] ?? '';
  const isFile = statusOf(code)?.isFile() === true;
  if (isFile || given.list('log').length > 0) throw new CannotRun(wordsOf(context, EXPLAIN).whoseTier(code));
  const page = rulePage(program, code);
  if (page === null)
    throw new CannotRun(wordsOf(context, EXPLAIN).explainUnknown(code, nearest(code, rulePages(program))));
  await stdout.write(paintPage(languagePart(page, locale), stdout));
  return CLEAN;
}
