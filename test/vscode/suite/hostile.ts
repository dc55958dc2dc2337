import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { before, describe, it } from 'mocha';
import { commands, languages, workspace } from 'vscode';
import { fileUri, open, write } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { clearNotifications } from './support/notifications.ts';
import { controls } from './support/page.ts';
import { results, steward, textOf } from './support/steward.ts';

const COMMANDS = [
  'steward.simulate',
  'steward.simulateOver',
  'steward.runScenario',
  'steward.compareWithHead',
  'steward.showDashboard',
  'steward.rules.refresh',
  'testing.runAll',
];
/** Milliseconds within which anything that starts has started. */
const ENOUGH = 1_000;

const OWN = `group G "群" : service {
  timezone "UTC"
  sample "log.jsonl"
  tier Core { when messages in 7d >= 3 }
  tier Rest { otherwise }
}
`;

function folder(): string {
  const path = workspace.workspaceFolders?.[0]?.uri.fsPath;
  ok(path !== undefined);
  return path;
}

function outside(name = ''): string {
  return join(dirname(folder()), 'outside', name);
}

/** Files that the rules name outside the folder and that were read since they were made. */
function filesRead(): string[] {
  const wasRead = (name: string): boolean => statSync(outside(name)).atime.getUTCFullYear() > 2001;
  return readdirSync(outside()).filter((name) => name !== 'control.txt' && wasRead(name));
}

/** Every file below the folder with its size and modification time. */
function contents(path = folder()): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const full = join(path, entry.name);
    if (entry.isDirectory()) return contents(full);
    const { size, mtimeMs } = statSync(full);
    return [`${full} ${size} ${mtimeMs}`];
  });
}

/** Simulation processes below this one; known on Linux only. */
function simulations(pid = process.pid): string[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return children.flatMap((child) => {
    try {
      const line = readFileSync(`/proc/${child}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [...(line.includes('simulation-host') ? [line] : []), ...simulations(Number(child))];
    } catch {
      return [];
    }
  });
}

describe('a hostile folder that is not trusted', () => {
  let atFirst: string[];

  before(() => {
    atFirst = contents();
  });

  it('is one, on a file system that records reads', () => {
    strictEqual(workspace.isTrusted, false);
    strictEqual(workspace.getConfiguration('steward').get('simulate.automatically'), false);
    readFileSync(outside('control.txt'));
    ok(statSync(outside('control.txt')).atime.getUTCFullYear() > 2001, 'set TMPDIR to one that does');
  });

  it('has its rules checked, with a report of what was not read', async () => {
    const { document } = await open('main.group');
    await eventually('a finding about what lies outside', () => {
      const found = languages.getDiagnostics(document.uri).map(({ message }) => message);
      ok(
        found.some((message) => message.includes('not trusted')),
        found.join(' | '),
      );
    });
  });

  it('starts nothing, reads nothing outside and writes nothing, whatever is asked for', async () => {
    const { document } = await open('main.group');
    for (const command of COMMANDS) {
      // Some wait for an answer: that there is none.
      void commands.executeCommand(command, document.uri.toString(), 'reads a log').then(undefined, () => {});
      await pause(ENOUGH);
      await clearNotifications();
      await controls.press(['Escape']);
    }
    strictEqual(steward().resultsOf(document.uri)?.run ?? null, null);
    deepStrictEqual(simulations(), []);
    deepStrictEqual(filesRead(), []);
    strictEqual(existsSync(outside('marker')), false);
    deepStrictEqual(contents(), atFirst);
  });

  it('simulates by its setting once it is trusted, without reopening, and only on logs inside it', async () => {
    await commands.executeCommand('workbench.trust.manage');
    await controls.click({ css: '.workspace-trust-editor .monaco-button', text: 'Trust' });
    await eventually('trust', () => ok(workspace.isTrusted));
    await workspace.fs.writeFile(fileUri('own/log.jsonl'), readFileSync(outside('log.jsonl')));
    const { document } = await write(OWN, 'own/main.group');
    const found = await results(document.uri, 'fresh', ({ state }) => state === 'fresh');
    match(textOf(found, 'G/tier/Core'), /\d members?/);
    strictEqual(simulations().length, 1);
  });
});
