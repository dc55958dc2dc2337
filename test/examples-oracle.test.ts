/**
 * Compares the engine's committed outcomes of two complete examples with the row-by-row interpreter: every construct at once, on
 * realistic logs. (The property tests compare many more, but small, cases.)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkspace, type FileSystem } from '@steward/language';
import { readRoster } from '@steward/logs';
import type { GroupOutcome, Outcome } from '@steward/simulator';
import { generateEvents, syntheticOptions } from '@steward/synthetic';
import { expect, test } from 'vitest';
import { EXAMPLE_LOGS } from './examples/logs.ts';
import { groupRows, logOf, type RowShape } from './oracle/log-builder.ts';
import { interpret } from './oracle/outcome.ts';

const EXAMPLES = join(import.meta.dirname, '../examples');
/** The larger two would take the interpreter most of a minute. */
const COMPARED: readonly (readonly [folder: string, file: string])[] = [
  ['service-beauty', 'beauty.group'],
  ['conversion-clearance', 'clearance.group'],
];

const DISK: FileSystem = {
  read: (path) => ({ kind: 'text', text: readFileSync(join(EXAMPLES, path), 'utf8') }),
  look: () => ({ kind: 'file' }),
};

test.each(COMPARED)('%s: the engine and the interpreter agree', async (folder, file) => {
  const example = EXAMPLE_LOGS.find((log) => log.example === folder);
  const { policy } = checkWorkspace([`${folder}/${file}`], DISK);
  const rules = policy?.groups[0];
  if (example === undefined || policy === null || rules === undefined)
    throw new Error(`${folder} has no rules or no log`);
  const options = syntheticOptions(example.choices);
  const firstLine = example.log.endsWith('.csv') ? 2 : 1;
  const rows = [...generateEvents(options)].map(
    (event, index): RowShape => ({
      at: event.ts * 1_000,
      member: event.member,
      kind: event.kind,
      role: event.role,
      media: event.media,
      about: event.about,
      target: event.target,
      amount: event.amount === null ? null : Math.round(event.amount * 10_000),
      text: event.text,
      id: event.id,
      line: index + firstLine,
    }),
  );
  const roster = await readRoster(join(EXAMPLES, folder, example.roster ?? ''), rules.timezone);
  const log = logOf([groupRows({ group: options.group.id, rows })]);
  const { groups } = interpret(policy, log, { memberHistories: false, rosters: new Map([[rules.name, roster]]) });
  const outcome: Outcome = JSON.parse(readFileSync(join(EXAMPLES, folder, 'expected/outcome.json'), 'utf8'));
  expect(comparable(groups)).toEqual(comparable(outcome.groups));
});

/** As plain data, with as many events per number as the committed outcome names; resolving ids is the reader's job. */
function comparable(groups: readonly GroupOutcome[]): unknown {
  const trimmed = (key: string, value: unknown): unknown => {
    if (key !== 'events' || !Array.isArray(value)) return value;
    return value
      .slice(-3)
      .map(({ file, line, at }: { file: number; line: number; at: string }) => ({ file, line, at }));
  };
  return JSON.parse(JSON.stringify(groups, trimmed));
}
