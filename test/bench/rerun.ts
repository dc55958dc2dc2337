/**
 * The edit loop: a resident simulation runs the baseline over a log, then again after one change at a time.
 * Runs in its own process, so that nothing else has warmed it up: `node rerun.ts <events>` prints the table.
 */
import { spawnSync } from 'node:child_process';
import type { GroupLog } from '@steward/events';
import { checkWorkspace, type FileSystem } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import { openLog } from '@steward/logs';
import type { Policy } from '@steward/policy';
import { compile, createSimulation, type Simulation } from '@steward/simulator';
import { keptLog, POLICY_FILE } from './logs.ts';
import { median } from './measure.ts';
import { table } from './table.ts';

/** One change to the baseline's text: the old and the new part. */
interface Edit {
  title: string;
  from: string;
  to: string;
}

const EDITS: readonly Edit[] = [
  { title: 'a tier’s threshold', from: 'offerings in 30d >= 4', to: 'offerings in 30d >= 5' },
  { title: 'a tier’s window', from: 'when interactions in 7d >= 3', to: 'when interactions in 10d >= 3' },
  { title: 'a tier’s rank', from: 'top 20% by engaged_days in 7d', to: 'top 15% by engaged_days in 7d' },
  { title: 'a tier’s grace', from: 'grace 3d', to: 'grace 4d' },
  { title: 'a mix’s tolerance', from: 'mix per day tolerance 10%', to: 'mix per day tolerance 12%' },
  { title: 'a cap', from: 'cap ad 15% per day', to: 'cap ad 12% per day' },
  { title: 'a health threshold', from: 'messages_per_member per day > 5', to: 'messages_per_member per day > 4' },
  {
    title: 'a risk’s threshold',
    from: 'text contains Sensitive) in 1h >= 3',
    to: 'text contains Sensitive) in 1h >= 4',
  },
  { title: 'a risk’s window', from: 'distinct(complaint.member) in 2h', to: 'distinct(complaint.member) in 3h' },
  { title: 'nothing (a comment)', from: '// ── The policy ', to: '// ── The policy itself ' },
];
const ROUNDS = 3;
/** More runs than a simulation keeps unused results for. */
const RUNS_KEPT = 4;
const BASELINE = 'examples/baseline/baseline.group';

export async function rerunBench(full: boolean): Promise<string> {
  const events = full ? 1_000_000 : 100_000;
  await keptLog(events, 'parquet');
  const child = spawnSync(process.execPath, [import.meta.filename, String(events)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  if (child.status !== 0) throw new Error(`rerun.ts ended with ${child.status}:\n${child.stderr}`);
  return child.stdout.trimEnd();
}

/** @param edit null: the unchanged baseline */
function policyWith(edit: Edit | null): Policy {
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    read: (path) => {
      const content = nodeFileSystem.read(path);
      if (edit === null || content.kind !== 'text' || !path.replaceAll('\\', '/').endsWith(BASELINE)) return content;
      if (!content.text.includes(edit.from)) throw new Error(`The baseline no longer says "${edit.from}"`);
      return { ...content, text: content.text.replace(edit.from, edit.to) };
    },
  };
  const { policy } = checkWorkspace([POLICY_FILE], fileSystem);
  if (policy === null) throw new Error(`The baseline has errors with ${edit?.title ?? 'nothing changed'}`);
  return policy;
}

interface Cost {
  cpu: number;
  wall: number;
}

function costOf(work: () => void): Cost {
  const before = process.cpuUsage();
  const started = performance.now();
  work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1_000, wall };
}

async function main(events: number): Promise<void> {
  const policy = policyWith(null);
  const predicates = compile(policy).textPredicates;
  const reader = await openLog({ paths: [await keptLog(events, 'parquet')] });
  const logs: GroupLog[] = [];
  for await (const log of reader.groups(predicates)) logs.push(log);
  const { info } = reader;
  await reader.close();
  const fresh = (): Simulation => createSimulation({ info, logs, predicates });

  const resident = fresh();
  const first = costOf(() => resident.run(policy));
  // With warm engine code, which a process's first run doesn't have: the harder baseline for what follows.
  const warm = costOf(() => fresh().run(policy));
  const rows = EDITS.map((edit) => {
    const costs: Cost[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const changed = policyWith(edit);
      costs.push(costOf(() => resident.run(changed)));
      // Until the change's results are released, so that the next round computes them again.
      for (let run = 0; run < RUNS_KEPT; run += 1) resident.run(policy);
    }
    return row(edit.title, costs, first, warm);
  });
  console.log(
    `${events} events, ${logs.length} groups; first run ${first.wall.toFixed(0)} ms, fresh and warm ${warm.wall.toFixed(0)} ms\n`,
  );
  console.log(table(['changed', 'time', 'of the first run', 'of a warm one', 'CPU of a warm one'], rows));
}

function row(title: string, costs: readonly Cost[], first: Cost, warm: Cost): string[] {
  const wall = median(costs.map((cost) => cost.wall));
  const cpu = median(costs.map((cost) => cost.cpu));
  const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
  return [
    title,
    `${wall.toFixed(0)} ms`,
    percent(wall / first.wall),
    percent(wall / warm.wall),
    percent(cpu / warm.cpu),
  ];
}

if (import.meta.main) await main(Number(process.argv[2]));
