/** The extension's folder as packed: the files that it needs to run, and nothing else. */
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { bindingFolder } from './binding.ts';
import { bindingOf, type Target } from './targets.ts';

export const EXTENSION = 'packages/vscode';
/** The bundle's place in the extension's folder. */
export const BUNDLE = 'dist';

/** Files of the extension's folder. Source maps are not shipped. */
const FILES = ['package.nls*.json', 'README.md', 'CHANGELOG.md', 'language/*.json', 'media/**/*.{png,svg,md}'];
/** Files of its bundle. */
const BUNDLED = ['**/*.{cjs,mjs,js,css}', 'pages/[a-z]*.md', 'THIRD-PARTY.txt'];
/** Files of the driver's packages that are needed at run time. */
const DRIVER = { '@duckdb/node-api': ['lib/**/*.js'], '@duckdb/node-bindings': ['duckdb.js'] };
const BINDING = ['*.{node,so,dylib,dll}'];
const ALWAYS = ['package.json', 'LICENSE'];

/** The driver's packages, where the server's bundle finds them. */
const MODULES = `${BUNDLE}/node_modules`;

/** Keys of the manifest that only the workspace needs. */
const WORKSPACE_ONLY = ['private', 'scripts', 'dependencies', 'devDependencies'];

/** Fills an empty folder. @param bundle the folder with the bundle. @returns the paths in it, sorted */
export function stage(root: string, bundle: string, target: Target, folder: string): string[] {
  const staged = [
    ...copy(join(root, EXTENSION), FILES, folder),
    ...copy(bundle, BUNDLED, join(folder, BUNDLE)).map((path) => `${BUNDLE}/${path}`),
  ];
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(root, EXTENSION, 'package.json'), 'utf8'));
  for (const key of WORKSPACE_ONLY) delete manifest[key];
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const native = stageDriver(root, target, folder);
  return ['LICENSE', 'package.json', ...staged, ...native].sort();
}

function stageDriver(root: string, target: Target, folder: string): string[] {
  const binding = bindingOf(target, root);
  if (binding === null) return [];
  const sources = Object.entries(DRIVER).map(([name, files]): [string, string, string[]] => [
    name,
    join(root, EXTENSION, 'node_modules', name),
    files,
  ]);
  sources.push([binding.name, bindingFolder(binding, root), BINDING]);
  return sources.flatMap(([name, from, files]) => {
    const inside = copy(from, [...ALWAYS, ...files], join(folder, MODULES, name));
    return inside.map((path) => `${MODULES}/${name}/${path}`);
  });
}

function copy(from: string, patterns: readonly string[], to: string): string[] {
  const paths = globSync([...patterns], { cwd: from, exclude: ['node_modules/**'] }).map((path) =>
    path.split(sep).join('/'),
  );
  for (const path of paths) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(from, path), join(to, path), { dereference: true });
  }
  return paths;
}
