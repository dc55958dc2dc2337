#!/usr/bin/env node
/**
 * Prepares the workspace on a machine that has only npm, then runs one script on the workspace's own Node.
 *
 *   node scripts/bootstrap.mjs [script [arguments…]]      (script: relative to the repository's root)
 *
 * - Installs pnpm and Node with npm, from a lock file of their own (`tools.mjs`), then everything else with that pnpm. The integrity of every
 *   package is checked, and only install scripts that are allowed by name run.
 * - Depends on nothing installed, and uses only syntax that Node 14 parses, so that an older Node can still say what is wrong.
 * - Does nothing if the installed dependencies match the lock file; otherwise says what it does.
 * - Exit code: the script's own; 2 if the workspace cannot be prepared.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedNode, installTools, ownEnvironment, runPnpm, TOOL_FILES } from './tools.mjs';

const OLDEST_NODE = 18;
const CANNOT_RUN = 2;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.bootstrap-stamp');
const binaries = join(root, 'node_modules', '.bin');

function say(line) {
  process.stderr.write(`bootstrap: ${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(CANNOT_RUN);
}

/** Everything that determines the contents of an installation: manifests, lock file, platform. */
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
    .concat(TOOL_FILES, packages)
    .filter((file) => existsSync(join(root, file)));
}

function isInstalled(key) {
  if (installedNode() === null || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, 'utf8') === key;
}

function install() {
  const why = existsSync(stampFile) ? 'the lock file or a manifest changed' : 'this folder has no dependencies yet';
  say(`installing: ${why}`);
  const started = Date.now();
  const wrong = installTools();
  if (wrong !== null) fail(wrong);
  const node = installedNode();
  if (node === null) {
    fail(
      `no Node comes as a package for ${process.platform}-${process.arch}. Install Node 24 yourself and try again: then that one is used.`,
    );
  }
  const result = runPnpm(['install', '--frozen-lockfile'], {
    cwd: root,
    // In production mode pnpm would omit the development dependencies.
    env: ownEnvironment(),
    stdio: ['ignore', process.stderr.fd, 'inherit'],
  });
  if (result.error || result.status !== 0) {
    fail('the installation failed; its output is above. If a manifest changed, run: npm run pnpm -- install');
  }
  linkNode(node);
  writeFileSync(stampFile, installationKey());
  say(`installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Links Node beside the other binaries, so that they run on it too. */
function linkNode(node) {
  if (process.platform === 'win32') return;
  mkdirSync(binaries, { recursive: true });
  rmSync(join(binaries, 'node'), { force: true });
  symlinkSync(node, join(binaries, 'node'));
}

/** Runs `script` on the workspace's Node, with its binaries first on PATH, and exits with its code. */
function run(script, args) {
  const node = installedNode();
  const path = [dirname(node), binaries, process.env.PATH || ''].join(delimiter);
  const child = spawn(node, [resolve(root, script)].concat(args), {
    stdio: 'inherit',
    env: Object.assign({}, process.env, { PATH: path }),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`cannot start ${node}: ${error.message}`));
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
