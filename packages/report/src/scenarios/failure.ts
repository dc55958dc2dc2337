/** Why an expectation failed: the actual result and the conditions behind it with their values. Plain text, one line per entry. */
import type { Expectation, SourceRange } from '@steward/policy';
import { type ExpectationResult, type Explanation, type Fact, forbids, type Observation } from '@steward/simulator';
import { type Locale, visibleIn } from '@steward/text';
import { CATALOGUE } from '../locale/catalogue.ts';
import { localTime } from '../values/dates.ts';
import { conditionLines, type LineContext } from './condition-lines.ts';
import { SCENARIO_WORDS, type ScenarioWords } from './words.ts';

export interface FailureOptions {
  locale: Locale;
  /** Source of the rules at a place; empty if unknown. */
  sourceText: (range: SourceRange) => string;
}

/** An expectation and, if it failed, the conditions behind the actual result. */
export type ExplainedResult = ExpectationResult & { explanation: Explanation | null };

const INDENT = '  ';
const MOST = 6;

/** @returns lines in the given language; none if the expectation is met */
export function failureLines(relevant: ExplainedResult, options: FailureOptions): string[] {
  if (relevant.met) return [];
  const result = visibleIn(relevant);
  const context: LineContext = {
    words: SCENARIO_WORDS[options.locale],
    catalogue: CATALOGUE[options.locale],
    sourceText: options.sourceText,
  };
  const { words } = context;
  const several = result.observed.length > 1;
  const facing = result.observed.filter(({ holds }) => !forbids(result.expectation) || holds);
  const facts = facing.slice(0, MOST).flatMap((observation) => {
    const lines = observationLines(result.expectation, observation, context);
    return several ? [words.inGroup(observation.group), ...lines.map((line) => INDENT + line)] : lines;
  });
  const rest = facing.length > MOST ? [words.more(facing.length - MOST)] : [];
  return [...facts, ...rest, ...explanationLines(result, context)];
}

function observationLines(expectation: Expectation, observation: Observation, { words }: LineContext): string[] {
  const { on, until } = expectation;
  const { from, to } = observation.days;
  const first = on?.slice(0, 10) ?? from;
  const last = until?.slice(0, 10) ?? first;
  if (last < from || first > to) return [words.outsideDays(until === null ? first : `${on} – ${until}`, from, to)];
  const { count } = expectation;
  const counted = count === null ? [] : [words.counted(observation.times, count.bound, count.times)];
  return [...counted, ...factLines(expectation, observation, words)];
}

function factLines(expectation: Expectation, { fact, timezone }: Observation, words: ScenarioWords): string[] {
  switch (fact.kind) {
    case 'tier':
      return tierLines(expectation, fact, words);
    case 'members':
      return membersLines(expectation, fact, words);
    case 'risk':
      return riskLines(expectation, fact, timezone, words);
    case 'breach':
      return breachLines(expectation, fact, words);
    case 'action':
      return actionLines(expectation, fact, timezone, words);
    case 'stage':
      return stageLines(expectation, fact, words);
    case 'mix':
      return mixLines(expectation, fact, words);
  }
}

function tierLines(
  expectation: Expectation,
  { member, stretches }: Extract<Fact, { kind: 'tier' }>,
  words: ScenarioWords,
): string[] {
  if (stretches.length === 0) return [words.neverSeen(member)];
  const forbidden = expectation.kind === 'tier' && forbids(expectation) ? expectation.tier : null;
  const context = stretches.filter(
    ({ state }) => forbidden === null || (state.kind === 'tier' && state.tier === forbidden),
  );
  const lines = context.slice(0, MOST).map(({ from, to, state, grace, unknown }) => {
    const when = from === to ? from : `${from} – ${to}`;
    const notes = [
      ...(grace ? [words.byGrace] : []),
      ...(unknown.length > 0 ? [words.couldNotDecide(unknown.join(words.list))] : []),
    ];
    const said =
      state.kind === 'tier'
        ? words.wasInTier(member, when, state.tier)
        : state.kind === 'none'
          ? words.wasInNoTier(member, when)
          : words.wasNoMember(member, when);
    return [said, ...notes].join(words.pause);
  });
  const rest = context.length - lines.length;
  return rest > 0 ? [...lines, words.more(rest)] : lines;
}

/** The day with the most members in the tier. */
function membersLines(
  expectation: Expectation,
  { byDay }: Extract<Fact, { kind: 'members' }>,
  words: ScenarioWords,
): string[] {
  if (expectation.kind !== 'tier') return [];
  const [first, ...rest] = byDay;
  if (first === undefined) return [];
  const fullest = rest.reduce((best, day) => (day.members.length > best.members.length ? day : best), first);
  const shown = fullest.members.slice(0, MOST);
  if (fullest.members.length > MOST) shown.push(words.more(fullest.members.length - MOST));
  return [words.membersIn(expectation.tier, fullest.on, fullest.members.length, shown.join(words.list))];
}

