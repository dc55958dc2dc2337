/**
 * pnpm and Node, as `tools/package-lock.json` has them: exact versions, each with its integrity, which npm checks. Their scripts do
 * not run: they hold what they need.
 *
 * It depends on nothing installed, and keeps to syntax that Node 14 parses, as the bootstrap does.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TOOLS = join(dirname(fileURLToPath(import.meta.url)), 'tools');
const MODULES = join(TOOLS, 'node_modules');
const STAMP = join(MODULES, '.stamp');
const WORKSPACE_NODE = 24;
const isWindows = process.platform === 'win32';

/** What decides which tools there are. */
export const TOOL_FILES = ['scripts/tools/package.json', 'scripts/tools/package-lock.json'];

/** Does nothing where they are there: what runs on that Node goes on. @returns an error for people; null once they are there */
export function installTools() {
  const wanted = TOOL_FILES.map((path) => readFileSync(join(TOOLS, '..', '..', path), 'utf8')).join('\0');
  if (installedNode() !== null && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return null;
  const result = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: TOOLS,
    env: ownEnvironment(),
    // What is installed is a note on the way: standard output belongs to the script.
    stdio: ['ignore', process.stderr.fd, 'inherit'],
    shell: isWindows,
  });
  if (result.error) return `cannot start npm: ${result.error.message}. Install npm (it comes with Node) and try again.`;
  if (result.status !== 0) return 'npm ci failed in scripts/tools; its output is above.';
  writeFileSync(STAMP, wanted);
  return null;
}

/** npm tells its children how it was called itself, and where; what they install here is another matter. */
export function ownEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => name !== 'NODE_ENV' && !/^(pnpm_|npm_(?!config_(registry|cache|userconfig)))/i.test(name),
  );
  return Object.assign(Object.fromEntries(kept), { CI: 'true' });
}

/** Runs pnpm on the workspace's Node. @returns as `spawnSync` does */
export function runPnpm(args, options) {
  return spawnSync(installedNode(), [join(MODULES, 'pnpm', 'bin', 'pnpm.mjs')].concat(args), options);
}

/** Path of the Node that everything runs on: the one that was installed, else this one where it is new enough; null: neither. */
export function installedNode() {
  const system = isWindows ? 'win' : process.platform;
  const path = join(MODULES, `node-${system}-${process.arch}`, 'bin', isWindows ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  return Number(process.versions.node.split('.')[0]) >= WORKSPACE_NODE ? process.execPath : null;
}
