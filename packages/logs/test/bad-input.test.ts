/** Faults of a log are reported by file, line and column, and nothing is silently read in part. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { describeProblem, readRoster } from '../src/index.ts';
import { eventLines, folderOf, groupsOf, places, problemsAt, problemsOf, withLog } from './support.ts';

const HEAD = 'ts,group,member,role,kind,media,text,amount\n';
const GOOD = '1740830401,g,a,,,,hi,\n';

describe('a faulty value stops the run at its place', () => {
  const cases: [what: string, row: string, expected: string][] = [
    ['no time', ',g,a,,,,,', 'log.csv:3:1 noTime'],
    ['not a time', 'yesterday,g,a,,,,,', 'log.csv:3:1 notATime'],
    ['a date alone', '2025-03-01,g,a,,,,,', 'log.csv:3:1 notATime'],
    ['a day that does not exist', '2025-02-30T00:00:00Z,g,a,,,,,', 'log.csv:3:1 notATime'],
    ['no zone', '2025-03-01T20:00:00,g,a,,,,,', 'log.csv:3:1 noZone'],
    ['a number that is not a time', '12,g,a,,,,,', 'log.csv:3:1 outOfRange'],
    ['no group', '1740830401,,a,,,,,', 'log.csv:3:12 noGroup'],
    ['unknown role', '1740830401,g,a,boss,,,,', 'log.csv:3:16 unknownRole'],
    ['unknown kind', '1740830401,g,"a, b",,shout,,,', 'log.csv:3:22 unknownKind'],
    ['unknown media', '1740830401,g,a,,,hologram,,', 'log.csv:3:18 unknownMedia'],
    ['an amount that is not a number', '1740830401,g,a,,,,,much', 'log.csv:3:20 notANumber'],
    ['negative amount', '1740830401,g,a,,,,,-1', 'log.csv:3:20 negative'],
    ['five decimals', '1740830401,g,a,,,,,0.00001', 'log.csv:3:20 tooManyDecimals'],
    ['too large an amount', '1740830401,g,a,,,,,900719925475', 'log.csv:3:20 tooLarge'],
    ['too few values', '1740830401,g,a', 'log.csv:3 wrongWidth'],
    ['too many values', '1740830401,g,a,,,,,,,x', 'log.csv:3 wrongWidth'],
    ['a value after several lines', '1740830401,g,"a\nb\nc",,,?,,', 'log.csv:5:6 unknownMedia'],
    ['NUL', '1740830401,g,a,,,,a\0b,', 'log.csv:3:20 nulByte'],
  ];

  test.each(cases)('%s', async (_what, row, expected) => {
    expect(places(await problemsOf({ 'log.csv': `${HEAD}${GOOD}${row}\n${GOOD}` }))).toEqual([expected]);
  });

  const objects: [what: string, line: string, expected: string][] = [
    ['a broken line in the middle', '{"ts":1740830401,"group":"g"', 'log.jsonl:2:29 badJson'],
    ['nesting without end', `{"ts":${'['.repeat(4_000)}${']'.repeat(4_000)}}`, 'log.jsonl:2:106 tooDeep'],
    ['objects without end', `{"ts":1740830401,"a":${'{"a":'.repeat(40_000)}`, 'log.jsonl:2:517 tooDeep'],
    ['a trailing comma', '{"ts":1740830401,"group":"g",}', 'log.jsonl:2:30 badJson'],
    ['two objects on a line', '{"ts":1740830401} {"ts":1740830401}', 'log.jsonl:2:19 badJson'],
    ['an array', '[1]', 'log.jsonl:2:1 notAnObject'],
    ['text', '"hello"', 'log.jsonl:2:1 notAnObject'],
    ['an object as a name', '{"ts":1740830401,"group":"g","member":{"id":1}}', 'log.jsonl:2:39 badType'],
    ['true as text', '{"ts":1740830401,"group":"g","text":true}', 'log.jsonl:2:37 badType'],
    ['unknown kind', '{"ts":1740830401,"group":"g","kind":"shout"}', 'log.jsonl:2:37 unknownKind'],
    ['negative amount', '{"ts":1740830401,"group":"g","amount":-0.5}', 'log.jsonl:2:39 negative'],
    ['no group, although the first had one', '{"ts":1740830401}', 'log.jsonl:2:1 noGroup'],
    ['a NUL in a string', '{"ts":1740830401,"group":"g","text":"a\\u0000"}', 'log.jsonl:2:37 nul'],
  ];

  test.each(objects)('JSON: %s', async (_what, line, expected) => {
    const good = '{"ts":1740830401,"group":"g"}';
    expect(places(await problemsOf({ 'log.jsonl': `${good}\n${line}\n${good}\n` }))).toEqual([expected]);
  });

  test('JSON array: the place in the file', async () => {
    const text = '[\n  {"ts": 1740830401, "group": "g"},\n  {"ts": 1740830401, "group": "g",\n   "kind": "shout"}\n]';
    expect(places(await problemsOf({ 'log.json': text }))).toEqual(['log.json:4:12 unknownKind']);
    expect(places(await problemsOf({ 'log.json': '[{"ts":1740830401},\n{"ts":' }))).toEqual(['log.json:2:1 badJson']);
  });
});

describe('quotes', () => {
  test('an unclosed quote is reported where it opens', async () => {
    const rows = `${HEAD}${GOOD}1740830401,g,a,,,,"hi,\n${GOOD.repeat(50)}`;
    expect(places(await problemsOf({ 'log.csv': rows }))).toEqual(['log.csv:3:19 unclosedQuote']);
  });

  test('one that swallows the next quoted value as well', async () => {
    const rows = `${HEAD}1740830401,g,a,,,,"hi,\n1740830401,g,a,,,,"there",\n${GOOD}`;
    expect(places(await problemsOf({ 'log.csv': rows }))).toEqual(['log.csv:2:19 unclosedQuote']);
  });

  test('text after a closing quote', async () => {
    const rows = `${HEAD}1740830401,g,a,,,,"hi" there,\n`;
    expect(places(await problemsOf({ 'log.csv': rows }))).toEqual(['log.csv:2:23 textAfterQuote']);
  });

  test('skipping it loses its own line and no other', async () => {
    const rows = `${HEAD}${GOOD}1740830402,g,a,,,,"hi,\n${GOOD.replace('01,', '03,')}1740830404,g,a,,,,"x\ny",\n`;
    await withLog({ 'log.csv': rows }, { lenient: true }, async (reader) => {
      expect(places(reader.problems).map((place) => place.replace(/^.*\//, ''))).toEqual([
        'log.csv:3:19 unclosedQuote',
      ]);
      expect((await eventLines(reader)).map((line) => line.split('@')[1])).toEqual(['0:2', '0:4', '0:5']);
    });
  });
});

describe('files', () => {
  test('a truncated gz, with the line at which it ends', async () => {
    const text = Array.from(
      { length: 50_000 },
      (_, i) => `${1740830401 + i},g,m${(i * 7919) % 10007},,,,${i * 31},\n`,
    ).join('');
    const packed = gzipSync(HEAD + text);
    const [problem] = await problemsOf({ 'log.csv.gz': packed.subarray(0, packed.length / 2) });
    expect(problem?.code).toBe('truncated');
    expect(problem?.line).toBeGreaterThan(10_000);
    const [atEnd] = await problemsOf({ 'log.csv.gz': packed.subarray(0, packed.length - 4) });
    expect(atEnd?.code).toBe('truncated');
  });

  test('a damaged gz and a truncated zst', async () => {
    const packed = gzipSync(HEAD + GOOD.repeat(5000));
    packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 0xff;
    expect((await problemsOf({ 'log.csv.gz': packed })).map((problem) => problem.code)).toEqual(['corrupt']);
    const zst = zstdCompressSync(HEAD + GOOD.repeat(5000));
    const cut = await problemsOf({ 'log.csv.zst': zst.subarray(0, zst.length - 3) });
    expect(cut.map((problem) => problem.code)).toEqual(['truncated']);
  });

  test('lenient: a truncated gz is read up to its end and reported', async () => {
    const packed = gzipSync(HEAD + Array.from({ length: 9000 }, (_, i) => `${1740830401 + i},g,a,,,,${i},\n`).join(''));
    await withLog({ 'log.csv.gz': packed.subarray(0, packed.length - 20) }, { lenient: true }, async (reader) => {
      expect(reader.problems.map((problem) => problem.code)).toEqual(['truncated']);
      expect(reader.events).toBeGreaterThan(0);
      expect(reader.events).toBeLessThan(9000);
    });
  });

  test('missing, unreadable, no match, no logs', async () => {
    const folder = folderOf({ 'notes.md': 'x', 'log.csv': HEAD + GOOD });
    mkdirSync(join(folder, 'empty'));
    const code = async (path: string): Promise<string[]> => places(await problemsAt([join(folder, path)], {}, folder));
    expect(await code('nowhere.csv')).toEqual(['nowhere.csv missingFile']);
    expect(await code('*.parquet')).toEqual(['*.parquet noMatch']);
    expect(await code('empty')).toEqual(['empty noLogs']);
    expect(await code('notes.md')).toEqual(['notes.md unknownFormat']);
    chmodSync(join(folder, 'log.csv'), 0o000);
    // Root can read everything
    if (process.getuid?.() !== 0) expect(await code('log.csv')).toEqual(['log.csv unreadable']);
  });

  test.runIf(process.platform !== 'win32')('a pipe, as a log, beside one, and as a roster', async () => {
    const folder = folderOf({ 'log.csv': HEAD + GOOD });
    const pipes = ['pipe.csv', 'log.csv.meta.json'].map((name) => join(folder, name));
    execFileSync('mkfifo', pipes);
    for (const name of ['pipe.csv', 'log.csv']) {
      const [problem] = await problemsAt([join(folder, name)], {}, folder);
      expect([problem?.code, basename(problem?.file ?? '')]).toEqual([
        'notRegular',
        name === 'log.csv' ? 'log.csv.meta.json' : name,
      ]);
    }
    await expect(readRoster(join(folder, 'pipe.csv'), 'UTC')).rejects.toThrow(/pipe/);
  });

  test('no known columns, or a repeated one', async () => {
    expect(places(await problemsOf({ 'log.csv': 'time,who\n1,2\n' }))).toEqual(['log.csv noTimeColumn']);
    expect(places(await problemsOf({ 'log.csv': 'ts,group,TS\n1,2,3\n' }))).toEqual(['log.csv:1 duplicateColumn']);
  });

  test('an empty log, and one with only a header', async () => {
    expect(places(await problemsOf({ 'log.jsonl': '' }))).toEqual(['log.jsonl emptyLog']);
    expect(places(await problemsOf({ 'log.csv': HEAD }))).toEqual(['log.csv emptyLog']);
    expect(places(await problemsOf({ 'log.json': '[]' }))).toEqual(['log.json emptyLog']);
  });

  test('a log of one event is a log', async () => {
    await withLog({ 'log.jsonl': '{"ts":1740830401,"group":"g"}' }, {}, async (reader) => {
      const [log] = await groupsOf(reader);
      expect([log?.length, log?.covers]).toEqual([1, { from: 1740830401e6, to: 1740830401e6 }]);
    });
  });

  test('text that is not UTF-8, at its column', async () => {
    const gbk = Buffer.concat([
      Buffer.from(`${HEAD}${GOOD}1740830401,g,小a`),
      Buffer.from([0xc4, 0xe3]),
      Buffer.from(',,,,,\n'),
    ]);
    expect(places(await problemsOf({ 'log.csv': gbk }))).toEqual(['log.csv:3:16 invalidUtf8']);
  });

  test('a line of 100 MB', async () => {
    const line = `{"ts":1740830401,"group":"g","text":"${'x'.repeat(100 << 20)}"}`;
    const good = '{"ts":1740830401,"group":"g"}';
    const folder = folderOf({ 'log.jsonl': `${good}\n${line}\n${good}\n` });
    expect(places(await problemsAt([folder], {}, folder))).toEqual(['log.jsonl:2 lineTooLong']);
  });

  test('each file is read by its own header', async () => {
    const files = {
      'a.csv': 'ts,group,member\n1740830401,g,a\n',
      'b.csv': 'member,kind,ts,group\nb,join,1740830402,g\n',
    };
    await withLog(files, {}, async (reader) => {
      expect(await eventLines(reader)).toEqual([
        '2025-03-01T12:00:01.000Z g a message @0:2',
        '2025-03-01T12:00:02.000Z g b join @1:2',
      ]);
    });
  });

  test('carriage returns, blank lines and a byte order mark do not move line numbers', async () => {
    const text = `\uFEFF${HEAD}\n${GOOD}\n\n1740830401,g,,,?,,,\n`.replaceAll('\n', '\r\n');
    expect(places(await problemsOf({ 'log.csv': text }))).toEqual(['log.csv:6:16 unknownKind']);
  });
});

describe('sidecars', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['broken', '{"shows": [}', 'log.csv.meta.json:1:12 badJson'],
    ['unknown signal', '{\n  "shows": ["message", "likes"]\n}', 'log.csv.meta.json:2:12 badSidecar'],
    ['unknown key', '{"show": []}', 'log.csv.meta.json:1:10 badSidecar'],
    ['unknown zone', '{"timezone": "China"}', 'log.csv.meta.json:1:14 badSidecar'],
    ['a date without a zone', '{"covers": {"from": "2025-03-01"}}', 'log.csv.meta.json:1:21 badSidecar'],
    [
      'an end before the beginning',
      '{"covers": {"from": 1740830402, "to": 1740830401}}',
      'log.csv.meta.json:1:39 badSidecar',
    ],
  ];
  test.each(cases)('%s', async (_what, text, expected) => {
    expect(places(await problemsOf({ 'log.csv': HEAD + GOOD, 'log.csv.meta.json': text }))).toEqual([expected]);
  });
});

test('lenient: skipped, counted and quoted', async () => {
  const rows = `${HEAD}${GOOD}${'1740830401,g,a,,shout,,,\n'.repeat(150)}${GOOD}`;
  await withLog({ 'log.csv': rows }, { lenient: true }, async (reader) => {
    expect([reader.events, reader.problemCount, reader.problems.length]).toEqual([2, 150, 100]);
    expect(reader.problems[0]).toMatchObject({ line: 3, column: 17, found: 'kind = "shout"' });
  });
});

test('every problem speaks both languages and says what to do', async () => {
  const [problem] = await problemsOf({ 'log.csv': `${HEAD}2025-03-01 20:00,g,,,,,,\n` });
  expect(problem && describeProblem(problem, 'en')).toBe(
    'log.csv:2:1: The time has no time zone, so the instant is ambiguous (found ts = "2025-03-01 20:00"; expected ISO 8601 with a zone (2025-03-01T20:00:00+08:00) or seconds, milliseconds or microseconds since 1970). Give the log’s zone with --timezone Asia/Shanghai, or with `timezone` in the log’s .meta.json.',
  );
  expect(problem && describeProblem(problem, 'zh')).toMatch(/^log\.csv:2:1: 时间没有时区.*--timezone Asia\/Shanghai/);
});
