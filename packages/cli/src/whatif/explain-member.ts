/** `steward explain <file> --member X --at D`: why somebody is in a tier, and what would turn it. */

import type { GroupPolicy, Policy } from '@steward/policy';
import { type ExplainedMember, memberText } from '@steward/report';
import { compile, explainClause, type MemberHistory, runGroup, smallestFlip } from '@steward/simulator';
import type { ParsedArguments } from '../arguments/specification.ts';
import { policyOf } from '../checking.ts';
import type { Context } from '../context.ts';
import { CLEAN, FINDINGS } from '../exit-codes.ts';
import { CannotRun } from '../faults.ts';
import { requireFile } from '../files/require-file.ts';
import { sourceReader } from '../files/source-text.ts';
import { chosenGroups } from '../simulation/chosen.ts';
import { simulateOptions } from '../simulation/options.ts';
import { type HeldGroup, holdLog } from './held.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MILLISECONDS = 86_400_000;

export async function explainMember(context: Context, given: ParsedArguments): Promise<number> {
  const { words, stdout, locale } = context;
  const options = simulateOptions(given, words);
  const file = requireFile(options.file, words);
  const asked = given.value('member');
  const at = given.value('at');
  if (asked === null) throw new CannotRun(words.whatIf.memberMissing);
  if (at !== null && (!DATE.test(at) || Number.isNaN(Date.parse(at)))) throw new CannotRun(words.whatIf.badDate(at));
  const { policy, checked } = await policyOf(context, file);
  if (policy === null) return FINDINGS;
  const { wanted, logGroups } = chosenGroups(policy, options.groups);
  const [group] = wanted;
  if (group === undefined) throw new CannotRun(words.noGroups(file));
  if (wanted.length > 1) throw new CannotRun(words.whatIf.chooseGroup(wanted.map(({ name }) => name).join(', ')));

  const held = await holdLog(context, policy, group.name, logGroups, options);
  const told = held.flatMap((one) => explained(policy, group, one, asked, at));
  if (told.length === 0) throw new CannotRun(words.whatIf.noMember(asked, at));
  if (given.value('format') === 'json') {
    await stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    return CLEAN;
  }
  const sourceText = sourceReader(policy, checked, file);
  const files = held[0]?.info.files ?? [];
  const { palette } = stdout;
  const texts = told.map((one) => memberText(one, { policy, locale, palette, files, sourceText }));
  await stdout.write(texts.join('\n'));
  return CLEAN;
}

/** Everybody who is called so: an id is one member's, a name may be several's. */
function explained(
  policy: Policy,
  group: GroupPolicy,
  held: HeldGroup,
  asked: string,
  at: string | null,
): ExplainedMember[] {
  const { log, info, roster } = held;
  const program = compile(policy);
  const outcome = runGroup(program, group.name, log, info, roster, { memberHistories: true, actionLimit: 0 });
  const on = at ?? outcome.days.to;
  const histories = outcome.memberHistories ?? [];
  const byId = histories.filter(({ member }) => member === asked);
  return (byId.length > 0 ? byId : histories.filter(({ name }) => name === asked)).flatMap((history) => {
    const stretch = stretchOn(history, on);
    if (stretch === null) return [];
    const { state, grace } = stretch;
    const last =
      state.kind === 'tier' ? group.tiers.findIndex(({ name }) => name === state.tier) : group.tiers.length - 1;
    const tried = state.kind === 'outside' ? [] : group.tiers.slice(0, last + 1);
    const tiers = tried.map(({ name, when }) => {
      const clause = { kind: 'tier', tier: name, member: history.member, on } as const;
      const condition = explainClause(program, group.name, held, clause)?.condition ?? null;
      const flip = condition === null || when === null ? [] : smallestFlip(when, condition, condition.truth !== 'true');
      return { tier: name, condition, flip };
    });
    const { member, name } = history;
    return [{ group: log.group, policyGroup: group.name, member, name, on, state, grace, tiers }];
  });
}

function stretchOn({ stretches }: MemberHistory, on: string): MemberHistory['stretches'][number] | null {
  const day = Date.parse(on) / DAY_MILLISECONDS;
  const found = stretches.find(({ from, days }) => {
    const first = Date.parse(from) / DAY_MILLISECONDS;
    return day >= first && day < first + days;
  });
  return found ?? null;
}
