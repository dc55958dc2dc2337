/** Display names of members. */

import type { Signal } from '@steward/events';
import { integerText } from '@steward/numbers';
import type { GroupOutcome, Outcome } from '@steward/simulator';
import type { Catalogue } from '../locale/catalogue.ts';

type Named = Pick<GroupOutcome, 'names'>;

const known = new WeakMap<Named['names'], ReadonlyMap<string, string>>();

/** `小李`, with the id if the name is not unique; the id alone if there is no name. */
export function memberName({ names }: Named, id: string): string {
  const made = known.get(names) ?? spoken(names);
  known.set(names, made);
  return made.get(id) ?? id;
}

function spoken(names: Named['names']): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(names.map(({ member, name }) => [member, (counts.get(name) ?? 0) > 1 ? `${name} (${member})` : name]));
}

/** `+3 −0`: joins and leaves; `+≥3 −?` if the log does not show them. */
export function comingsAndGoings(
  words: Catalogue,
  { members }: GroupOutcome,
  { shows, complete }: Outcome['log'],
): string {
  const seen = (count: number, signal: Signal): string => {
    if (complete || shows.includes(signal)) return integerText(count);
    return count === 0 ? '?' : `≥${integerText(count)}`;
  };
  return words.joinedLeft(seen(members.joined, 'join'), seen(members.left, 'leave'));
}
