/** What the scenarios showed: for people, as JSON, as JUnit's XML. */
import { failureLines, type JunitCase, junitXml, type Palette } from '@steward/report';
import type { Locale } from '../environment.ts';
import type { TestedFile, TestedScenario } from './run-file.ts';

type Results = NonNullable<TestedScenario['result']>['expectations'];

/** One scenario with its failures. */
export function prettyScenario(tested: TestedScenario, file: TestedFile, locale: Locale, palette: Palette): string {
  const { scenario, result, fault } = tested;
  const at = `${file.file}:${scenario.range.startLine}:${scenario.range.startColumn}`;
  if (fault !== null) {
    const details = [fault.message, ...fault.details].map((line) => `    ${line}`);
    return lines([`${palette.red('✗')} ${scenario.title}  ${palette.dim(at)}`, ...details]);
  }
  const failed = failures(result?.expectations ?? []);
  if (failed.length === 0) return lines([`${palette.green('✓')} ${scenario.title}  ${palette.dim(at)}`]);
  return lines([
    `${palette.red('✗')} ${palette.bold(scenario.title)}  ${palette.dim(at)}`,
    ...failed.flatMap((one) => {
      const { startLine, startColumn } = one.expectation.range;
      return [
        `  ${palette.bold(`${file.file}:${startLine}:${startColumn}`)}  ${written(file, one)}`,
        ...failureLines(one, { locale, sourceText: file.sourceText }).map((line) => `    ${line}`),
      ];
    }),
  ]);
}

/** One line: what was expected, whether it held, and what was the case, as data and as sentences in both languages. */
export function jsonScenario({ scenario, seconds, result, fault }: TestedScenario, file: TestedFile): string {
  const { sourceText } = file;
  return `${JSON.stringify({
    file: file.file,
    line: scenario.range.startLine,
    column: scenario.range.startColumn,
    title: scenario.title,
    group: scenario.group,
    met: result?.met ?? false,
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

function junitCase({ scenario, seconds, result, fault }: TestedScenario, file: TestedFile, locale: Locale): JunitCase {
  return {
    name: scenario.title,
    className: scenario.group,
    seconds,
    error: fault === null ? null : [fault.message, ...fault.details].join('\n'),
    failures: failures(result?.expectations ?? []).map((one) => {
      const { startLine, startColumn } = one.expectation.range;
      const told = failureLines(one, { locale, sourceText: file.sourceText });
      return { message: written(file, one), text: [`${file.file}:${startLine}:${startColumn}`, ...told].join('\n') };
    }),
  };
}

function failures(results: Results): Results {
  return results.filter(({ met }) => !met);
}

function written(file: TestedFile, { expectation }: Results[number]): string {
  return file.sourceText(expectation.range).replace(/\s+/g, ' ').trim();
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
