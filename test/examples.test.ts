/**
 * The examples' files are sound and contain the manual's numbers, their logs can be regenerated, and they show every construct at
 * work. `expected/outcome.json` is checked along with the other generated files.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { GroupLog } from '@steward/events';
import { checkWorkspace, type FileSystem } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import { openLog } from '@steward/logs';
import type { Policy } from '@steward/policy';
import { type GroupOutcome, OUTCOME_FORMAT, type Outcome } from '@steward/simulator';
import { syntheticOptions, writeLog, writeRoster } from '@steward/synthetic';
import { afterAll, describe, expect, test } from 'vitest';
import { EXAMPLE_LOGS, type ExampleLog } from './examples/logs.ts';

const ROOT = join(import.meta.dirname, '..');
const EXAMPLES = join(ROOT, 'examples');
const FILES = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.group'));

const DISK: FileSystem = {
  read: (path) => {
    const file = join(EXAMPLES, path);
    return existsSync(file) ? { kind: 'text', text: readFileSync(file, 'utf8') } : { kind: 'missing' };
  },
  look: (path) => nodeFileSystem.look(join(EXAMPLES, path)),
};

function policyOf(example: string): Policy {
  const file = FILES.find((path) => path.startsWith(example)) ?? '';
  const { policy } = checkWorkspace([file], DISK);
  if (policy === null) throw new Error(`${file} has errors`);
  return policy;
}

function outcomeOf(example: string): GroupOutcome {
  const text = readFileSync(join(EXAMPLES, example, 'expected/outcome.json'), 'utf8');
  const outcome: Outcome = JSON.parse(text);
  const [group, another] = outcome.groups;
  if (outcome.format !== OUTCOME_FORMAT || group === undefined || another !== undefined)
    throw new Error(`${example}: one group`);
  return group;
}

test('there is a baseline, and an example of each kind', () => {
  expect(FILES.map((path) => path.split(/[\\/]/)[0]).sort()).toEqual([
    'baseline',
    'baseline',
    'conversion-clearance',
    'interest-parenting',
    'knowledge-python',
    'service-beauty',
  ]);
  const kinds = EXAMPLE_LOGS.map(({ example }) => policyOf(example).groups.map((group) => group.kind));
  expect(kinds.flat().sort()).toEqual(['conversion', 'interest', 'knowledge', 'service']);
});

test.each(FILES)('%s has no findings', (file) => {
  const { diagnostics } = checkWorkspace([file], DISK);
  const findings = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
  expect(findings.map(({ file, range, code, message }) => `${file}:${range.startLine} ${code} ${message.en}`)).toEqual(
    [],
  );
});

test('the Chinese example has no English words except the names of the platform and the zone', () => {
  const text = readFileSync(join(EXAMPLES, 'conversion-clearance/clearance.group'), 'utf8');
  const words = text.replace(/"[^"]*"|\d+T\d+|\/\*[\s\S]*?\*\/|\/\/.*/g, ' ').match(/[A-Za-z_]+/g) ?? [];
  expect([...new Set(words)].sort()).toEqual(['lottery', 'wecom']);
});

