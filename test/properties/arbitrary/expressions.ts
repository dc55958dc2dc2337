/** Conditions over members and groups: every aggregate, window, measure and connective, with thresholds near what occurs. */
import type { Condition, Quantity, SignalPart, Window } from '@steward/policy';
import type { Period } from '@steward/time';
import fc from 'fast-check';
import {
  ALL,
  aggregate,
  both,
  calculate,
  compares,
  constant,
  either,
  intrinsic,
  length,
  metric,
  negated,
  number,
  per,
  percent,
  RUN,
  rank,
  ratio,
  trend,
  within,
} from '../../oracle/policy-builder.ts';
import { eventFilter, operator } from './filters.ts';

/** The context of an expression, which determines what it may contain. */
export interface Setting {
  scope: 'member' | 'group';
  place: 'daily' | 'risk' | 'run';
}

const DAY_WINDOWS = ['1d', '1d', '1d', '2d', '2d', '3d', '3d', '7d', '1w', '2w', '30d', '60d'] as const;
const SHORT_WINDOWS = ['30min', '1h', '1h', '90min', '2h', '24h', '45s'] as const;

const dayWindow = fc.constantFrom(...DAY_WINDOWS).map(within);
const shortWindow = fc.constantFrom(...SHORT_WINDOWS).map(within);
const longPeriod = fc.constantFrom<Period[]>('day', 'day', 'day', 'week', 'month').map(per);
const hour = fc.constant(per('hour'));

function windowIn({ place }: Setting): fc.Arbitrary<Window> {
  return fc.oneof(
    { weight: 6, arbitrary: dayWindow },
    { weight: place === 'risk' ? 8 : 2, arbitrary: shortWindow },
    { weight: 3, arbitrary: longPeriod },
    { weight: 1, arbitrary: hour },
    { weight: 1, arbitrary: fc.constant(ALL) },
    { weight: place === 'run' ? 12 : 0, arbitrary: fc.constant(RUN) },
  );
}

const trendWindow: fc.Arbitrary<Window> = fc.oneof(
  { weight: 3, arbitrary: dayWindow },
  { weight: 2, arbitrary: shortWindow },
  { weight: 4, arbitrary: longPeriod },
  { weight: 1, arbitrary: hour },
);

const SIGNAL_SETS = [
  ['message'],
  ['message'],
  ['message'],
  ['complaint'],
  ['complaint'],
  ['reaction', 'checkin', 'share'],
  ['message', 'reaction'],
  ['read'],
  ['click', 'participation'],
  ['purchase'],
  ['recall'],
  ['join'],
  ['leave', 'campaign', 'resolve'],
] as const;

/** Either one filter for all parts, or one for each. */
const parts: fc.Arbitrary<SignalPart[]> = fc
  .record({
    signals: fc.constantFrom(...SIGNAL_SETS),
    where: fc.option(eventFilter, { freq: 2 }),
    first: fc.option(eventFilter, { freq: 6 }),
  })
  .map(({ signals, where, first }) =>
    signals.map((signal, index) => ({ signal, where: index === 0 && first !== null ? first : where })),
  );

function scopeIn(setting: Setting): fc.Arbitrary<'member' | 'group'> {
  if (setting.scope === 'group') return fc.constant('group');
  return fc.constantFrom('member', 'member', 'member', 'group');
}

type CountForm = {
  function: 'count' | 'distinct' | 'days';
  field: 'member' | 'role' | 'media' | 'category' | 'about' | 'target' | null;
};

const counting: fc.Arbitrary<CountForm> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<CountForm>({ function: 'count', field: null }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'member' as const,
        'role' as const,
        'media' as const,
        'category' as const,
        'about' as const,
        'target' as const,
      )
      .map((field): CountForm => ({ function: 'distinct', field })),
  },
  { weight: 2, arbitrary: fc.constant<CountForm>({ function: 'days', field: null }) },
);

function withParts(shape: Omit<Parameters<typeof aggregate>[0], 'signals'>, of: SignalPart[]): Quantity {
  const built = aggregate({ ...shape, signals: of.map((part) => part.signal) });
  return { ...built, parts: of };
}

function counted(setting: Setting, window: fc.Arbitrary<Window>): fc.Arbitrary<Quantity> {
  return fc
    .record({ parts, counting, window, scope: scopeIn(setting) })
    .map(({ parts: of, counting: what, window: over, scope }) => withParts({ ...what, window: over, scope }, of));
}

function amounts(setting: Setting, window: fc.Arbitrary<Window>): fc.Arbitrary<Quantity> {
  return fc
    .record({ parts, what: fc.constantFrom('sum' as const, 'average' as const), window, scope: scopeIn(setting) })
    .map(({ parts: of, what, window: over, scope }) =>
      withParts({ function: what, field: 'amount', window: over, scope }, of),
    );
}

