import type { RoleDefinition } from '@steward/policy';
import type { GroupOutcome } from '@steward/simulator';
import type { RowShape } from '../log-builder.ts';
import { ALL, aggregate, compares, fieldIn, goal, intrinsic, per, RANGE, risk } from '../policy-builder.ts';
import type { HandCase } from './case.ts';

function role(name: string, standing: RoleDefinition['standing'], ...members: string[]): RoleDefinition {
  return { name, label: null, range: RANGE, standing, members };
}

const EVERY_ROLE = fieldIn('role', 'member', 'staff', 'owner', 'bot');
const REPLIES = aggregate({ signals: ['message'], window: per('day'), where: fieldIn('role', 'staff') });

/** A goal on each day's replies: fewer than one is a breach. */
const ANSWERED: HandCase['group'] = {
  health: [{ name: 'answered', label: null, range: RANGE, goals: [goal(compares(REPLIES, '>=', 1))], responses: [] }],
};

const TALK: RowShape[] = [
  { at: '2025-03-03T10:00', kind: 'message', member: 'a', text: 'a question' },
  { at: '2025-03-03T11:00', kind: 'message', member: 'mei', text: 'an answer' },
  { at: '2025-03-04T11:00', kind: 'message', member: 'a', text: 'thanks' },
];

function days({ health }: GroupOutcome): unknown {
  return health[0]?.byDay;
}

function rolesOf({ roles }: GroupOutcome): unknown {
  return [roles.people.map(({ member, role: one, from, declared }) => [member, one, from, declared]), roles.unknown];
}

/** By day: who was there when the day's window began, and who of them stayed. */
const STAYERS: HandCase['group'] = {
  health: [
    {
      name: 'stay',
      label: null,
      range: RANGE,
      goals: (['opening_members', 'retained_members'] as const).map((name) =>
        goal(compares(intrinsic(name, per('day')), '>=', 0)),
      ),
      responses: [],
    },
  ],
};

function stayers({ health }: GroupOutcome): unknown {
  return health[0]?.goals.map((one) => one.measures[0]?.byDay.map((value) => value?.numerator ?? null));
}

/** c is there throughout and first seen on day 2; d is first seen leaving; a leaves and returns; b leaves; e joins. */
const COMINGS: RowShape[] = [
  { at: '2025-03-03T10:00', kind: 'message', member: 'a' },
  { at: '2025-03-03T10:30', kind: 'message', member: 'b' },
  { at: '2025-03-04T09:00', kind: 'leave', member: 'a' },
  { at: '2025-03-04T09:30', kind: 'join', member: 'a' },
  { at: '2025-03-04T09:40', kind: 'leave', member: 'a' },
  { at: '2025-03-04T09:50', kind: 'join', member: 'a' },
  { at: '2025-03-04T10:00', kind: 'leave', member: 'b' },
  { at: '2025-03-04T11:00', kind: 'leave', member: 'd' },
  { at: '2025-03-04T12:00', kind: 'join', member: 'e' },
  { at: '2025-03-04T13:00', kind: 'message', member: 'c' },
];

