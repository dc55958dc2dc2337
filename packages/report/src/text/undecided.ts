/** What could not be decided, and why: by the signal that the log lacks, or the days. */

import type { Signal } from '@steward/events';
import type { Condition, LocalDate } from '@steward/policy';
import type { Unknowns } from '@steward/simulator';
import type { Reason } from '../locale/catalogue.ts';
import { daysLookedBack } from '../values/conditions.ts';
import { addDays } from '../values/dates.ts';
import { integer } from '../values/numbers.ts';
import { dateName, type Page, paragraph, section } from './page.ts';

type Counted = 'member-days' | 'periods' | 'days';

interface Clause {
  name: string;
  counted: Counted;
  unknowns: Unknowns;
  conditions: readonly Condition[];
}

const REASONS = ['beforeLog', 'unknownStart', 'periodRunning', 'noBase'] as const satisfies readonly Reason[];

export function undecidedLines(page: Page): string[] {
  const clauses = clausesOf(page).filter(({ unknowns }) => unknowns.unknown > 0);
  const { words } = page;
  if (clauses.length === 0) return section(page, words.undecided, paragraph(page, words.everythingDecided));
  const lines = [
    ...missingSignalLines(page, clauses),
    ...REASONS.flatMap((reason) => reasonLines(page, reason, clauses)),
  ];
  return section(page, words.undecided, lines);
}

function clausesOf(page: Page): Clause[] {
  const { group, rules, words, names } = page;
  const tiers = group.tiers.map((outcome, index): Clause => {
    const when = rules.tiers[index]?.when ?? null;
    return {
      name: words.clause.tier(names.short(outcome.tier)),
      counted: 'member-days',
      unknowns: outcome.unknowns,
      conditions: when === null ? [] : [when],
    };
  });
  const mixes = group.content.mixes.map(
    (outcome): Clause => ({
      name: words.clause.mix(words.per[outcome.period]),
      counted: 'periods',
      unknowns: outcome.unknowns,
      conditions: [],
    }),
  );
  const caps = group.content.caps.map(
    (outcome): Clause => ({
      name: words.clause.cap(names.short(outcome.category)),
      counted: 'periods',
      unknowns: outcome.unknowns,
      conditions: [],
    }),
  );
  const health = group.health.map((outcome, index): Clause => {
    const goals = rules.health[index]?.goals ?? [];
    return {
      name: words.clause.health(names.short(outcome.dimension)),
      counted: 'days',
      unknowns: outcome.unknowns,
      conditions: goals.map((goal) => goal.when),
    };
  });
  const risks = group.risks.map((outcome, index): Clause => {
    const when = rules.risks[index]?.when;
    return {
      name: words.clause.risk(names.short(outcome.risk)),
      counted: 'days',
      unknowns: outcome.unknowns,
      conditions: when === undefined ? [] : [when],
    };
  });
  const stages = (group.lifecycle?.stages ?? []).map((outcome, index): Clause => {
    const when = rules.lifecycle?.stages[index]?.when ?? null;
    return {
      name: words.clause.stage(names.short(outcome.stage)),
      counted: 'days',
      unknowns: outcome.unknowns,
      conditions: when === null ? [] : [when],
    };
  });
  return [...tiers, ...mixes, ...caps, ...health, ...risks, ...stages];
}

/** Clauses that lack the same signals stand together. */
function missingSignalLines(page: Page, clauses: readonly Clause[]): string[] {
  const { words, palette, names } = page;
  const lacking = clauses.filter(({ unknowns }) => unknowns.reasons.missingSignal > 0);
  const bySignals = Map.groupBy(lacking, ({ unknowns }) => unknowns.missingSignals.join('\0'));
  const lines = [...bySignals.values()].flatMap((together) => {
    const signals = (together[0]?.unknowns.missingSignals ?? [])
      .map((signal: Signal) => names.signal(signal))
      .join(words.comma);
    return [
      ...paragraph(page, palette.yellow(words.missingSignals(signals)), 1, 2),
      ...together.flatMap((clause) => clauseLine(page, clause, clause.unknowns.reasons.missingSignal, null)),
    ];
  });
  return lines.length === 0 ? [] : [...lines, ...paragraph(page, palette.dim(words.missingSignalHint), 2)];
}

function reasonLines(page: Page, reason: (typeof REASONS)[number], clauses: readonly Clause[]): string[] {
  const lacking = clauses.filter(({ unknowns }) => unknowns.reasons[reason] > 0);
  if (lacking.length === 0) return [];
  return [
    ...paragraph(page, page.palette.yellow(page.words.reason[reason]), 1, 2),
    ...lacking.flatMap((clause) =>
      clauseLine(
        page,
        clause,
        clause.unknowns.reasons[reason],
        reason === 'beforeLog' ? daysLacking(page, clause) : null,
      ),
    ),
  ];
}

function clauseLine(page: Page, clause: Clause, unknown: number, note: string | null): string[] {
  const { words } = page;
  const count = words.ofEvaluations(integer(unknown), integer(clause.unknowns.evaluations), clause.counted);
  const text = `${clause.name}${words.colon}${count}${note === null ? '' : ` · ${note}`}`;
  return paragraph(page, text, 2, 2);
}

/** Which days before the log the longest trailing window of a clause would have to see; null where it has none. */
function daysLacking(page: Page, clause: Clause): string | null {
  const back = clause.conditions.reduce((most, condition) => Math.max(most, daysLookedBack(condition)), 0);
  if (back === 0) return null;
  const first: LocalDate = page.group.days.from;
  return page.words.lacking(addDays(first, -back), addDays(first, -1), dateName(page, addDays(first, back)));
}
