/** Tables with other column names, other kinds of values, or saved by a spreadsheet: both readers read them, or reject them with advice. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../src/index.ts';
import { eventLines, type Options, places, problemsAt, problemsOf, withLog, withReader } from './support.ts';

const FOLDER = join(import.meta.dirname, 'fixtures/tables');

const STRICT: Options = { withoutMembers: false };
const SHANGHAI: Options = { ...STRICT, timezone: 'Asia/Shanghai' };

function linesIn(file: string, options: Options = SHANGHAI): Promise<string[]> {
  return withReader({ ...options, paths: [join(FOLDER, file)] }, eventLines);
}

function notesIn(file: string): Promise<string[]> {
  return withReader({ ...SHANGHAI, paths: [join(FOLDER, file)] }, async (reader) =>
    reader.notes.map(({ message }) => message.en.replace(`${FOLDER}/`, '')),
  );
}

function refusalOf(file: string, options: Options = SHANGHAI): ReturnType<typeof problemsAt> {
  return problemsAt([join(FOLDER, file)], options, FOLDER);
}

describe('recognised', () => {
  const cases: [file: string, lines: string[]][] = [
    ['a.csv', ['2017-01-05T04:00:00.000Z a a purchase amount=995000 @0:2']],
    ['bom.csv', ['2017-01-05T04:00:00.000Z bom a message text @0:2']],
    ['d.csv', ['2017-01-05T04:00:00.000Z d a message text @0:2']],
    ['excel.csv', ['2017-01-05T01:05:00.000Z excel a message text @0:2']],
    ['k.csv', ['2017-01-05T04:00:00.000Z k a click text @0:2']],
    ['k2.csv', ['2017-01-05T04:00:00.000Z k2 a click text @0:2']],
    ['ms.csv', ['2017-01-05T04:00:00.123Z ms a message text @0:2']],
    [
      'naive.csv',
      ['2025-03-01T12:00:00.000Z naive a message text @0:2', '2025-03-01T15:30:00.000Z naive b message text @0:3'],
    ],
    [
      'naive.parquet',
      ['2025-03-01T12:00:00.000Z naive a message text @0:1', '2025-03-01T15:30:00.000Z naive b message text @0:2'],
    ],
    [
      'pd-index.csv',
      [
        '2025-03-01T02:00:00.000Z pd-index a message text @0:2',
        '2025-03-01T03:00:00.000Z pd-index b purchase amount=125000 text @0:3',
      ],
    ],
    [
      'pd-intid.parquet',
      [
        '2025-03-01T02:00:00.000Z pd-intid 1001 message text @0:1',
        '2025-03-01T03:00:00.000Z pd-intid 1002 purchase amount=125000 text @0:2',
      ],
    ],
    [
      'pd-naive.parquet',
      [
        '2025-03-01T02:00:00.000Z pd-naive a message text @0:1',
        '2025-03-01T03:00:00.000Z pd-naive b purchase amount=125000 text @0:2',
      ],
    ],
    ['r.csv', ['2017-01-05T04:00:00.000Z r a message staff text @0:2']],
    ['semi.csv', ['2017-01-05T04:00:00.000Z semi a message text @0:2']],
    ['typo.csv', ['2017-01-05T04:00:00.000Z typo a message text @0:2']],
    ['upper.csv', ['2017-01-05T04:00:00.000Z upper a message text @0:2']],
    ['ts-ampm.csv', ['2025-09-01T13:05:00.000Z g a(甲) message text @0:2']],
    ['ts-excelserial.csv', ['2025-09-01T01:04:19.200Z g a(甲) message text @0:2']],
    [
      'ids-text.csv',
      [
        '2025-09-01T01:05:00.000Z g 1097000000000000001(甲) message text @0:2',
        '2025-09-01T01:06:00.000Z g 1097000000000000002(乙) message text @0:3',
      ],
    ],
    [
      'ids.jsonl',
      [
        '2025-09-01T04:00:00.000Z g 1097000000000000001 message text @0:1',
        '2025-09-01T04:00:01.000Z g 1097000000000000002 message text @0:2',
      ],
    ],
  ];
  test.each(cases)('%s', async (file, lines) => {
    expect(await linesIn(file)).toEqual(lines);
  });
});

describe('rejected, with the place and what to do', () => {
  const cases: [file: string, place: string, advice: RegExp][] = [
    ['u.csv', 'u.csv noMembers', /"user": did you mean `member`\? "content": did you mean `text`\?.*--without-members/],
    ['typo.jsonl', 'typo.jsonl noMembers', /"user": did you mean `member`\? "content": did you mean `text`\?/],
    ['pd-user.parquet', 'pd-user.parquet noMembers', /"user": did you mean `member`\?/],
    ['m.csv', 'm.csv:2:29 unknownMedia', /Did you mean `image`\?.*--lenient/],
    ['ids-excel.csv', 'ids-excel.csv:2:29 roundedId', /Excel/],
    ['ids-exp.jsonl', 'ids-exp.jsonl:1:39 roundedId', /Excel/],
    ['ts-text.csv', 'ts-text.csv:2:1 notATime', /--lenient/],
  ];
  test.each(cases)('%s', async (file, place, advice) => {
    const problems = await refusalOf(file);
    expect(places(problems)).toEqual([place]);
    expect(problems[0] && describeProblem(problems[0], 'en')).toMatch(advice);
  });

  test.each(['naive.csv', 'naive.parquet', 'pd-naive.parquet', 'ts-ampm.csv', 'ts-excelserial.csv'])(
    '%s has no zone, and none is given',
    async (file) => {
      expect((await refusalOf(file, STRICT)).map(({ code, advice }) => [code, /--timezone/.test(advice.en)])).toEqual([
        ['noZone', true],
      ]);
    },
  );
});

describe('unknown columns', () => {
  test('are reported once, with what was probably meant', async () => {
    expect(await notesIn('typo.csv')).toEqual(['typo.csv: these columns are not read: "grp" (did you mean `group`?).']);
    expect(await notesIn('pd-index.csv')).toEqual([]);
    expect(await notesIn('upper.csv')).toEqual([]);
  });

  test('are reported for one of many files with the same columns', async () => {
    const table = 'ts,member,word count\n1740830400,a,3\n';
    await withLog({ 'a.csv': table, 'b.csv': table, 'c.csv': table }, STRICT, async ({ notes }) => {
      expect(notes.map(({ message }) => message.en.replace(/^.*\//, ''))).toEqual([
        'a.csv (and 2 more files): these columns are not read: "word count".',
      ]);
    });
  });

  test('include keys of single objects, but not labels, which are read elsewhere', async () => {
    const objects = '{"ts":1740830400,"member":"a","label":"-"}\n{"ts":1740830400,"member":"a","body":"hi"}\n';
    await withLog({ 'log.jsonl': objects }, STRICT, async ({ notes }) => {
      expect(notes.map(({ message }) => message.zh.replace(/^.*\//, ''))).toEqual([
        'log.jsonl：以下列没有读取："body"（是否应为 `text`？）。',
      ]);
    });
  });

  const tables: [header: string, advice: RegExp][] = [
    ['时间,发送者,内容', /"时间": did you mean `ts`\? "发送者": did you mean `member`\? "内容": did you mean `text`\?/],
    ['time,from,msg', /"time": did you mean `ts`\? "from": did you mean `member`\? "msg": did you mean `text`\?/],
    ['Send Time,Sender_ID,Message', /"Send Time": did you mean `ts`\? "Sender_ID": did you mean `member`\?/],
    ['t,who', /There is no column `ts`.*"who": did you mean `member`\?/],
  ];
  test.each(tables)('%s has no time', async (header, advice) => {
    const [problem] = await problemsOf({ 'log.csv': `${header}\n1,2,3\n` }, STRICT);
    expect(problem && describeProblem(problem, 'en')).toMatch(advice);
  });

  test.each(['user', 'sender', 'Sender ID', 'from', 'author', 'memebr', 'name', '昵称', '发送者', '发言人', '用户ID'])(
    'ts,%s has no member',
    async (name) => {
      const [problem] = await problemsOf({ 'log.csv': `ts,${name}\n1740830400,x\n` }, STRICT);
      expect([problem?.code, problem?.advice.en]).toEqual([
        'noMembers',
        expect.stringContaining(`"${name}": did you mean \`member\`?`),
      ]);
    },
  );

  test('an object without a time is reported with the key that may hold it', async () => {
    const [problem] = await problemsOf({ 'log.jsonl': '{"time":1740830400,"user":"a"}' }, STRICT);
    expect([problem?.code, problem?.advice.en]).toEqual([
      'noTime',
      expect.stringMatching(/^"time": did you mean `ts`\?/),
    ]);
  });
});

describe('a log without members', () => {
  const NOBODY = { 'log.csv': 'ts,member,kind\n1740830400,,message\n' };

  test('is rejected unless explicitly allowed', async () => {
    expect(places(await problemsOf(NOBODY, STRICT))).toEqual(['log.csv noMembers']);
    await withLog(NOBODY, { withoutMembers: true }, async (reader) => expect(reader.events).toBe(1));
    await withLog({ ...NOBODY, 'log.csv.meta.json': '{"withoutMembers": true}' }, STRICT, async (reader) => {
      expect(reader.events).toBe(1);
    });
  });

  test('is rejected for a single such file, unless that has no messages', async () => {
    const people = { 'people.csv': 'ts,member\n1740830400,a\n' };
    expect(places(await problemsOf({ ...people, ...NOBODY }, STRICT))).toEqual(['log.csv noMembers']);
    const campaigns = { 'log.csv': 'ts,kind,about\n1740830400,campaign,sale\n' };
    await withLog({ ...people, ...campaigns }, STRICT, async (reader) => expect(reader.events).toBe(2));
    expect(places(await problemsOf(campaigns, STRICT))).toEqual(['log.csv noMembers']);
  });
});

describe('impossible times', () => {
  const NOW = Date.parse('2025-09-01T00:00:00Z');
  const row = (ts: string): string => `ts,member\n2025-08-31T00:00:00Z,a\n${ts},b\n`;

  test.each([
    ['1970-01-01T00:00:00Z', 'tooEarly'],
    ['0', 'outOfRange'],
    ['1989-12-31T23:59:59Z', 'tooEarly'],
    ['2025-09-02T00:00:01Z', 'tooLate'],
    ['1756771201', 'tooLate'],
    ['1756684800000000000', 'nanoseconds'],
  ])('%s', async (ts, code) => {
    expect(places(await problemsOf({ 'log.csv': row(ts) }, { ...STRICT, now: NOW }))).toEqual([`log.csv:3:1 ${code}`]);
    await withLog({ 'log.csv': row(ts) }, { ...STRICT, now: NOW, lenient: true }, async (reader) => {
      expect([reader.events, reader.problemCount]).toEqual([1, 1]);
    });
  });

  test('future days are accepted if a sidecar covers them', async () => {
    const files = (to: string): Record<string, string> => ({
      'log.csv': row('2027-01-01T10:00:00Z'),
      'log.csv.meta.json': `{ "covers": { "to": "${to}" } }`,
    });
    await withLog(files('2027-01-02T00:00:00Z'), { ...STRICT, now: NOW }, async (reader) =>
      expect(reader.events).toBe(2),
    );
    expect(places(await problemsOf(files('2026-12-31T00:00:00Z'), { ...STRICT, now: NOW }))).toEqual([
      'log.csv:3:1 tooLate',
    ]);
  });

  test('are rejected in exports of other programs too', async () => {
    const chatlog = 'Time,SenderName,Sender,TalkerName,Talker,Content\n1970-01-02 09:05:00,a,wxid_a,g,1@chatroom,hi\n';
    const [problem] = await problemsOf({ 'log.csv': chatlog }, SHANGHAI);
    expect([problem?.code, problem?.line]).toEqual(['tooEarly', 2]);
  });
});

describe('tables of spreadsheets', () => {
  const lines = ['2025-03-01T12:00:00.000Z log a message text @0:2'];
  const cases: [what: string, text: string][] = [
    ['semicolons', 'ts;member;text\n1740830400;a;hi, there\n'],
    ['tabs', 'ts\tmember\ttext\n1740830400\ta\thi\n'],
    ['bars', 'ts|member|text\n1740830400|a|hi\n'],
    ['unnamed columns at the end', 'ts,member,text,,\n1740830400,a,hi,,\n'],
    ['empty values at the end', 'ts,member,text\n1740830400,a,hi,,,\n'],
    ['empty rows', 'ts,member,text\n1740830400,a,hi\n,,\n,,\n'],
    ['a byte order mark and carriage returns', '\uFEFFts,member,text\r\n1740830400,a,hi\r\n'],
  ];
  test.each(cases)('%s', async (_what, text) => {
    await withLog({ 'log.csv': text }, STRICT, async (reader) => expect(await eventLines(reader)).toEqual(lines));
  });

  test('the line that sets the delimiter for Excel', async () => {
    await withLog({ 'log.csv': 'sep=;\nts;member;text\n1740830400;a;1,5\n' }, STRICT, async (reader) => {
      expect(await eventLines(reader)).toEqual(['2025-03-01T12:00:00.000Z log a message text @0:3']);
    });
  });

  test('a day that could also be a month', async () => {
    const [problem] = await problemsOf({ 'log.csv': 'ts,member\n3/4/2025 9:05,a\n' }, SHANGHAI);
    expect([problem?.code, problem?.line, problem?.column]).toEqual(['ambiguousDate', 2, 1]);
  });
});

test('words in other languages and cases', async () => {
  const rows = ['群主,入群,', '机器人,发言,图片', ' Admin ,MESSAGE, 红包 ', '普通成员,购买,'];
  const text = `ts,member,role,kind,media\n${rows.map((row, i) => `${1740830400 + i},a,${row}`).join('\n')}\n`;
  await withLog({ 'log.csv': text }, STRICT, async (reader) => {
    expect((await eventLines(reader)).map((line) => line.split(' ').slice(3, -1).join(' '))).toEqual([
      'join owner',
      'message bot image',
      'message staff redpacket',
      'purchase',
    ]);
  });
});

test('ids in JSON are read to the last digit, or rejected', async () => {
  const event = (member: string): string => `{"ts":1740830400,"group":"g","member":${member}}`;
  const exact = { 'log.jsonl': [event('9007199254740993'), event('7'), event('"007"')].join('\n') };
  await withLog(exact, STRICT, async (reader) => {
    expect((await eventLines(reader)).map((line) => line.split(' ')[2])).toEqual(['9007199254740993', '7', '007']);
  });
  for (const rounded of ['1e18', '1.5E18', '9007199254740993.0', '"1.097E+18"']) {
    expect(places(await problemsOf({ 'log.jsonl': event(rounded) }, STRICT))).toEqual(['log.jsonl:1:39 roundedId']);
  }
});

test.each([
  ['log.csv', 'ts,member,text\r1740830400,a,你好\r1740830401,b,"x, y"\r'],
  ['log.jsonl', '{"ts":1740830400,"member":"a","text":"你好"}\r{"ts":1740830401,"member":"b","text":"x, y"}\r'],
])('lines of %s that end in a carriage return only', async (file, text) => {
  await withLog({ [file]: text }, STRICT, async (reader) => {
    expect((await eventLines(reader)).map((line) => line.split(' ')[2])).toEqual(['a', 'b']);
  });
  const broken = await problemsOf({ [file]: text.replace('1740830401', '"?"') }, STRICT);
  expect(broken.map(({ line }) => line)).toEqual([file === 'log.csv' ? 3 : 2]);
});

test('half a surrogate pair in JSON becomes the replacement character', async () => {
  const event = '{"ts":1740830400,"group":"g","member":"a\\ud83d","text":"\\ude00"}';
  await withLog({ 'log.jsonl': event }, STRICT, async (reader) => {
    expect((await eventLines(reader)).map((line) => line.split(' ')[2])).toEqual(['a\uFFFD']);
  });
});

test.each(['__proto__', 'constructor', 'toString'])('%s is a name like any other', async (name) => {
  const table = `ts,group,member,category,${name}\n1740830400,${name},${name},${name},x\n`;
  await withLog({ 'log.csv': table }, STRICT, async (reader) => {
    expect(await eventLines(reader)).toEqual([expect.stringContaining(` ${name} ${name} message`)]);
    expect(reader.notes.map(({ message }) => message.en)).toEqual([expect.stringContaining(`not read: "${name}".`)]);
  });
  const json = `{"ts":1740830400,"group":"${name}","member":"${name}","${name}":{"member":"b"}}`;
  await withLog({ 'log.jsonl': json }, STRICT, async (reader) => {
    expect(await eventLines(reader)).toEqual([expect.stringContaining(` ${name} ${name} message`)]);
  });
});

describe('an export that Excel saved again', () => {
  const cases: [file: string, lines: string[]][] = [
    ['orig.csv', ['01:05:00.000Z wxid_a(甲)', '04:06:30.000Z wxid_b(乙)']],
    ['gbk.csv', ['01:05:00.000Z wxid_a(甲)', '04:06:30.000Z wxid_b(乙)']],
    ['utf16.csv', ['01:05:00.000Z wxid_a(甲)', '04:06:30.000Z wxid_b(乙)']],
    ['excel-date.csv', ['01:05:00.000Z wxid_a(甲)', '04:06:00.000Z wxid_b(乙)']],
    ['excel-dash.csv', ['01:05:00.000Z wxid_a(甲)', '04:06:00.000Z wxid_b(乙)']],
    ['semicolon.csv', ['01:05:00.000Z wxid_a(甲)']],
    ['trailing-commas.csv', ['01:05:00.000Z wxid_a(甲)']],
  ];
  test.each(cases)('%s', async (file, lines) => {
    const path = join(import.meta.dirname, 'fixtures/resaved', file);
    await withReader({ ...SHANGHAI, paths: [path] }, async (reader) => {
      const notes = (await eventLines(reader)).map((line) => line.split(' '));
      expect(notes.map(([time, , member]) => `${time?.slice(11)} ${member}`)).toEqual(lines);
      expect(notes.map(([, group, , kind]) => `${group} ${kind}`)).toEqual(lines.map(() => '9001@chatroom message'));
      expect(reader.groupNames.map(({ groupName }) => groupName)).toEqual(['群']);
    });
  });
});

test.each([
  ['kind', 'mesage', 'message'],
  ['kind', 'quit', 'leave'],
  ['media', 'mini program', 'miniapp'],
  ['role', 'ownr', 'owner'],
  ['kind', 'zzz', null],
])('%s %s: what may be meant', async (column, word, meant) => {
  const problems = await problemsOf({ 'log.csv': `ts,member,${column}\n1740830400,a,${word}\n` }, STRICT);
  const [, named = null] = /Did you mean `(\w+)`\?/.exec(problems[0]?.advice.en ?? '') ?? [];
  expect([problems.length, named]).toEqual([1, meant]);
});

test.each([
  ['media', '图片消息', 'image'],
  ['media', 'Red_Packet', 'redpacket'],
  ['kind', ' 踢出 ', 'leave'],
  ['role', '版主', 'message staff'],
])('%s %s is read', async (column, word, expected) => {
  await withLog({ 'log.csv': `ts,member,${column}\n1740830400,a,${word}\n` }, STRICT, async (reader) => {
    expect((await eventLines(reader)).join()).toContain(expected);
  });
});

test('a refusal in Chinese has Chinese punctuation', async () => {
  const [problem] = await problemsOf({ 'log.csv': 'ts,member,media\n1740830400,a,img\n' }, STRICT);
  expect(problem && describeProblem(problem, 'zh')).toMatch(
    /未知的媒体类型（实际为 .*；应为 其中之一：.*）。是否应为 `image`？/,
  );
});

test('reading a file as GB18030 is reported, because that is a guess', async () => {
  const notes = (file: string): Promise<string[]> => notesIn(`../resaved/${file}`);
  expect(await notes('gbk.csv')).toEqual([expect.stringMatching(/gbk\.csv is not UTF-8: it was read as GB18030/)]);
  expect(await notes('utf16.csv')).toEqual([]);
  expect(await notes('orig.csv')).toEqual([]);
});

describe('GB18030', () => {
  const GBK = { 你: [0xc4, 0xe3], 好: [0xba, 0xc3] };
  const row = (ts: number, name: number[], text: number[]): Buffer =>
    Buffer.concat([Buffer.from(`${ts},`), Buffer.from(name), Buffer.from(','), Buffer.from(text), Buffer.from('\n')]);

  test('is recognised wherever it begins in the file', async () => {
    const head = Buffer.from(`ts,member,text\n${'1740830400,a,hi\n'.repeat(100_000)}`);
    const text = Buffer.concat([head, row(1740830401, GBK.你, GBK.好)]);
    await withLog({ 'log.csv': text }, STRICT, async (reader) => {
      expect((await eventLines(reader)).at(-1)).toBe('2025-03-01T12:00:01.000Z log 你 message text @0:100002');
    });
  });

  test('is not assumed for a fault in UTF-8', async () => {
    const rows = Buffer.from('ts,member,text\n1740830400,小美,大家好\n1740830400,阿强,早上好\n');
    const text = Buffer.concat([rows, row(1740830401, GBK.你, GBK.好)]);
    expect(places(await problemsOf({ 'log.csv': text }, STRICT))).toEqual(['log.csv:4:12 invalidUtf8']);
  });
});

test('an event in a one-line array is reported by its number', async () => {
  const message = (id: string, text: string): object => ({ ts: 1740830400, member: 'a', id, text });
  const array = JSON.stringify([message('x', 'one'), message('y', 'two'), message('z', 'three')]);
  await withLog({ 'log.json': array }, STRICT, async (reader) => {
    expect((await eventLines(reader)).map((line) => line.split('@')[1])).toEqual(['0:1', '0:2', '0:3']);
    expect(await reader.identify([{ file: 0, line: 2 }])).toEqual([{ id: 'y', text: 'two' }]);
  });
});
