import { type LengthKind, lengthNames } from '@steward/policy';
import { expect, test } from 'vitest';
import {
  BEFORE_LENGTH,
  BLOCKS,
  CHINESE_BEFORE_LENGTH,
  CLAUSE_WORDS,
  clauseWordsOf,
  LENGTHS,
  ONCE,
} from './grammar-words.ts';

test('words before a duration', () => {
  expect([...BEFORE_LENGTH].sort()).toEqual(['after', 'cooldown', 'for', 'grace', 'in']);
  expect([...CHINESE_BEFORE_LENGTH].sort()).toEqual(['近', '满', '冷却', '宽限', '持续'].sort());
});

test.each<[type: string, kind: LengthKind]>([
  ['Tier', 'tier'],
  ['HealthGoal', 'goal'],
  ['Response', 'response'],
  ['Risk', 'risk'],
  ['Phase', 'phase'],
  ['Stage', 'stage'],
])('the durations of a %s are those of the policy', (type, kind) => {
  expect(LENGTHS.get(type)?.toSorted()).toEqual(lengthNames(kind).toSorted());
});

test('clauses that a block may have once, with their opening words', () => {
  expect(ONCE.get('Risk')).toEqual([
    ['condition', 'when'],
    ['for', 'for'],
    ['cooldown', 'cooldown'],
  ]);
  expect(ONCE.get('Campaign')).toBeUndefined();
});

test('words that begin clauses', () => {
  expect(BLOCKS).toContain('Health');
  expect(clauseWordsOf('Health')).toEqual(['healthy', 'on']);
  expect(clauseWordsOf('Tier')).toContain('task');
  expect([...(CLAUSE_WORDS.get('Risk') ?? [])]).toEqual(['when', 'for', 'cooldown', 'do']);
});
