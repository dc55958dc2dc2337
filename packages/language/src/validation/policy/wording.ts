/** Formats numbers, times and lists for messages. */
import { percentText, type Rational } from '@steward/numbers';
import { type CampaignSize, labelFor, type Named, type PhaseName, periodText } from '@steward/policy';
import { type Bilingual, inBoth, list as listIn } from '@steward/text';
import { clockText, type MinuteOfDay, type Period } from '@steward/time';

/** `15%`, `33.33%`. */
export function percent(value: Rational): string {
  return percentText(value, 2);
}

export function span(from: MinuteOfDay, to: MinuteOfDay): string {
  return `${clockText(from)}–${clockText(to)}`;
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

/** What people call a declaration: its label if it has one. */
export function called(named: Pick<Named, 'name' | 'label' | 'translations'>): Bilingual {
  const [en, zh] = [labelFor(named, 'en'), labelFor(named, 'zh')];
  const code = `\`${named.name}\``;
  return { en: en === null ? code : `${code} (${en})`, zh: zh === null ? code : `“${zh}”（${code}）` };
}

/** A list in both languages. */
export function list(items: readonly string[]): Bilingual {
  return inBoth((locale) => listIn[locale](items));
}
