/** Files that belong to the program: beside the bundle in a release, in the package that owns them in the workspace. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { DashboardPage } from '@steward/report';

export const SCHEMAS = ['policy', 'outcome', 'diff', 'sweep', 'score', 'events'] as const;
export type SchemaName = (typeof SCHEMAS)[number];

const OWNERS: Record<SchemaName, string> = {
  policy: 'policy',
  outcome: 'simulator',
  diff: 'simulator',
  sweep: 'simulator',
  score: 'simulator',
  events: 'events',
};

/** Whether the program runs from its sources. */
export function fromSources(program: string): boolean {
  return program.endsWith('.ts');
}

/** @returns the schema's text; null if the release lacks it */
export function schemaText(program: string, name: SchemaName): string | null {
  const path = fromSources(program)
    ? `../../${OWNERS[name]}/schema/${name}.schema.json`
    : `./schema/${name}.schema.json`;
  return textAt(new URL(path, program));
}

/** The page of one of the checker's codes; null if there is none. */
export function rulePage(program: string, code: string): string | null {
  const url = rulePageUrl(program, code);
  return url === null ? null : textAt(url);
}

/** Where that page is. */
export function rulePageUrl(program: string, code: string): URL | null {
  if (!/^[a-z0-9-]+$/.test(code)) return null;
  const pages = pageFolders(program).flatMap((folder) => [
    new URL(`${code}.md`, folder),
    new URL(`${code}/${code}.md`, folder),
  ]);
  return pages.find((url) => existsSync(url)) ?? null;
}

/** Every code that has a page. */
export function rulePages(program: string): string[] {
  return pageFolders(program)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    .filter((path) => path.endsWith('.md'))
    .map((path) => path.replace(/^.*[\\/]/, '').slice(0, -'.md'.length))
    .sort();
}

/**
 * The dashboard's page. In the workspace it is built on demand, so it is never out of date.
 * @throws Error if the release lacks it
 */
export async function dashboardPage(program: string): Promise<DashboardPage> {
  if (fromSources(program)) {
    const workshop: { buildDashboard: () => Promise<DashboardPage> } = await import(
      new URL('../../../scripts/dashboard/build.ts', program).href
    );
    return workshop.buildDashboard();
  }
  const part = (name: string): string => readFileSync(new URL(`./dashboard/${name}`, program), 'utf8');
  return { script: part('dashboard.js'), style: part('style.css') };
}

function pageFolders(program: string): URL[] {
  if (!fromSources(program)) return [new URL('./pages/', program)];
  return ['validation/rules/', 'diagnostics/docs/'].map((folder) => new URL(`../../language/src/${folder}`, program));
}

function textAt(url: URL): string | null {
  return existsSync(url) ? readFileSync(url, 'utf8') : null;
}
