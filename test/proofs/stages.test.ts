/** What is proven of a lifecycle holds in the simulator on random logs; proposals settle the finding or demonstrate it. */
import { Checker, memoryFileSystem } from '@steward/language';
import type { Policy } from '@steward/policy';
import { analyseStages } from '@steward/proofs';
import { columnsFromEvents, compile, type EventRow, runGroup } from '@steward/simulator';
import { expect, test } from 'vitest';
import { pick, type Random, randomOf } from './random.ts';
import { checked, unmet } from './replay.ts';

const CYCLES = 400;
const LOGS = 6;
const DAY = 86_400_000_000;
const START = Date.UTC(2025, 2, 3, 2) * 1_000;
const checker = new Checker();

function atom(random: Random): string {
  switch (random(6)) {
    case 0:
      return `age ${pick(random, ['>=', '<'])} ${pick(random, ['5d', '10d', '20d'])}`;
    case 1:
      return `messages per week ${pick(random, ['rises', 'falls'])} by ${pick(random, ['10%', '50%'])}`;
    case 2:
      return `members ${pick(random, ['>=', '<'])} ${1 + random(4)}`;
    default:
      return `${pick(random, ['messages', 'interactions', 'active_members'])} ${pick(random, ['in 3d', 'in 7d', 'per day'])} ${pick(random, ['>=', '<', '>'])} ${random(5)}`;
  }
}

function condition(random: Random): string {
  const kind = random(5);
  return kind < 3 ? atom(random) : `${atom(random)} ${kind === 3 ? 'and' : 'or'} ${atom(random)}`;
}

function sourceOf(seed: number): string {
  const random = randomOf(seed);
  const names = ['A', 'B', 'C', 'D'].slice(0, 2 + random(3));
  const stages = names.map((name) => `  stage ${name} when ${condition(random)}${random(5) === 0 ? ' for 2d' : ''}`);
  const moves = names.flatMap((from) =>
    names.filter((to) => to !== from && random(2) === 0).map((to) => `  allow ${from} -> ${to}`),
  );
  const body = [...stages, ...(random(3) === 0 ? [] : moves)].join('\n');
  return `group G : interest {\n  tier T { otherwise }\n  lifecycle {\n${body}\n  }\n}\n`;
}

function rowsOf(random: Random): EventRow[] {
  const rows = Array.from({ length: 5 + random(40) }, (): EventRow => {
    const ts = START + random(30) * DAY + random(20) * 3_600_000_000;
    return { ts, group: 'g', member: `m${random(5)}`, kind: pick(random, ['message', 'message', 'reaction', 'leave']) };
  });
  return rows.sort((left, right) => left.ts - right.ts);
}

/** The stage of each day. */
function stagesOf(policy: Policy, rows: readonly EventRow[]): (string | null)[] {
  const program = compile(policy);
  const [log] = columnsFromEvents([...rows], program.textPredicates);
  if (log === undefined) throw new Error('no events');
  const shows = ['message', 'reaction', 'leave', 'join', 'share', 'click', 'checkin', 'participation'] as const;
  const outcome = runGroup(program, 'G', log, { files: ['x'], shows: [...shows], roles: false, complete: true }, []);
  return (outcome.lifecycle?.stretches ?? []).flatMap(({ stage, from, to }) => {
    const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
    return Array.from({ length: days }, () => stage);
  });
}

test(`no log does what was proven impossible for ${CYCLES} random lifecycles`, () => {
  const tally = { shadowed: 0, neverTaken: 0, moves: 0 };
  for (let seed = 1; seed <= CYCLES; seed++) {
    const source = sourceOf(seed);
    const policy = checked(source);
    const [group] = policy.groups;
    if (group === undefined) throw new Error('no group');
    const { shadowed, neverTaken } = analyseStages(group);
    tally.shadowed += shadowed.length;
    tally.neverTaken += neverTaken.length;
    const never = new Set(neverTaken.map(({ move }) => `${move.from} ${move.to}`));
    const random = randomOf(seed + 1_000_000);
    for (let round = 0; round < LOGS; round++) {
      const days = stagesOf(policy, rowsOf(random));
      for (const { stage } of shadowed) expect(days, `seed ${seed}\n${source}`).not.toContain(stage.name);
      days.forEach((stage, index) => {
        const before = days[index - 1];
        if (before === undefined || before === stage) return;
        tally.moves++;
        expect(never.has(`${before} ${stage}`), `seed ${seed}: ${before} -> ${stage}\n${source}`).toBe(false);
      });
    }
  }
  expect(tally.shadowed).toBeGreaterThan(CYCLES / 20);
  expect(tally.neverTaken).toBeGreaterThan(3);
  expect(tally.moves).toBeGreaterThan(CYCLES);
}, 300_000);

test('proposals for a stage that never begins, or never ends, resolve the finding or demonstrate it', () => {
  const tally = { bound: 0, order: 0, scenario: 0 };
  let deadEnds = 0;
  const found = (text: string): string[] =>
    checker
      .check(['main.group'], memoryFileSystem({ 'main.group': text }))
      .diagnostics.filter(({ code }) => code === 'stage-shadowed')
      .map(({ message }) => /`(\w+)`/.exec(message.en)?.[1] ?? '');
  for (let seed = 1; seed <= CYCLES; seed++) {
    const source = sourceOf(seed);
    const { diagnostics } = checker.check(['main.group'], memoryFileSystem({ 'main.group': source }));
    for (const { proposals } of diagnostics.filter(({ code }) => code === 'stage-dead-end')) {
      for (const { edits } of proposals?.() ?? []) {
        deadEnds++;
        const text = `${source}${edits.map(({ newText }) => newText).join('')}`;
        expect(unmet(text), text).toEqual([]);
      }
    }
    for (const { message, proposals } of diagnostics.filter(({ code }) => code === 'stage-shadowed')) {
      const stage = /`(\w+)`/.exec(message.en)?.[1] ?? '';
      for (const { kind, edits, title } of proposals?.() ?? []) {
        const text = edits
          .toSorted((left, right) => right.startOffset - left.startOffset)
          .reduce(
            (before, one) => before.slice(0, one.startOffset) + one.newText + before.slice(one.endOffset),
            source,
          );
        tally[kind]++;
        if (kind === 'scenario') expect(unmet(text), text).toEqual([]);
        else expect(found(text), `${title.en}\n${source}`).not.toContain(stage);
      }
    }
  }
  expect(tally.bound).toBeGreaterThan(5);
  expect(tally.order).toBeGreaterThan(5);
  expect(tally.scenario).toBeGreaterThan(5);
  expect(deadEnds).toBeGreaterThan(50);
}, 300_000);
