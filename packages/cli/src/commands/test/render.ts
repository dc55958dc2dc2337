/** Results of scenarios: for people, as JSON, and as JUnit XML. */
import type { SourceRange } from '@steward/policy';
import { failureLines, type JunitCase, junitXml, type Palette } from '@steward/report';
import { type Locale, visible } from '@steward/text';
import { holds, type TestedFile, type TestedScenario } from './run-file.ts';
import type { TestedSnapshot } from './snapshots.ts';

type Results = NonNullable<TestedScenario['result']>['expectations'];

/** One scenario with its failures. */
export function prettyScenario(tested: TestedScenario, file: TestedFile, locale: Locale, palette: Palette): string {
  const { scenario, result, fault } = tested;
  const title = visible(scenario.title);
  const at = `${visible(file.file)}:${scenario.range.startLine}:${scenario.range.startColumn}`;
  if (fault !== null) {
    const details = [fault.message, ...fault.details].map((line) => `    ${visible(line)}`);
    return lines([`${palette.red('✗')} ${title}  ${palette.dim(at)}`, ...details]);
  }
  const failed = failures(result?.expectations ?? []);
  const changed = tested.snapshots.filter((snapshot) => snapshot.lines(locale).length > 0);
  if (failed.length + changed.length === 0) return lines([`${palette.green('✓')} ${title}  ${palette.dim(at)}`]);
  return lines([
    `${palette.red('✗')} ${palette.bold(title)}  ${palette.dim(at)}`,
    ...failed.flatMap((one) => {
      const { startLine, startColumn } = one.expectation.range;
      return [
        `  ${palette.bold(`${visible(file.file)}:${startLine}:${startColumn}`)}  ${visible(written(file, one))}`,
        ...failureLines(one, { locale, sourceText: file.sourceText }).map((line) => `    ${line}`),
      ];
    }),
    ...changed.flatMap((snapshot) => [
      `  ${palette.bold(visible(placeOf(file, snapshot)))}  ${visible(writtenAt(file, snapshot.range))}`,
      ...snapshot.lines(locale).map((line) => `    ${line}`),
    ]),
  ]);
}

/** One line: what was expected, whether it held, and what happened, as data and as sentences in both languages. */
export function jsonScenario(tested: TestedScenario, file: TestedFile): string {
  const { scenario, seconds, result, fault, snapshots } = tested;
  const { sourceText } = file;
  return `${JSON.stringify({
    file: file.file,
    line: scenario.range.startLine,
    column: scenario.range.startColumn,
    title: scenario.title,
    group: scenario.group,
    met: holds(tested),
    seconds: Math.round(seconds * 1_000) / 1_000,
    error: fault === null ? null : [fault.message, ...fault.details].join('\n'),
    expectations: (result?.expectations ?? []).map((one) => ({
      line: one.expectation.range.startLine,
      column: one.expectation.range.startColumn,
      text: written(file, one),
      met: one.met,
      observed: one.observed,
      explanation: one.explanation,
      message: one.met
        ? null
        : {
            en: failureLines(one, { locale: 'en', sourceText }).join('\n'),
            zh: failureLines(one, { locale: 'zh', sourceText }).join('\n'),
          },
    })),
    snapshots: snapshots.map((snapshot) => ({
      line: snapshot.range.startLine,
      column: snapshot.range.startColumn,
      path: snapshot.path,
      state: snapshot.comparison.state,
      written: snapshot.written,
      places: snapshot.comparison.state === 'different' ? snapshot.comparison.places : [],
      message: { en: snapshot.lines('en').join('\n'), zh: snapshot.lines('zh').join('\n') },
    })),
  })}\n`;
}

export function junit(files: readonly TestedFile[], locale: Locale): string {
  const tested = files.filter(({ scenarios }) => scenarios.length > 0);
  return junitXml(
    tested.map((file) => ({
      name: file.file,
      cases: file.scenarios.map((scenario) => junitCase(scenario, file, locale)),
    })),
  );
}

function junitCase(
  { scenario, seconds, result, fault, snapshots }: TestedScenario,
  file: TestedFile,
  locale: Locale,
): JunitCase {
  return {
    name: scenario.title,
    className: scenario.group,
    seconds,
    error: fault === null ? null : [fault.message, ...fault.details].join('\n'),
    failures: [
      ...failures(result?.expectations ?? []).map((one) => {
        const { startLine, startColumn } = one.expectation.range;
        const lines = failureLines(one, { locale, sourceText: file.sourceText });
        return { message: written(file, one), text: [`${file.file}:${startLine}:${startColumn}`, ...lines].join('\n') };
      }),
      ...snapshots.flatMap((snapshot) => {
        const lines = snapshot.lines(locale);
        const message = writtenAt(file, snapshot.range);
        return lines.length === 0 ? [] : [{ message, text: [placeOf(file, snapshot), ...lines].join('\n') }];
      }),
    ],
  };
}

function failures(results: Results): Results {
  return results.filter(({ met }) => !met);
}

function written(file: TestedFile, { expectation }: Results[number]): string {
  return writtenAt(file, expectation.range);
}

function writtenAt(file: TestedFile, range: SourceRange): string {
  return file.sourceText(range).replace(/\s+/g, ' ').trim();
}

function placeOf({ file }: TestedFile, { range }: TestedSnapshot): string {
  return `${file}:${range.startLine}:${range.startColumn}`;
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
