/** `steward score`: what rules find compared with what people labelled, on hand-counted logs in every file format. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { folderWith, schemaFaults, steward } from './steward.ts';

// Each test starts the program several times.
vi.setConfig({ testTimeout: 120_000 });

const RULES = `lexicon Banned "违禁词" { "加微信" }
group G : service {
  match "*"
  timezone "Asia/Shanghai"
  content {
    category ad "广告" when text contains "领券"
    ban Banned do warn(sender)
  }
  risk Spam "刷屏" {
    when count(message where text contains Banned) in 1h >= 2
    do warn(sender)
  }
  risk Quiet { when complaints per day > 99 do notify(sender) }
}
`;

interface Row {
  at: string;
  text: string;
  label: string;
}

/** Two banned words open Spam at 10:01; the third falls into it; the fourth comes alone, hours later. */
const ROWS: readonly Row[] = [
  { at: '10:00', text: '加微信 one', label: 'Banned, 刷屏' },
  { at: '10:01', text: '加微信 two', label: '违禁词、Spam' },
  { at: '10:30', text: '加微信 three', label: 'Banned;Spam' },
  { at: '10:40', text: '领券', label: '广告' },
  { at: '10:50', text: '券在这里', label: 'ad' },
  { at: '11:00', text: '领券是什么', label: '-' },
  { at: '15:00', text: '加微信 four', label: 'Spam' },
  { at: '16:00', text: '早', label: '' },
  { at: '16:10', text: '领券 unlabelled', label: '' },
  { at: '16:20', text: '好', label: 'Typo' },
];

const COLUMNS = ['ts', 'group', 'member', 'text', 'LABEL'];
const cellsOf = ({ at, text, label }: Row): string[] => [`2025-03-05T${at}:00+08:00`, 'g', 'm', text, label];
const delimited = (delimiter: string): string =>
  [COLUMNS, ...ROWS.map(cellsOf)]
    .map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(delimiter))
    .join('\n');
const objects = ROWS.map(({ at, text, label }) => ({
  ts: `2025-03-05T${at}:00+08:00`,
  group: 'g',
  member: 'm',
  text,
  ...(label === '' ? {} : { label }),
}));
const LOGS: Record<string, string | Uint8Array> = {
  'log.csv': delimited(','),
  'log.tsv': delimited('\t'),
  'log.jsonl': `${objects.map((one) => JSON.stringify(one)).join('\n')}\n`,
  'log.json': JSON.stringify(objects, null, 1),
  'log.csv.gz': gzipSync(delimited(',')),
};

interface Rule {
  kind: string;
  rule: string;
  labelled: number;
  found: number;
  right: number;
  wrong: { line: number }[];
  missed: { line: number }[];
}

async function scores(log: string): Promise<{ judged: number; rules: Rule[]; unknown: unknown }> {
  const cwd = folderWith({ 'g.group': RULES, ...LOGS });
  const { code, stdout, stderr } = await steward(['score', 'g.group', '--log', log, '--format', 'json'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe.each(Object.keys(LOGS))('%s', (log) => {
  test('counts hits, false alarms and misses', async () => {
    const { judged, rules, unknown } = await scores(log);
    expect(judged).toBe(8);
    expect(unknown).toEqual([{ name: 'Typo', labels: 1 }]);
    const counts = rules.map(({ kind, rule, labelled, found, right, wrong, missed }) => [
      kind,
      rule,
      { labelled, found, right, wrong: wrong.length, missed: missed.length },
    ]);
    expect(counts).toEqual([
      ['category', 'ad', { labelled: 2, found: 2, right: 1, wrong: 1, missed: 1 }],
      // The last label names only Spam.
      ['ban', 'Banned', { labelled: 3, found: 4, right: 3, wrong: 1, missed: 0 }],
      ['risk', 'Spam', { labelled: 4, found: 3, right: 3, wrong: 0, missed: 1 }],
      ['risk', 'Quiet', { labelled: 0, found: 0, right: 0, wrong: 0, missed: 0 }],
    ]);
  });
});

test('the table names the events, in both languages', async () => {
  const cwd = folderWith({ 'g.group': RULES, ...LOGS });
  const english = await steward(['score', 'g.group', '--log', 'log.csv'], { cwd });
  expect(english.stdout).toMatch(/risk 刷屏 +4 +3 +3 +100% +75%/);
  expect(english.stdout).toContain('risk 刷屏: 1 missed\n    log.csv:8  加微信 four\n');
  expect(english.stdout).toContain('No label names risk Quiet: not scored.');
  expect(english.stdout).toContain('Labels name Typo (1×)');
  const chinese = await steward(['score', 'g.group', '--log', 'log.csv', '--lang', 'zh'], { cwd });
  expect(chinese.stdout).toContain('准确率');
  expect(chinese.stdout).toContain('标注里的 Typo（1 次）不是这个群的类别、禁用或风险。');
});

test.each([
  [['--min-precision', '75', '--min-recall', '50'], 1, 'ad: 1 of 2 found are right, less than 75%'],
  [['--min-precision', '50', '--min-recall', '50'], 0, ''],
  [['--min-recall', 'Spam=75'], 0, ''],
  [['--min-recall', '刷屏=76'], 1, 'Spam: 3 of 4 labelled are found, less than 76%'],
  [['--min-recall', '90', '--min-recall', 'Spam=75', '--min-recall', 'ad=50'], 0, ''],
  [['--min-precision', '101'], 2, '--min-precision cannot be 101.'],
  [['--min-precision', 'Spin=50'], 2, 'There is no category, ban or risk Spin.'],
])('a gate: %j', async (args, code, reported) => {
  const cwd = folderWith({ 'g.group': RULES, ...LOGS });
  const found = await steward(['score', 'g.group', '--log', 'log.csv', ...args], { cwd });
  expect({ code: found.code, told: found.stderr.includes(reported) }, found.stderr).toEqual({ code, told: true });
});

test('its output is valid against the published schema', async () => {
  const score = await scores('log.csv');
  expect(await schemaFaults('score', score)).toEqual([]);
  expect(await schemaFaults('score', { ...score, rules: [{}] })).not.toEqual([]);
});

test('a log without labels, or no log at all, cannot be scored', async () => {
  const cwd = folderWith({ 'g.group': RULES, 'plain.csv': 'ts,group,member\n2025-03-05T10:00:00Z,g,m\n' });
  const plain = await steward(['score', 'g.group', '--log', 'plain.csv'], { cwd });
  expect({ code: plain.code, told: plain.stderr.includes('No event of the log has a label.') }).toEqual({
    code: 2,
    told: true,
  });
  expect((await steward(['score', 'g.group'], { cwd })).stderr).toContain('Name the labelled log with --log.');
});
