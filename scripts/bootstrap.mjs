#!/usr/bin/env node
/**
 * Prepares the workspace on a machine that has only npm, then runs one script on the workspace's own Node.
 *
 *   node scripts/bootstrap.mjs [script [arguments…]]      (script: relative to the repository's root)
 *
 * - Depends on nothing that has to be installed, and keeps to syntax that Node 14 parses, so that an older Node can
 *   still say what is wrong.
 * - Does nothing when the installed dependencies match the lock file; says what it does when it does something.
 * - Exit code: the script's own; 2 when the workspace cannot be prepared.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 18;
const CANNOT_RUN = 2;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.bootstrap-stamp');
const binaries = join(root, 'node_modules', '.bin');
const workspaceNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function say(line) {
  process.stderr.write(`bootstrap: ${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(CANNOT_RUN);
}

/** Everything that decides what an installation holds: manifests, lock file, platform. */
function installationKey() {
  const hash = createHash('sha256');
  hash.update(`${process.platform}-${process.arch}`);
  for (const file of manifests()) {
    hash.update(`\0${file}\0`);
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function manifests() {
  const packages = readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => `packages/${name}/package.json`);
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'test/package.json']
    .concat(packages)
    .filter((file) => existsSync(join(root, file)));
}

function isInstalled(key) {
  if (!existsSync(workspaceNode) || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, 'utf8') === key;
}

function install() {
  const why = existsSync(stampFile) ? 'the lock file or a manifest changed' : 'this folder has no dependencies yet';
  say(`installing: ${why} (npx --yes pnpm@12 install --frozen-lockfile)`);
  const started = Date.now();
  const environment = Object.assign({}, process.env, { CI: 'true' });
  // In production mode pnpm would leave out the development dependencies, and Node 24 with them.
  delete environment.NODE_ENV;
  const result = spawnSync('npx', ['--yes', 'pnpm@12', 'install', '--frozen-lockfile'], {
    cwd: root,
    env: environment,
    // What is installed is a note on the way: standard output belongs to the script.
    stdio: ['ignore', process.stderr.fd, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.error) fail(`cannot start npx: ${result.error.message}. Install npm (it comes with Node) and try again.`);
  if (result.status !== 0) {
    fail('the installation failed; its output is above. If a manifest changed, run: npx --yes pnpm@12 install');
  }
  if (!existsSync(workspaceNode)) {
    fail(`the package "node" brought no binary for ${process.platform}-${process.arch} (expected ${workspaceNode}).`);
  }
  writeFileSync(stampFile, installationKey());
  say(`installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Runs `script` on the workspace's Node, with its binaries first on PATH, and ends as it ends. */
function run(script, args) {
  const path = [dirname(workspaceNode), binaries, process.env.PATH || ''].join(delimiter);
  const child = spawn(workspaceNode, [resolve(root, script)].concat(args), {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { PATH: path }),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`cannot start ${workspaceNode}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

const running = process.versions.node;
if (Number(running.split('.')[0]) < OLDEST_NODE) {
  fail(`Node ${running} is too old: npm has to come with Node ${OLDEST_NODE} or newer. The rest installs itself.`);
}
if (!isInstalled(installationKey())) install();

const [script, ...args] = process.argv.slice(2);
if (script === undefined) say('ready');
else run(script, args);
