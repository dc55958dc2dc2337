/** Times of day, durations and campaign starts, worded for members. */

import type { CampaignStart, Phase } from '@steward/policy';
import type { Locale } from '@steward/text';
import { clockText, type Duration } from '@steward/time';
import { CARD_WORDS, type CardWords } from './words.ts';

export function durationText({ amount, unit }: Duration, locale: Locale): string {
  return CARD_WORDS[locale].duration(`${amount}${unit}`);
}

export function startsText(starts: readonly CampaignStart[], words: CardWords): string {
  return starts.map((start) => startText(start, words)).join(words.list);
}

function startText(start: CampaignStart, words: CardWords): string {
  if (start.kind === 'once') return start.at.replace('T', ' ');
  const times = start.times.map(clockText).join(words.list);
  if (start.kind === 'daily') return words.daily(times);
  if (start.kind === 'monthly') return words.monthly(start.days.join(words.list), times);
  return words.weekly(start.weekdays.map((day) => words.weekday[day - 1] ?? String(day)).join(words.list), times);
}

/** Members have no part in the review. */
export function phasesText(phases: readonly Phase[], words: CardWords, locale: Locale): string {
  const phaseDays = phases.flatMap(({ name, duration }) =>
    name === 'review' ? [] : [words.phase[name](durationText(duration, locale))],
  );
  return phaseDays.length === 0 ? words.nothing : phaseDays.join(words.list);
}
