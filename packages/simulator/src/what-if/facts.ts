/** A group's outcome as facts keyed by clause, not by list position, so that runs can be compared. */
import { DAY, dateText, localMicros } from '@steward/time';
import type { GroupOutcome } from '../outcome/outcome.ts';
import type { ClauseReference, CountChange } from './changes.ts';

interface Count {
  what: CountChange['what'];
  name: string;
  count: number;
}

interface Series {
  judged: ClauseReference;
  verdicts: Map<string, string>;
}

export function countsOf(outcome: GroupOutcome | null): Map<string, Count> {
  if (outcome === null) return new Map();
  const { members, tiers, content, actions } = outcome;
  const { capacity, nickname } = members;
  const counts: Count[] = [
    ...tiers.map((tier): Count => ({ what: 'tier', name: tier.tier, count: tier.members })),
    ...content.categories.map((one): Count => ({ what: 'category', name: one.category, count: one.messages })),
    { what: 'uncategorised', name: '', count: content.uncategorised },
    ...content.bans.map((ban): Count => ({ what: 'ban', name: ban.lexicon, count: ban.evidence.count })),
    ...actions.byAction.map((one): Count => ({ what: 'prevented', name: one.action, count: one.prevented })),
    ...(capacity === null ? [] : [{ what: 'over-capacity', name: '', count: capacity.daysOver } as const]),
    ...(nickname === null ? [] : [{ what: 'nickname', name: '', count: nickname.mismatched } as const]),
  ];
  // An action that prevents nothing equals one that is not taken.
  const kept = counts.filter(({ what, count }) => what !== 'prevented' || count > 0);
  return keyed(kept, ({ what, name }) => `${what} ${name}`);
}

export function verdictsOf(outcome: GroupOutcome | null): Map<string, Series> {
  if (outcome === null) return new Map();
  const { content, health, campaigns, cadence, lifecycle, days } = outcome;
  const daily = (verdicts: readonly string[]): Map<string, string> =>
    new Map(verdicts.map((verdict, day) => [dateText(dayOf(days.from) + day), verdict]));
  const periodic = (periods: readonly { start: string; verdict: string }[]): Map<string, string> =>
    new Map(periods.map(({ start, verdict }) => [start, verdict]));
  const series: Series[] = [
    ...content.mixes.map(
      (mix): Series => ({
        judged: { what: 'mix', name: mix.period },
        verdicts: periodic(mix.periods),
      }),
    ),
    ...content.caps.map(
      (cap): Series => ({
        judged: { what: 'cap', name: cap.category },
        verdicts: periodic(cap.periods),
      }),
    ),
    ...content.slots.map(
      (slot): Series => ({
        judged: { what: 'slot', name: slot.slot },
        verdicts: daily(slot.byDay),
      }),
    ),
    ...health.map((one): Series => ({ judged: { what: 'health', name: one.dimension }, verdicts: daily(one.byDay) })),
    ...campaigns.map(
      (one): Series => ({
        judged: { what: 'campaign', name: one.campaign },
        verdicts: new Map(
          one.runs.map((run) => [
            run.start,
            [run.cause, ...(run.pausedAt === null ? [] : ['paused']), ...run.goals.map(({ verdict }) => verdict)].join(
              ' ',
            ),
          ]),
        ),
      }),
    ),
    ...cadence.map(
      (one): Series => ({
        judged: { what: 'cadence', name: one.size },
        verdicts: periodic(one.periods),
      }),
    ),
    ...(lifecycle === null ? [] : [{ judged: { what: 'stage', name: '' } as const, verdicts: stages(lifecycle) }]),
  ];
  return keyed(series, ({ judged }) => `${judged.what} ${judged.name}`);
}

function stages({ stretches }: NonNullable<GroupOutcome['lifecycle']>): Map<string, string> {
  const verdicts = new Map<string, string>();
  for (const { stage, from, to } of stretches) {
    if (stage === null) continue;
    for (let day = dayOf(from); day <= dayOf(to); day += 1) verdicts.set(dateText(day), stage);
  }
  return verdicts;
}

/** Days since 1970. */
export function dayOf(date: string): number {
  return localMicros(date) / DAY;
}

/** Clauses with equal names are numbered in order. */
function keyed<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  for (const value of values) {
    const key = keyOf(value);
    let unique = key;
    for (let again = 2; found.has(unique); again += 1) unique = `${key} ${again}`;
    found.set(unique, value);
  }
  return found;
}
