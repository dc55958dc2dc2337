/** The dashboard's page as two texts, for whoever puts it into a panel or a report. Takes a fraction of a second. */
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = dirname(dirname(import.meta.dirname));
const APP = 'packages/report/src/dashboard/app';

export interface BuiltPage {
  script: string;
  style: string;
}

export async function buildDashboard(): Promise<BuiltPage> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { dashboard: `${APP}/main.tsx`, style: `${APP}/styles.css` },
    outdir: join(ROOT, 'dist'),
    bundle: true,
    minify: true,
    format: 'iife',
    // Of the oldest editor that the extension allows, and of browsers of its time.
    target: ['chrome134', 'firefox136', 'safari18.4'],
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  const text = (ending: string): string => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending));
    if (file === undefined) throw new Error(`the page was built without its ${ending}`);
    return file.text;
  };
  return { script: text('.js'), style: text('.css') };
}
