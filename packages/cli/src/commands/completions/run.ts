/** `steward completions bash|zsh|fish|powershell`: a script for the shell. */
import { nearest } from '../../arguments/nearest.ts';
import type { ParsedArguments } from '../../arguments/specification.ts';
import type { Context } from '../../context.ts';
import { CLEAN } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { COMMANDS } from '../specifications.ts';
import { completionScript, SHELLS } from './shells.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, stdout } = context;
  const asked = given.operands[0] ?? '';
  const shell = SHELLS.find((one) => one === asked);
  if (shell === undefined)
    throw new CannotRun(words.checking.shellUnknown(asked, nearest(asked, SHELLS), SHELLS.join(', ')));
  await stdout.write(completionScript(shell, COMMANDS, words));
  return CLEAN;
}
