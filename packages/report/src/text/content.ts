/** What was posted, compared with the plan: mixes, caps, bans and slots. */

import { integerText, percentText, type Rational } from '@steward/numbers';
import type { BanOutcome, CapOutcome, MixOutcome, SlotOutcome } from '@steward/simulator';
import { addDays, clockText } from '@steward/time';
import type { Column } from '../layout/table.ts';
import { quantity, share } from '../values/numbers.ts';
import { withinTolerance } from '../values/shares.ts';
import {
  dateList,
  dateName,
  INDENT,
  mark,
  markText,
  type Page,
  paragraph,
  places,
  quotes,
  rows,
  section,
  type Verdict,
} from './page.ts';

const BAR = { least: 8, most: 24 };

export function contentLines(page: Page): string[] {
  const { content } = page.group;
  return section(page, page.words.content, [
    ...content.mixes.flatMap((mix) => mixLines(page, mix)),
    ...categoryLines(page),
    ...content.caps.flatMap((cap) => capLines(page, cap)),
    ...content.bans.flatMap((ban) => banLines(page, ban)),
    ...content.slots.flatMap((slot) => slotLines(page, slot)),
  ]);
}

function mixLines(page: Page, mix: MixOutcome): string[] {
  const { words, names, palette } = page;
  const unknown = mix.unknowns.unknown;
  const judged = mix.kept + mix.missed;
  const verdict: Verdict = judged === 0 ? (unknown > 0 ? 'unknown' : 'none') : mix.missed === 0 ? 'good' : 'bad';
  const summary =
    judged === 0 ? words.mixNever : words.mixVerdict(integerText(mix.kept), integerText(judged), mix.period, unknown);
  const head = `${markText(page, verdict)} ${words.mix(mix.period, percentText(mix.tolerance))}${words.colon}${summary}`;
  const columns: Column[] = [
    { header: '', align: 'left' },
    { header: words.mixHeader.category, align: 'left', least: 10 },
    { header: words.mixHeader.target, align: 'right' },
    { header: words.mixHeader.actual, align: 'right' },
    { header: words.mixHeader.messages, align: 'right' },
    { header: '', align: 'left', fill: BAR },
  ];
  const body = mix.shares.map((one) => [
    mark(page, shareVerdict(one.target, one.actual, mix.tolerance)),
    { text: names.full(one.category) },
    { text: percentText(one.target), paint: palette.dim },
    { text: one.actual === null ? '–' : quantity(one.actual, 'ratio', words) },
    { text: integerText(one.messages) },
    { text: (width: number) => bar(one.actual, width), paint: palette.cyan },
  ]);
  const missedDates = mix.periods.filter((period) => period.verdict === 'missed').map((period) => period.start);
  return [
    ...paragraph(page, head, 1, 2),
    ...rows(page, columns, body, 2),
    ...(missedDates.length === 0
      ? []
      : paragraph(page, palette.dim(words.missed(periodList(page, missedDates, mix.period))), 2)),
  ];
}

function shareVerdict(target: Rational, actual: Rational | null, tolerance: Rational): Verdict {
  if (actual === null) return 'none';
  return withinTolerance(target, actual, tolerance) ? 'good' : 'bad';
}

function bar(value: Rational | null, width: number): string {
  if (value === null) return '';
  return '▇'.repeat(Math.round((value.numerator / value.denominator) * width));
}

/** Consecutive days are joined; hours, weeks and months are listed. */
function periodList(page: Page, starts: readonly string[], period: string): string {
  if (period === 'day') return dateList(page, starts);
  const most = 6;
  const named = starts
    .slice(0, most)
    .map((start) => `${dateName(page, start.slice(0, 10))}${start.slice(10).replace('T', ' ')}`);
  const rest = starts.length - named.length;
  return [...named, ...(rest > 0 ? [page.words.more(integerText(rest))] : [])].join(page.words.comma);
}

