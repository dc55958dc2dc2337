/** Proofs about tiers, compared with an exhaustive search over short member histories. */
import { Checker, memoryFileSystem } from '@steward/language';
import type { Answer } from '@steward/proofs';
import { TierProofs } from '@steward/proofs';
import { expect, test } from 'vitest';

/** What happened on one day: short messages, long ones (contributions), reactions. */
type DayCounts = readonly [short: number, long: number, reactions: number];

/** Today first. `joined`: days ago, 0 for today; earlier events belong to a previous membership. */
interface History {
  days: readonly DayCounts[];
  joined: number;
  /** By measure and number of days, including today. */
  sums: Readonly<Record<MeasureName | 'active', readonly number[]>>;
}

const DAYS = 3;
/** One kind's events per day: few at first, more for the few questions that depend on them. */
const AT_FIRST = 1;
const FEW = 2;
const MORE = 4;
const MEASURES = {
  messages: (day: DayCounts) => day[0] + day[1],
  contributions: (day: DayCounts) => day[1],
  activities: (day: DayCounts) => day[0] + day[1] + day[2],
  reactions: (day: DayCounts) => day[2],
} as const;
type MeasureName = keyof typeof MEASURES;
type Test = (history: History) => boolean | null;

function* histories(most: number): Generator<History> {
  const kinds = most + 1;
  const perDay = kinds ** 3;
  for (let code = 0; code < perDay ** DAYS; code++) {
    const days = Array.from({ length: DAYS }, (_, day): DayCounts => {
      const own = Math.floor(code / perDay ** day) % perDay;
      return [own % kinds, Math.floor(own / kinds) % kinds, Math.floor(own / kinds ** 2)];
    });
    const sums = sumsOf(days);
    for (let joined = 0; joined <= DAYS; joined++) yield { days, joined, sums };
  }
}

function sumsOf(days: readonly DayCounts[]): History['sums'] {
  const running = (valueOn: (day: DayCounts) => number): number[] =>
    Array.from({ length: DAYS + 1 }, (_, count) => days.slice(0, count).reduce((sum, day) => sum + valueOn(day), 0));
  return {
    messages: running(MEASURES.messages),
    contributions: running(MEASURES.contributions),
    activities: running(MEASURES.activities),
    reactions: running(MEASURES.reactions),
    active: running((day) => (MEASURES.messages(day) > 0 ? 1 : 0)),
  };
}

function counted(name: MeasureName | 'active', days: number, history: History): number {
  return history.sums[name][days] ?? 0;
}

function activeDays(days: number, history: History): number {
  return counted('active', days, history);
}

/** Whole days since the last event, or since the join. */
function sinceDays(name: MeasureName, { days, joined }: History): number {
  const seen = days.findIndex((day, index) => index <= joined && MEASURES[name](day) > 0);
  return seen < 0 ? joined : seen;
}

