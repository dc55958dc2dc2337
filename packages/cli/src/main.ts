#!/usr/bin/env node
/**
 * The entry: checks the Node version before it loads anything else.
 * It must parse on old Nodes too, so it avoids newer syntax.
 */
import { relaunch, snapshotLater } from './startup/relaunch.ts';

const parts = process.versions.node.split('.');
const major = Number(parts[0]);
const minor = Number(parts[1]);

if (major > 22 || (major === 22 && minor >= 12)) {
  relaunch(import.meta.url).then((code) => {
    if (code === null) start();
    else process.exitCode = code;
  }, fail);
} else {
  process.stderr.write(
    `steward needs Node 22.12 or newer; this is Node ${process.versions.node}. Install a newer Node and try again.\n` +
      `steward 需要 Node 22.12 或更新的版本，当前是 Node ${process.versions.node}。请安装新版 Node 后重试。\n`,
  );
  process.exitCode = 2;
}

function start(): void {
  Promise.all([import('./program.ts'), import('./commands/loaders.generated.ts')])
    .then((loaded) => loaded[0].main(import.meta.url, loaded[1].LOADERS))
    .then(() => snapshotLater(import.meta.url), fail);
}

function fail(error: unknown): void {
  process.stderr.write(
    `steward cannot start: its own files are damaged or incomplete. Install it again.\n${String(error)}\n`,
  );
  process.exitCode = 3;
}