function elapsed(setting: Setting): fc.Arbitrary<Quantity> {
  const since = fc
    .record({ parts, scope: scopeIn(setting) })
    .map(({ parts: of, scope }) => withParts({ function: 'since', scope }, of));
  const age = fc.constant<Quantity>(intrinsic('age'));
  const own = fc.constant<Quantity>(intrinsic('tenure'));
  return fc.oneof(
    { weight: 4, arbitrary: since },
    { weight: 1, arbitrary: age },
    { weight: setting.scope === 'member' ? 2 : 0, arbitrary: own },
  );
}

/** Sometimes behind the name of a metric. */
function named(quantity: fc.Arbitrary<Quantity>): fc.Arbitrary<Quantity> {
  return fc.tuple(quantity, fc.nat(3)).map(([body, chance]) => {
    if (chance > 0 || body.kind === 'constant') return body;
    const window = body.kind === 'aggregate' || body.kind === 'intrinsic' ? body.window : ALL;
    return metric('measure', window, body);
  });
}

/** A count, a ratio of counts or per head, a difference, or a head count; also used in trends and ranks. */
function measured(setting: Setting, window: fc.Arbitrary<Window>): fc.Arbitrary<Quantity> {
  const one = counted(setting, window);
  const head = fc.constantFrom('members' as const, 'opening_members' as const, 'retained_members' as const);
  const heads = fc.tuple(head, window).map(([name, over]): Quantity => intrinsic(name, over));
  const left = window.map(
    (over): Quantity =>
      calculate(intrinsic('opening_members', over), '-', intrinsic('retained_members', over), 'count'),
  );
  const money = amounts(setting, window);
  return named(
    fc.oneof(
      { weight: 6, arbitrary: one },
      { weight: 2, arbitrary: heads },
      { weight: 1, arbitrary: left },
      { weight: 1, arbitrary: amounts(setting, window) },
      {
        weight: 3,
        arbitrary: fc
          .record({
            left: fc.oneof({ weight: 5, arbitrary: one }, { weight: 1, arbitrary: money }),
            right: fc.oneof(one, heads, money),
            how: fc.constantFrom('+', '-', '*', '/', '/'),
          })
          .map(({ left, right, how }) => calculate(left, how, right)),
      },
    ),
  );
}

const threshold = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }).map(number) },
  { weight: 2, arbitrary: fc.constantFrom(5, 8, 12, 20).map(number) },
  { weight: 2, arbitrary: fc.constantFrom(0, 20, 34, 50, 100, 150).map(percent) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(ratio(5, 4), ratio(1, 3), ratio(10, 1)).map((value) => constant(value, 'number', 'x')),
  },
);

const LENGTHS = ['30min', '1h', '2h', '12h', '24h', '36h', '1d', '2d', '3d', '7d', '30d'] as const;
const span = fc.constantFrom(...LENGTHS).map(length);

function comparison(setting: Setting): fc.Arbitrary<Condition> {
  const window = windowIn(setting);
  const left = measured(setting, window);
  const plain = fc
    .record({
      left,
      compare: operator,
      right: fc.oneof({ weight: 9, arbitrary: threshold }, { weight: 1, arbitrary: left }),
    })
    .map(({ left: measure, compare, right }) => compares(measure, compare, right));
  const money = fc
    .record({ left: amounts(setting, window), compare: operator, right: threshold })
    .map(({ left: measure, compare, right }) => compares(measure, compare, right));
  return fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 1, arbitrary: money },
    { weight: 2, arbitrary: waiting(setting) },
  );
}

/** Elapsed time compared with a duration on either side, with another elapsed time, or minus a duration. */
function waiting(setting: Setting): fc.Arbitrary<Condition> {
  const time = named(
    fc.oneof({ weight: 5, arbitrary: elapsed(setting) }, { weight: 1, arbitrary: agedIn(setting, windowIn(setting)) }),
  );
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(time, operator, span).map(([left, compare, right]) => compares(left, compare, right)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(span, operator, time).map(([left, compare, right]) => compares(left, compare, right)),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(time, operator, time).map(([left, compare, right]) => compares(left, compare, right)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(time, span, operator, span)
        .map(([left, less, compare, right]) => compares(calculate(left, '-', less, 'duration'), compare, right)),
    },
  );
}

/** The group's age or a member's tenure at the end of a window. */
function agedIn(setting: Setting, window: fc.Arbitrary<Window>): fc.Arbitrary<Quantity> {
  const name =
    setting.scope === 'member' ? fc.constantFrom('age' as const, 'tenure' as const) : fc.constant('age' as const);
  return fc.tuple(name, window).map(([what, over]) => intrinsic(what, over));
}

