/** `steward generate <log>`: generates a log, so that rules can be tried without data. */

import { isNamed, type Policy } from '@steward/policy';
import {
  type SyntheticChoices,
  SyntheticOptionError,
  syntheticOptions,
  syntheticOptionsFor,
  writeLog,
} from '@steward/synthetic';
import { wholeNumber } from '../../arguments/parse.ts';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { policyOf } from '../../checking.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { requireFile } from '../../files/require-file.ts';
import { progressOn } from '../../output/progress.ts';
import { reasonOf } from '../../output/reason.ts';
import { signalsOf } from '../../simulation/options.ts';
import { GENERATE } from './words.ts';

const MOST = 2 ** 31;
type SyntheticKind = NonNullable<SyntheticChoices['kind']>;
const KINDS: readonly SyntheticKind[] = ['service', 'interest', 'knowledge', 'conversion'];

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, locale, stderr } = context;
  const path = given.operands[0] ?? '';
  const choices = choicesOf(context, given);
  const rules = given.value('for');
  const policy = rules === null ? null : (await policyOf(context, requireFile(rules, context))).policy;
  if (rules !== null && policy === null) return FINDINGS;
  const progress = progressOn(stderr);
  try {
    const options =
      policy === null || rules === null
        ? syntheticOptions(choices)
        : syntheticOptionsFor(groupOf(context, policy, rules, given.list('group')), policy.roles, choices);
    const written = await writeLog(options, path, {
      onProgress: (events) => progress.show(wordsOf(context, GENERATE).generating(String(events))),
    });
    progress.clear();
    await stderr.write(
      `${wordsOf(context, GENERATE).generated(String(written.events), String(written.messages), path)}\n`,
    );
    if (written.isFuture) await stderr.write(`${wordsOf(context, GENERATE).generatedFuture(`${path}.meta.json`)}\n`);
    return CLEAN;
  } catch (error) {
    progress.clear();
    if (error instanceof SyntheticOptionError) throw new CannotRun(error.text[locale]);
    // Errors of the operating system name a system call; anything else is our bug.
    if (error instanceof Error && 'syscall' in error) throw new CannotRun(words.cannotWrite(path, reasonOf(error)));
    throw error;
  }
}

function choicesOf(context: Context, given: ParsedArguments): SyntheticChoices {
  const { words, locale } = context;
  const number = (name: string): number | null => wholeNumber(given, name, 0, MOST, words);
  const kind = KINDS.find((one) => one === given.value('kind'));
  const shows = given.value('shows');
  const language = given.value('language');
  const numbers = ['seed', 'days', 'groups', 'members', 'events'].map((name) => [name, number(name)] as const);
  const start = given.value('start');
  const timezone = given.value('timezone');
  return {
    ...Object.fromEntries(numbers.filter(([, value]) => value !== null)),
    ...(given.value('for') === null ? { language: locale } : {}),
    ...(language === 'zh' || language === 'en' ? { language } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(start === null ? {} : { start }),
    ...(timezone === null ? {} : { timezone }),
    ...(shows === null ? {} : { shows: signalsOf(shows, words) }),
  };
}

function groupOf(context: Context, policy: Policy, file: string, asked: readonly string[]): Policy['groups'][number] {
  const { words } = context;
  const names = context.words.series(policy.groups.map((group) => group.name));
  if (policy.groups.length === 0) throw new CannotRun(words.noGroups(file));
  // Each group has its own members, hours and events: two groups need two logs.
  if (asked.length > 1) throw new CannotRun(wordsOf(context, GENERATE).generateOneGroup(context.words.series(asked)));
  const name = asked[0] ?? null;
  const found = name === null ? policy.groups : policy.groups.filter((group) => isNamed(group, name));
  const [group, another] = found;
  if (group === undefined) throw new CannotRun(words.unknownPolicyGroup(name ?? '', names));
  if (another !== undefined) throw new CannotRun(wordsOf(context, GENERATE).generateNeedsGroup(file, names));
  return group;
}
