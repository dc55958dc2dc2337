/** `steward explain <file> --member X --at D`: why a member is in a tier, and what would change it. */
import { memberText } from '@steward/report';
import { explainMembers } from '@steward/simulator';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { policyOf } from '../../checking.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { requireFile } from '../../files/require-file.ts';
import { sourceReader } from '../../files/source-text.ts';
import { chosenGroups } from '../../simulation/chosen.ts';
import { holdLog } from '../../simulation/held.ts';
import { simulateOptions } from '../../simulation/options.ts';
import { EXPLAIN } from './words.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export async function explainMember(context: Context, given: ParsedArguments): Promise<number> {
  const { words, stdout, locale } = context;
  const said = wordsOf(context, EXPLAIN);
  const options = simulateOptions(given, words);
  const file = requireFile(options.file, context);
  const asked = given.value('member');
  const at = given.value('at');
  if (asked === null) throw new CannotRun(said.memberMissing);
  if (at !== null && (!DATE.test(at) || Number.isNaN(Date.parse(at)))) throw new CannotRun(said.badDate(at));
  const { policy, checked } = await policyOf(context, file);
  if (policy === null) return FINDINGS;
  const { wanted, logGroups } = chosenGroups(policy, options.groups);
  const [group] = wanted;
  if (group === undefined) throw new CannotRun(words.noGroups(file));
  if (wanted.length > 1) throw new CannotRun(said.chooseGroup(words.series(wanted.map(({ name }) => name))));

  const held = await holdLog(context, policy, group.name, logGroups, options);
  const explained = held.flatMap((one) => explainMembers(policy, group, one, asked, at));
  if (explained.length === 0) throw new CannotRun(said.noMember(asked, at));
  if (given.value('format') === 'json') {
    await stdout.json(`${JSON.stringify(explained, null, 2)}\n`);
    return CLEAN;
  }
  const sourceText = sourceReader(policy, checked, file);
  const files = held[0]?.info.files ?? [];
  const { palette } = stdout;
  const texts = explained.map((one) => memberText(one, { policy, locale, palette, files, sourceText }));
  await stdout.write(texts.join('\n'));
  return CLEAN;
}
