import { SIGNALS } from '@steward/events';
import { describe, expect, test } from 'vitest';
import { count, group, health, is, own, policyOf, risk, row, tier } from '../../test/build.ts';
import { columnsFromEvents } from '../columns/from-events.ts';
import { compile } from '../program/program.ts';
import { createSimulation, type Simulation } from './simulation.ts';

const rows = ['g', 'h'].flatMap((name) =>
  Array.from({ length: 60 }, (_, i) => ({
    ...row(
      `2025-03-${String(1 + Math.floor(i / 6)).padStart(2, '0')}T1${i % 6}:00 m${i % 5} ${i % 7 === 0 ? 'complaint' : 'message'}`,
    ),
    group: name,
    text: i % 4 === 0 ? 'an ad' : 'hello',
  })),
);
const info = { files: ['log'], shows: [...SIGNALS], roles: false, complete: false };

function rules(shape: { messages?: number; window?: string; goal?: number; complaints?: number; word?: string } = {}) {
  const { messages = 3, window = 'in 7d', goal = 2, complaints = 2, word } = shape;
  const range = is(count('message', 'in 1d'), '>', 1).range;
  const where = word === undefined ? {} : { where: { kind: 'contains' as const, words: [word], lexicon: null, range } };
  return policyOf([
    group({
      tiers: [tier('Active', is(own('message', window), '>=', messages)), tier('Rest', null)],
      health: [health('activity', [is(count('message', 'per day'), '>', goal)])],
      risks: [risk('Ads', is(count('complaint', 'in 24h', where), '>=', complaints))],
    }),
  ]);
}

function resident(): Simulation {
  const { textPredicates } = compile(rules());
  return createSimulation({ info, logs: columnsFromEvents(rows, textPredicates), predicates: textPredicates });
}

describe('a changed policy', () => {
  const changes = { messages: 5, window: 'in 3d', goal: 5, complaints: 1 };

  test.each(Object.keys(changes))('%s: the same outcome as a fresh run', (name) => {
    const simulation = resident();
    simulation.run(rules());
    const changed = rules({ [name]: changes[name as keyof typeof changes] });
    const outcome = simulation.run(changed);
    expect(outcome).toEqual(resident().run(changed));
    expect(outcome).not.toEqual(simulation.run(rules()));
  });

  test('reruns only what the change affects', () => {
    const simulation = resident();
    const [before] = simulation.run(rules()).groups;
    const [after] = simulation.run(rules({ messages: 5 })).groups;
    expect(after?.risks).toBe(before?.risks);
    expect(after?.health[0]).toBe(before?.health[0]);
    expect(after?.members).toBe(before?.members);
    expect(after?.tiers).not.toBe(before?.tiers);
  });

  test('a new word is looked up in the logs first', () => {
    const simulation = resident();
    const changed = rules({ word: 'AD', complaints: 1 });
    const wanted = simulation.unanswered(changed);
    expect(wanted).toMatchObject([{ kind: 'contains', words: ['AD'], only: ['complaint'] }]);
    expect(() => simulation.run(changed)).toThrow('not answered yet');
    const answered = new Map(columnsFromEvents(rows, wanted).map((log) => [log.group, log.textBits]));
    simulation.answer(wanted, (name) => answered.get(name) ?? []);
    const { textPredicates } = compile(changed);
    const fresh = createSimulation({ info, logs: columnsFromEvents(rows, textPredicates), predicates: textPredicates });
    expect(simulation.run(changed)).toEqual(fresh.run(changed));
    expect(simulation.unanswered(changed)).toEqual([]);
  });
});

test('the visible group comes first, and the rest can be abandoned', () => {
  const [first] = resident().groups(rules(), { first: 'h' });
  expect(first?.group).toBe('h');
});
