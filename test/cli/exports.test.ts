/** Real-life exports through the command: the results of the rules, and the report on what is not read or understood. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMAT_NAMES } from '@steward/logs';
import { describe, expect, test } from 'vitest';
import { folderWith, ROOT, steward } from './steward.ts';

const FIXTURES = join(ROOT, 'packages/logs/test/fixtures');
const WEFLOW = join(FIXTURES, 'weflow-type-names');
const NOTICES = join(FIXTURES, 'chatlog-csv-notices');

async function groupOf(rules: string, log: string): Promise<Record<string, never>> {
  const { stdout } = await steward([
    'simulate',
    rules,
    '--log',
    log,
    '--timezone',
    'Asia/Shanghai',
    '--format',
    'json',
  ]);
  return JSON.parse(stdout).groups[0];
}

test.each(['weflow.json', 'weflow-accountid.json', 'echotrace.json'])(
  '%s: one chat, whatever the exporter calls things',
  async (name) => {
    const { content, risks, members } = await groupOf(join(WEFLOW, 'ads.group'), join(WEFLOW, name));
    expect(content).toMatchObject({
      categories: [
        { category: 'ad', messages: 2 },
        { category: 'pay', messages: 2 },
      ],
      caps: [{ exceeded: 1, kept: 0, periods: [{ messages: 2, of: 8, verdict: 'exceeded' }] }],
    });
    expect(risks).toMatchObject([{ risk: 'Links', incidents: [{}] }]);
    expect(members).toMatchObject({ atEnd: 1 });
  },
);

test.each(['plaintext-empty.csv', 'plaintext-room.csv', 'xml.csv'])(
  '%s: three members, one joined, one recall',
  async (name) => {
    const group = await groupOf(join(NOTICES, 'room.group'), join(NOTICES, name));
    expect(group).toMatchObject({ messages: 3, members: { atEnd: 3, joined: 1, left: 0 } });
    expect(group).toMatchObject({
      health: [{ goals: [{ measures: [{ byDay: [{ numerator: 1, denominator: 1 }] }] }] }],
    });
  },
);

test('a message of an unknown kind is reported, and what depends on it stays undecided', async () => {
  const rules = `group Room : conversion {
  match "*"
  timezone "Asia/Shanghai"
  tier All { otherwise }
  risk Packets { when count(message where media == redpacket) per day >= 1  do notify("值班") }
  risk Links { when count(message where media in [link, miniapp]) in 1h >= 2  do notify("值班") }
}`;
  const log = readFileSync(join(WEFLOW, 'weflow.json'), 'utf8').replace('8594229559345', '77');
  const cwd = folderWith({ 'room.group': rules, 'room.json': log });
  const { stdout, stderr } = await steward(['simulate', 'room.group', '--log', 'room.json', '--format', 'json'], {
    cwd,
  });
  expect(stderr).toContain(
    '1 record is of an unknown type of message: anything that depends on its `media` is uncertain (such as "其他消息 77", room.json:115)',
  );
  const [packets, links] = JSON.parse(stdout).groups[0].risks;
  expect([packets.incidents, packets.unknowns.unknown]).toEqual([[], 1]);
  expect([links.incidents.length, links.unknowns.unknown]).toEqual([1, 0]);
});

describe('an unrecognised notice', () => {
  const header = 'Time,SenderName,Sender,TalkerName,Talker,Content';
  const rows = [
    '2025-09-01 12:00:00,,,群,1@chatroom,阿强が参加しました',
    '2025-09-02 12:00:00,甲,wxid_a,群,1@chatroom,在',
  ];
  const cwd = folderWith({
    'room.csv': [header, ...rows, ''].join('\n'),
    'room.group': readFileSync(join(NOTICES, 'room.group')),
  });
  const args = ['simulate', 'room.group', '--log', 'room.csv', '--timezone', 'Asia/Shanghai'];

  test('is reported, and leaves counts of joins and recalls undecided', async () => {
    const { stdout, stderr } = await steward(args, { cwd });
    expect(stderr).toContain(
      '1 record is not understood (a system notice): joins, removals and recalls may be missing, so counts of these are lower bounds (such as "阿强が参加しました", room.csv:2)',
    );
    expect(stdout).toContain('The log does not show recall events.');
    expect(stdout).toContain('Flood: no incident, 1 undecided');
  });

  test('in Chinese', async () => {
    const { stderr } = await steward(args, { cwd, environment: { LANG: 'zh_CN.UTF-8' } });
    expect(stderr).toContain('1 条记录是无法理解的系统提示：');
    expect(stderr).toContain('只是下限（例如 room.csv:2 的 "阿强が参加しました"）');
  });
});

test('an unsupported export: named, with the formats that are supported, exit code 2', async () => {
  const folder = join(FIXTURES, 'foreign-exports');
  const rules = join(NOTICES, 'room.group');
  const [first = ''] = readdirSync(folder).filter((name) => name.startsWith('telegram'));
  const { code, stderr } = await steward(['simulate', rules, '--log', join(folder, first)]);
  expect(code).toBe(2);
  expect(stderr).toContain('an export of Telegram (result.json), a format that Steward does not read');
  expect(stderr).toMatch(/expected events in Steward’s own schema .* chatlog.*Gitter.*WeCom.*WeFlow/);
  expect(stderr).not.toMatch(/not valid JSON|has no time/);
});

test('the help and the README name every supported format', async () => {
  const { stdout } = await steward(['simulate', '--help']);
  const help = stdout.replace(/\s+/g, ' ');
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8').toLowerCase();
  for (const name of FORMAT_NAMES) {
    expect(help).toContain(name);
    if (name !== 'auto' && name !== 'events') expect(readme).toContain(name);
  }
});

test('a founding in the log or its sidecar makes the age exact, all the way to the result', async () => {
  const rules = `group R : interest {
  match "*"
  timezone "Asia/Shanghai"
  tier All { otherwise }
  lifecycle { stage Startup when age < 10d  stage Grown when age >= 10d }
}`;
  const head = 'Time,SenderName,Sender,TalkerName,Talker,Content\n';
  const said = (day: string): string => `2025-09-${day} 12:10:00,小美,wxid_mei,群,9@chatroom,在\n`;
  const notice = '2025-09-01 12:00:00,,,群,9@chatroom,你创建了群聊\n';
  const sidecar = JSON.stringify({ founded: '2025-08-25', timezone: 'Asia/Shanghai' });
  const folder = folderWith({
    'r.group': rules,
    'noticed.csv': head + notice + said('02') + said('20'),
    'said.csv': head + said('02'),
    'said.csv.meta.json': sidecar,
    'neither.csv': head + said('02'),
  });
  const stagesOf = async (log: string): Promise<unknown> => {
    const group = await groupOf(join(folder, 'r.group'), join(folder, log));
    return (group['lifecycle'] as { stretches: unknown } | undefined)?.stretches;
  };
  expect(await stagesOf('noticed.csv')).toMatchObject([{ stage: 'Startup' }, { stage: 'Grown' }]);
  expect(await stagesOf('said.csv')).toMatchObject([{ stage: 'Startup' }]);
  expect(await stagesOf('neither.csv')).toMatchObject([{ stage: null }]);
});

test('an action for a text without an author is reported as affecting nobody', async () => {
  const folder = folderWith({
    'r.group': `lexicon Bad { "代购" }
tool Butler provides kick, mute
group G "g" : interest {
  match "*"
  timezone "Asia/Shanghai"
  tier All { otherwise }
  content { ban Bad do kick(sender) }
  risk Any { when count(message where text contains Bad) in 1h >= 1 do kick(sender) }
}`,
    'log.jsonl': `{"group":"g","ts":"2025-09-01T12:03:00+08:00","text":"代购"}
{"group":"g","ts":"2025-09-01T18:03:00+08:00","text":"在","member":"a"}
`,
  });
  const run = (...more: string[]) =>
    steward(['simulate', join(folder, 'r.group'), '--log', join(folder, 'log.jsonl'), ...more]);
  const { stdout } = await run();
  expect(stdout).toContain('kick(author unknown)');
  expect(stdout.replace(/\s+/g, ' ')).toContain('2 of them are for events whose author the log does not name');
  expect((await run('--lang', 'zh')).stdout.replace(/\s+/g, '')).toContain('其中2次针对的事件，日志没有写明作者');
});
