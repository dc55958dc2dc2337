/** Small things that once tripped somebody up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, ROOT, steward } from './steward.ts';

const LIMIT = { timeout: 120_000 };
const BEAUTY = join(ROOT, 'examples/service-beauty');
const LOGGED = ['--log', 'logs/vip.csv'];

test('durations are swept in round steps, or at the values given', LIMIT, async () => {
  const { stdout } = await steward(['sweep', 'beauty.group', 'Churned.when[0]', ...LOGGED], { cwd: BEAUTY });
  const bounds = [...stdout.matchAll(/>= (\S+(?: \S+)?) {2}/g)].map(([, bound]) => bound);
  expect(bounds.length).toBeGreaterThan(5);
  expect(bounds.filter((bound) => !/^(?:\d+d|0s)(?:…\d+d)?$/.test(bound ?? ''))).toEqual([]);
  expect(new Set(bounds).size).toBe(bounds.length);
  const args = ['sweep', 'beauty.group', 'Churned.when[0]', ...LOGGED, '--values', '3d,7d, 1w,30d', '--format', 'json'];
  const { steps, regions }: { steps: { region: { value: { numerator: number } } }[]; regions: number } = JSON.parse(
    (await steward(args, { cwd: BEAUTY })).stdout,
  );
  expect(regions).toBe(3);
  expect(steps.map(({ region }) => region.value.numerator / 86_400_000_000)).toEqual([3, 7, 30]);
  const wrong = await steward(['sweep', 'beauty.group', 'Churned.when[0]', ...LOGGED, '--values', '3x'], {
    cwd: BEAUTY,
  });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('3x is not a value of this bound. Write values like 30d');
});

test('--list shows a bound as it is written, with its filters', LIMIT, async () => {
  const { stdout } = await steward(['sweep', 'beauty.group', '--list'], { cwd: BEAUTY });
  expect(stdout).toContain('BeautyVIP/Routine.when[0]\tcount(complaint where about == ad) per day > 3\n');
});

test('a comparison names the tiers of earlier days once', LIMIT, async () => {
  const rules = (least: number): string => `group G : interest {
  match "*"
  timezone "Asia/Shanghai"
  tier Many "常客" { when messages in 7d >= ${least} }
  tier Some "偶尔" { when messages in 7d >= 1 }
  tier Other "其他" { otherwise }
}
`;
  const row = (day: number, member: string): string =>
    JSON.stringify({ ts: `2025-09-${String(day).padStart(2, '0')}T12:00:00+08:00`, group: 'g', member });
  const rows = ['a', 'b', 'c'].flatMap((member) => [row(1, member), row(2, member)]);
  const log = [...rows, row(20, 'd'), row(20, 'a')].join('\n');
  const cwd = folderWith({ 'a.group': rules(2), 'b.group': rules(3), 'log.jsonl': log });
  const { stdout } = await steward(['diff', 'a.group', 'b.group', '--log', 'log.jsonl'], { cwd });
  expect(stdout.match(/the same at the end/g)).toHaveLength(1);
  expect(stdout.replace(/\s+/g, ' ')).toContain('another tier on days before: 常客 → 偶尔: 3 (a, b, c)');
});

test('explain of a file says what is missing', LIMIT, async () => {
  for (const args of [['beauty.group', ...LOGGED], ['beauty.group']]) {
    const { code, stderr } = await steward(['explain', ...args], { cwd: BEAUTY });
    expect(code).toBe(2);
    expect(stderr).toContain('steward explain beauty.group --log FILE --member NAME');
  }
});

test('a stale card is reported with the command that updates it, which works', LIMIT, async () => {
  const cwd = folderWith({ 'my rules/a.group': 'group G "甲" : interest { tier A { otherwise } }\n' });
  const options = ['docs', 'my rules', '--out', 'the cards', '--language', 'both'];
  const stale = await steward([...options, '--check'], { cwd });
  expect(stale.code).toBe(1);
  expect(stale.stdout).toContain("Write it with: steward docs 'my rules' --out 'the cards' --language both\n");
  expect((await steward(options, { cwd })).code).toBe(0);
  expect((await steward([...options, '--check'], { cwd })).code).toBe(0);
});

test('a card without a welcome has no half sentence, and counts of one are singular', LIMIT, async () => {
  const cwd = folderWith({
    'a.group': `lexicon Bad "坏话" { "x" }
group G : interest {
  tier A "甲" { when messages in 7d >= 1 or active_days in 30d >= 1 or count(share) in 7d >= 2  benefit "礼物" }
  tier B { otherwise }
  content { ban Bad do warn(sender) }
}
`,
  });
  const { stdout } = await steward(['docs', 'a.group', '--language', 'en'], { cwd });
  expect(stdout).toContain('## What does not belong here\n');
  expect(stdout).toContain(
    'at least 1 message in the last 7 days, or at least 1 active day in the last 30 days, or at least 2 shares in the last 7 days',
  );
});

test('help and version work under all their usual names', LIMIT, async () => {
  const cwd = folderWith({});
  const said = async (...args: string[]): Promise<string> => (await steward(args, { cwd })).stdout;
  expect(await said('help')).toBe(await said('--help'));
  expect(await said('help', 'check')).toBe(await said('check', '--help'));
  expect(await said('--lang', 'zh', 'help', 'sweep')).toBe(await said('sweep', '--help', '--lang', 'zh'));
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'packages/cli/package.json'), 'utf8'));
  expect(await said('-v')).toBe(`${version}\n`);
  const unknown = await steward(['help', 'chekc'], { cwd });
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('check');
});
