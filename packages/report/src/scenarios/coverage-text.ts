/** Coverage as text: a table by kind of clause, then uncovered clauses with their places. */
import { integerText } from '@steward/numbers';
import type { BoundCoverage, CoveredKind, GroupCoverage } from '@steward/simulator';
import { type Locale, visibleIn } from '@steward/text';
import { type Cell, type Column, table } from '../layout/table.ts';
import type { Palette } from '../palette.ts';
import { coverageTotals, type PlacedClause } from './coverage-sum.ts';
import { COVERAGE_WORDS, type CoverageWords } from './coverage-words.ts';

export interface CoverageTextOptions {
  locale: Locale;
  palette: Palette;
}

const MOST_OVERLOOKED = 10;
const GAP = '  ';
/** Wider than any row. */
const WIDTH = 100;

/**
 * @param clauses without duplicates: {@link sumCoverage}
 * @param groups of each run: what of the logs was looked at
 */
export function coverageText(
  placed: readonly PlacedClause[],
  covered: readonly Omit<GroupCoverage, 'clauses'>[],
  { locale, palette }: CoverageTextOptions,
): string {
  const clauses = visibleIn(placed);
  const groups = visibleIn(covered);
  const words = COVERAGE_WORDS[locale];
  const lines = [
    palette.bold(words.title),
    ...tableLines(clauses, words, palette),
    ...uncoveredLines(clauses, words, palette),
    ...boundLines(clauses, words, palette),
    ...overlookedLines(groups, words),
  ];
  return `${lines.join('\n')}\n`;
}

function tableLines(clauses: readonly PlacedClause[], words: CoverageWords, palette: Palette): string[] {
  const kinds = [...new Set(clauses.map(({ kind }) => kind))].sort((a, b) => places(words, a) - places(words, b));
  const row = (name: string, of: readonly PlacedClause[]): Cell[] => {
    const { points, covered, percent } = coverageTotals(of);
    const shown = [name, integerText(of.length), `${integerText(covered)}/${integerText(points)}`, `${percent}%`];
    return shown.map((text) => ({ text }));
  };
  const rows = kinds.map((kind) =>
    row(
      words.kind[kind],
      clauses.filter((clause) => clause.kind === kind),
    ),
  );
  const columns: Column[] = [
    { header: '', align: 'left' },
    { header: words.header.clauses, align: 'right' },
    { header: words.header.covered, align: 'right' },
    { header: words.header.share, align: 'right' },
  ];
  const style = { width: WIDTH, indent: GAP.length, gap: GAP.length, header: palette.dim };
  return table(columns, [...rows, row(words.all, clauses)], style);
}

function places(words: CoverageWords, kind: CoveredKind): number {
  return Object.keys(words.kind).indexOf(kind);
}

function uncoveredLines(clauses: readonly PlacedClause[], words: CoverageWords, palette: Palette): string[] {
  const lines = clauses.flatMap((clause) => {
    const missing = clause.points.filter(({ hits }) => hits === 0).map(({ name }) => words.never[name]);
    if (missing.length === 0) return [];
    const unknown = clause.unknown > 0 ? [words.onlyUnknown(integerText(clause.unknown))] : [];
    const { startLine, startColumn } = clause.range;
    const at = palette.dim(`${clause.file}:${startLine}:${startColumn}`);
    return [`${GAP}${at}  ${words.kind[clause.kind]} ${clause.name}: ${[...missing, ...unknown].join(words.list)}`];
  });
  return lines.length === 0 ? [] : [words.notCovered, ...lines];
}

function boundLines(clauses: readonly PlacedClause[], words: CoverageWords, palette: Palette): string[] {
  const bounds = clauses.flatMap(({ file, bounds: own }) => own.map((bound) => ({ file, bound })));
  const lines = bounds.flatMap(({ file, bound }) => {
    const missing = unseen(bound, words);
    if (missing.length === 0) return [];
    const { startLine, startColumn } = bound.range;
    const line = words.boundNotSeen(bound.text, missing.join(words.list));
    return [`${GAP}${palette.dim(`${file}:${startLine}:${startColumn}`)}  ${line}`];
  });
  if (lines.length === 0) return [];
  return [words.boundsTitle(integerText(bounds.length - lines.length), integerText(bounds.length)), ...lines];
}

function unseen({ below, at, above }: BoundCoverage, words: CoverageWords): string[] {
  return [
    ...(below ? [] : [words.bound.below]),
    ...(at === false ? [words.bound.at] : []),
    ...(above ? [] : [words.bound.above]),
  ];
}

function overlookedLines(groups: readonly Omit<GroupCoverage, 'clauses'>[], words: CoverageWords): string[] {
  const sum = (read: (group: Omit<GroupCoverage, 'clauses'>) => number): string =>
    integerText(groups.reduce((total, group) => total + read(group), 0));
  const signals = new Map<string, number>();
  for (const { signal, count } of groups.flatMap(({ unread }) => unread)) {
    signals.set(signal, (signals.get(signal) ?? 0) + count);
  }
  const unread = [...signals].map(([signal, count]) => `${signal} ${integerText(count)}`).join(words.list);
  const members = groups.flatMap(({ overlooked }) => overlooked);
  const rest = members.length - MOST_OVERLOOKED;
  const shown = [...members.slice(0, MOST_OVERLOOKED), ...(rest > 0 ? [words.more(integerText(rest))] : [])];
  const unreadCount = integerText([...signals.values()].reduce((total, count) => total + count, 0));
  return [
    ...(signals.size === 0
      ? []
      : [
          words.unread(
            unreadCount,
            sum(({ events }) => events),
            unread,
          ),
        ]),
    ...(members.length === 0
      ? []
      : [
          words.overlooked(
            integerText(members.length),
            sum(({ members: count }) => count),
            shown.join(words.list),
          ),
        ]),
  ];
}
