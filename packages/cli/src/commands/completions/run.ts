/** `steward completions bash|zsh|fish|powershell`: a script for the shell. */
import { nearest } from '../../arguments/nearest.ts';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { COMMANDS } from '../registry.generated.ts';
import { completionScript, SHELLS } from './shells.ts';
import { COMPLETIONS } from './words.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { stdout, locale } = context;
  const asked = given.operands[0] ?? '';
  const shell = SHELLS.find((one) => one === asked);
  if (shell === undefined)
    throw new CannotRun(
      wordsOf(context, COMPLETIONS).shellUnknown(asked, nearest(asked, SHELLS), context.words.series(SHELLS)),
    );
  await stdout.write(completionScript(shell, COMMANDS, locale));
  return CLEAN;
}
