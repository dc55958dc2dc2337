/** How numbers, times and lists read inside a message. */
import type { Rational } from '@steward/numbers';
import { type CampaignSize, labelFor, type Named, type PhaseName, periodText } from '@steward/policy';
import { type Bilingual, inBoth, list as listIn } from '@steward/text';
import type { MinuteOfDay, Period } from '@steward/time';

const MINUTES_PER_DAY = 1_440;

/** `15%`, `33.33%`. */
export function percent(value: Rational): string {
  return `${round((value.numerator * 100) / value.denominator)}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** `08:30`; a minute past midnight of the next day reads as its clock time, the end of a day as `24:00`. */
export function clock(minute: MinuteOfDay): string {
  const local = minute > MINUTES_PER_DAY ? minute - MINUTES_PER_DAY : minute;
  const hours = Math.floor(local / 60);
  return `${String(hours).padStart(2, '0')}:${String(local % 60).padStart(2, '0')}`;
}

export function span(from: MinuteOfDay, to: MinuteOfDay): string {
  return `${clock(from)}–${clock(to)}`;
}

export function period(value: Period): Bilingual {
  return { en: periodText(value), zh: periodText(value, 'zh') };
}

export const ZH_SIZE: Readonly<Record<CampaignSize, string>> = { large: '大型', medium: '中型', light: '轻量' };

export const ZH_PHASE: Readonly<Record<PhaseName, string>> = {
  preheat: '预热',
  burst: '爆发',
  sustain: '延续',
  review: '复盘',
};

/** What people call a declaration: its label where it has one. */
export function called(named: Pick<Named, 'name' | 'label' | 'translations'>): Bilingual {
  const [en, zh] = [labelFor(named, 'en'), labelFor(named, 'zh')];
  const code = `\`${named.name}\``;
  return { en: en === null ? code : `${code} (${en})`, zh: zh === null ? code : `“${zh}”（${code}）` };
}

/** A list in both languages. */
export function list(items: readonly string[]): Bilingual {
  return inBoth((locale) => listIn[locale](items));
}