describe("the manual's numbers", () => {
  const group = policyOf('service-beauty').groups[0];
  const named = new Map(group?.tiers.map((tier) => [tier.name, constantsOf(tier.when)]));

  test.each([
    ['Core', ['20%', '4']],
    ['Active', ['3', '1']],
    ['Churned', ['30d']],
    ['Silent', ['2', '40%']],
  ])('tier %s: %j', (tier, constants) => {
    expect(named.get(tier)).toEqual(constants);
  });

  test('content: 40/30/20/10 a day, advertising at most 15%, three slots', () => {
    expect(group?.content.mixes[0]?.shares.map(({ share }) => share.numerator / share.denominator)).toEqual([
      0.4, 0.3, 0.2, 0.1,
    ]);
    expect(group?.content.mixes[0]?.period).toBe('day');
    expect(group?.content.caps[0]).toMatchObject({
      category: 'ad',
      share: { numerator: 3, denominator: 20 },
      period: 'day',
    });
    expect(group?.content.slots.map((slot) => slot.label)).toEqual(['早报攻略', '午间秒杀', '晚间直播']);
  });

  test('the eight thresholds', () => {
    const dimensions = ['activity', 'stickiness', 'efficiency', 'safety'];
    const goals = group?.health.filter(({ name }) => dimensions.includes(name)).flatMap(({ goals }) => goals);
    expect(goals?.map(({ when }) => constantsOf(when).join())).toEqual([
      '5',
      '0.8',
      '75%',
      '60%',
      '30%',
      '15%',
      '2%',
      '0.5%',
    ]);
  });

  test('cadence, phases, stages, and somebody on duty at every hour', () => {
    expect(group?.cadence.map(({ size, count, period }) => `${size} ${count} ${period}`)).toEqual([
      'large 1 month',
      'medium 2 week',
      'light 3 day',
    ]);
    const large = group?.campaigns.find(({ size }) => size === 'large');
    expect(large?.phases.map(({ name }) => name)).toEqual(['preheat', 'burst', 'sustain', 'review']);
    expect(group?.lifecycle?.stages.map(({ label }) => label)).toEqual(['初创期', '成长期', '成熟期', '衰退期']);
    expect(group?.duty.reduce((sum, shift) => sum + ((shift.to - shift.from + 1_440) % 1_440), 0)).toBe(1_440);
  });

  test('four complaints about ads a day; ten people in two hours unless a group says fewer', () => {
    const risks = policyOf('interest-parenting').groups[0]?.risks ?? [];
    expect(risks.map(({ name, when }) => `${name} ${constantsOf(when).join()}`)).toEqual([
      'Routine 3',
      'Serious 3',
      'Expel 5',
      'Critical 10',
    ]);
  });
});

/** A condition's constants as written, in order; a rank's share as a percentage. */
function constantsOf(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  if ('kind' in node && node.kind === 'constant' && 'text' in node) return [String(node.text)];
  if ('share' in node && typeof node.share === 'object' && node.share !== null && 'numerator' in node.share) {
    const { numerator, denominator } = node.share as { numerator: number; denominator: number };
    return [`${(100 * numerator) / denominator}%`];
  }
  return Object.values(node).flatMap(constantsOf);
}

describe('the logs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-examples-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(EXAMPLE_LOGS)(
    '$example/$log is what its seed gives, and no larger than a repository should hold',
    async (example) => {
      const committed = join(EXAMPLES, example.example, example.log);
      const again = join(folder, example.example, example.log);
      mkdirSync(dirname(again), { recursive: true });
      await writeLog(syntheticOptions(example.choices), again, { columns: example.columns });
      expect(await contentOf(again)).toEqual(await contentOf(committed));
      expect(readFileSync(`${committed}.meta.json`, 'utf8')).toBe(readFileSync(`${again}.meta.json`, 'utf8'));
      expect(statSync(committed).size).toBeLessThan(420_000);
    },
  );

  test.each(EXAMPLE_LOGS.filter(({ roster }) => roster !== null))('the roster of $example, too', async (example) => {
    const again = join(folder, `${example.example}.csv`);
    await writeRoster(syntheticOptions(example.choices), again);
    expect(readFileSync(again, 'utf8')).toBe(
      readFileSync(join(EXAMPLES, example.example, example.roster ?? ''), 'utf8'),
    );
  });
});

/** A log's content, independent of the library that compressed it. */
async function contentOf(path: string): Promise<unknown> {
  if (path.endsWith('.gz')) return gunzipSync(readFileSync(path)).toString();
  if (!path.endsWith('.parquet')) return readFileSync(path, 'utf8');
  const reader = await openLog({ paths: [path] });
  const groups: GroupLog[] = [];
  for await (const group of reader.groups([{ kind: 'contains', words: ['打卡'] }])) groups.push(group);
  await reader.close();
  return groups;
}

