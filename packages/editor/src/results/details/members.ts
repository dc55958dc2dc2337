/** Hovers about people: the group and its tiers. */
import { integerText } from '@steward/numbers';
import { comingsAndGoings, share, staffTexts } from '@steward/report';
import type { GroupOutcome, MemberHistory } from '@steward/simulator';
import type { Clause } from '../clauses.ts';
import { weekMoves } from '../week.ts';
import { type Facts, type FactsView, few, NO_FACTS, table, used } from './facts.ts';

const MOST_NAMES = 8;

export function groupFacts({ formatter, log }: FactsView, { outcomes, rules }: Clause<'group'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words } = formatter;
  const { group } = only;
  const { members } = group;
  const staff = staffTexts(words, group, formatter.names(rules).short);
  const notes = [
    `${words.memberCount(members.atEnd, integerText(members.atEnd))}${words.openParenthesis}${comingsAndGoings(words, group, log)}${words.closeParenthesis}`,
    `${words.eventCount(group.events, integerText(group.events))}${words.pause}${words.messageCount(group.messages, integerText(group.messages))}`,
    ...(members.capacity === null
      ? []
      : [
          words.capacity(
            integerText(members.capacity.limit),
            integerText(members.capacity.peak),
            members.capacity.daysOver,
          ),
        ]),
    ...(members.nickname === null || members.nickname.checked === 0
      ? []
      : [
          words.nickname(
            integerText(members.nickname.mismatched),
            integerText(members.nickname.checked),
            members.nickname.examples.slice(0, MOST_NAMES).join(words.comma),
          ),
        ]),
    ...[staff.known, ...staff.absent, staff.silent, staff.unlisted].filter((text) => text !== null),
  ];
  const chart = curve(group, members.byDay, members.capacity?.limit ?? null);
  return { ...NO_FACTS, chart, notes };
}

export function nicknameFacts({ formatter }: FactsView, { outcomes }: Clause<'nickname'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { checked, mismatched, examples } = only.result;
  const mismatches = formatter.words.nickname(
    integerText(mismatched),
    integerText(checked),
    few(formatter, examples, MOST_NAMES),
  );
  return { ...NO_FACTS, notes: [mismatches] };
}

export function tierFacts({ formatter }: FactsView, { outcomes, rule }: Clause<'tier'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words, own } = formatter;
  const { group, result } = only;
  const week = weekMoves(group, result.tier);
  const { tierHeader } = words;
  const row = [
    integerText(result.members),
    share(result.members, group.members.atEnd) ?? '',
    `+${integerText(result.entered)} −${integerText(result.left)}`,
    week === null ? '' : `+${integerText(week.entered)} −${integerText(week.left)}`,
    result.inGrace > 0 ? integerText(result.inGrace) : '',
    result.unknownAtEnd > 0 ? integerText(result.unknownAtEnd) : '',
  ];
  const header = [
    tierHeader.members,
    tierHeader.share,
    tierHeader.moves,
    own.weekHeader,
    tierHeader.grace,
    tierHeader.unknown,
  ];
  const who = membersOf(group.memberHistories, result.tier);
  const tasks = result.tasks.map(
    (task) =>
      `${words.task(task.title, formatter.names(only.rules).short(rule.name))}${words.colon}${words.taskState(integerText(task.done), integerText(task.open), task.unknown)}`,
  );
  return {
    chart: curve(group, result.byDay, null),
    tables: table(header, [row], [0, 1, 2, 3, 4, 5]).map(used),
    notes: [...(who.length === 0 ? [] : [own.who(few(formatter, who, MOST_NAMES))]), ...tasks],
    evidence: null,
    unknowns: { of: result.unknowns, counted: 'member-days' },
  };
}

/** Names of the tier's members at the end. */
function membersOf(histories: readonly MemberHistory[] | null, tier: string): string[] {
  return (histories ?? []).flatMap(({ name, member, stretches }) => {
    const state = stretches.at(-1)?.state;
    return state?.kind === 'tier' && state.tier === tier ? [name ?? member] : [];
  });
}

function curve(group: GroupOutcome, values: readonly number[], bound: number | null): Facts['chart'] {
  const most = values.reduce((top, value) => Math.max(top, value), 0);
  // A distant limit would flatten the curve.
  const drawn = bound !== null && bound <= most * 1.5 ? bound : null;
  const { from, to } = group.days;
  return { kind: 'curve', from, to, values, bound: drawn, states: [], top: integerText(most) };
}
