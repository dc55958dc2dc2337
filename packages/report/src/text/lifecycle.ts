/** Lifecycle stages as a band over the days. */

import { integerText } from '@steward/numbers';
import { daysIn } from '@steward/time';
import { buckets } from '../layout/sparkline.ts';
import { dateList, dateName, type Page, paragraph, section } from './page.ts';

/** One shade per stage in declared order; shades repeat if there are too few. */
const SHADES = ['░', '▒', '▓', '█'] as const;
const NONE = '·';
const BAND = 60;
const MOST_STRETCHES = 8;

export function lifecycleLines(page: Page): string[] {
  const { lifecycle } = page.group;
  if (lifecycle === null) return [];
  const { words, palette, names, rules } = page;
  const current = lifecycle.current;
  const stage = rules.lifecycle?.stages.find((declared) => declared.name === current);
  const now = current === null ? words.noStage : words.current(palette.bold(names.full(current)));
  const focus =
    stage === undefined || stage.focus.length === 0 ? '' : ` · ${words.focus(stage.focus.join(words.comma))}`;
  const hidden = lifecycle.stretches.length - MOST_STRETCHES;
  const stretchTexts = lifecycle.stretches.slice(-MOST_STRETCHES).map((stretch) => {
    const days = daysIn(stretch);
    const name = stretch.stage === null ? words.noStage : names.short(stretch.stage);
    return `${shade(page, stretch.stage)} ${name} ${dateName(page, stretch.from)} → ${dateName(page, stretch.to)}${words.openParenthesis}${words.dayCount(days, integerText(days))}${words.closeParenthesis}`;
  });
  return section(page, words.lifecycle, [
    ...paragraph(page, `${now}${focus}`, 1, 2),
    ...paragraph(page, palette.cyan(band(page)), 1),
    ...(hidden > 0 ? paragraph(page, palette.dim(words.more(integerText(hidden))), 1) : []),
    ...stretchTexts.flatMap((text) => paragraph(page, text, 1, 2)),
    ...blockedLines(page),
  ]);
}

function band(page: Page): string {
  const stretches = page.group.lifecycle?.stretches ?? [];
  const byDay = stretches.flatMap((stretch) => new Array<string | null>(daysIn(stretch)).fill(stretch.stage));
  return buckets(byDay.length, Math.min(BAND, page.width - 4))
    .map(({ to }) => shade(page, byDay[to - 1] ?? null))
    .join('');
}

function shade(page: Page, stage: string | null): string {
  const index = page.rules.lifecycle?.stages.findIndex((declared) => declared.name === stage) ?? -1;
  return index < 0 ? NONE : (SHADES[index % SHADES.length] ?? NONE);
}

function blockedLines(page: Page): string[] {
  const moves = Map.groupBy(page.group.lifecycle?.blocked ?? [], ({ from, to }) => `${from}\0${to}`);
  return [...moves.values()].flatMap((days) => {
    const [first] = days;
    if (first === undefined) return [];
    const text = page.words.blocked(
      page.names.short(first.from),
      page.names.short(first.to),
      dateList(
        page,
        days.map(({ on }) => on),
      ),
    );
    return paragraph(page, page.palette.yellow(text), 1, 2);
  });
}