export const ROLE_CASES: HandCase[] = [
  {
    what: 'opening members were there at the start; retained ones are also there at the end, however often they left',
    group: STAYERS,
    log: { rows: COMINGS },
    read: stayers,
    expected: [
      [2, 4],
      [2, 2],
    ],
  },
  {
    what: 'in a complete log, nobody was there before the first event',
    group: STAYERS,
    complete: true,
    log: { rows: COMINGS },
    read: stayers,
    expected: [
      [0, 2],
      [0, 1],
    ],
  },
  {
    what: 'a log without leaves cannot say who stayed',
    group: STAYERS,
    shows: ['message', 'join'],
    log: { rows: COMINGS },
    read: stayers,
    expected: [
      [null, null],
      [null, null],
    ],
  },
  {
    what: 'if nothing says who is staff, a count over a role is [0, n]',
    group: ANSWERED,
    log: { rows: TALK },
    read: ({ health, roles }) => [health[0]?.byDay, health[0]?.unknowns.reasons.unknownRole, roles.unknown],
    expected: [['unknown', 'unknown'], 2, 3],
  },
  {
    what: 'a count over all roles is exact, whatever the roles are',
    group: {
      health: [
        {
          name: 'all',
          label: null,
          range: RANGE,
          goals: [goal(compares(aggregate({ signals: ['message'], window: per('day'), where: EVERY_ROLE }), '>=', 2))],
          responses: [],
        },
      ],
    },
    log: { rows: TALK },
    read: days,
    expected: ['healthy', 'breach'],
  },
  {
    what: 'people listed by name in a declared role are staff, and everybody else is a member',
    group: ANSWERED,
    roles: [role('客服', 'staff', '小美')],
    log: { rows: TALK, names: { mei: '小美' } },
    read: (outcome) => [days(outcome), rolesOf(outcome), outcome.roles.absent],
    expected: [['healthy', 'breach'], [[['mei', 'staff', 'declared', '客服']], 0], []],
  },
  {
    what: 'a name shared by two people means both; a name of nobody is reported',
    group: ANSWERED,
    roles: [role('客服', 'staff', 'Bo', 'nobody')],
    log: { rows: TALK, names: { mei: 'Bo', a: 'Bo' } },
    read: (outcome) => [days(outcome), outcome.roles.people.length, outcome.roles.absent],
    expected: [['healthy', 'healthy'], 2, [{ role: '客服', member: 'nobody' }]],
  },
  {
    what: 'the roster precedes the rules, the event precedes the roster',
    group: ANSWERED,
    roles: [role('客服', 'staff', 'mei', 'a')],
    roster: [{ member: 'mei', name: null, role: 'member', joined: null }],
    log: { rows: [...TALK, { at: '2025-03-04T12:00', kind: 'message', member: 'mei', role: 'staff' }] },
    read: (outcome) => [days(outcome), rolesOf(outcome)],
    expected: [
      ['healthy', 'healthy'],
      [[['a', 'staff', 'declared', '客服']], 0],
    ],
  },
  {
    what: 'a bot alone says nothing about others, and is not a member',
    group: ANSWERED,
    roles: [role('bot', 'bot', 'mei')],
    log: { rows: TALK },
    read: (outcome) => [days(outcome), outcome.members.atEnd, rolesOf(outcome)],
    expected: [['unknown', 'unknown'], 1, [[['mei', 'bot', 'declared', 'bot']], 2]],
  },
  {
    what: 'in a complete log, anybody on no list is a member',
    group: ANSWERED,
    complete: true,
    log: { rows: TALK },
    read: (outcome) => [days(outcome), outcome.roles.unknown],
    expected: [['breach', 'breach'], 0],
  },
  {
    what: 'since is the interval between the last event that may match and the last that does',
    group: {
      risks: [
        risk(
          'Quiet',
          compares(
            aggregate({ function: 'since', signals: ['message'], where: fieldIn('media', 'link') }),
            '>',
            3_600_000_000,
          ),
        ),
      ],
    },
    log: {
      rows: [
        { at: '2025-03-03T10:00', kind: 'message', member: 'a', media: 'link' },
        { at: '2025-03-03T10:30', kind: 'message', member: 'a', media: 'unknown' },
        { at: '2025-03-03T13:00', kind: 'message', member: 'a', media: 'text' },
      ],
    },
    read: ({ risks }) => risks[0]?.incidents.map(({ opened }) => opened),
    expected: ['2025-03-03T11:30:00.000001Z'],
  },
  {
    what: 'the category of a message with unknown media may be undecided, and then a cap that depends on it is too',
    group: {
      content: {
        categories: [{ name: 'ad', label: null, range: RANGE, when: fieldIn('media', 'link') }],
        mixes: [],
        caps: [
          { category: 'ad', period: 'day', share: { numerator: 1, denominator: 2 }, range: RANGE },
          { category: 'ad', period: 'day', share: { numerator: 9, denominator: 10 }, range: RANGE },
        ],
        bans: [],
        slots: [],
      },
    },
    log: {
      rows: [
        { at: '2025-03-03T10:00', kind: 'message', member: 'a', media: 'link' },
        { at: '2025-03-03T10:30', kind: 'message', member: 'a', media: 'unknown' },
        { at: '2025-03-03T13:00', kind: 'message', member: 'a', media: 'text' },
      ],
    },
    read: ({ content }) => [
      content.categories[0]?.messages,
      content.undecided,
      content.caps.map(({ periods, unknowns }) => [periods[0]?.verdict, unknowns.reasons.unknownMedia]),
    ],
    expected: [
      1,
      1,
      [
        ['unknown', 1],
        ['kept', 0],
      ],
    ],
  },
  {
    what: 'the age is exact from the first join into an empty room',
    group: { lifecycle: youngThenOld() },
    log: {
      rows: [
        { at: '2025-03-03T10:00', kind: 'join', member: 'a' },
        { at: '2025-03-03T10:30', kind: 'join', member: 'b' },
        { at: '2025-03-05T13:00', kind: 'message', member: 'a' },
      ],
    },
    read: stages,
    expected: ['young', 'young', 'old'],
  },
  {
    what: 'the age is a lower bound if somebody was there before the first join',
    group: { lifecycle: youngThenOld() },
    log: {
      rows: [
        { at: '2025-03-03T10:00', kind: 'join', member: 'a' },
        { at: '2025-03-03T10:30', kind: 'message', member: 'b' },
        { at: '2025-03-05T13:00', kind: 'message', member: 'a' },
      ],
    },
    read: stages,
    expected: [null, null, 'old'],
  },
  {
    what: 'the age is exact from the founding given by the log',
    group: { lifecycle: youngThenOld() },
    log: { founded: Date.UTC(2025, 2, 2, 12) * 1_000, rows: TALK },
    read: stages,
    expected: ['young', 'old'],
  },
];

function youngThenOld(): NonNullable<HandCase['group']['lifecycle']> {
  const twoDays = 2 * 86_400_000_000;
  const stage = (name: string, operator: '<' | '>=') => ({
    name,
    label: null,
    range: RANGE,
    when: compares(intrinsic('age', ALL), operator, twoDays),
    for: null,
    focus: [],
  });
  return { stages: [stage('young', '<'), stage('old', '>=')], moves: [], range: RANGE };
}

function stages({ lifecycle, days: { from } }: GroupOutcome): unknown {
  return (lifecycle?.stretches ?? []).flatMap(({ stage, from: first, to }) => {
    const length = (Date.parse(to) - Date.parse(first)) / 86_400_000 + 1;
    return Array.from({ length }, () => (first < from ? 'early' : stage));
  });
}
