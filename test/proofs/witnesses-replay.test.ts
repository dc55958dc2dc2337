/** Every witness about tiers does in the simulator what the analysis says. */
import { scenarioText } from '@steward/language';
import { analyseTiers } from '@steward/proofs';
import { expect, test } from 'vitest';
import { pick, type Random, randomOf } from './random.ts';
import { checked, replay } from './replay.ts';

const SELF = '小李';
const SETS = 200;

const WINDOWS = ['in 1d', 'in 3d', 'in 7d', 'in 2w', 'in 30d', 'in 12h', 'per day', 'per week'];
const COUNTS = [
  'messages',
  'interactions',
  'contributions',
  'shares',
  'reactions',
  'active_days',
  'checkins',
  'purchases',
  'count(message where media in [image, video])',
  'count(message where text contains "教程")',
  'distinct(read.target)',
  'count(push of group)',
  'revenue',
];

function atom(random: Random): string {
  const window = pick(random, WINDOWS);
  const operator = pick(random, ['>=', '<', '>', '<=', '==']);
  switch (random(9)) {
    case 0:
      return `${pick(random, ['idle', 'since(message)', 'tenure'])} ${pick(random, ['>=', '<'])} ${pick(random, ['3d', '7d', '30d', '36h'])}`;
    case 1:
      return `open_rate ${window} ${operator} ${pick(random, ['20%', '40%', '75%'])}`;
    case 2:
      return `${pick(random, ['top', 'bottom'])} ${pick(random, ['20%', '50%', '3'])} by ${pick(random, COUNTS.slice(0, 6))} ${window}`;
    case 3:
      return `${pick(random, COUNTS.slice(0, 6))} ${pick(random, ['in 7d', 'in 3d'])} ${pick(random, ['falls by 20%', 'rises by 50%'])}`;
    default:
      return `${pick(random, COUNTS)} ${window} ${operator} ${random(5)}`;
  }
}

function condition(random: Random, depth: number): string {
  if (depth === 0 || random(2) === 0) return atom(random);
  const kind = random(6);
  if (kind === 0) return `not (${condition(random, depth - 1)})`;
  return `(${condition(random, depth - 1)} ${kind < 4 ? 'and' : 'or'} ${condition(random, depth - 1)})`;
}

function sourceOf(seed: number): string {
  const random = randomOf(seed);
  const tiers = Array.from({ length: 2 + random(4) }, (_, index) => {
    const grace = random(6) === 0 ? '  grace 3d' : '';
    return `  tier T${index} { when ${condition(random, 2)}${grace} }`;
  });
  return `group G : service {\n${tiers.join('\n')}\n}\n`;
}

test(`witnesses of ${SETS} random sets of tiers replay in the simulator`, () => {
  const tally = { gaps: 0, undecided: 0, overlaps: 0, unreachable: 0 };
  for (let seed = 1; seed <= SETS; seed++) {
    const source = sourceOf(seed);
    const policy = checked(source);
    const group = policy.groups[0];
    if (group === undefined) throw new Error('no group');
    const { gap, overlaps, unreachable } = analyseTiers(policy, group);
    if (gap.kind === 'undecided') tally.undecided++;
    const witnesses = [
      ...(gap.kind === 'shown' ? [gap.witness] : []),
      ...overlaps.map(({ witness }) => witness),
      ...unreachable.flatMap(({ witness }) => (witness === null ? [] : [witness])),
    ];
    tally.unreachable += unreachable.filter(({ witness }) => witness !== null).length;
    if (gap.kind === 'shown') tally.gaps++;
    tally.overlaps += overlaps.length;
    for (const { title, history, expectations, tier, text } of witnesses) {
      const scenario = scenarioText(policy, { title, group: group.name, history, expectations }).en;
      const expected = tier === null ? { kind: 'none' } : { kind: 'tier', tier };
      expect(replay(source, scenario, SELF), `seed ${seed}: ${text.en}\n${source}${scenario}`).toEqual(expected);
    }
  }
  expect(tally.gaps).toBeGreaterThan(SETS / 2);
  expect(tally.unreachable).toBeGreaterThan(5);
  expect(tally.overlaps).toBeGreaterThan(SETS / 4);
  expect(tally.undecided, JSON.stringify(tally)).toBeLessThan(SETS / 6);
}, 600_000);
