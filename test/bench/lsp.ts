/**
 * How long an editor waits: from a keystroke to the diagnostics, and to a completion, in one long file and among many.
 *
 * - Each server is a separate process, addressed over standard input and output as by an editor; they take turns.
 * - Every other edit breaks something and the next repairs it, so that each requires a new check.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE } from './bundle.ts';
import { benchFolder } from './logs.ts';
import { type Opened, Session, type Subject } from './lsp-session.ts';
import { LINES_OF_A_GROUP, rulesOf } from './rules.ts';
import { megabytes, table, times } from './table.ts';

const PEER = 'yaml-language-server@2.0.0';
/** The time for which the peer waits for quiet. */
const PEER_HANDLER = 'out/src/yamlSettings.js';
const PEER_DELAY = /(validationDelayMs = )200/;
const FILES = 1_000;
const EDITS = 500;

const STEWARD: Subject = {
  name: 'steward lsp',
  args: [BUNDLE, 'lsp', '--stdio'],
  ending: 'group',
  word: 'idle >= 30d',
  broken: 'idl >= 30d',
  before: 'when idle >= 30d',
};

interface Measured {
  diagnostics: number[];
  completion: number[];
}

/** What is opened, for each server that can open it. */
interface Task {
  title: string;
  open(subject: Subject): Opened | null;
}

export async function lspBench(full: boolean): Promise<string> {
  const subjects = [STEWARD, ...peers()];
  const rows: string[][] = [];
  const memory: string[][] = [];
  for (const task of tasks()) {
    const { times: measured, memory: size } = await measure(task, subjects, full);
    const own = measured[0] ?? { diagnostics: [], completion: [] };
    subjects.forEach(({ name }, index) => {
      const { diagnostics = [], completion = [] } = measured[index] ?? {};
      if (diagnostics.length === 0) return;
      const cells = [diagnostics, completion].flatMap((list) => [quantile(list, 0.5), quantile(list, 0.95)]);
      const ratios = [
        quantile(diagnostics, 0.5) / quantile(own.diagnostics, 0.5),
        quantile(completion, 0.5) / quantile(own.completion, 0.5),
      ];
      const inMilliseconds = cells.map((time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`);
      rows.push([
        `${task.title}: ${name}`,
        ...inMilliseconds,
        ...ratios.map((ratio) => (index === 0 ? '' : times(ratio))),
      ]);
    });
    if (size !== null) memory.push([task.title, megabytes(size.opened), megabytes(size.edited)]);
  }
  const head = [
    '',
    'diagnostics p50',
    'p95',
    'completion p50',
    'p95',
    'diagnostics, of steward',
    'completion, of steward',
  ];
  return `${table(head, rows)}\n\n${table(['resident memory of steward lsp', 'opened', `after ${EDITS} edits`], memory)}`;
}

function tasks(): Task[] {
  const single = [200, 2_000, 10_000].map(
    (lines): Task => ({
      title: `${lines} lines`,
      open: ({ ending }) => ({
        path: join(benchFolder('rules'), `long-${lines}.${ending}`),
        text: rulesOf(Math.ceil(lines / LINES_OF_A_GROUP))[ending],
        folder: null,
      }),
    }),
  );
  return [
    ...single,
    { title: `one of ${FILES} files`, open: ({ ending }) => oneOfMany(ending) },
    { title: `the file that ${FILES} import`, open: ({ ending }) => (ending === 'group' ? sharedByMany() : null) },
  ];
}

const SHARED = 'policy Common {\n  risk Ripe {\n    when age >= 30d\n    do notify("host", "x")\n  }\n}\n';

function oneOfMany(ending: Subject['ending']): Opened {
  const folder = workspaceOf(ending);
  return { path: join(folder, `club-0.${ending}`), text: memberText(ending, 0), folder };
}

function sharedByMany(): Opened & Pick<Subject, 'word' | 'broken' | 'before'> {
  const folder = workspaceOf('group');
  const words = { word: 'age >= 30d', broken: 'agee >= 30d', before: 'when age >= 30d' };
  return { path: join(folder, 'common.group'), text: SHARED, folder, ...words };
}

/** A folder of many files, each with a group; files of rules import what they share. */
function workspaceOf(ending: Subject['ending']): string {
  const folder = join(benchFolder('workspaces'), ending);
  mkdirSync(folder, { recursive: true });
  if (ending === 'group') writeFileSync(join(folder, 'common.group'), SHARED);
  for (let index = 0; index < FILES; index += 1) {
    writeFileSync(join(folder, `club-${index}.${ending}`), memberText(ending, index));
  }
  return folder;
}

function memberText(ending: Subject['ending'], number: number): string {
  const text = rulesOf(1, number)[ending];
  if (ending === 'yaml') return text;
  return `import "./common.group"\n${text.replace(' : interest {', ' : interest extends Common {')}`;
}

async function measure(
  task: Task,
  subjects: readonly Subject[],
  full: boolean,
): Promise<{ times: readonly Measured[]; memory: { opened: number; edited: number } | null }> {
  const sessions = await Promise.all(
    subjects.map((subject) => {
      const opened = task.open(subject);
      return opened === null ? null : Session.start({ ...subject, ...opened }, opened);
    }),
  );
  const opened = sessions.map((session) => session?.memory() ?? 0);
  const measured = sessions.map((): Measured => ({ diagnostics: [], completion: [] }));
  for (let round = 0; round < (full ? 40 : 12); round += 1) {
    for (const [index, session] of sessions.entries()) {
      if (session === null) continue;
      measured[index]?.diagnostics.push(await session.toDiagnostics());
      measured[index]?.completion.push(await session.toCompletion());
    }
  }
  const own = sessions[0] ?? null;
  for (let edit = 0; edit < EDITS; edit += 1) await own?.toDiagnostics();
  const sizes = own === null ? null : { opened: opened[0] ?? 0, edited: own.memory() };
  for (const session of sessions) session?.end();
  return { times: measured, memory: sizes };
}

function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The YAML server as shipped, and with its wait removed; if it can't be installed, none, with a message. */
function peers(): Subject[] {
  const folder = benchFolder('lsp-peer');
  const shipped = join(folder, 'node_modules', 'yaml-language-server');
  if (!existsSync(shipped)) {
    const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, PEER];
    const installed = spawnSync('npm', options, { encoding: 'utf8', shell: process.platform === 'win32' });
    if (installed.status !== 0) {
      console.error(`Not measured beside ${PEER}: npm cannot install it.\n${installed.stderr}`);
      return [];
    }
  }
  const eager = join(folder, 'node_modules', 'yaml-language-server-eager');
  cpSync(shipped, eager, { recursive: true });
  const handler = join(eager, PEER_HANDLER);
  const text = readFileSync(handler, 'utf8');
  if (!PEER_DELAY.test(text)) throw new Error(`${PEER} waits otherwise than it did: ${handler}`);
  writeFileSync(handler, text.replace(PEER_DELAY, '$10'));
  const subject = (name: string, path: string): Subject => ({
    name,
    args: [join(path, 'bin/yaml-language-server'), '--stdio'],
    ending: 'yaml',
    word: 'grace: 3d',
    broken: 'grace: 3x',
    before: 'color: "#6B7280"\n        ',
  });
  return [subject('yaml-language-server', shipped), subject('yaml-language-server, without its wait', eager)];
}
