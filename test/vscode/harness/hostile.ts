/** A folder that someone could send: everything it can name points outside, and everything that can start by itself does. */
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Set to before the last change, so that the next read updates it, whatever the file system optimizes away. */
const LONG_AGO = new Date('2001-01-01T00:00:00Z');
const CHANGED = new Date('2020-01-01T00:00:00Z');

const EVENTS = Array.from({ length: 40 }, (_, i) => {
  const ts = `2025-03-${String(1 + (i % 20)).padStart(2, '0')}T10:00:00Z`;
  return `${JSON.stringify({ ts, group: 'g', member: `m${i % 3}`, text: 'hello' })}\n`;
}).join('');

/** The rules name each of these; nothing names `control.txt`. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'log.jsonl': EVENTS,
  'roster.csv': 'member,role\nm0,staff\n',
  'words.txt': 'password\n',
  'secret.group': 'category Secret "秘密"\n',
  'linked.group': 'category Linked "链接"\n',
  'control.txt': 'read by the test alone\n',
};

const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'steward.trusted': true,
  'steward.simulate.automatically': true,
  'steward.simulate.on': 'type',
  'steward.sweeps': 'lens',
  'steward.trace.server': 'verbose',
};

/** @returns the folder to open; `../outside` holds what its rules name and the marker of its git configuration */
export function hostileFolder(): string {
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'steward-'));
  const [folder, outside] = [join(parent, 'workspace'), join(parent, 'outside')];
  for (const path of [join(folder, '.vscode'), join(folder, '.git', 'refs'), join(folder, '.git', 'objects'), outside])
    mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(OUTSIDE)) {
    writeFileSync(join(outside, name), text);
    utimesSync(join(outside, name), LONG_AGO, CHANGED);
  }
  symlinkSync(join(outside, 'linked.group'), join(folder, 'link.group'));
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(SETTINGS));
  writeFileSync(join(folder, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(folder, '.git', 'config'), `[core]\n  fsmonitor = touch ${outside}/marker; false\n`);
  writeFileSync(join(folder, 'main.group'), rules(outside));
  return folder;
}

function rules(outside: string): string {
  return `import "${outside}/secret.group"
import "./link.group"
lexicon Words { from "${outside}/words.txt" }
group G "群" : service {
  timezone "UTC"
  roster "${outside}/roster.csv"
  sample "${outside}/log.jsonl"
  tier Core { when messages in 7d >= 3 }
  tier Rest { otherwise }
}
scenario "reads a log" for G {
  given { log "${outside}/log.jsonl" }
  expect tier Core of "m0" on 2025-03-20
}
`;
}
