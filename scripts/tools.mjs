/**
 * pnpm and Node as pinned in `tools/package-lock.json`: exact versions, with integrities that npm checks. Their install scripts do not run,
 * because the packages are complete without them.
 *
 * Like the bootstrap, depends on nothing installed, and uses only syntax that Node 14 parses.
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

/** The files that determine which tools are installed. */
export const TOOL_FILES = ['scripts/tools/package.json', 'scripts/tools/package-lock.json'];

/** Does nothing if they are installed, so that processes running on that Node continue. @returns an error message; null once they are installed */
export function installTools() {
  const wanted = TOOL_FILES.map((path) => readFileSync(join(TOOLS, '..', '..', path), 'utf8')).join('\0');
  if (installedNode() !== null && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return null;
  const result = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: TOOLS,
    env: ownEnvironment(),
    // Installation messages go to standard error: standard output belongs to the script.
    stdio: ['ignore', process.stderr.fd, 'inherit'],
    shell: isWindows,
  });
  if (result.error) return `cannot start npm: ${result.error.message}. Install npm (it comes with Node) and try again.`;
  if (result.status !== 0) return 'npm ci failed in scripts/tools; its output is above.';
  writeFileSync(STAMP, wanted);
  return null;
}

/** The environment without the settings that npm passes to its children, which must not affect what they install here. */
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

/** Path of the Node that everything runs on: the installed one, else the current one if it is new enough; null if there is neither. */
export function installedNode() {
  const system = isWindows ? 'win' : process.platform;
  const path = join(MODULES, `node-${system}-${process.arch}`, 'bin', isWindows ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  return Number(process.versions.node.split('.')[0]) >= WORKSPACE_NODE ? process.execPath : null;
}
