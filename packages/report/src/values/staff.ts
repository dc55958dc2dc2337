/** Sentences about who counts as owner, staff or bot, why, and what disagrees with the log. */
import { integerText } from '@steward/numbers';
import type { GroupOutcome } from '@steward/simulator';
import type { Catalogue } from '../locale/catalogue.ts';

export interface StaffTexts {
  /** Null if nobody is. */
  known: string | null;
  /** A sentence per declared role that lists somebody who is in neither log nor roster. */
  absent: string[];
  /** On the roster but never in the log; null if nobody. */
  silent: string | null;
  /** In the log but on no roster; null if nobody. */
  unlisted: string | null;
}

const MOST_NAMES = 8;

/** @param roleName display name of a declared role */
export function staffTexts(words: Catalogue, group: GroupOutcome, roleName: (role: string) => string): StaffTexts {
  const { people, absent, roster } = group.roles;
  const known = people.map(({ member, name, role, from, declared }) =>
    words.knownRole(name ?? member, role, from, declared === null ? '' : roleName(declared)),
  );
  const { silent, unlisted } = roster ?? { silent: NOBODY, unlisted: NOBODY };
  return {
    known: known.length === 0 ? null : `${words.staff}${words.colon}${listed(words, known, known.length)}`,
    absent: [...Map.groupBy(absent, (one) => one.role)].map(([role, missing]) =>
      words.absentMember(roleName(role), missing.map(({ member }) => `“${member}”`).join(words.comma)),
    ),
    silent:
      silent.count === 0
        ? null
        : words.rosterSilent(
            integerText(silent.count),
            integerText(roster?.people ?? 0),
            listed(words, silent.examples, silent.count),
          ),
    unlisted:
      unlisted.count === 0
        ? null
        : words.rosterUnlisted(
            unlisted.count,
            integerText(unlisted.count),
            listed(words, unlisted.examples, unlisted.count),
          ),
  };
}

const NOBODY: { count: number; examples: string[] } = { count: 0, examples: [] };

function listed(words: Catalogue, all: readonly string[], count: number): string {
  const shown = all.slice(0, MOST_NAMES);
  const rest = count - shown.length;
  return [...shown, ...(rest > 0 ? [words.morePeople(integerText(rest))] : [])].join(words.comma);
}
