/** Input and shared line layouts of all sections. */

import { integerText } from '@steward/numbers';
import type { GroupPolicy, Policy, SourceRange } from '@steward/policy';
import type { EventReference, Evidence, GroupOutcome, Outcome, Unknowns } from '@steward/simulator';
import { visible } from '@steward/text';
import { type Duration, dateRanges, type LocalDate } from '@steward/time';
import { sparkline } from '../layout/sparkline.ts';
import { type Cell, type Column, table } from '../layout/table.ts';
import { cells, truncate, wrap } from '../layout/width.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import { localTime, shortDate } from '../values/dates.ts';
import { fileName } from '../values/files.ts';
import type { Names } from '../values/names.ts';

/** Text of a log event if still available; null if it has none. */
export type EvidenceText = (reference: EventReference) => string | null;

/** One group being rendered as text. */
export interface Page {
  policy: Policy;
  rules: GroupPolicy;
  outcome: Outcome;
  group: GroupOutcome;
  names: Names;
  words: Catalogue;
  palette: Palette;
  /** Width of the widest line, in cells. */
  width: number;
  /** Events listed per number. */
  evidence: number;
  sourceText: (range: SourceRange) => string | null;
  evidenceText: EvidenceText;
}

export const INDENT = 2;
const MOST_DATES = 6;
const MOST_QUOTES = 4;
/** Below this, an excerpt of a message says nothing. */
const LEAST_QUOTE = 8;
/** Widest sparkline: short ones are easier to compare. */
export const SPARK = { least: 8, most: 31 };

/** A title with its lines; empty if there are no lines. */
export function section(page: Page, title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return ['', page.palette.bold(title), ...lines];
}

/** A paragraph, indented by `depth` levels and wrapped at the page's width, with a hanging indent of `hang` cells. */
export function paragraph(page: { width: number }, text: string, depth = 1, hang = 0): string[] {
  const indent = ' '.repeat(INDENT * depth);
  const lines = wrap(text, page.width - indent.length - hang);
  return lines.map((line, index) => indent + (index === 0 ? '' : ' '.repeat(hang)) + line);
}

/** `label  text`, with wrapped text aligned under itself. */
export function labelled(page: Page, label: string, labelWidth: number, text: string, depth: number): string[] {
  const padded = label + ' '.repeat(Math.max(1, labelWidth - cells(label) + 1));
  const indent = ' '.repeat(INDENT * depth);
  const lines = wrap(text, page.width - indent.length - cells(padded));
  return lines.map(
    (line, index) => indent + (index === 0 ? page.palette.dim(padded) : ' '.repeat(cells(padded))) + line,
  );
}

export function rows(page: Page, columns: readonly Column[], body: readonly (readonly Cell[])[], depth = 1): string[] {
  return table(columns, body, { width: page.width, indent: INDENT * depth, gap: 2, header: page.palette.dim });
}

export function spark(page: Page, values: readonly (number | null)[]): Cell {
  return { text: (width) => sparkline(values, width), paint: page.palette.cyan };
}

/** Joins consecutive dates and lists the first few. */
export function dateList(page: Page, dates: readonly LocalDate[]): string {
  const { words } = page;
  const spans = dateRanges(dates).map(({ from, to }) =>
    from === to ? dateName(page, from) : `${dateName(page, from)}…${dateName(page, to)}`,
  );
  const named = spans.slice(0, MOST_DATES).join(words.comma);
  const rest = spans.length - MOST_DATES;
  return rest > 0 ? `${named}${words.comma}${words.more(integerText(rest))}` : named;
}

/** Omits the year if all days of the log share it. */
export function dateName(page: Page, date: LocalDate): string {
  const { from, to } = page.group.days;
  return from.slice(0, 4) === to.slice(0, 4) && date.slice(0, 4) === from.slice(0, 4) ? shortDate(date) : date;
}

export function timeName(page: Page, instant: string): string {
  const time = localTime(instant, page.group.timezone);
  return `${dateName(page, time.slice(0, 10))} ${time.slice(11)}`;
}

/** The rule's source on one line, or its place if the source is not available. */
export function ruleText(page: Pick<Page, 'policy' | 'sourceText'>, range: SourceRange): string {
  const text = page.sourceText(range);
  if (text !== null)
    return visible(
      text
        .replace(/\/\/[^\n]*/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  return `${page.policy.files[range.file]?.path ?? '?'}:${range.startLine}`;
}

/** A condition's source, with how long it has to hold. */
export function conditionText(
  page: Pick<Page, 'policy' | 'sourceText' | 'words'>,
  range: SourceRange,
  held: Duration | null,
): string {
  const text = ruleText(page, range);
  return held === null ? text : `${text} ${page.words.heldFor(held.amount, held.unit)}`;
}

/** `vip.jsonl:120, 131, 140` and the number of further ones. */
export function places(page: Page, evidence: Evidence): string {
  const shown = evidence.events.slice(-page.evidence);
  const parts: string[] = [];
  let lastFile = -1;
  for (const reference of shown) {
    const file = reference.file === lastFile ? '' : `${fileName(page.outcome.log.files, reference.file)}:`;
    parts.push(`${file}${reference.line}`);
    lastFile = reference.file;
  }
  const rest = evidence.count - shown.length;
  return [parts.join(', '), ...(rest > 0 ? [page.words.more(integerText(rest))] : [])]
    .filter((part) => part !== '')
    .join(page.words.comma);
}

/** One line of at most `width` cells per listed event: place, time, and text if available. */
export function quotes(page: Page, evidence: Evidence, width: number): string[] {
  const shown = evidence.events.slice(-Math.min(page.evidence, MOST_QUOTES));
  return shown.map((reference) => {
    const place = `${fileName(page.outcome.log.files, reference.file)}:${reference.line}`;
    const text = page.evidenceText(reference);
    const line = `${place} ${timeName(page, reference.at)}`;
    const room = width - cells(line) - 3;
    if (text === null || room < LEAST_QUOTE) return page.palette.dim(line);
    return `${page.palette.dim(line)} “${truncate(visible(text.replace(/\s+/g, ' ').trim()), room)}”`;
  });
}

export type Verdict = 'good' | 'bad' | 'unknown' | 'none';

export function mark(page: Page, verdict: Verdict): Cell {
  const { palette } = page;
  if (verdict === 'good') return { text: '✓', paint: palette.green };
  if (verdict === 'bad') return { text: '✗', paint: palette.red };
  if (verdict === 'unknown') return { text: '?', paint: palette.yellow };
  return { text: '·', paint: palette.dim };
}

export function markText(page: Page, verdict: Verdict): string {
  const { text, paint } = mark(page, verdict);
  return typeof text === 'string' && paint !== undefined ? paint(text) : '';
}

export const wholly = (unknowns: Unknowns): boolean =>
  unknowns.evaluations > 0 && unknowns.unknown === unknowns.evaluations;