/** The measure's windows are the trend's, except for an occasional one fixed by a metric. */
function changing(setting: Setting): fc.Arbitrary<Condition> {
  return trendWindow.chain((window) =>
    fc
      .record({
        measure: fc.oneof(
          { weight: 8, arbitrary: measured(setting, fc.constant(window)) },
          { weight: 1, arbitrary: agedIn(setting, fc.constant(window)) },
        ),
        fixed: fc.option(counted(setting, dayWindow), { freq: 5 }),
        direction: fc.constantFrom('rises' as const, 'falls' as const),
        by: fc.constantFrom(1, 7, 10, 20, 33, 50, 100),
      })
      .map(({ measure, fixed, direction, by }) => {
        const whole = fixed === null ? measure : calculate(measure, '+', fixed);
        return trend(whole, direction, by, window);
      }),
  );
}

function ranked(setting: Setting): fc.Arbitrary<Condition> {
  return fc
    .record({
      direction: fc.constantFrom('top' as const, 'top' as const, 'bottom' as const),
      limit: fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom(0, 1, 1, 2, 2, 3, 3) },
        { weight: 1, arbitrary: fc.constantFrom('20%' as const, '34%' as const, '50%' as const, '100%' as const) },
      ),
      measure: fc.oneof(
        { weight: 5, arbitrary: measured(setting, dayWindow) },
        { weight: 1, arbitrary: elapsed(setting) },
      ),
    })
    .map(({ direction, limit, measure }) => rank(direction, limit, measure));
}

function simple(setting: Setting): fc.Arbitrary<Condition> {
  return fc.oneof(
    { weight: 7, arbitrary: comparison(setting) },
    { weight: 2, arbitrary: changing(setting) },
    { weight: setting.scope === 'member' ? 3 : 0, arbitrary: ranked(setting) },
  );
}

function nested(setting: Setting): fc.Arbitrary<Condition> {
  const leaf = simple(setting);
  const pair = fc.record({ left: leaf, right: leaf, join: fc.constantFrom(both, either), negate: fc.nat(2) });
  const joined = pair.map(({ left, right, join, negate }) => join(left, negate === 0 ? negated(right) : right));
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 2, arbitrary: leaf.map(negated) },
    { weight: 3, arbitrary: joined },
    {
      weight: 1,
      arbitrary: fc
        .record({ left: joined, right: joined, join: fc.constantFrom(both, either) })
        .map(({ left, right, join }) => negated(join(left, right))),
    },
  );
}

/** Conditions that compare one measure with different thresholds, as the tiers of a ladder do. */
export function sharing(setting: Setting): fc.Arbitrary<fc.Arbitrary<Condition>> {
  return fc.array(measured(setting, dayWindow), { minLength: 1, maxLength: 2 }).map((measures) =>
    fc
      .tuple(fc.constantFrom(...measures), operator, threshold, fc.constantFrom(...measures), threshold, fc.nat(3))
      .map(([left, compare, right, other, limit, how]) => {
        const first = compares(left, compare, right);
        if (how > 1) return first;
        const second = compares(other, '<', limit);
        return how === 0 ? both(first, second) : either(first, second);
      }),
  );
}

/** A count over one or two days compared with a small number, so that it changes from day to day. */
function wave({ scope }: Setting): fc.Arbitrary<Condition> {
  return fc
    .record({
      signals: fc.constantFrom(['message'], ['message'], ['complaint'], ['message', 'reaction', 'complaint']),
      window: fc.constantFrom(within('1d'), within('1d'), within('2d'), per('day')),
      least: fc.integer({ min: 1, max: scope === 'member' ? 2 : 4 }),
      above: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ signals, window, least, above }) =>
      compares(aggregate({ signals, window, scope }), above > 0 ? '>=' : '<', least),
    );
}

function known(setting: Setting): fc.Arbitrary<Condition> {
  return fc.oneof({ weight: 3, arbitrary: nested(setting) }, { weight: 2, arbitrary: wave(setting) });
}

export const memberCondition = known({ scope: 'member', place: 'daily' });
export const groupCondition = known({ scope: 'group', place: 'daily' });
export const riskCondition = nested({ scope: 'group', place: 'risk' });

/** A count over the run, or anything else. */
export const runCondition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: nested({ scope: 'group', place: 'run' }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('message', 'complaint', 'reaction'), operator, fc.nat(3))
      .map(([signal, compare, value]) => compares(aggregate({ signals: [signal], window: RUN }), compare, value)),
  },
);

/** A condition that bursts of complaints and messages turn true and false again. */
export const burstCondition: fc.Arbitrary<Condition> = fc
  .record({
    signals: fc.constantFrom(
      ['complaint'],
      ['complaint'],
      ['message'],
      ['message', 'complaint'],
      ['reaction', 'recall'],
    ),
    where: fc.option(eventFilter, { freq: 2 }),
    window: fc.constantFrom('30min', '1h', '2h', '3h', '1d'),
    least: fc.integer({ min: 1, max: 3 }),
    distinct: fc.nat(3),
  })
  .map(({ signals, where, window, least, distinct }) => {
    const what =
      distinct === 0 ? ({ function: 'distinct', field: 'member' } as const) : ({ function: 'count' } as const);
    return compares(aggregate({ ...what, signals, where, window: within(window) }), '>=', least);
  });
