/** Checks a tree of source files against the table of packages. Pure: the tree is data, so a test can break one in a few lines. */

import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';
import { EXCLUSIVE, PACKAGES } from './packages.ts';

/** Path relative to the root, with `/`, to the file's text: sources and package manifests. */
export type Tree = ReadonlyMap<string, string>;

const OURS = /^@steward\/([^/]+)(\/.*)?$/;
const TEST_FILE = /\.test\.ts$|^packages\/[^/]+\/test\//;

/** @returns one line per violation, `path:line what`, sorted by path and line. */
export function violations(tree: Tree): string[] {
  const sources = [...tree.keys()].filter((path) => /^packages\/.*\.tsx?$/.test(path)).sort();
  const imports = new Map(sources.map((path) => [path, importsOf(path, tree.get(path) ?? '')]));
  return [
    ...sources.flatMap((path) => barrel(path)),
    ...sources.flatMap((path) => (imports.get(path) ?? []).flatMap((entry) => judge(tree, path, entry))),
    ...cycles(fileGraph(imports)),
  ];
}

function judge(tree: Tree, path: string, entry: Import): string[] {
  const home = packageOf(path);
  const layer = PACKAGES[home];
  const at = `${path}:${entry.line}`;
  if (layer === undefined) return [`${at} packages/${home} has no place in test/layers/packages.ts`];
  if (entry.specifier.startsWith('.')) return judgeRelative(tree, path, entry, at);

  const ours = OURS.exec(entry.specifier);
  if (ours) {
    const [, name = '', subpath] = ours;
    if (subpath !== undefined && !isExported(tree, name, subpath)) {
      return [`${at} ${entry.specifier} reaches into a package: import what its package.json exports`];
    }
    if (name === home || !layer.ours.includes(name)) return [`${at} ${home} must not import ${name}`];
    return [];
  }

  const exclusive = EXCLUSIVE.find((rule) => rule.matches.test(entry.specifier));
  if (exclusive && exclusive.owner !== home) return [`${at} ${entry.specifier}: ${exclusive.why}`];
  if (TEST_FILE.test(path) || layer.outside === 'all') return [];
  if (isBuiltin(entry.specifier)) return [`${at} ${home} must not import Node's ${entry.specifier}`];
  if (layer.outside === 'nothing') return [`${at} ${home} must import nothing, but imports ${entry.specifier}`];
  return [];
}

function isExported(tree: Tree, name: string, subpath: string): boolean {
  const manifest: { exports?: Record<string, unknown> } = JSON.parse(tree.get(`packages/${name}/package.json`) ?? '{}');
  return Object.hasOwn(manifest.exports ?? {}, `.${subpath}`);
}

function judgeRelative(tree: Tree, path: string, entry: Import, at: string): string[] {
  const target = resolveRelative(path, entry.specifier);
  const data = PACKAGES[packageOf(path)]?.data ?? [];
  if (target.endsWith('.json') && data.some((folder) => target.startsWith(`${folder}/`))) return [];
  if (packageOf(target) !== packageOf(path)) return [`${at} ${entry.specifier} leaves its package: import it by name`];
  if (/\.(json|css)$/.test(target)) return [];
  if (!/\.tsx?$/.test(target)) return [`${at} ${entry.specifier} must end in .ts`];
  if (!tree.has(target)) return [`${at} ${entry.specifier} does not exist`];
  return [];
}

/** One `index.ts` per package: names come from where they are declared. */
function barrel(path: string): string[] {
  if (!path.endsWith('/index.ts') || /^packages\/[^/]+\/src\/index\.ts$/.test(path)) return [];
  return [`${path}:1 is a second index.ts in its package: name the file by its subject`];
}

function packageOf(path: string): string {
  const [folder, name] = path.split('/');
  return folder === 'packages' && name !== undefined ? name : `outside packages/ (${path})`;
}

function resolveRelative(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier.split('?')[0] ?? '');
}

/** Static imports between files, including types: a file that can't be understood without another forms a unit with it. */
function fileGraph(imports: ReadonlyMap<string, Import[]>): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const [path, entries] of imports) {
    const relative = entries.filter((entry) => entry.kind === 'static' && entry.specifier.startsWith('.'));
    graph.set(
      path,
      relative.map((entry) => resolveRelative(path, entry.specifier)).filter((target) => imports.has(target)),
    );
  }
  return graph;
}

/** One line for each cycle that a depth-first walk closes, starting at the file it reached first. */
function cycles(graph: ReadonlyMap<string, string[]>): string[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const found: string[] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const loop = [...trail.slice(start), path];
      found.push(`${path}:1 import cycle: ${loop.map((file) => file.replace(/^packages\//, '')).join(' -> ')}`);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of graph.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return found;
}
