/** Proposals of a proof do what they say: a moved bound settles the finding, a scenario passes. */
import { Checker, type Diagnostic, memoryFileSystem, type Proposal, translate } from '@steward/language';
import { expect, test } from 'vitest';
import { pick, type Random, randomOf } from './random.ts';
import { unmet } from './replay.ts';

const SETS = 300;
const FILE = 'main.group';
const checker = new Checker();

const FAMILY: ReadonlySet<string> = new Set([
  'tier-gap',
  'tier-overlap',
  'tier-unreachable',
  'condition-never',
  'condition-always',
  'condition-constant',
]);

const MEASURES = ['messages in 7d', 'messages in 30d', 'active_days in 7d', 'interactions in 30d', 'shares in 7d'];

function atom(random: Random): string {
  switch (random(6)) {
    case 0:
      return `idle ${pick(random, ['>=', '<', '>', '<='])} ${pick(random, ['3d', '7d', '30d'])}`;
    case 1:
      return `open_rate in 30d ${pick(random, ['>=', '<', '>', '<='])} ${pick(random, ['20%', '40%', '60%'])}`;
    default:
      return `${pick(random, MEASURES.slice(0, 1 + random(MEASURES.length)))} ${pick(random, ['>=', '<', '>', '<='])} ${random(9)}`;
  }
}

function condition(random: Random): string {
  switch (random(6)) {
    case 0:
      return `${atom(random)} and ${atom(random)}`;
    case 1:
      return `${atom(random)} or ${atom(random)}`;
    case 2:
      return `not (${atom(random)})`;
    default:
      return atom(random);
  }
}

function sourceOf(seed: number): string {
  const random = randomOf(seed);
  const rest = random(3) === 0 ? ['  tier Rest { otherwise }'] : [];
  const tiers = Array.from({ length: 2 + random(3) }, (_, index) => `  tier T${index} { when ${condition(random)} }`);
  return `group G : service {\n${[...tiers, ...rest].join('\n')}\n}\n`;
}

/** With intermediate scopes: a risk's ladder and a dimension's goals. */
function pairOf(seed: number): string {
  const random = randomOf(seed);
  const count = (): string =>
    pick(random, ['complaints in 1h', 'complaints in 2h', 'messages in 1h', 'interactions in 2h']);
  const also = (): string => {
    const kind = random(4);
    if (kind > 1) return '';
    return ` ${kind === 0 ? 'and' : 'or'} ${count()} < ${1 + random(9)}`;
  };
  const risks = [
    `  risk Low { when ${count()} >= ${1 + random(9)}  do warn  escalate to High after 1h }`,
    `  risk High { when ${count()} >= ${1 + random(9)}${also()}  do warn }`,
    `  risk Other { when ${count()} >= ${1 + random(9)}${also()}  do kick(sender) }`,
  ];
  const hours = (): string => `${1 + random(6)}h`;
  const ladder = [
    `  risk First { when messages in 1d >= ${1 + random(9)}  do warn  escalate to Second after ${hours()}  escalate to Third after ${hours()} }`,
    `  risk Second { when messages in 1d >= ${5 + random(9)}  do warn  escalate to Third after ${hours()} }`,
    `  risk Third { when messages in 1d >= ${9 + random(9)}  do warn }`,
  ];
  const goal = (): string =>
    `healthy when ${pick(random, ['messages', 'interactions'])} per day ${pick(random, ['<', '>'])} ${random(40)}`;
  return `tool Butler provides kick\ngroup G : service {\n  tier Rest { otherwise }\n${[...risks, ...ladder].join('\n')}\n  health H { ${goal()}  ${goal()} }\n}\n`;
}

function findings(source: string): Diagnostic[] {
  const { diagnostics } = checker.check([FILE], memoryFileSystem({ [FILE]: source }));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return [...diagnostics];
}

function applied(source: string, { edits }: Proposal): string {
  return edits
    .toSorted((left, right) => right.startOffset - left.startOffset)
    .reduce(
      (text, { startOffset, endOffset, newText }) => text.slice(0, startOffset) + newText + text.slice(endOffset),
      source,
    );
}

/** The sentence without its witness, which another bound may change. */
function keyOf({ code, message, range }: Diagnostic): string {
  const names = [...message.en.matchAll(/`(\w+)`/g)].map(([, name]) => name).join(' ');
  return `${code} ${range.startLine} ${names}`;
}

function placeOf({ code, range }: Diagnostic): string {
  return code === 'tier-gap' ? code : `${code} ${range.startLine}`;
}

test(`a bound offered for one of ${SETS} random sets of tiers resolves the finding and causes no other`, () => {
  const tally = new Map<string, number>();
  for (let seed = 1; seed <= SETS; seed++) {
    const source = sourceOf(seed);
    const before = findings(source).filter(({ code }) => FAMILY.has(code));
    const places = new Set(before.map(placeOf));
    for (const finding of before) {
      for (const proposal of finding.proposals?.() ?? []) {
        if (proposal.kind !== 'bound') continue;
        const after = findings(applied(source, proposal)).filter(({ code }) => FAMILY.has(code));
        const where = `seed ${seed}: ${proposal.title.en} for ${finding.code}\n${source}`;
        expect(after.map(keyOf), where).not.toContain(keyOf(finding));
        expect(
          after.map(placeOf).filter((place) => !places.has(place)),
          where,
        ).toEqual([]);
        tally.set(finding.code, (tally.get(finding.code) ?? 0) + 1);
      }
    }
  }
  for (const code of FAMILY) expect(tally.get(code) ?? 0, code).toBeGreaterThan(0);
}, 300_000);

