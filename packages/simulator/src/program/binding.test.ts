import { type GroupPolicy, POLICY_FORMAT, type Policy } from '@steward/policy';
import { expect, test } from 'vitest';
import { bind, type LogGroup } from './binding.ts';

const range = { file: 0, startOffset: 0, endOffset: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

function rules(name: string, match: string[]): GroupPolicy {
  return {
    name,
    label: null,
    range,
    kind: 'service',
    match,
    platform: null,
    timezone: 'Asia/Shanghai',
    capacity: null,
    purpose: null,
    nickname: null,
    founded: null,
    roster: null,
    sample: null,
    tiers: [],
    content: { categories: [], mixes: [], caps: [], bans: [], slots: [] },
    health: [],
    risks: [],
    campaigns: [],
    cadence: [],
    lifecycle: null,
    duty: [],
  };
}

function policyOf(...groups: GroupPolicy[]): Policy {
  return {
    format: POLICY_FORMAT,
    files: [],
    groups,
    signals: [],
    metrics: [],
    actions: [],
    lexicons: [],
    roles: [],
    tools: [],
    scripts: [],
    scenarios: [],
  };
}

const log: LogGroup[] = [
  { group: 'vip-1', groupName: 'VIP 一群', events: 5 },
  { group: 'vip-2', groupName: null, events: 3 },
  { group: 'other', groupName: null, events: 1 },
];
const vip = rules('Vip', ['vip-*']);
const rest = rules('Rest', []);
const none = rules('None', ['nothing-*']);

const names = (policy: Policy, wanted: GroupPolicy[], logGroups: string[], explicit: boolean) => {
  const { bound, unbound, everything } = bind(policy, log, { wanted, logGroups, explicit });
  return {
    bound: bound.map(({ group, policyGroup }) => `${group.group}:${policyGroup}`),
    unbound: unbound.map(({ group }) => group),
    everything,
  };
};

test('globs bind; a group without one takes the rest', () => {
  expect(names(policyOf(vip, rest), [vip, rest], [], true)).toEqual({
    bound: ['vip-1:Vip', 'vip-2:Vip', 'other:Rest'],
    unbound: [],
    everything: null,
  });
});

test('unbound groups are listed', () => {
  expect(names(policyOf(vip), [vip], [], true)).toEqual({
    bound: ['vip-1:Vip', 'vip-2:Vip'],
    unbound: ['other'],
    everything: null,
  });
});

test('a named log that does not match the only group is bound as a whole', () => {
  expect(names(policyOf(none), [none], [], true)).toEqual({
    bound: ['vip-1:None', 'vip-2:None', 'other:None'],
    unbound: [],
    everything: 'None',
  });
});

test('but not a sample, and not if several groups are selected', () => {
  expect(names(policyOf(none), [none], [], false).bound).toEqual([]);
  expect(names(policyOf(none, vip), [none, vip], [], true).bound).toEqual(['vip-1:Vip', 'vip-2:Vip']);
});

test('a policy group chosen by name is the only one selected, and may take the whole log', () => {
  expect(names(policyOf(none, vip), [none], [], true).everything).toBe('None');
  expect(names(policyOf(vip, rest), [rest], [], true).bound).toEqual(['other:Rest']);
});

test('groups of the log chosen by id or name; the others do not count as unbound', () => {
  expect(names(policyOf(vip), [vip], ['VIP 一群'], true)).toEqual({
    bound: ['vip-1:Vip'],
    unbound: [],
    everything: null,
  });
});