function riskLines(
  expectation: Expectation,
  { incidents, others }: Extract<Fact, { kind: 'risk' }>,
  timezone: string,
  words: ScenarioWords,
): string[] {
  const instead = others.length === 0 ? [] : [words.openInstead(others.join(words.list))];
  if (incidents.length === 0) return [words.noIncident('risk' in expectation ? expectation.risk : ''), ...instead];
  const shown = incidents
    .slice(0, MOST)
    .map(({ id, opened, closed }) =>
      words.incidentOpen(id, localTime(opened, timezone), closed === null ? null : localTime(closed, timezone)),
    );
  return incidents.length > MOST ? [...shown, words.more(incidents.length - MOST)] : shown;
}

function breachLines(
  expectation: Expectation,
  { byDay }: Extract<Fact, { kind: 'breach' }>,
  words: ScenarioWords,
): string[] {
  const health = 'health' in expectation ? expectation.health : '';
  const states = ['breach', 'healthy', 'unknown'] as const;
  return states.slice(0, forbids(expectation) ? 1 : states.length).flatMap((state) => {
    const days = byDay.filter((day) => day.state === state).map(({ on }) => on);
    if (days.length === 0) return [];
    const shown = days.length > MOST ? [...days.slice(0, MOST), words.more(days.length - MOST)] : days;
    return [words.breachDays(health, state, shown.join(words.list))];
  });
}

function actionLines(
  expectation: Expectation,
  { taken, others }: Extract<Fact, { kind: 'action' }>,
  timezone: string,
  words: ScenarioWords,
): string[] {
  if (expectation.kind !== 'action') return [];
  const { action, member, count } = expectation;
  const shown = taken
    .filter(({ members }) => count === null || member === null || members.includes(member))
    .slice(0, MOST)
    .map(({ at, members }) => words.actionTaken(action, localTime(at, timezone), members.join(words.list)));
  const rest = taken.length > MOST ? [words.more(taken.length - MOST)] : [];
  if (forbids(expectation) || (count !== null && shown.length > 0)) return [...shown, ...rest];
  if (taken.length > 0) return [words.takenForOthers(action, member ?? ''), ...shown, ...rest];
  const names = others.map((other) => (other.count > 1 ? `${other.action} ×${other.count}` : other.action));
  const instead = names.length === 0 ? words.noActionAtAll : words.takenInstead(names.join(words.list));
  return [words.actionNotTaken(action), instead];
}

function stageLines(
  expectation: Expectation,
  { stretches }: Extract<Fact, { kind: 'stage' }>,
  words: ScenarioWords,
): string[] {
  const forbidden = expectation.kind === 'stage' && forbids(expectation) ? expectation.stage : null;
  const relevant = stretches.filter(({ stage }) => forbidden === null || stage === forbidden);
  const lines = relevant.slice(0, MOST).map(({ stage, from, to }) => {
    const when = from === to ? from : `${from} – ${to}`;
    return stage === null ? words.inNoStage(when) : words.inStage(stage, when);
  });
  const rest = relevant.length - lines.length;
  return rest > 0 ? [...lines, words.more(rest)] : lines;
}

function mixLines(
  expectation: Expectation,
  { periods }: Extract<Fact, { kind: 'mix' }>,
  words: ScenarioWords,
): string[] {
  const forbidden = expectation.kind === 'mix' && forbids(expectation) ? expectation.verdict : null;
  const relevant = periods.filter(({ verdict }) => forbidden === null || verdict === forbidden);
  if (relevant.length === 0) return [words.noPeriod];
  const lines = relevant.slice(0, MOST).map(({ start, verdict, shares }) => {
    const counts = shares.map(({ category, messages }) => `${category} ${messages}`).join(words.list);
    return words.mixWas(start, verdict, counts);
  });
  const rest = relevant.length - lines.length;
  return rest > 0 ? [...lines, words.more(rest)] : lines;
}

/** Tiers up to the deciding one; all risks and goals. */
function explanationLines({ expectation, explanation, observed }: ExplainedResult, context: LineContext): string[] {
  if (explanation === null) return [];
  const { words } = context;
  const timezone = observed[0]?.timezone ?? 'UTC';
  const clauses = decisive(expectation, explanation);
  const lines = clauses.flatMap(({ clause, condition }) => {
    if (condition === null) return [`${INDENT}✓ ${clause}: ${words.otherwise}`];
    const [first = '', ...parts] = conditionLines(condition, context);
    return [`${INDENT}${clause}: ${first}`, ...parts.map((line) => INDENT + INDENT + line)];
  });
  return [headOf(explanation, timezone, words), ...lines];
}

function decisive(expectation: Expectation, { kind, clauses }: Explanation): Explanation['clauses'] {
  if (kind !== 'tier' || expectation.kind !== 'tier') return clauses;
  const asked = clauses.findIndex(({ clause }) => clause === expectation.tier);
  const winner = clauses.findIndex(({ condition }) => condition === null || condition.truth === 'true');
  return clauses.slice(0, Math.max(asked, winner) + 1);
}

function headOf(explanation: Explanation, timezone: string, words: ScenarioWords): string {
  if (explanation.kind === 'tier') return words.conditionsOn(explanation.member, explanation.on);
  return explanation.kind === 'risk'
    ? words.conditionAt(localTime(explanation.at, timezone))
    : words.goalsOn(explanation.on);
}
