/** Long-standing promises that must keep holding, each in a small test. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { folderWith, startSteward, steward } from './steward.ts';

const LIMIT = { timeout: 180_000 };
const SPY = join(import.meta.dirname, 'no-network.mjs');
const EVIL = '</script><script>globalThis.evil = 1</script><img src=x onerror="globalThis.evil = 1">';
const RULES = `group G "G" : service {
  match "*"
  timezone "UTC"
  tier Core { when messages in 7d >= 3 }
  tier Rest { otherwise }
}
scenario "one" for G {
  given { 2025-03-01T10:00 "a" message }
  expect tier Rest of "a" on 2025-03-01
}
`;

function logOf(name: string): string {
  const event = {
    ts: '2025-03-01T10:00:00Z',
    group: 'g',
    group_name: name,
    member: 'm',
    member_name: name,
    text: name,
  };
  return `${JSON.stringify(event)}\n`;
}

test('a killed command leaves the old result or the new one, never a part of it', LIMIT, async () => {
  const cwd = folderWith({ 'g.group': RULES, 'log.jsonl': logOf('a'), 'out.html': 'old' });
  const args = ['simulate', 'g.group', '--log', 'log.jsonl', '--html', 'out.html', '--format', 'json'];
  for (const milliseconds of [150, 400, 700, 1_000, 1_400]) {
    const child = startSteward([...args, '-o', 'out.json'], cwd);
    const ended = new Promise((resolve) => child.once('close', resolve));
    await pause(milliseconds);
    child.kill('SIGKILL');
    await ended;
    const html = readFileSync(join(cwd, 'out.html'), 'utf8');
    expect(html === 'old' || html.trimEnd().endsWith('</html>')).toBe(true);
    if (existsSync(join(cwd, 'out.json'))) JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'));
  }
  // Leftovers do not block the next run.
  expect((await steward([...args, '-o', 'out.json'], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, 'out.html'), 'utf8').trimEnd().endsWith('</html>')).toBe(true);
});

test('no name from a log becomes a script or an element in the report', LIMIT, async () => {
  const rules = RULES.replace('"G"', JSON.stringify(EVIL.replaceAll('"', "'")));
  const cwd = folderWith({ 'g.group': rules, 'log.jsonl': logOf(EVIL) });
  const { code, stderr } = await steward(['simulate', 'g.group', '--log', 'log.jsonl', '--html', 'out.html'], { cwd });
  expect(code, stderr).toBe(0);
  const html = readFileSync(join(cwd, 'out.html'), 'utf8');
  expect(html).toContain('globalThis.evil');
  expect(html).not.toMatch(/<script>globalThis\.evil|<img src=x/);
});

describe('a compressed log that decompresses to too much', () => {
  test.each(['log.jsonl.gz', 'log.csv.gz'])('%s is rejected', LIMIT, async (name) => {
    const cwd = folderWith({ 'g.group': RULES, [name]: gzipSync(Buffer.alloc(200_000_000, 'a'), { level: 1 }) });
    const { code, stderr } = await steward(['simulate', 'g.group', '--log', name], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(name)]);
  });
});

test('no command uses the network', LIMIT, async () => {
  const cwd = folderWith({ 'g.group': RULES, 'log.jsonl': logOf('a') });
  const notes = join(cwd, 'network.txt');
  writeFileSync(notes, '');
  const environment = { NODE_OPTIONS: `--import ${SPY}`, STEWARD_NETWORK: notes };
  const asked = [
    ['check'],
    ['simulate', 'g.group', '--log', 'log.jsonl', '--html', 'out.html', '--jobs', '2'],
    ['test'],
    ['docs'],
    ['generate', 'made.parquet', '--events', '200'],
    ['explain', 'g.group', '--member', 'm', '--log', 'log.jsonl'],
  ];
  for (const args of asked) {
    const { code, stderr } = await steward(args, { cwd, environment });
    expect(code, `${args.join(' ')}\n${stderr}`).toBe(0);
  }
  expect(readFileSync(notes, 'utf8')).toBe('');
  await steward(['--version'], { cwd, environment: { ...environment, STEWARD_NETWORK_PROBE: '1' } });
  expect(readFileSync(notes, 'utf8')).toContain('connect');
  expect(readdirSync(cwd)).toContain('made.parquet');
});
