/** Builds the dashboard's page as two texts, to embed in a panel or a report. Takes a fraction of a second. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';

const ROOT = dirname(dirname(import.meta.dirname));
const APP = 'packages/report/src/dashboard/app';
/** A report on disk contains the libraries without their notices, so it carries their names and licences itself. */
const NOTICE =
  '/*! Contains Apache ECharts (Apache-2.0, (c) The Apache Software Foundation), zrender (BSD-3-Clause, (c) Baidu Inc.), tslib (0BSD, (c) Microsoft), Preact (MIT, (c) Jason Miller). */';

export interface BuiltPage {
  script: string;
  style: string;
  /** Lists its inputs. */
  metafile: Metafile;
}

export async function buildDashboard(): Promise<BuiltPage> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { dashboard: `${APP}/main.tsx`, style: `${APP}/styles.css` },
    outdir: join(ROOT, 'dist'),
    bundle: true,
    minify: true,
    format: 'iife',
    // The oldest editor that the extension allows, and browsers of the same age.
    target: ['chrome134', 'firefox136', 'safari18.4'],
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    banner: { js: NOTICE },
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const text = (ending: string): string => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending));
    if (file === undefined) throw new Error(`the page was built without its ${ending}`);
    return file.text;
  };
  return { script: text('.js'), style: text('.css'), metafile };
}

/** Writes `dashboard.js` and `style.css` into a folder. */
export async function writeDashboard(folder: string): Promise<Metafile> {
  const { script, style, metafile } = await buildDashboard();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'dashboard.js'), script);
  writeFileSync(join(folder, 'style.css'), style);
  return metafile;
}
