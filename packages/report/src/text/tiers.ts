/** Members by tier and day, and moves between tiers. */
import { integerText } from '@steward/numbers';
import type { TierOrNone, TierOutcome } from '@steward/simulator';
import type { Column } from '../layout/table.ts';
import { cells } from '../layout/width.ts';
import { share } from '../values/numbers.ts';
import { labelled, type Page, paragraph, rows, SPARK, section, spark, wholly } from './page.ts';

const MOST_MOVES = 4;
/** Columns shown even if empty. */
const ALWAYS = 5;

export function tierLines(page: Page): string[] {
  const { group, words } = page;
  if (group.tiers.length === 0) return [];
  const header = words.tierHeader;
  const columns: Column[] = [
    { header: header.tier, align: 'left', least: 12 },
    { header: header.members, align: 'right' },
    { header: header.share, align: 'right' },
    { header: header.byDay, align: 'left', fill: SPARK },
    { header: header.moves, align: 'right' },
    { header: header.grace, align: 'right' },
    { header: header.unknown, align: 'right' },
  ];
  const body = group.tiers.map((tier) => tierRow(page, tier));
  if (group.untiered.byDay.some((count) => count > 0)) {
    body.push([
      { text: words.noTier, paint: page.palette.dim },
      { text: integerText(group.untiered.members) },
      { text: share(group.untiered.members, group.members.atEnd) ?? '' },
      spark(page, group.untiered.byDay),
      { text: '' },
      { text: '' },
      { text: '' },
    ]);
  }
  const used = columns.map((_, index) => index < ALWAYS || body.some((row) => row[index]?.text !== ''));
  const kept = <Value>(values: readonly Value[]): Value[] => values.filter((_, index) => used[index]);
  return section(page, words.tiers, [
    ...rows(page, kept(columns), body.map(kept)),
    ...taskLines(page),
    ...moveLines(page),
  ]);
}

function tierRow(page: Page, tier: TierOutcome) {
  const { palette, group, names, rules } = page;
  const badge = rules.tiers.find((declared) => declared.name === tier.tier)?.badge ?? null;
  const name = names.full(tier.tier);
  const unknown = tier.unknownAtEnd;
  return [
    { text: badge === null ? name : `${badge} ${name}`, paint: wholly(tier.unknowns) ? palette.yellow : undefined },
    { text: integerText(tier.members), paint: tier.members > 0 ? palette.bold : palette.dim },
    { text: share(tier.members, group.members.atEnd) ?? '' },
    spark(page, tier.byDay),
    { text: `+${integerText(tier.entered)} −${integerText(tier.left)}`, paint: palette.dim },
    { text: tier.inGrace > 0 ? integerText(tier.inGrace) : '' },
    { text: unknown > 0 ? integerText(unknown) : '', paint: palette.yellow },
  ];
}

function taskLines(page: Page): string[] {
  const { words, names } = page;
  const tasks = page.group.tiers.flatMap((tier) =>
    tier.tasks.map((task) => ({ tier: names.short(tier.tier), ...task })),
  );
  const labels = tasks.map((task) => words.task(task.title, task.tier));
  const width = labels.reduce((most, label) => Math.max(most, cells(label)), 0);
  return tasks.flatMap((task, index) =>
    labelled(
      page,
      labels[index] ?? '',
      width,
      words.taskState(integerText(task.done), integerText(task.open), task.unknown),
      1,
    ),
  );
}

/** The most frequent moves between tiers; joins and leaves are in the head. */
function moveLines(page: Page): string[] {
  const { words, group } = page;
  const inside = group.transitions.filter(({ from, to }) => from.kind !== 'outside' && to.kind !== 'outside');
  const most = inside.toSorted((a, b) => b.count - a.count).slice(0, MOST_MOVES);
  if (most.length === 0) return [];
  const text = most.map(
    ({ from, to, count }) => `${stateName(page, from)} → ${stateName(page, to)} ${integerText(count)}`,
  );
  return paragraph(page, words.movesOf(text.join(words.comma)), 1, 2);
}

function stateName(page: Page, state: TierOrNone): string {
  return state.kind === 'tier' ? page.names.short(state.tier) : page.words.noTier;
}
