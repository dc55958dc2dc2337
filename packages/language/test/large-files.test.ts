/** The cost of a check grows with its files, whatever they contain. */
import { Budget } from '@steward/proofs';
import { expect, test, vi } from 'vitest';
import { Checker } from '../src/check.ts';
import { PROOFS } from '../src/limits.ts';
import { createGroupServices } from '../src/services.ts';
import { memoryFileSystem } from '../src/workspace/file-system.ts';

const LIMIT = { timeout: 120_000 };
const services = createGroupServices();

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
const group = (body: string): string => `group G : service {\n${body}\n}\n`;
const days = (index: number): string => `${1 + (index % 29)}d`;
const two = (value: number): string => String(value).padStart(2, '0');

/** One file, or several with the entry first, by the number of things of its kind. */
type Kind = (count: number) => string | Record<string, string>;

const KINDS: Readonly<Record<string, Kind>> = {
  tiers: (count) =>
    group(
      many(
        count,
        (i) => `tier T${i} { when messages in ${days(i)} >= ${i % 97} and shares in ${days(i * 7)} >= ${i % 13} }`,
      ),
    ),
  risks: (count) =>
    group(
      many(
        count,
        (i) => `risk R${i} { when messages per day > ${i} do notify(owner) escalate to R${(i + 1) % count} after 2h }`,
      ),
    ),
  stages: (count) =>
    group(
      `lifecycle {\n${many(count, (i) => `stage S${i} when members > ${count - i} and messages in ${days(i)} >= ${i}`)}\n}`,
    ),
  metrics: (count) =>
    many(count, (i) => `metric m${i} = ${i % 10 === 0 ? 'shares in 7d' : `m${i - 1} + messages in ${days(i)}`}`) +
    group(many(count / 5, (i) => `tier T${i} { when m${i * 5} >= ${i} }`)),
  signals: (count) =>
    many(count, (i) => `signal s${i} = ${i % 20 === 0 ? '' : `s${i - 1} | `}message where text contains "w${i}"`) +
    group(many(count / 5, (i) => `tier T${i} { when count(s${i * 5}) in 7d >= 3 }`)),
  actions: (count) =>
    many(count, (i) => `action act${i}(what${i})`) +
    group(many(count, (i) => `tier T${i} { when messages in ${days(i)} >= ${i} do act${i}("x") }`)),
  scenarios: (count) =>
    group('tier A { when messages in 7d >= 3 }') +
    many(
      count,
      (i) =>
        `scenario "s${i}" for G { given { 2026-01-0${1 + (i % 9)}T10:00 "m${i}" message x ${i + 1} } expect tier A of "m${i}" }`,
    ),
  words: (count) => `lexicon L {\n${many(count, (i) => `"word${i}",`)}\n}\n${group('content { ban L }')}`,
  categories: (count) => group(`content {\n${many(count, (i) => `category c${i} when text contains "w${i}"`)}\n}`),
  mixes: (count) =>
    group(
      `content {\n${many(count, (i) => `category c${i} when text contains "w${i}"`)}\nmix per week {\n${many(count, (i) => `c${i} 1%`)}\n} }`,
    ),
  heirs: (count) =>
    `policy P { ${many(10, (i) => `tier T${i} { when messages in ${days(i)} >= ${i} }`)} }\n` +
    many(count, (i) => `group G${i} : service extends P { match "g${i}" }`),
  dates: (count) =>
    group(
      `campaign C large { burst 1d starts ${many(
        count,
        (i) => `${2026 + Math.floor(i / 336)}-${two(1 + (Math.floor(i / 28) % 12))}-${two(1 + (i % 28))}T10:00`,
      )
        .trimEnd()
        .replaceAll('\n', ', ')} }`,
    ),
  chain: (count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `f${i}.group`,
        `${i === count - 1 ? '' : `import "./f${i + 1}.group"\n`}metric m${i} = messages in 7d\n`,
      ]),
    ),
  imports: (count) => ({
    'a.group':
      many(count, (i) => `import "./f${i}.group"`) + group(many(count, (i) => `tier T${i} { when m${i} >= 3 }`)),
    ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}.group`, `metric m${i} = messages in 7d\n`])),
  }),
  'syntax errors': (count) => many(count, (i) => `group B${i} : service { tier A { whn messages in 7d at least 3 } }`),
  'marks that fit nowhere': (count) => many(count, (i) => `) } ${i}`),
  slips: (count) => group(many(count, (i) => `tier T${i} { when messages in 7d ≥ ${i} && shares in 7d ＞ 3 }`)),
  'unknown names': (count) => group(many(count, (i) => `tier T${i} { when mesages${i} in 7d >= 3 do tell${i}() }`)),
  duplicates: (count) =>
    many(count, () => 'metric m = messages in 7d') + group(many(count, () => 'tier T { when m >= 3 }')),
};

function check(kind: Kind, count: number, proofSteps: number): string[] {
  const files = kind(count);
  const named = typeof files === 'string' ? { 'a.group': files } : files;
  const [entry = ''] = Object.keys(named);
  const { diagnostics } = new Checker(services).check([entry], memoryFileSystem(named), { proofSteps });
  return diagnostics.map(({ code }) => code);
}

function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

const SMALL = 100;
const TIMES = 4;
/** Between n log n, which is below 6, and n², which is 16. Small files cost so little that chance matters. */
const MOST = 10;
const TRIES = 4;

test.each(Object.keys(KINDS))('four times as many %s cost far less than sixteen times the time', LIMIT, (name) => {
  const kind = KINDS[name] as Kind;
  // Few steps: they bound the proofs, and the rest of the work is what we measure.
  const cost = (count: number): number => milliseconds(() => check(kind, count, 2_000));
  cost(SMALL);
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least > MOST; tries++)
    least = Math.min(least, cost(SMALL * TIMES) / cost(SMALL));
  expect(least).toBeLessThan(MOST);
});

test.each(['tiers', 'stages', 'metrics', 'signals', 'slips'])(
  'proofs about %s stay within their steps',
  LIMIT,
  (name) => {
    const spent = vi.spyOn(Budget.prototype, 'spend');
    try {
      const steps = PROOFS.stepsWhileTyping;
      const codes = check(KINDS[name] as Kind, 300, steps);
      const sum = spent.mock.calls.reduce((total, [count]) => total + count, 0);
      expect(sum).toBeGreaterThan(1_000);
      // One question may be under way when the last step is used.
      expect(sum).toBeLessThan(2 * steps);
      expect(sum <= steps || codes.includes('proofs-unfinished')).toBe(true);
    } finally {
      spent.mockRestore();
    }
  },
);
