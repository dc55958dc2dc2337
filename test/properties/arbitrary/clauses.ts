/** The clauses of a group: tiers, content, health, risks, campaigns, cadence, lifecycle and duty. */
import {
  type ActionCall,
  type ActionDefinition,
  type ArgumentValue,
  type Ban,
  type CadenceTarget,
  type Campaign,
  type CampaignSize,
  type CampaignStart,
  type Cap,
  type Category,
  type Condition,
  type Content,
  type Escalation,
  type Goal,
  type HealthDimension,
  type Lifecycle,
  lengthsWith,
  type Mix,
  type Phase,
  type Risk,
  type Shift,
  type Slot,
  type Stage,
  type Task,
  type Tier,
} from '@steward/policy';
import type { Duration, Period } from '@steward/time';
import fc from 'fast-check';
import {
  ACTIONS,
  actionDefinition,
  call,
  duration,
  goal,
  matched,
  phase,
  RANGE,
  ratio,
  reference,
  risk,
  stage,
  tier,
} from '../../oracle/policy-builder.ts';
import {
  burstCondition,
  groupCondition,
  memberCondition,
  riskCondition,
  runCondition,
  sharing,
} from './expressions.ts';
import { categoryFilter } from './filters.ts';
import { CAMPAIGNS, CATEGORIES, RISKS, WORDS } from './names.ts';
import type { Stretch } from './time.ts';

const who = fc.constantFrom('sender' as const, 'member' as const, 'message' as const).map(matched);
const length = fc
  .constantFrom('30min', '2h', '1d', '1w')
  .map((text): ArgumentValue => ({ kind: 'duration', value: duration(text) }));

/** The action definitions: the usual ones, or ones with other defaults, such as a campaign or what the clause matched. */
export const actionDefinitions: fc.Arbitrary<readonly ActionDefinition[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(ACTIONS) },
  {
    weight: 1,
    arbitrary: fc.constant([
      actionDefinition('kick', { member: matched('sender') }, ['message', 'complaint', 'leave']),
      actionDefinition('start', { campaign: reference('campaign', 'C2'), text: { kind: 'string', value: 'go' } }),
      actionDefinition('mute', { length: null, member: matched('member'), also: matched('sender') }, ['reaction']),
      actionDefinition('pause', { campaign: reference('campaign', 'C1') }),
      actionDefinition('notify', { text: null, who: reference('role', 'mod') }, ['message']),
      actionDefinition('recall', { message: null }),
      actionDefinition('warn', { member: null }),
    ]),
  },
);

const anyCall: fc.Arbitrary<ActionCall> = fc.oneof(
  who.map((member) => call('warn', { member })),
  fc
    .tuple(who, fc.option(length))
    .map(([member, time]) => call('mute', time === null ? { member } : { member, length: time })),
  who.map((member) => call('kick', { member })),
  fc.constantFrom(call('recall'), call('kick'), call('start'), call('pause')),
  fc.constantFrom(
    call('notify', { who: reference('role', 'mod') }),
    call('notify', { text: { kind: 'number', value: ratio(2, 5), text: '40%' } }),
  ),
  fc
    .constantFrom('start', 'pause')
    .chain((action) =>
      fc.constantFrom(...CAMPAIGNS).map(({ name }) => call(action, { campaign: reference('campaign', name) })),
    ),
);

const calls = fc.array(anyCall, { maxLength: 2 });

function lasting(...texts: string[]): fc.Arbitrary<Duration> {
  return fc.constantFrom(...texts).map(duration);
}

function maybe<T>(arbitrary: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { freq });
}

/** Up to one declaration per name, drawn independently. */
function declared<T, N>(names: readonly N[], least: number, of: (name: N) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.integer({ min: least, max: names.length }).chain((count) => fc.tuple(...names.slice(0, count).map(of)));
}

export function tiers(least: number): fc.Arbitrary<Tier[]> {
  const task: fc.Arbitrary<Task> = fc
    .record({ title: fc.constantFrom('one', 'two'), when: memberCondition })
    .map((each) => ({ ...each, range: RANGE }));
  const conditions = fc.oneof(
    { weight: 2, arbitrary: fc.constant(memberCondition) },
    { weight: 1, arbitrary: sharing({ scope: 'member', place: 'daily' }) },
  );
  const some = conditions.chain((condition) => tierList(least, condition, task));
  return fc
    .tuple(some, fc.boolean())
    .map(([list, rest]) => (rest && list.length > 0 ? [...list, tier('Rest', null)] : list));
}