describe('what happens in them', () => {
  const all = EXAMPLE_LOGS.map(({ example }: ExampleLog) => outcomeOf(example));
  const inAll = (what: (group: GroupOutcome) => boolean): boolean[] => all.map(what);
  const everywhere = all.map(() => true);
  const somewhere = (what: (group: GroupOutcome) => boolean): boolean => all.some(what);
  const incidents = all.flatMap((group) => group.risks.flatMap((risk) => risk.incidents));
  const runs = all.flatMap((group) => group.campaigns.flatMap((campaign) => campaign.runs));

  test('every tier takes somebody, members move between all of them, and grace keeps some', () => {
    for (const group of all) {
      expect(group.tiers.filter((tier) => tier.entered === 0).map((tier) => `${group.policy} ${tier.tier}`)).toEqual(
        [],
      );
    }
    expect(inAll((group) => group.transitions.length > 10)).toEqual(everywhere);
    expect(somewhere((group) => group.tiers.some((tier) => tier.inGrace > 0))).toBe(true);
    expect(
      somewhere((group) => group.tiers.some((tier) => tier.tasks.some((task) => task.done > 0 && task.open > 0))),
    ).toBe(true);
  });

  test('mixes and slots are kept and missed, caps exceeded, banned words used', () => {
    expect(inAll(({ content }) => content.mixes.every((mix) => mix.kept > 5 && mix.missed > 0))).toEqual(everywhere);
    expect(inAll(({ content }) => content.slots.every((slot) => slot.kept > slot.missed))).toEqual(everywhere);
    expect(inAll(({ content }) => content.slots.some((slot) => slot.missed > 0))).toEqual(everywhere);
    expect(somewhere(({ content }) => content.caps.some((cap) => cap.category === 'ad' && cap.exceeded > 0))).toBe(
      true,
    );
    expect(inAll(({ content }) => content.bans.some((ban) => ban.evidence.count > 0))).toEqual(everywhere);
    expect(inAll(({ content }) => content.categories.every(({ messages }) => messages > 0))).toEqual(everywhere);
  });

  test('health is lost and regained, and responses run', () => {
    const breaches = all.flatMap((group) => group.health.flatMap((dimension) => dimension.breaches));
    expect(breaches.some(({ to }) => to === null)).toBe(true);
    expect(breaches.filter(({ to }) => to !== null).length).toBeGreaterThan(20);
    expect(breaches.filter(({ responses }) => responses.length > 0).length).toBeGreaterThan(20);
    expect(
      all.flatMap((group) => group.health).filter((dimension) => dimension.byDay.includes('unknown')).length,
    ).toBeGreaterThan(3);
  });

  test('incidents open, escalate, are joined, close by themselves and by hand, with somebody on duty', () => {
    expect(inAll((group) => group.risks.filter((risk) => risk.incidents.length > 0).length >= 3)).toEqual(everywhere);
    expect(incidents.some((incident) => incident.escalations.length > 0)).toBe(true);
    expect(new Set(incidents.map((incident) => incident.closedBy))).toEqual(new Set(['condition', 'resolve']));
    expect(incidents.some((incident) => incident.reopened.length > 0)).toBe(true);
    expect(incidents.every((incident) => incident.onDuty.length > 0 && incident.evidence.count > 0)).toBe(true);
    expect(incidents.some((incident) => incident.senders.includes('stranger'))).toBe(true);
  });

  test('campaigns are held and not, started by rules and paused; goals are met and missed', () => {
    expect(new Set(runs.map(({ cause }) => cause))).toEqual(new Set(['planned', 'action']));
    expect(new Set(runs.filter(({ cause }) => cause === 'planned').map(({ held }) => held))).toEqual(
      new Set([true, false]),
    );
    expect(runs.some(({ pausedAt }) => pausedAt !== null)).toBe(true);
    const verdicts = new Set(runs.flatMap(({ goals }) => goals.map(({ verdict }) => verdict)));
    expect([...verdicts].sort()).toEqual(['hypothetical', 'met', 'missed', 'not-held', 'pending']);
    const cadence = all.flatMap((group) => group.cadence);
    expect(cadence.some(({ under }) => under > 0) && cadence.some(({ met }) => met > 0)).toBe(true);
  });

  test('groups move through their lifecycle', () => {
    expect(inAll((group) => (group.lifecycle?.stretches.length ?? 0) >= 2)).toEqual(everywhere);
    expect(somewhere((group) => (group.lifecycle?.blocked.length ?? 0) > 0)).toBe(true);
  });

  test('actions of every part are taken, and some would have prevented something', () => {
    const causes = new Set(all.flatMap((group) => group.actions.records.map(({ cause }) => cause.kind)));
    expect([...causes].sort()).toEqual(['ban', 'campaign', 'health', 'risk', 'tier']);
    expect(inAll((group) => group.actions.byAction.some(({ prevented }) => prevented > 0))).toEqual(everywhere);
  });
});
