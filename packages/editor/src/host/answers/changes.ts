/** What an edit changes, clause by clause, as text for the ends of lines. */
import { clausesOf, type Policy } from '@steward/policy';
import type { GroupDiff, OutcomeDiff } from '@steward/simulator';
import { counted, type Locale, sentences } from '@steward/text';
import type { ClauseKey } from '../../protocol.ts';

const WORDS = sentences({
  members: { en: (count: string, one: boolean) => `${count} member${one ? '' : 's'}`, zh: (count) => `${count} 人` },
  incidents: {
    en: (count: string, one: boolean) => `${count} incident${one ? '' : 's'}`,
    zh: (count) => `${count} 起事件`,
  },
  other: { en: (count: number) => `${counted(count, 'incident')} otherwise`, zh: (count) => `${count} 起事件不同` },
  messages: {
    en: (count: string, one: boolean) => `${count} message${one ? '' : 's'}`,
    zh: (count) => `${count} 条消息`,
  },
  verdicts: { en: (count: number) => `${counted(count, 'verdict')} otherwise`, zh: (count) => `${count} 个判定不同` },
  comma: { en: ', ', zh: '，' },
});

type ChangeWords = (typeof WORDS)['en'];

/** Sums over the log's groups. */
interface Sums {
  members: number;
  messages: number;
  appear: number;
  go: number;
  differ: number;
  verdicts: number;
}

/** @param policy the edited one; the keys are its keys @returns changes by clause, without unchanged ones */
export function changesByClause(policy: Policy, { changed }: OutcomeDiff, locale: Locale): Map<ClauseKey, string> {
  const firsts = firstKeys(policy);
  const sums = new Map<ClauseKey, Sums>();
  const at = (key: string): Sums => {
    const first = firsts.get(key) ?? key;
    const known = sums.get(first) ?? { members: 0, messages: 0, appear: 0, go: 0, differ: 0, verdicts: 0 };
    sums.set(first, known);
    return known;
  };
  for (const group of changed) if (group.policy.after !== null) addGroup(group, group.policy.after, at);
  return new Map([...sums].map(([key, one]) => [key, textOf(one, WORDS[locale])]));
}

const COUNTED: Partial<Record<GroupDiff['counts'][number]['what'], keyof Sums>> = {
  tier: 'members',
  category: 'messages',
  ban: 'messages',
};

function addGroup(group: GroupDiff, rules: string, at: (key: string) => Sums): void {
  for (const { what, name, before, after } of group.counts) {
    const counted = COUNTED[what];
    if (counted !== undefined) at(`${rules}/${what}/${name}`)[counted] += (after ?? 0) - (before ?? 0);
  }
  for (const change of group.incidents) {
    const sum = at(`${rules}/risk/${change.risk}`);
    if (change.kind === 'appears') sum.appear += 1;
    else if (change.kind === 'goes') sum.go += 1;
    else sum.differ += 1;
  }
  for (const { what, name, at: times } of group.verdicts) {
    at(what === 'stage' ? `${rules}/lifecycle` : `${rules}/${what}/${name}`).verdicts += times.length;
  }
}

function textOf(sums: Sums, words: ChangeWords): string {
  const change = sums.appear - sums.go;
  // As many appear as go, but not the same ones.
  const differ = sums.differ + (change === 0 ? sums.appear : 0);
  const parts = [
    ...(sums.members === 0 ? [] : [words.members(signed(sums.members), Math.abs(sums.members) === 1)]),
    ...(sums.messages === 0 ? [] : [words.messages(signed(sums.messages), Math.abs(sums.messages) === 1)]),
    ...(change === 0 ? [] : [words.incidents(signed(change), Math.abs(change) === 1)]),
    ...(differ === 0 ? [] : [words.other(differ)]),
    ...(sums.verdicts === 0 ? [] : [words.verdicts(sums.verdicts)]),
  ];
  return parts.join(words.comma);
}

function signed(count: number): string {
  return count < 0 ? `−${-count}` : `+${count}`;
}

/** A clause that several groups inherit is reported once, under its key in the first of them. */
function firstKeys({ groups }: Policy): Map<ClauseKey, ClauseKey> {
  const byPlace = new Map<string, ClauseKey>();
  const firsts = new Map<ClauseKey, ClauseKey>();
  for (const group of groups) {
    for (const { kind, key, range } of clausesOf(group)) {
      const place = `${kind} ${range.file}:${range.startOffset}`;
      const first = byPlace.get(place) ?? key;
      byPlace.set(place, first);
      firsts.set(key, first);
    }
  }
  return firsts;
}
