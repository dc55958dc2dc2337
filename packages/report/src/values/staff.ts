/** Who was taken as owner, staff or bot, from where, and what of that does not fit the log, as sentences. */
import { integerText } from '@steward/numbers';
import type { GroupOutcome } from '@steward/simulator';
import type { Catalogue } from '../locale/catalogue.ts';

export interface StaffTexts {
  /** Null where nobody is known to be any of these. */
  known: string | null;
  /** A sentence for each declared role that lists somebody whom neither log nor roster has. */
  absent: string[];
  /** On the roster, and never in the log; null where there are none. */
  silent: string | null;
  /** In the log, and on no roster; null where there are none. */
  unlisted: string | null;
}

const MOST_NAMES = 8;

/** @param roleName what people call a declared role */
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
