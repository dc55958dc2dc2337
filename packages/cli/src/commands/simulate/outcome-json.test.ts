import { OUTCOME_FORMAT, type Outcome } from '@steward/simulator';
import { expect, test } from 'vitest';
import { outcomeJson } from './outcome-json.ts';

const log = { files: ['日志.jsonl'], shows: [], complete: false, events: 1, messages: 1 };
const empty: Outcome = { format: OUTCOME_FORMAT, log, groups: [], unbound: [], rollups: [] };

test('the pieces add up to the JSON of the whole', () => {
  const many: Outcome = {
    ...empty,
    unbound: [
      { group: 'a', groupName: null, events: 1 },
      { group: 'b', groupName: '"b"', events: 2 },
    ],
  };
  for (const outcome of [empty, many]) {
    const text = [...outcomeJson(outcome)].join('');
    expect(JSON.parse(text)).toEqual(outcome);
    expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(outcome));
  }
});

test('every key of an Outcome is written', () => {
  expect(Object.keys(JSON.parse([...outcomeJson(empty)].join('')))).toEqual(Object.keys(empty));
});
