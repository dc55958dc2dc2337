#!/usr/bin/env node
/**
 * Runs the command line from its sources, which Node 24 executes directly, so that it is never out of date.
 * On an older Node, or before the first installation, runs the bootstrap first, which restarts it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIRST_NODE_THAT_READS_TYPESCRIPT = 24;

const scripts = dirname(fileURLToPath(import.meta.url));
const installed = existsSync(join(scripts, '..', 'node_modules', '.bin'));
const modern = Number(process.versions.node.split('.')[0]) >= FIRST_NODE_THAT_READS_TYPESCRIPT;

if (installed && modern) {
  await import('../packages/cli/src/main.ts');
} else {
  const self = fileURLToPath(import.meta.url);
  const bootstrap = [join(scripts, 'bootstrap.mjs'), self].concat(process.argv.slice(2));
  const child = spawn(process.execPath, bootstrap, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', () => process.exit(3));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
}
