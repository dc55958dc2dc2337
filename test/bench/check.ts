/** `steward check` over a lot of text, next to schema checkers over the same content. Each is a separate process, start included. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLE } from './bundle.ts';
import { benchFolder } from './logs.ts';
import { type Contender, medianOf, race, ratio } from './measure.ts';
import { installedPeers } from './peers.ts';
import { LINES_OF_A_GROUP, rulesOf } from './rules.ts';
import { megabytes, seconds, table, times } from './table.ts';

const ROUNDS = 5;

interface Text {
  title: string;
  lines: number;
  /** What the checkers are given. */
  group: string;
  yaml: string;
}

export async function checkBench(full: boolean): Promise<string> {
  const lines = full ? 10_000 : 2_000;
  const files = full ? 1_000 : 100;
  const texts = [oneFile(lines), manyFiles(files)];
  const parts: string[] = [];
  for (const text of texts) parts.push(`### ${text.title}`, await raceOver(text));
  return parts.join('\n\n');
}

function oneFile(lines: number): Text {
  const folder = benchFolder('rules');
  const { group, yaml } = rulesOf(lines / LINES_OF_A_GROUP);
  const path = join(folder, `one-${lines}`);
  writeFileSync(`${path}.group`, group);
  writeFileSync(`${path}.yaml`, yaml);
  return { title: `One file of ${lines} lines`, lines, group: `${path}.group`, yaml: `${path}.yaml` };
}

function manyFiles(count: number): Text {
  // Not in the folder of the other texts: a check rightly skips anything below `node_modules`.
  const folder = join(tmpdir(), `steward-bench-${count}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const { group, yaml } = rulesOf(1, number);
    writeFileSync(join(folder, `club-${number}.group`), group);
    writeFileSync(join(folder, `club-${number}.yaml`), yaml);
  }
  return {
    title: `${count} files of ${LINES_OF_A_GROUP} lines`,
    lines: count * LINES_OF_A_GROUP,
    group: folder,
    yaml: join(folder, '*.yaml'),
  };
}

async function raceOver({ lines, group, yaml }: Text): Promise<string> {
  const peers = installedPeers();
  const contenders: Contender[] = [{ name: 'steward check', args: [BUNDLE, 'check', group] }];
  if (peers !== null) {
    contenders.push({ name: 'ajv-cli', args: peers.ajv(yaml) }, { name: 'Spectral', args: peers.spectral(yaml) });
  }
  const costs = await race(contenders, ROUNDS);
  const [steward = []] = costs;
  return table(
    ['checker', 'time', 'lines of .group a second', 'time of steward', 'CPU of steward', 'peak'],
    contenders.map(({ name }, index) => {
      const of = costs[index] ?? [];
      const time = medianOf(of, 'wall');
      return [
        name,
        seconds(time),
        Math.round(lines / (time / 1_000)).toLocaleString('en'),
        times(ratio(of, steward, 'wall')),
        times(ratio(of, steward, 'cpu')),
        megabytes(medianOf(of, 'peak')),
      ];
    }),
  );
}