test(`proposals for ${SETS} random ladders and goals resolve the finding, or demonstrate it`, () => {
  const tally = new Map<string, number>();
  for (let seed = 1; seed <= SETS; seed++) {
    const source = pairOf(seed);
    for (const finding of findings(source)) {
      for (const proposal of finding.proposals?.() ?? []) {
        const { code } = finding;
        const text = applied(source, proposal);
        if (proposal.kind === 'scenario') expect(unmet(text), text).toEqual([]);
        if (proposal.kind === 'bound') {
          const after = findings(text).map(keyOf);
          expect(after, `${proposal.title.en}\n${source}`).not.toContain(keyOf(finding));
        }
        const key = `${code} ${proposal.kind}`;
        tally.set(key, (tally.get(key) ?? 0) + 1);
      }
    }
  }
  const codes = ['risk-implied', 'goals-contradict', 'condition-never', 'condition-always'];
  for (const key of codes.flatMap((code) => [`${code} bound`, `${code} scenario`])) {
    expect(tally.get(key) ?? 0, `${key} of ${JSON.stringify([...tally])}`).toBeGreaterThan(5);
  }
  expect(tally.get('escalate-skips-level bound')).toBeGreaterThan(SETS / 5);
  expect(tally.get('escalate-skips-level scenario')).toBeGreaterThan(SETS / 10);
  expect(tally.get('kick-without-warn scenario')).toBeGreaterThan(SETS / 3);
}, 300_000);

test.each([
  'lexicon Bad { "spam" }\ntool T provides kick\ngroup G : service { content { ban Bad do kick(sender) } tier A { otherwise } }\n',
  'tool T provides kick\ngroup G : service { tier A { when messages in 7d >= 2 } tier B { when idle >= 7d  do kick(member) } }\n',
  'tool T provides kick\ngroup G : service { risk R { when distinct(complaint.member) per week > 3  do kick(sender) } }\n',
])('how somebody is removed without a warning: %s', (source) => {
  const kick = findings(source).find(({ code }) => code === 'kick-without-warn');
  const [made] = kick?.proposals?.() ?? [];
  expect(made?.kind).toBe('scenario');
  expect(made === undefined ? null : unmet(applied(source, made))).toEqual([]);
});

test('an unreachable tier can be moved before the one that takes its members', () => {
  const source =
    'group G : service {\n  tier A { when messages in 7d >= 3 }\n  tier B { when messages in 7d >= 9 }\n  tier C { otherwise }\n}\n';
  const finding = findings(source).find(({ code }) => code === 'tier-unreachable');
  const order = finding?.proposals?.().find(({ kind }) => kind === 'order');
  expect(order === undefined ? null : applied(source, order)).toBe(
    'group G : service {\n  tier B { when messages in 7d >= 9 }\n  tier A { when messages in 7d >= 3 }\n  tier C { otherwise }\n}\n',
  );
  const commented = source.replace('  tier B', '  /** Who writes a lot. */\n  tier B');
  const again = findings(commented).find(({ code }) => code === 'tier-unreachable');
  expect(again?.proposals?.().map(({ kind }) => kind)).not.toContain('order');
});

test('an offered scenario passes, in the language of the file', () => {
  let scenarios = 0;
  for (let seed = 1; seed <= SETS / 3; seed++) {
    const english = sourceOf(seed);
    for (const source of [english, translate(english, 'zh')]) {
      for (const finding of findings(source)) {
        const made = finding.proposals?.().find(({ kind }) => kind === 'scenario');
        if (made === undefined) continue;
        const text = applied(source, made);
        expect(unmet(text), `seed ${seed}\n${text}`).toEqual([]);
        if (source !== english) expect(text.slice(source.length)).toMatch(/^\n场景 /);
        scenarios++;
      }
    }
  }
  expect(scenarios).toBeGreaterThan(SETS / 3);
}, 300_000);

test('a bound is changed in its own file, a scenario is added to the file that declares the group', () => {
  const files = {
    'base.group': 'policy Base { tier A { when messages in 7d > 3 } tier B { when messages in 7d < 3 } }',
    [FILE]: 'import "./base.group"\ngroup G : service extends Base { }\n',
  };
  const { diagnostics } = checker.check([FILE], memoryFileSystem(files));
  const proposals = diagnostics.find(({ code }) => code === 'tier-gap')?.proposals?.() ?? [];
  expect(proposals.map(({ kind, edits }) => [kind, edits.map(({ file }) => file)])).toEqual([
    ['bound', ['base.group']],
    ['bound', ['base.group']],
    ['scenario', [FILE]],
  ]);
});

test('a hundred years are not tried day by day', () => {
  const tiers =
    'tier A { when active_days in 36500d >= 9000 and active_days in 7d < 5 } tier B { when messages in 7d > 2 }';
  const found = findings(`group G : service { ${tiers} }`);
  expect(found.map(({ code }) => code)).toContain('window-too-long');
}, 20_000);
