/** Content of a hover before it is Markdown, gathered per kind of clause. */
import type { SourceRange } from '@steward/policy';
import { localTime } from '@steward/report';
import type { EventReference, Evidence, GroupOutcome, Outcome, Unknowns } from '@steward/simulator';
import type { Instant } from '@steward/time';
import type { Chart } from '../chart/chart.ts';
import type { Formatter } from '../formatter.ts';

export interface FactTable {
  header: string[];
  /** Plain text, except in {@link code} columns. */
  rows: string[][];
  /** Columns of numbers. */
  right: number[];
  /** Columns of rules as written. */
  code: number[];
}

export interface Facts {
  chart: Chart | null;
  tables: FactTable[];
  /** Plain sentences. */
  notes: string[];
  evidence: Evidence | null;
  unknowns: { of: Unknowns; counted: 'member-days' | 'periods' | 'days' } | null;
}

export const NO_FACTS: Facts = { chart: null, tables: [], notes: [], evidence: null, unknowns: null };

/** Helpers for facts. */
export interface FactsView {
  formatter: Formatter;
  log: Outcome['log'];
  /** Source of a rule; null if not available. */
  sourceText: (range: SourceRange) => string | null;
}

export function table(header: string[], rows: string[][], right: number[] = [], code: number[] = []): FactTable[] {
  return rows.length === 0 ? [] : [{ header, rows, right, code }];
}

/** Drops columns that are empty in every row. */
export function used(facts: FactTable): FactTable {
  const kept = facts.header.map((_, i) => i).filter((i) => i === 0 || facts.rows.some((row) => (row[i] ?? '') !== ''));
  const pick = (cells: readonly string[]): string[] => kept.map((i) => cells[i] ?? '');
  const moved = (columns: readonly number[]): number[] => columns.map((i) => kept.indexOf(i)).filter((i) => i >= 0);
  return { header: pick(facts.header), rows: facts.rows.map(pick), right: moved(facts.right), code: moved(facts.code) };
}

export function time(formatter: Formatter, instant: Instant, group: GroupOutcome): string {
  return `${formatter.dayOf(instant, group)} ${localTime(instant, group.timezone).slice(11)}`;
}

export function rule(view: FactsView, range: SourceRange): string {
  const text = view.sourceText(range);
  return text === null
    ? ''
    : text
        .replace(/\/\/[^\n]*/g, '')
        .replace(/\s+/g, ' ')
        .trim();
}

/** The first few, and the number of further ones. */
export function few(formatter: Formatter, names: readonly string[], most: number): string {
  const rest = names.length - most;
  const shown = names.slice(0, most).join(formatter.words.comma);
  return rest > 0 ? `${shown}${formatter.words.comma}${formatter.words.more(String(rest))}` : shown;
}

/** Merges evidence, keeping the latest events. */
export function together(parts: readonly Evidence[]): Evidence | null {
  const events: EventReference[] = parts
    .flatMap((part) => part.events)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return count === 0 ? null : { count, events };
}