/** If a mix already lists every category, only uncategorised messages. */
function categoryLines(page: Page): string[] {
  const { content, messages } = page.group;
  const { words, names } = page;
  if (content.categories.length === 0) return [];
  const lines: string[] = [];
  const mixed = new Set(content.mixes.flatMap((mix) => mix.shares.map((one) => one.category)));
  const others = content.categories.filter((one) => !mixed.has(one.category));
  if (others.length > 0) {
    const text = others.map((one) => `${names.full(one.category)} ${integerText(one.messages)}`).join(words.comma);
    lines.push(...paragraph(page, `${words.categories}${words.colon}${text}`, 1, 2));
  }
  const part = share(content.uncategorised, messages);
  if (content.undecided > 0) {
    lines.push(...paragraph(page, page.palette.yellow(words.undecidedCategory(integerText(content.undecided))), 1, 2));
  }
  if (part !== null && content.uncategorised > 0) {
    lines.push(
      ...paragraph(
        page,
        page.palette.dim(words.uncategorised(content.uncategorised, integerText(content.uncategorised), part)),
        1,
        2,
      ),
    );
  }
  return lines;
}

function capLines(page: Page, cap: CapOutcome): string[] {
  const { words, names, palette } = page;
  const judged = cap.kept + cap.exceeded;
  const name = words.cap(names.full(cap.category), percentText(cap.limit), cap.period);
  if (judged === 0) {
    const verdict = cap.unknowns.unknown > 0 ? 'unknown' : 'none';
    return paragraph(page, `${markText(page, verdict)} ${name}${words.colon}${words.capUnjudged}`, 1, 2);
  }
  if (cap.exceeded === 0) {
    return paragraph(
      page,
      `${markText(page, 'good')} ${name}${words.colon}${words.capKept(integerText(judged), cap.period)}`,
      1,
      2,
    );
  }
  const worst = cap.periods
    .filter((period) => period.verdict === 'exceeded')
    .toSorted((a, b) => b.messages / b.of - a.messages / a.of)
    .slice(0, 5)
    .map((period) => {
      const part = quantity({ numerator: period.messages, denominator: period.of }, 'ratio', words, cap.limit);
      return `${periodList(page, [period.start], cap.period)} ${part} (${period.messages}/${period.of})`;
    });
  const summary = words.capExceeded(integerText(cap.exceeded), integerText(judged), cap.period);
  return [
    ...paragraph(page, `${markText(page, 'bad')} ${name}${words.colon}${summary}`, 1, 2),
    ...paragraph(page, worst.join(words.comma), 2),
    ...paragraph(page, palette.dim(`${words.evidence} ${places(page, cap.evidence)}`), 2),
  ];
}

function banLines(page: Page, ban: BanOutcome): string[] {
  const { words, names } = page;
  const name = words.ban(names.full(ban.lexicon));
  const { count } = ban.evidence;
  if (count === 0) return paragraph(page, `${markText(page, 'good')} ${name}${words.colon}${words.banNone}`, 1, 2);
  const hits = words.banHits(count, integerText(count), ban.members, integerText(ban.members));
  return [
    ...paragraph(page, `${markText(page, 'bad')} ${name}${words.colon}${hits}`, 1, 2),
    ...quotes(page, ban.evidence, page.width - 2 * INDENT).map((line) => ' '.repeat(2 * INDENT) + line),
  ];
}

function slotLines(page: Page, slot: SlotOutcome): string[] {
  const { words, names, rules, group } = page;
  const declared = rules.content.slots.find((one) => one.label === slot.slot && one.category === slot.category);
  const [from, to] = declared === undefined ? ['?', '?'] : [clockText(declared.from), clockText(declared.to)];
  const name = words.slot(slot.slot, from, to, names.full(slot.category));
  const judged = slot.kept + slot.missed;
  if (judged === 0)
    return paragraph(page, `${markText(page, 'unknown')} ${name}${words.colon}${words.slotUnknown}`, 1, 2);
  const verdict: Verdict = slot.missed === 0 ? 'good' : 'bad';
  const missedDays = slot.byDay.flatMap((state, day) => (state === 'missed' ? [addDays(group.days.from, day)] : []));
  const missed = missedDays.length === 0 ? '' : ` (${words.missed(dateList(page, missedDays))})`;
  const text = `${markText(page, verdict)} ${name}${words.colon}${words.slotKept(integerText(slot.kept), integerText(judged))}${missed}`;
  return paragraph(page, text, 1, 2);
}
