/** Completes quantities with units, after a number or where one is expected. */

import type { Bilingual, Locale } from '@steward/text';
import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import type { Range } from '../protocol.ts';

const UNITS: readonly { en: string; zh: string; title: Bilingual }[] = [
  { en: 'd', zh: '天', title: { en: 'days', zh: '天' } },
  { en: 'h', zh: '小时', title: { en: 'hours', zh: '小时' } },
  { en: 'w', zh: '周', title: { en: 'weeks', zh: '周' } },
  { en: 'min', zh: '分钟', title: { en: 'minutes', zh: '分钟' } },
];
const USUAL_DURATIONS: readonly (readonly [number, number])[] = [
  [7, 0],
  [30, 0],
  [1, 0],
  [24, 1],
  [2, 1],
];

/** @param terminals what the grammar accepts: `DURATION`, `PERCENT` */
export function quantityItems(
  digits: string,
  terminals: ReadonlySet<string>,
  language: Locale,
  range: Range,
): CompletionItem[] {
  const durations =
    digits === ''
      ? USUAL_DURATIONS.map(([amount, unit]) => [String(amount), UNITS[unit]] as const)
      : UNITS.map((unit) => [digits, unit] as const);
  const items: CompletionItem[] = [];
  if (terminals.has('DURATION') && !digits.includes('.')) {
    durations.forEach(([amount, unit], index) => {
      if (unit === undefined) return;
      items.push(item(`${amount}${unit[language]}`, index, range, unit.title[language]));
    });
  }
  if (terminals.has('PERCENT') && digits !== '') items.push(item(`${digits}%`, items.length, range, '%'));
  return items;
}

function item(text: string, order: number, range: Range, detail: string): CompletionItem {
  return {
    label: text,
    detail,
    kind: CompletionItemKind.Unit,
    sortText: `0${order}`,
    textEdit: { range, newText: text },
  };
}
