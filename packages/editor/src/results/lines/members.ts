/** Lines about people: the group, its tiers and their tasks. */
import { integer, share, sparkline } from '@steward/report';
import type { TierOutcome } from '@steward/simulator';
import type { Clause } from '../clauses.ts';
import type { LineText, Lived } from '../input.ts';
import { nothingDecided, sum, sumByDay, type Teller, undecidedNote } from '../tell.ts';
import { type Moves, weekMoves } from '../week.ts';

/** Cells of a curve at the end of a line. */
export const CURVE = 8;

export function groupLine(teller: Teller, { lived }: Clause<'group'>): LineText {
  const { own, words } = teller;
  if (lived.length === 0) return { text: own.notBound, tone: 'unknown' };
  const groups = lived.map(({ group }) => group);
  const members = sum(groups, (group) => group.members.atEnd);
  const days = groups.reduce((most, group) => Math.max(most, group.days.count), 0);
  const messages = sum(groups, (group) => group.messages);
  const text = [
    ...(groups.length > 1 ? [words.groupCount(groups.length, integer(groups.length))] : []),
    words.memberCount(members, integer(members)),
    words.messageCount(messages, integer(messages)),
    words.dayCount(days, integer(days)),
  ].join(' · ');
  return { text, tone: 'neutral' };
}

export function capacityLine({ own }: Teller, { rule, lived }: Clause<'capacity'>): LineText {
  const peak = lived.reduce((most, { result }) => Math.max(most, result.peak), 0);
  const over = sum(lived, ({ result }) => result.daysOver);
  if (over > 0) return { text: `✗ ${own.capacityOver(over, integer(over), integer(peak))}`, tone: 'bad' };
  return { text: `✓ ${own.capacityKept(integer(peak), integer(rule))}`, tone: 'good' };
}

export function nicknameLine({ own }: Teller, { lived }: Clause<'nickname'>): LineText {
  const checked = sum(lived, ({ result }) => result.checked);
  const off = sum(lived, ({ result }) => result.mismatched);
  if (checked === 0) return { text: own.noNames, tone: 'unknown' };
  if (off === 0) return { text: `✓ ${own.nicknamesKept(checked, integer(checked))}`, tone: 'good' };
  return { text: `✗ ${own.nicknamesOff(integer(off), integer(checked))}`, tone: 'bad' };
}

/** `▁▂▅▇ 42 members (8.4%) · +3 −1 this week`. */
export function tierLine(teller: Teller, { rule, rules, lived }: Clause<'tier'>): LineText {
  const { own } = teller;
  const unknowns = lived.map(({ result }) => result.unknowns);
  const byDay = sumByDay(lived.map(({ group, result }) => ({ group, byDay: result.byDay })));
  const members = sum(lived, ({ result }) => result.members);
  const empty = byDay.every((count) => count === 0);
  if (empty && nothingDecided(unknowns)) {
    const group = lived.length === 1 ? (lived[0]?.group ?? null) : null;
    const why = teller.whyUnknown(unknowns, { rules, group, conditions: [rule.when] });
    return { text: why ?? '', tone: 'unknown' };
  }
  const undecided = undecidedNote(
    teller,
    sum(lived, ({ result }) => result.unknownAtEnd),
  );
  if (empty) {
    const text = [own.nobody(byDay.length, integer(byDay.length)), ...undecided].join(' · ');
    return { text, tone: 'idle' };
  }
  const part =
    share(
      members,
      sum(lived, ({ group }) => group.members.atEnd),
    ) ?? '0%';
  const grace = sum(lived, ({ result }) => result.inGrace);
  const parts = [
    own.memberShare(members, integer(members), part),
    ...weekText(teller, lived),
    ...(grace > 0 ? [own.inGrace(integer(grace))] : []),
    ...undecided,
  ];
  return { curve: sparkline(byDay, CURVE), text: parts.join(' · '), tone: 'neutral' };
}

/** Where moves are not known one by one, what they came to. */
function weekText({ own }: Teller, lived: readonly Lived<TierOutcome>[]): string[] {
  const moves = lived.map(({ group, result }) => weekMoves(group, result.tier));
  const known = moves.filter((one): one is Moves => one !== null);
  if (known.length === moves.length) {
    const entered = sum(known, (one) => one.entered);
    const left = sum(known, (one) => one.left);
    const told = [...(entered > 0 ? [`+${integer(entered)}`] : []), ...(left > 0 ? [`−${integer(left)}`] : [])];
    return told.length === 0 ? [] : [own.week(told.join(' '))];
  }
  const change = sum(lived, ({ result: { byDay } }) => (byDay.at(-1) ?? 0) - (byDay.at(-8) ?? byDay[0] ?? 0));
  if (change === 0) return [];
  return [own.week(`${change > 0 ? '+' : '−'}${integer(Math.abs(change))}`)];
}

export function taskLine({ own, words }: Teller, { lived }: Clause<'task'>): LineText {
  const done = sum(lived, ({ result }) => result.done);
  const open = sum(lived, ({ result }) => result.open);
  const unknown = sum(lived, ({ result }) => result.unknown);
  if (done + open + unknown === 0) return { text: own.nobodyInTier, tone: 'idle' };
  return {
    text: words.taskState(integer(done), integer(open), unknown),
    tone: done + open === 0 ? 'unknown' : 'neutral',
  };
}
