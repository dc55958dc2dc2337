/** What was posted, compared with the content plan. */

import { percentText, toNumber } from '@steward/numbers';
import type { BanOutcome, CapOutcome, MixOutcome, SlotOutcome } from '@steward/simulator';
import { clockText } from '@steward/time';
import { withinTolerance } from '../../../values/shares.ts';
import type { DashboardCap, DashboardContent, DashboardMix, VerdictByDay } from '../../parts.ts';
import { latest, numberOf, placesOf, ruleOf, type View } from '../../view.ts';

/** More than a year of days, or two weeks of hours. */
const MOST_PERIODS = 400;
const SLOT_LETTER: Record<SlotOutcome['byDay'][number], string> = { kept: '+', missed: '-', unknown: '?' };

export function dataOf(view: View): { content: DashboardContent } {
  return { content: contentOf(view) };
}

function contentOf(view: View): DashboardContent {
  const { content } = view.group;
  const { categories } = view.rules.content;
  return {
    categories: content.categories.flatMap(({ category, messages }, index) => {
      const declared = categories[index];
      if (declared === undefined) return [];
      return {
        rule: ruleOf(view, view.keys.category?.[index], view.names.short(category), declared.range, null),
        messages,
      };
    }),
    uncategorised: content.uncategorised,
    mixes: content.mixes.flatMap((mix, index) => mixOf(view, mix, index)),
    caps: content.caps.flatMap((cap, index) => capOf(view, cap, index)),
    bans: content.bans.flatMap((ban, index) => banOf(view, ban, index)),
    slots: content.slots.flatMap((slot, index) => slotOf(view, slot, index)),
  };
}

function mixOf(view: View, mix: MixOutcome, index: number): DashboardMix[] {
  const declared = view.rules.content.mixes[index];
  if (declared === undefined) return [];
  const { shown, earlier } = latest(mix.periods, MOST_PERIODS);
  const name = view.words.mix(mix.period, percentText(mix.tolerance));
  return [
    {
      rule: ruleOf(view, view.keys.mix?.[index], name, declared.range, null),
      period: mix.period,
      tolerance: toNumber(mix.tolerance),
      shares: mix.shares.map(({ category, target, actual, messages }) => ({
        category: view.names.short(category),
        target: toNumber(target),
        actual: numberOf(actual),
        messages,
        within: actual === null ? null : withinTolerance(target, actual, mix.tolerance),
      })),
      kept: mix.kept,
      missed: mix.missed,
      undecided: mix.unknowns.unknown,
      periods: shown,
      earlier,
    },
  ];
}

function capOf(view: View, cap: CapOutcome, index: number): DashboardCap[] {
  const declared = view.rules.content.caps[index];
  if (declared === undefined) return [];
  const { shown, earlier } = latest(cap.periods, MOST_PERIODS);
  const category = view.names.short(cap.category);
  const name = view.words.cap(category, percentText(cap.limit), cap.period);
  return [
    {
      rule: ruleOf(view, view.keys.cap?.[index], name, declared.range, null),
      category,
      period: cap.period,
      limit: toNumber(cap.limit),
      kept: cap.kept,
      exceeded: cap.exceeded,
      undecided: cap.unknowns.unknown,
      periods: shown,
      earlier,
      evidence: placesOf(view, cap.evidence),
    },
  ];
}

function banOf(view: View, ban: BanOutcome, index: number): DashboardContent['bans'] {
  const declared = view.rules.content.bans[index];
  if (declared === undefined) return [];
  const name = view.words.ban(view.names.short(ban.lexicon));
  return [
    {
      rule: ruleOf(view, view.keys.ban?.[index], name, declared.range, null),
      messages: placesOf(view, ban.evidence),
      members: ban.members,
    },
  ];
}

function slotOf(view: View, slot: SlotOutcome, index: number): DashboardContent['slots'] {
  const declared = view.rules.content.slots[index];
  if (declared === undefined) return [];
  return [
    {
      rule: ruleOf(view, view.keys.slot?.[index], slot.slot, declared.range, null),
      category: view.names.short(slot.category),
      from: clockText(declared.from),
      to: clockText(declared.to),
      byDay: lettersOf(slot.byDay),
      kept: slot.kept,
      missed: slot.missed,
    },
  ];
}

function lettersOf(byDay: SlotOutcome['byDay']): VerdictByDay {
  return byDay.map((verdict) => SLOT_LETTER[verdict]).join('');
}