function tierList(least: number, condition: fc.Arbitrary<Condition>, task: fc.Arbitrary<Task>): fc.Arbitrary<Tier[]> {
  return declared(['T1', 'T2', 'T3', 'T4'], least, (name) =>
    fc
      .record({
        when: condition,
        grace: maybe(lasting('1d', '2d', '3d', '1w', '36h', '48h')),
        tasks: fc.oneof(
          { weight: 2, arbitrary: fc.constant<Task[]>([]) },
          { weight: 1, arbitrary: fc.array(task, { maxLength: 2 }) },
        ),
        actions: calls,
      })
      .map(({ when, ...more }) => tier(name, when, more)),
  );
}

const categories: fc.Arbitrary<Category[]> = declared(CATEGORIES, 1, ({ name, label }) =>
  categoryFilter.map((when) => ({ name, label, range: RANGE, when })),
);

const period = fc.constantFrom<Period[]>('hour', 'day', 'day', 'day', 'week', 'month');

export const content: fc.Arbitrary<Content> = categories.chain((list) => {
  const names = list.map((category) => category.name);
  const words = fc.subarray([...WORDS], { minLength: 1, maxLength: 3 });
  const ban: fc.Arbitrary<Ban> = fc
    .record({ words, actions: calls })
    .map((each) => ({ lexicon: 'words', ...each, range: RANGE }));
  const bans = fc.array(ban, { maxLength: 1 });
  if (names.length === 0) {
    return bans.map((banned) => ({ categories: [], mixes: [], caps: [], bans: banned, slots: [] }));
  }
  const name = fc.constantFrom(...names);
  const share = fc.constantFrom(ratio(1, 2), ratio(1, 4), ratio(1, 3), ratio(3, 20), ratio(1, 1), ratio(0, 1));
  const mix: fc.Arbitrary<Mix> = fc
    .record({
      period,
      tolerance: fc.constantFrom(ratio(1, 10), ratio(1, 6), ratio(1, 2), ratio(0, 1)),
      targets: fc.array(share, { minLength: names.length, maxLength: names.length }),
      first: fc.nat(names.length - 1),
    })
    .map(({ period: over, tolerance, targets, first }) => ({
      period: over,
      tolerance,
      shares: names
        .slice(first)
        .map((category, index) => ({ category, share: targets[index] ?? ratio(1, 2), range: RANGE })),
      range: RANGE,
    }));
  const cap: fc.Arbitrary<Cap> = fc.record({ category: name, share, period, range: fc.constant(RANGE) });
  const minute = fc.constantFrom(0, 30, 60, 90, 120, 480, 720, 1_380, 1_410);
  const slot: fc.Arbitrary<Slot> = fc.record({
    label: fc.constant('slot'),
    from: minute,
    to: fc.oneof(minute, fc.constant(1_440)),
    category: name,
    range: fc.constant(RANGE),
  });
  return fc.record({
    categories: fc.constant(list),
    mixes: fc.array(mix, { minLength: 0, maxLength: 2 }),
    caps: fc.array(cap, { maxLength: 2 }),
    bans,
    slots: fc.array(slot, { maxLength: 2 }),
  });
});

const held = maybe(lasting('1d', '2d', '3d', '36h', '1w'));
const goals: fc.Arbitrary<Goal[]> = fc.array(
  fc.tuple(groupCondition, held).map(([when, time]) => goal(when, time)),
  { minLength: 1, maxLength: 2 },
);

export function health(least: number): fc.Arbitrary<HealthDimension[]> {
  const responses = fc.array(
    fc.record({ ...lengthsWith('response', () => held), actions: calls }).map((each) => ({ ...each, range: RANGE })),
    { maxLength: 2 },
  );
  return declared(['H1', 'H2'], least, (name) =>
    fc.record({ goals, responses }).map((each) => ({ name, label: null, range: RANGE, ...each })),
  );
}

/** Escalations go in one direction through the list, so there are no cycles. */
export function risks(least: number): fc.Arbitrary<Risk[]> {
  return fc.boolean().chain((down) =>
    declared(RISKS, least, (named) =>
      fc
        .record({
          when: fc.oneof({ weight: 3, arbitrary: burstCondition }, { weight: 2, arbitrary: riskCondition }),
          for: maybe(lasting('30min', '1h', '2h', '1d', '36h'), 3),
          cooldown: maybe(lasting('30min', '2h', '12h', '2d', '1w')),
          actions: calls,
          ladders: fc.array(ladder, { minLength: 1, maxLength: 3 }),
        })
        .map(({ when, ladders, ...more }) => ({
          risk: risk(named.name, when, { label: named.label, ...more }),
          ladders,
        })),
    ).map((list) =>
      list.map((each, index) => ({ ...each.risk, escalations: climbing(each.ladders, index, list.length, down) })),
    ),
  );
}

interface Ladder {
  step: number;
  after: Escalation['after'];
}

