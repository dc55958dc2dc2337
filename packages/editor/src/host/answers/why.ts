/** Why a member is in their tier. */
import { dirname, relative } from 'node:path';
import { memberText, PLAIN } from '@steward/report';
import { explainMembers } from '@steward/simulator';
import type { WhyAnswer } from '../../protocol.ts';
import type { Finished } from '../finished.ts';
import type { Hello, HostAsks } from '../messages.ts';
import type { Sources } from '../sources.ts';
import { HOST_WORDS } from '../words.ts';
import { groupOf } from './members.ts';

export async function why(
  { outcome, parts, rules }: Finished,
  { locale, file }: Hello,
  sources: Sources,
  ask: HostAsks['why']['ask'],
): Promise<WhyAnswer | null> {
  const group = groupOf(outcome.groups, ask.group);
  const governing = rules.policy.groups.find(({ name }) => name === group?.policy);
  const part = parts.find(({ prepared }) => prepared.binding.bound.some((one) => one.group.group === group?.group));
  if (group === null || governing === undefined || part === undefined) return null;
  const [held] = await part.held.logsFor(rules.policy, [group.group], governing.name);
  if (held === undefined) return null;
  const explained = explainMembers(rules.policy, governing, held, ask.member, ask.on);
  if (explained.length === 0) return { text: HOST_WORDS[locale].nobody(ask.member) };
  const options = {
    policy: rules.policy,
    locale,
    palette: PLAIN,
    files: outcome.log.files.map((path) => near(file, path)),
    sourceText: sources.reader(rules.policy),
  };
  return { text: explained.map((one) => memberText(one, options)).join('\n') };
}

/** Relative to the rules if it is beside or below them. */
function near(file: string, path: string): string {
  const seen = path === '' ? '' : relative(dirname(file), path);
  return seen.startsWith('..') ? path : seen;
}
