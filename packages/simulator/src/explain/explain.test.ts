import { SIGNALS } from '@steward/events';
import { expect, test } from 'vitest';
import { at, both, count, divide, group, health, is, own, policyOf, risk, row, tier } from '../../test/build.ts';
import { columnsFromEvents } from '../columns/from-events.ts';
import { compile } from '../program/program.ts';
import { type ClauseAt, explainClause } from './explain.ts';

const program = compile(
  policyOf([
    group({
      tiers: [tier('Active', both(is(own('message', 'in 2d'), '>=', 2), is(own('read', 'in 2d'), '<', 9)))],
      health: [health('asked', [is(divide(count('complaint', 'per day'), count('message', 'per day')), '<', '1/2')])],
      risks: [risk('Ads', is(count('complaint', 'per day'), '>=', 3))],
    }),
  ]),
);
const rows = [
  row('2025-03-01T10:00 ann message'),
  row('2025-03-02T10:00 ann message'),
  row('2025-03-02T10:05 bob complaint'),
  row('2025-03-03T10:00 ann message'),
];
const [log] = columnsFromEvents(rows, program.textPredicates);
const info = { files: ['log'], shows: SIGNALS.filter((signal) => signal !== 'read'), roles: false, complete: false };

function explain(clause: ClauseAt) {
  if (log === undefined) throw new Error('no log');
  return explainClause(program, 'G', { log, info, roster: [] }, clause);
}

test("a member's tier: values, the window's dates, and the events counted", () => {
  const explained = explain({ kind: 'tier', tier: 'Active', member: 'ann', on: '2025-03-03' });
  expect(explained).toMatchObject({ reason: 'missingSignal', condition: { kind: 'and', truth: 'unknown' } });
  const [messages, reads] = explained?.condition?.parts ?? [];
  expect(messages).toMatchObject({
    truth: 'true',
    values: [
      {
        text: 'count(message) in 2d',
        lo: { numerator: 2 },
        hi: { numerator: 2 },
        window: { from: '2025-03-02T00:00:00.000Z', to: '2025-03-03T23:59:59.999999Z', covered: true, running: false },
        evidence: { count: 2, events: [{ line: 2 }, { line: 4 }] },
      },
      { text: '2' },
    ],
  });
  expect(reads).toMatchObject({ truth: 'unknown', values: [{ lo: { numerator: 0 }, hi: null }, {}] });
});

test('a health measure, with its operands', () => {
  const explained = explain({ kind: 'goal', dimension: 'asked', goal: 0, on: '2025-03-02' });
  expect(explained?.condition).toMatchObject({
    truth: 'false',
    values: [
      {
        lo: { numerator: 1 },
        parts: [{ evidence: { events: [{ line: 3 }] } }, { evidence: { events: [{ line: 2 }] } }],
      },
      {},
    ],
  });
});

test('a risk at an instant, before its day ends', () => {
  const explained = explain({ kind: 'risk', risk: 'Ads', at: at('2025-03-02T12:00') });
  expect(explained).toMatchObject({
    reason: 'periodRunning',
    condition: { values: [{ window: { running: true } }, {}] },
  });
});

test('something that does not exist is not explained', () => {
  expect(explain({ kind: 'tier', tier: 'Active', member: 'nobody', on: '2025-03-03' })).toBeNull();
  expect(explain({ kind: 'tier', tier: 'Active', member: 'ann', on: '2025-04-01' })).toBeNull();
  expect(explain({ kind: 'stage', stage: 'Growth', on: '2025-03-01' })).toBeNull();
});