const ladder: fc.Arbitrary<Ladder> = fc.record({
  step: fc.constantFrom(0, 0, 1),
  after: fc.oneof(
    fc.record({ kind: fc.constant('open' as const), delay: lasting('10min', '10min', '30min', '1h', '1d') }),
    fc.record({
      kind: fc.constant('times' as const),
      times: fc.integer({ min: 1, max: 3 }),
      window: lasting('1h', '1d', '24h', '7d'),
    }),
  ),
});

function climbing(ladders: readonly Ladder[], from: number, count: number, down: boolean): Escalation[] {
  return ladders.flatMap(({ step, after }) => {
    const to = down ? from + 1 + step : from - 1 - step;
    const target = to < count ? RISKS[to] : undefined;
    return target === undefined ? [] : [{ to: target.name, after, range: RANGE }];
  });
}

const PHASES = ['preheat', 'burst', 'sustain', 'review'] as const;

export function campaigns(least: number, when: Stretch): fc.Arbitrary<Campaign[]> {
  const phases: fc.Arbitrary<Phase[]> = fc
    .subarray([...PHASES], { minLength: 1 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc
            .tuple(fc.constantFrom('1h', '6h', '12h', '24h', '1d'), calls)
            .map(([time, actions]) => phase(name, time, actions)),
        ),
      ),
    );
  const starts = fc.array(campaignStart(when), { maxLength: 2 });
  const size = fc.constantFrom<CampaignSize[]>('large', 'medium', 'light');
  const aims = fc.array(
    runCondition.map((condition) => ({ when: condition, range: RANGE })),
    { maxLength: 2 },
  );
  return declared(CAMPAIGNS, least, ({ name, label }) =>
    fc.record({ phases, starts, size, goals: aims }).map((each) => ({ name, label, range: RANGE, ...each })),
  );
}

function campaignStart({ days }: Stretch): fc.Arbitrary<CampaignStart> {
  const minutes = fc.constantFrom(0, 90, 120, 150, 720, 1_200);
  const times = fc.uniqueArray(minutes, { minLength: 1, maxLength: 2 });
  const range = fc.constant(RANGE);
  const dates = days.map((day) => day.date);
  const date = fc.constantFrom(...dates);
  const dayNumbers = dates.map((each) => Number(each.slice(8)));
  return fc.oneof(
    fc.record({
      kind: fc.constant('once' as const),
      at: fc
        .tuple(date, fc.constantFrom('00:00', '01:30', '02:15', '02:30', '12:00', '20:00:30'))
        .map((each) => each.join('T')),
      range,
    }),
    fc.record({ kind: fc.constant('daily' as const), times, range }),
    fc.record({
      kind: fc.constant('weekly' as const),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1, maxLength: 3 }),
      times,
      range,
    }),
    fc.record({
      kind: fc.constant('monthly' as const),
      days: fc.uniqueArray(fc.constantFrom(...dayNumbers, 31), { minLength: 1, maxLength: 2 }),
      times,
      range,
    }),
  );
}

export const cadence: fc.Arbitrary<CadenceTarget[]> = fc.array(
  fc.record({
    size: fc.constantFrom<CampaignSize[]>('large', 'medium', 'light'),
    count: fc.constantFrom(0, 1, 1, 1, 2, 3),
    period,
    range: fc.constant(RANGE),
  }),
  { maxLength: 2 },
);

export const lifecycle: fc.Arbitrary<Lifecycle | null> = maybe(
  declared(['S1', 'S2', 'S3', 'S4'], 2, (name) =>
    fc
      .tuple(maybe(groupCondition, 6), held)
      .map(([when, time]): Stage => stage(name, when, when === null ? null : time)),
  ).chain((stages) => {
    const name = fc.constantFrom(...stages.map((each) => each.name));
    const move = fc.record({ from: name, to: name, range: fc.constant(RANGE) });
    const moves = fc.oneof(
      { weight: 1, arbitrary: fc.constant<Lifecycle['moves']>([]) },
      { weight: 2, arbitrary: fc.array(move, { maxLength: 3 }) },
    );
    return moves.map((allowed) => ({ stages, moves: allowed, range: RANGE }));
  }),
  2,
);

export const duty: fc.Arbitrary<Shift[]> = fc.array(
  fc.record({
    from: fc.constantFrom(0, 480, 720, 1_200),
    to: fc.constantFrom(60, 480, 720, 1_200, 1_440),
    onDuty: fc.subarray(
      [
        { kind: 'role' as const, name: 'mod' },
        { kind: 'tool' as const, name: 'butler' },
      ],
      { minLength: 1 },
    ),
    range: fc.constant(RANGE),
  }),
  { maxLength: 2 },
);
