/** The published JSON Schemas accept and reject exactly what the types do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Category, POLICY_FORMAT, type Policy } from '@steward/policy';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

function compile(path: string): ValidateFunction {
  const schema: object = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  return new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
}

/** @returns the first fault as `path message`, or null if `value` is valid. */
function fault(validate: ValidateFunction, value: unknown): string | null {
  if (validate(value)) return null;
  const first = validate.errors?.[0];
  return `${first?.instancePath} ${first?.message}`;
}

const range = { file: 0, startOffset: 0, endOffset: 1, startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };

const category: Category = {
  name: 'ad',
  label: '广告',
  range,
  when: { kind: 'contains', words: ['领券'], lexicon: null, range },
};

const policy: Policy = {
  format: POLICY_FORMAT,
  files: [{ path: 'a.group' }],
  groups: [
    {
      name: 'G',
      label: null,
      range,
      kind: 'service',
      match: [],
      platform: null,
      timezone: 'Asia/Shanghai',
      capacity: 500,
      purpose: null,
      nickname: null,
      founded: null,
      roster: null,
      sample: null,
      tiers: [],
      content: { categories: [category], mixes: [], caps: [], bans: [], slots: [] },
      health: [],
      risks: [],
      campaigns: [],
      cadence: [],
      lifecycle: null,
      duty: [],
    },
  ],
  signals: [],
  metrics: [],
  actions: [],
  lexicons: [],
  roles: [],
  tools: [],
  scripts: [],
  scenarios: [],
};

describe('the schema of the Policy', () => {
  const validate = compile('packages/policy/schema/policy.schema.json');

  test('accepts a policy', () => {
    expect(fault(validate, policy)).toBeNull();
  });

  test.each<[string, object, string]>([
    ['another format', { ...policy, format: 'steward-policy/0' }, '/format must be equal to constant'],
    ['a property it does not know', { ...policy, extra: 1 }, ' must NOT have additional properties'],
    ['a missing list', { ...policy, groups: undefined }, " must have required property 'groups'"],
    [
      'a kind that no group has',
      { ...policy, groups: [{ ...policy.groups[0], kind: 'club' }] },
      '/groups/0/kind must be equal to one of the allowed values',
    ],
  ])('rejects %s', (_what, value, expected) => {
    expect(fault(validate, value)).toBe(expected);
  });
});

describe('the schema of the Outcome', () => {
  const validate = compile('packages/simulator/schema/outcome.schema.json');

  test('accepts an empty outcome', () => {
    const log = { files: [], shows: ['message'], complete: false, events: 0, messages: 0 };
    expect(fault(validate, { format: 'steward-outcome/1', log, groups: [], unbound: [], rollups: [] })).toBeNull();
  });

  test('rejects an unknown signal', () => {
    const log = { files: [], shows: ['whisper'], complete: false, events: 0, messages: 0 };
    const outcome = { format: 'steward-outcome/1', log, groups: [], unbound: [], rollups: [] };
    expect(fault(validate, outcome)).toBe('/log/shows/0 must be equal to one of the allowed values');
  });
});
