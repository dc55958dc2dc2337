/** Runs a file's scenarios: failures at their expectations, and coverage of the rules. */
import type { Scenario, SourceRange } from '@steward/policy';
import { failureLines, type PlacedClause, sumCoverage } from '@steward/report';
import { ScenarioFault } from '@steward/sessions/scenario-fault';
import type { ScenarioSource } from '@steward/sessions/scenario-logs';
import { comparedSnapshots } from '@steward/sessions/scenario-snapshots';
import { ownScenarios, placedClauses, type ScenarioRunResult, tryScenario } from '@steward/sessions/scenarios';
import { besideFile } from '@steward/sessions/sources';
import { compile } from '@steward/simulator';
import { type Locale, sentences } from '@steward/text';
import type { FileCoverage, ScenarioRun } from '../../protocol.ts';
import { protocolRange } from '../../results/lines.ts';
import type { Hello, HostAsks } from '../messages.ts';
import type { Sources } from '../sources.ts';
import { uriOfFile } from '../summary.ts';

type Ask = HostAsks['scenarios']['ask'];
type Failure = ScenarioRun['failures'][number];

interface RunContext {
  locale: Locale;
  file: string;
  policy: Ask['rules']['policy'];
  sourceText: (range: SourceRange) => string;
}

/** One after the other, handling incoming messages in between. */
export async function runScenarios(
  { rules, titles, coverage }: Ask,
  { file, locale }: Hello,
  sources: Sources,
): Promise<HostAsks['scenarios']['answer']> {
  const { policy } = rules;
  const source: ScenarioSource = { policy, program: compile(policy), file };
  const reader = sources.reader(policy);
  const context: RunContext = { locale, file, policy, sourceText: (range) => reader(range) ?? '' };
  const runs: ScenarioRunResult[] = [];
  const results: ScenarioRun[] = [];
  for (const scenario of ownScenarios(policy).filter(({ title }) => titles?.includes(title) ?? true)) {
    const run = await tryScenario(source, scenario, coverage);
    runs.push(run);
    results.push(runResult(run, context));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { results, coverage: coverage ? byFile(placedClauses(source, runs), locale) : [] };
}

function runResult(run: ScenarioRunResult, context: RunContext): ScenarioRun {
  const { scenario, result, seconds, fault } = run;
  const title = scenario.title;
  const milliseconds = 1_000 * seconds;
  if (result === null) {
    const state = 'errored';
    return { title, state, milliseconds, failures: fault === null ? [] : [faultAt(scenario, fault, context)] };
  }
  try {
    const failures = [...unmet(result.expectations, context), ...differing(run, context)];
    return { title, state: failures.length === 0 ? 'passed' : 'failed', milliseconds, failures };
  } catch (error) {
    if (!(error instanceof ScenarioFault)) throw error;
    return { title, state: 'errored', milliseconds, failures: [faultAt(scenario, error, context)] };
  }
}

function unmet(expectations: NonNullable<ScenarioRunResult['result']>['expectations'], context: RunContext): Failure[] {
  return expectations
    .filter(({ met }) => !met)
    .map((one) => {
      const { range } = one.expectation;
      const expected = context.sourceText(range).replace(/\s+/g, ' ').trim();
      const lines = failureLines(one, context);
      return failureAt(range, [expected, ...lines].join('\n'), expected, lines[0] ?? null, context);
    });
}

function differing({ scenario, result }: ScenarioRunResult, context: RunContext): Failure[] {
  return comparedSnapshots(context, scenario, result?.outcomes ?? []).flatMap(({ range, comparison, lines }) =>
    comparison.state === 'same' ? [] : [failureAt(range, lines(context.locale).join('\n'), null, null, context)],
  );
}

/** Reported at the scenario's first line, because no single expectation is at fault. */
function faultAt({ range }: Scenario, { text, details }: ScenarioFault, context: RunContext): Failure {
  const { locale } = context;
  const first = { ...range, endLine: range.startLine, endColumn: range.startColumn + 1 };
  return failureAt(first, [text[locale], ...details[locale]].join('\n'), null, null, context);
}

function failureAt(
  range: SourceRange,
  message: string,
  expected: string | null,
  actual: string | null,
  { policy, file }: RunContext,
): Failure {
  const uri = uriOfFile(besideFile(file, policy.files[range.file]?.path ?? ''));
  return { uri, range: protocolRange(range), message, expected, actual };
}

const WORDS = sentences({
  points: sentences({
    true: { en: 'true', zh: '成立' },
    false: { en: 'false', zh: '不成立' },
    kept: { en: 'kept', zh: '达到' },
    missed: { en: 'missed', zh: '未达到' },
    happened: { en: 'happened', zh: '发生' },
  }),
  bound: sentences({
    below: { en: 'just below', zh: '略低' },
    at: { en: 'at it', zh: '正好' },
    above: { en: 'just above', zh: '略高' },
  }),
});

type PointWords = (typeof WORDS)['en'];

function byFile(clauses: readonly PlacedClause[], locale: Locale): FileCoverage[] {
  const files = new Map<string, FileCoverage>();
  for (const clause of sumCoverage(clauses)) {
    // Nobody has to cover the prelude.
    if (clause.file.includes('prelude:')) continue;
    const uri = uriOfFile(clause.file);
    const file = files.get(uri) ?? { uri, clauses: [] };
    files.set(uri, file);
    file.clauses.push(covered(clause, WORDS[locale]));
  }
  return [...files.values()];
}

function covered({ range, name, points, bounds }: PlacedClause, words: PointWords): FileCoverage['clauses'][number] {
  const seen = bounds.flatMap(({ text, below, at, above }) =>
    [
      { name: `${text}: ${words.bound.below}`, seen: below },
      { name: `${text}: ${words.bound.at}`, seen: at },
      { name: `${text}: ${words.bound.above}`, seen: above },
    ].flatMap((side) => (side.seen === null ? [] : [{ name: side.name, hits: side.seen ? 1 : 0 }])),
  );
  const own = points.map((point) => ({ name: words.points[point.name], hits: point.hits }));
  return {
    range: protocolRange(range),
    name,
    hits: points.reduce((sum, { hits }) => sum + hits, 0),
    points: [...own, ...seen],
  };
}