/** Mulberry32. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Random = (below: number) => number;

interface Condition {
  text: string;
  test: Test;
}

const COMPARE: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const NAMES = Object.keys(MEASURES) as MeasureName[];

function comparison(random: Random): Condition {
  const operator = pick(random, Object.keys(COMPARE));
  const compare = COMPARE[operator] ?? (() => false);
  const name = pick(random, NAMES);
  const other = pick(random, NAMES);
  const days = 1 + random(DAYS);
  const longer = 1 + random(DAYS);
  const bound = random(2);
  switch (random(8)) {
    case 0: {
      const sign = pick(random, ['<', '>=']);
      const [text, value] = pick(random, [
        ['since(activity)', (history: History) => sinceDays('activities', history)],
        ['since(message)', (history: History) => sinceDays('messages', history)],
        ['tenure', ({ joined }: History) => joined],
      ] as const);
      const at = 1 + random(DAYS);
      return { text: `${text} ${sign} ${at}d`, test: (history) => (COMPARE[sign] ?? compare)(value(history), at) };
    }
    case 1:
      return {
        text: `active_days in ${days}d ${operator} ${bound}`,
        test: (history) => compare(activeDays(days, history), bound),
      };
    case 2:
      return {
        text: `${name} in ${days}d ${operator} ${other} in ${longer}d`,
        test: (history) => compare(counted(name, days, history), counted(other, longer, history)),
      };
    case 3:
      return {
        text: `count(contribution) in ${days}d / count(message) in ${days}d ${operator} 50%`,
        test: (history) => {
          const whole = counted('messages', days, history);
          return whole === 0 ? null : compare(2 * counted('contributions', days, history), whole);
        },
      };
    case 4:
      return {
        text: `${name} per day + active_days in ${days}d ${operator} ${bound}`,
        test: (history) => compare(counted(name, 1, history) + activeDays(days, history), bound),
      };
    case 5: {
      const falls = random(2) === 0;
      return {
        text: `${name} in 1d ${falls ? 'falls' : 'rises'} by 50%`,
        test: (history) => {
          const base = counted(name, 2, history) - counted(name, 1, history);
          const now = counted(name, 1, history);
          if (base === 0) return null;
          return falls ? 2 * now <= base : 2 * now >= 3 * base;
        },
      };
    }
    default:
      return {
        text: `${name} in ${days}d ${operator} ${bound}`,
        test: (history) => compare(counted(name, days, history), bound),
      };
  }
}

function condition(random: Random, depth: number): Condition {
  if (depth === 0 || random(3) === 0) return comparison(random);
  const left = condition(random, depth - 1);
  if (random(5) === 0) {
    return { text: `not (${left.text})`, test: (history) => opposite(left.test(history)) };
  }
  const right = condition(random, depth - 1);
  const isAnd = random(3) > 0;
  return {
    text: `(${left.text} ${isAnd ? 'and' : 'or'} ${right.text})`,
    test: (history) => kleene(left.test(history), right.test(history), isAnd),
  };
}

function opposite(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function kleene(left: boolean | null, right: boolean | null, isAnd: boolean): boolean | null {
  if (left === !isAnd || right === !isAnd) return !isAnd;
  return left === null || right === null ? null : isAnd;
}

const checker = new Checker();

function proofsOf(conditions: readonly Condition[]): TierProofs {
  const tiers = conditions.map(({ text }, index) => `tier T${index} { when ${text} }`).join('\n');
  const source = `signal activity = message | reaction\nmetric activities = count(activity)\ngroup G : service {\n${tiers}\n}`;
  const { policy, diagnostics } = checker.check(['main.group'], memoryFileSystem({ 'main.group': source }), {
    rules: [],
  });
  const group = policy?.groups[0];
  if (group === undefined) throw new Error(`${source}\n${diagnostics.map(({ message }) => message.en).join('\n')}`);
  return new TierProofs(group);
}

function matches(answer: Answer, exists: boolean): boolean {
  return answer.kind === (exists ? 'sometimes' : 'never');
}

test('results for 2,000 random sets of tiers agree with every short history of a member', () => {
  const first = [...histories(AT_FIRST)];
  const few = [...histories(FEW)];
  const tally = { never: 0, sometimes: 0, undecided: 0 };
  for (let seed = 1; seed <= 2_000; seed++) {
    const random = randomOf(seed);
    const conditions = Array.from({ length: 2 + random(3) }, () => condition(random, random(3)));
    const proofs = proofsOf(conditions);
    const last = conditions.length - 1;
    const questions: [string, () => Answer, (history: History) => boolean][] = [
      ['gap', () => proofs.gap(), (history) => conditions.every(({ test: holds }) => holds(history) === false)],
      [
        'reachable',
        () => proofs.reachable(last),
        (history) => conditions.every(({ test: holds }, index) => (holds(history) === true) === (index === last)),
      ],
      [
        'overlap',
        () => proofs.overlap(0, 1),
        (history) => conditions.slice(0, 2).every(({ test: holds }) => holds(history) === true),
      ],
    ];
    // One question per set: when the answer is never, each question searches all histories.
    for (const [what, ask, applies] of questions.slice(seed % 3, (seed % 3) + 1)) {
      const answer = ask();
      tally[answer.kind]++;
      if (answer.kind === 'undecided') continue;
      const exists =
        first.some(applies) || few.some(applies) || (answer.kind === 'sometimes' && histories(MORE).some(applies));
      const where = `seed ${seed}: ${what} of ${conditions.map(({ text }) => text).join(' ; ')}: ${answer.kind}`;
      expect(matches(answer, exists), where).toBe(true);
    }
  }
  expect(tally.never).toBeGreaterThan(300);
  expect(tally.sometimes).toBeGreaterThan(700);
  expect(tally.undecided).toBeLessThan(40);
}, 600_000);
