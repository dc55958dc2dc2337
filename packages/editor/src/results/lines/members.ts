/** Lines about people: the group, its tiers and their tasks. */
import { integerText } from '@steward/numbers';
import { share, sparkline } from '@steward/report';
import type { TierOutcome } from '@steward/simulator';
import type { Clause } from '../clauses.ts';
import { type Formatter, nothingDecided, sum, sumByDay, undecidedNote } from '../formatter.ts';
import type { ClauseOutcome, LineText } from '../input.ts';
import { type Moves, weekMoves } from '../week.ts';

/** Width of a sparkline at the end of a line, in cells. */
export const CURVE = 8;

export function groupLine(formatter: Formatter, { outcomes }: Clause<'group'>): LineText {
  const { own, words } = formatter;
  if (outcomes.length === 0) return { text: own.notBound, tone: 'unknown' };
  const groups = outcomes.map(({ group }) => group);
  const members = sum(groups, (group) => group.members.atEnd);
  const days = groups.reduce((most, group) => Math.max(most, group.days.count), 0);
  const messages = sum(groups, (group) => group.messages);
  const text = [
    ...(groups.length > 1 ? [words.groupCount(groups.length, integerText(groups.length))] : []),
    words.memberCount(members, integerText(members)),
    words.messageCount(messages, integerText(messages)),
    words.dayCount(days, integerText(days)),
  ].join(' · ');
  return { text, tone: 'neutral' };
}

export function capacityLine({ own }: Formatter, { rule, outcomes }: Clause<'capacity'>): LineText {
  const peak = outcomes.reduce((most, { result }) => Math.max(most, result.peak), 0);
  const over = sum(outcomes, ({ result }) => result.daysOver);
  if (over > 0) return { text: `✗ ${own.capacityOver(over, integerText(over), integerText(peak))}`, tone: 'bad' };
  return { text: `✓ ${own.capacityKept(integerText(peak), integerText(rule))}`, tone: 'good' };
}

export function nicknameLine({ own }: Formatter, { outcomes }: Clause<'nickname'>): LineText {
  const checked = sum(outcomes, ({ result }) => result.checked);
  const off = sum(outcomes, ({ result }) => result.mismatched);
  if (checked === 0) return { text: own.noNames, tone: 'unknown' };
  if (off === 0) return { text: `✓ ${own.nicknamesKept(checked, integerText(checked))}`, tone: 'good' };
  return { text: `✗ ${own.nicknamesOff(integerText(off), integerText(checked))}`, tone: 'bad' };
}

/** `▁▂▅▇ 42 members (8.4%) · +3 −1 this week`. */
export function tierLine(formatter: Formatter, { rule, rules, outcomes }: Clause<'tier'>): LineText {
  const { own } = formatter;
  const unknowns = outcomes.map(({ result }) => result.unknowns);
  const byDay = sumByDay(outcomes.map(({ group, result }) => ({ group, byDay: result.byDay })));
  const members = sum(outcomes, ({ result }) => result.members);
  const empty = byDay.every((count) => count === 0);
  if (empty && nothingDecided(unknowns)) {
    const group = outcomes.length === 1 ? (outcomes[0]?.group ?? null) : null;
    const why = formatter.whyUnknown(unknowns, { rules, group, conditions: [rule.when] });
    return { text: why ?? '', tone: 'unknown' };
  }
  const undecided = undecidedNote(
    formatter,
    sum(outcomes, ({ result }) => result.unknownAtEnd),
  );
  if (empty) {
    const text = [own.nobody(byDay.length, integerText(byDay.length)), ...undecided].join(' · ');
    return { text, tone: 'idle' };
  }
  const part =
    share(
      members,
      sum(outcomes, ({ group }) => group.members.atEnd),
    ) ?? '0%';
  const grace = sum(outcomes, ({ result }) => result.inGrace);
  const parts = [
    own.memberShare(members, integerText(members), part),
    ...weekText(formatter, outcomes),
    ...(grace > 0 ? [own.inGrace(integerText(grace))] : []),
    ...undecided,
  ];
  return { curve: sparkline(byDay, CURVE), text: parts.join(' · '), tone: 'neutral' };
}

/** The net change, if single moves are not known. */
function weekText({ own }: Formatter, outcomes: readonly ClauseOutcome<TierOutcome>[]): string[] {
  const moves = outcomes.map(({ group, result }) => weekMoves(group, result.tier));
  const known = moves.filter((one): one is Moves => one !== null);
  if (known.length === moves.length) {
    const entered = sum(known, (one) => one.entered);
    const left = sum(known, (one) => one.left);
    const changes = [
      ...(entered > 0 ? [`+${integerText(entered)}`] : []),
      ...(left > 0 ? [`−${integerText(left)}`] : []),
    ];
    return changes.length === 0 ? [] : [own.week(changes.join(' '))];
  }
  const change = sum(outcomes, ({ result: { byDay } }) => (byDay.at(-1) ?? 0) - (byDay.at(-8) ?? byDay[0] ?? 0));
  if (change === 0) return [];
  return [own.week(`${change > 0 ? '+' : '−'}${integerText(Math.abs(change))}`)];
}

export function taskLine({ own, words }: Formatter, { outcomes }: Clause<'task'>): LineText {
  const done = sum(outcomes, ({ result }) => result.done);
  const open = sum(outcomes, ({ result }) => result.open);
  const unknown = sum(outcomes, ({ result }) => result.unknown);
  if (done + open + unknown === 0) return { text: own.nobodyInTier, tone: 'idle' };
  return {
    text: words.taskState(integerText(done), integerText(open), unknown),
    tone: done + open === 0 ? 'unknown' : 'neutral',
  };
}
