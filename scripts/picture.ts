/**
 * Draws the README's pictures from the command's actual output.
 *
 *   node scripts/picture.ts        write docs/report.en.svg and docs/report.zh.svg
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { terminalSvg } from './picture/svg.ts';

const ROOT = dirname(import.meta.dirname);
const COLUMNS = 100;
const RULES = 'examples/service-beauty/beauty.group';

/** The sections of the report to show, by title; the whole report would make too large a picture. */
const SHOWN: Record<'en' | 'zh', readonly string[]> = {
  en: ['Tiers', 'Health', 'Risks'],
  zh: ['用户分层', '健康度', '风险'],
};
/** Maximum number of lines per section. */
const MOST_LINES = 22;

mkdirSync(join(ROOT, 'docs'), { recursive: true });
for (const locale of ['en', 'zh'] as const) {
  const lines = excerpt(report(locale), SHOWN[locale]);
  const path = join(ROOT, 'docs', `report.${locale}.svg`);
  writeFileSync(path, terminalSvg(`steward simulate ${RULES}${locale === 'zh' ? ' --lang zh' : ''}`, lines, COLUMNS));
  console.log(`docs/report.${locale}.svg: ${lines.length} lines`);
}

function report(locale: 'en' | 'zh'): string[] {
  const args = ['scripts/steward.mjs', 'simulate', RULES, '--lang', locale, '--color'];
  const result = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: String(COLUMNS) },
  });
  if (result.status !== 0) throw new Error(`steward ended with ${result.status}:\n${result.stderr}`);
  return result.stdout.trimEnd().split('\n');
}

/** The head, then the requested sections; an ellipsis marks omitted lines. */
function excerpt(lines: readonly string[], titles: readonly string[]): string[] {
  const sections: string[][] = [[]];
  for (const line of lines) {
    if (line === '') sections.push([]);
    else sections.at(-1)?.push(line);
  }
  const isShown = (section: readonly string[]): boolean => titles.some((title) => plain(section[0] ?? '') === title);
  const head = sections.find((section) => plain(section[0] ?? '').startsWith('──')) ?? [];
  const parts = [head, ...sections.filter(isShown)];
  return parts.flatMap((part) => {
    const cut = part.length > MOST_LINES ? [...part.slice(0, MOST_LINES), '    \u001b[2m…\u001b[22m'] : part;
    return [...cut, ''];
  });
}

function plain(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the escape character.
  return line.replace(/\u001b\[[0-9;]*m/g, '');
}
