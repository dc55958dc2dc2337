/** Results for other values of a bound. */

import type { Policy } from '@steward/policy';
import { PLAIN, sweepLine, sweepText } from '@steward/report';
import { type Bound, boundsOf, type Dial, dialsOf, sweepBound, triedValues } from '@steward/simulator';
import type { BoundPlace, SweepAnswer } from '../../protocol.ts';
import { protocolRange } from '../../results/lines.ts';
import type { Finished } from '../finished.ts';
import type { Hello, HostAsks } from '../messages.ts';

/** Values tried: enough to show the trend, and quick. */
const MOST_STEPS = 9;
const BESIDE = 4;
const WIDTH = 100;

/** Bounds with a place of their own. For grace, `for` and tolerance only the clause's place is known. */
function movable(policy: Policy): (Bound | Dial)[] {
  const placed = dialsOf(policy).filter(({ dial }) => ['share', 'cap', 'rank'].includes(dial.kind));
  return [...boundsOf(policy), ...placed];
}

/** A number inherited by several groups is one bound. @param file index into the policy's files */
export function boundPlaces({ rules, outcome }: Finished, file: number): BoundPlace[] {
  const simulated = new Set(outcome.groups.map(({ policy }) => policy));
  const places = movable(rules.policy)
    .filter(({ group, constant }) => simulated.has(group) && constant.range.file === file)
    .map(({ constant }) => [constant.range.startOffset, { range: protocolRange(constant.range) }] as const);
  return [...new Map(places).values()];
}

/** For a number inherited by several groups: in the first of them. @param file index into the policy's files */
export async function sweep(
  { rules, outcome, parts }: Finished,
  { locale }: Hello,
  file: number,
  at: HostAsks['sweep']['ask'],
): Promise<SweepAnswer | null> {
  const { policy } = rules;
  const simulated = new Set(outcome.groups.map((group) => group.policy));
  const bound = movable(policy).find((one) => simulated.has(one.group) && standsAt(one, file, at));
  const part = parts.find(({ source }) => source.groups.some(({ name }) => name === bound?.group));
  if (bound === undefined || part === undefined) return null;
  const { held, prepared } = part;
  const own = prepared.binding.bound.filter(({ policyGroup }) => policyGroup === bound.group);
  const logs = await held.logsFor(
    policy,
    own.map(({ group }) => group.group),
    bound.group,
  );
  const values = triedValues(policy, bound, logs);
  const options = { ...prepared.options, memberHistories: false, actionLimit: 0 };
  const run = (variant: typeof policy) => held.resident.run(variant, options);
  const swept = sweepBound(policy, bound, values, run, MOST_STEPS);
  const table = sweepText(swept, { policy, locale, palette: PLAIN, width: WIDTH });
  return { text: sweepLine(swept, locale, BESIDE), markdown: `\`\`\`text\n${table}\`\`\`\n` };
}

function standsAt(
  { constant: { range } }: Bound | Dial,
  file: number,
  { line, character }: HostAsks['sweep']['ask'],
): boolean {
  if (range.file !== file) return false;
  const afterStart = line + 1 > range.startLine || (line + 1 === range.startLine && character + 1 >= range.startColumn);
  const beforeEnd = line + 1 < range.endLine || (line + 1 === range.endLine && character + 1 <= range.endColumn);
  return afterStart && beforeEnd;
}
