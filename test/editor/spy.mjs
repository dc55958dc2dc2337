/**
 * Preloaded into a process under test (`--import`): records every file that it opens or lists and every program that it starts, one
 * per line, in the file named by `STEWARD_SPY`.
 */
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const NOTES = process.env['STEWARD_SPY'];
const append = fs.appendFileSync;
let noting = false;

function note(kind, what) {
  // Recording opens a file itself.
  if (noting) return;
  noting = true;
  append(NOTES, `${kind} ${String(what)}\n`);
  noting = false;
}

function watch(object, kind, names) {
  for (const name of names) {
    const real = object[name];
    object[name] = function watched(...args) {
      note(kind, args[0]);
      return Reflect.apply(real, this, args);
    };
  }
}

const READ = ['open', 'readFile', 'readdir', 'opendir', 'copyFile', 'cp'];
const WRITE = ['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rename', 'rm', 'unlink', 'symlink', 'chmod', 'truncate'];
const sync = (names) => names.map((name) => `${name}Sync`);
watch(fs, 'read', [...READ, ...sync(READ), 'createReadStream']);
watch(fs.promises, 'read', READ);
watch(fs, 'write', [...WRITE, ...sync(WRITE), 'createWriteStream']);
watch(fs.promises, 'write', WRITE);
watch(childProcess, 'run', ['spawn', 'spawnSync', 'fork', 'exec', 'execSync', 'execFile', 'execFileSync']);
syncBuiltinESMExports();
