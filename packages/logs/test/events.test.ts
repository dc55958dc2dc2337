/** Our own schema in every form: the events are the same in every file type. */
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Database } from '../src/database/database.ts';
import { collect, eventLines, groupsOf, withLog } from './support.ts';

const JSONL = `
{"ts":"2025-03-01T20:00:00+08:00","group":"g","group_name":"Old","member":"a","member_name":"小美","role":"staff","kind":"message","media":"text","category":"insight","text":"教程","id":"m1"}
{"ts":1740830401,"group":"g","member":"b","member_name":"B","kind":"reaction","target":"m1"}
{"ts":1740830402000,"group":"g","group_name":"New","member":"b","kind":"purchase","amount":12.5}
{"ts":1740830403000000,"group":"g","kind":"complaint","about":"ad","target":"b","member":"c"}
{"ts":"2025-03-01T12:00:04.000001Z","group":"g","kind":"resolve","target":"Routine"}
`.trimStart();

const CSV = `
ts,group,group_name,member,member_name,role,kind,media,category,text,target,about,amount,id,extra
2025-03-01T20:00:00+08:00,g,Old,a,小美,staff,message,text,insight,教程,,,,m1,x
1740830401,g,,b,B,,reaction,,,,m1,,,,
1740830402000,g,New,b,,,purchase,,,,,,12.5,,
1740830403000000,g,,c,,,complaint,,,,b,ad,,,
2025-03-01T12:00:04.000001Z,g,,,,,resolve,,,,Routine,,,,
`.trimStart();

function lines(first: number): string[] {
  return [
    `2025-03-01T12:00:00.000Z g a(小美) message staff text category=insight text @0:${first}`,
    `2025-03-01T12:00:01.000Z g b(B) reaction target=m1 @0:${first + 1}`,
    `2025-03-01T12:00:02.000Z g b(B) purchase amount=125000 @0:${first + 2}`,
    `2025-03-01T12:00:03.000Z g c complaint about=ad target=b @0:${first + 3}`,
    `2025-03-01T12:00:04.000Z g - resolve target=Routine @0:${first + 4}`,
  ];
}

const ARRAY = `[\n${JSONL.trim().split('\n').join(',\n')}\n]\n`;

const FORMS: [name: string, content: string | Uint8Array, first: number][] = [
  ['log.jsonl', JSONL, 1],
  ['log.ndjson', `\uFEFF${JSONL.replaceAll('\n', '\r\n')}`, 1],
  ['log.json', ARRAY, 2],
  ['log.csv', CSV, 2],
  ['log.tsv', CSV.replaceAll(',', '\t'), 2],
  ['log.csv.gz', gzipSync(CSV), 2],
  ['log.jsonl.zst', zstdCompressSync(JSONL), 1],
  ['utf16.csv', Buffer.from(`\uFEFF${CSV}`, 'utf16le'), 2],
];

test.each(FORMS)('%s', async (name, content, first) => {
  await withLog({ [name]: content }, {}, async (reader) => {
    expect(await eventLines(reader)).toEqual(lines(first));
    expect(reader.events).toBe(5);
    expect(reader.messages).toBe(1);
    expect(reader.groupNames).toEqual([{ group: 'g', groupName: 'New', events: 5 }]);
    expect(reader.info.shows).toEqual(['message', 'reaction', 'complaint', 'purchase', 'resolve']);
    expect(reader.info.complete).toBe(false);
  });
});

describe('values of columns', () => {
  test('a target resolves to the message or member that it names', async () => {
    await withLog({ 'log.jsonl': JSONL }, {}, async (reader) => {
      const [log] = await groupsOf(reader);
      const targets = Object.fromEntries(
        (log?.targets ?? []).map((text, index) => [text, [log?.targetEvent[index], log?.targetMember[index]]]),
      );
      const b = log?.members.findIndex((member) => member.id === 'b');
      expect(targets).toEqual({ m1: [0, -1], b: [-1, b], Routine: [-1, -1] });
    });
  });

  test('a target may use a member’s name if it is unique', async () => {
    const rows = [
      'ts,group,member,member_name,target',
      '1740830401,g,a,Ann,',
      '1740830402,g,b,Bob,',
      '1740830403,g,c,Bob,',
      '1740830404,g,d,,Ann',
      '1740830405,g,d,,Bob',
    ];
    await withLog({ 'log.csv': rows.join('\n') }, {}, async (reader) => {
      const [log] = await groupsOf(reader);
      const named = (target: string): string | undefined =>
        log?.members[log.targetMember[log.targets.indexOf(target)] ?? -1]?.id;
      expect([named('Ann'), named('Bob')]).toEqual(['a', undefined]);
    });
  });

  test('the last name counts, by time and not by line', async () => {
    const rows = ['ts,group,member,member_name', '1740830409,g,a,Late', '1740830401,g,a,Early', '1740830405,g,a,'];
    await withLog({ 'log.csv': rows.join('\n') }, {}, async (reader) => {
      const [log] = await groupsOf(reader);
      expect(log?.members).toEqual([{ id: 'a', name: 'Late' }]);
    });
  });

  test('ids beyond 2^53 survive', async () => {
    const line = '{"ts":1740830401,"group":11101571002822706744,"member":11101571002822706745}';
    await withLog({ 'log.jsonl': line }, {}, async (reader) => {
      const [log] = await groupsOf(reader);
      expect([log?.group, log?.members[0]?.id]).toEqual(['11101571002822706744', '11101571002822706745']);
    });
  });

  test('ids with the same hash in the database stay apart', async () => {
    const [a, b] = ['54a443cd9597baaa7dcecad2', '54a443c39597baaa7dcecad1'];
    const database = await Database.open(64 << 20);
    const [row] = await database.rows(`SELECT hash('${a}') = hash('${b}')`);
    database.close();
    expect(row).toEqual([true]);
    const rows = ['ts,group,member,member_name,category,id,target'];
    for (const id of [a, b]) for (const group of [a, b]) rows.push(`1740830401,${group},${id},n${id},${id},${id},${a}`);
    await withLog({ 'log.csv': rows.join('\n') }, {}, async (reader) => {
      expect([reader.events, reader.duplicates]).toEqual([4, 0]);
      expect((await groupsOf(reader)).map((log) => [log.group, log.labels, log.targetEvent, log.targetMember])).toEqual(
        [b, a].map((group) => [group, [a, b], Int32Array.of(0), Int32Array.of(0)]),
      );
      expect((await eventLines(reader)).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual(
        [b, a].flatMap((group) => [a, b].map((id) => `${group} ${id}(n${id})`)),
      );
    });
  });

  test('without a group column, the file is the group', async () => {
    const rows = 'ts,member\n1740830401,a\n';
    await withLog({ 'vip.2025.csv': rows, 'other.csv': rows }, {}, async (reader) => {
      expect(reader.groupNames.map(({ group }) => group)).toEqual(['other', 'vip.2025']);
    });
  });

  test('local times are read in the zone given', async () => {
    const rows = 'ts,group\n2025-03-01 20:00:00,g\n';
    await withLog({ 'log.csv': rows }, { timezone: 'Asia/Shanghai' }, async (reader) => {
      expect(await eventLines(reader)).toEqual(['2025-03-01T12:00:00.000Z g - message @0:2']);
    });
  });
});

describe('order and duplicates', () => {
  test('by time, then file, then line', async () => {
    const files = {
      'b.csv': 'ts,group,member\n1740830402,g,b2\n1740830401,g,b3\n',
      'a.csv': 'ts,group,member\n1740830402,g,a2\n1740830402,g,a3\n',
    };
    await withLog(files, {}, async (reader) => {
      const lines = await eventLines(reader);
      expect(lines.map((line) => line.split(' ')[2])).toEqual(['b3', 'a2', 'a3', 'b2']);
    });
  });

  test('events with the same group and id are one; the first in file and line is kept', async () => {
    const rows = [
      'ts,group,member,id',
      '1740830409,g,a,m1',
      '1740830401,g,b,m1',
      '1740830401,h,b,m1',
      '1740830402,g,c,',
      '1740830402,g,c,',
      '1740830409,g,a,m1',
    ];
    await withLog({ 'log.csv': rows.join('\n') }, {}, async (reader) => {
      expect(await eventLines(reader)).toEqual([
        '2025-03-01T12:00:02.000Z g c message @0:5',
        '2025-03-01T12:00:02.000Z g c message @0:6',
        '2025-03-01T12:00:09.000Z g a message @0:2',
        '2025-03-01T12:00:01.000Z h b message @0:4',
      ]);
      expect([reader.events, reader.messages]).toEqual([4, 4]);
      expect([reader.duplicates, reader.conflictingDuplicates]).toEqual([2, 1]);
    });
  });

  test('events can be looked up by place, with the beginning of their text', async () => {
    const rows = [
      'ts,group,text,id',
      '1740830401,g,"two\nlines",m1',
      '1740830402,g,,m2',
      `1740830403,g,${'长'.repeat(500)},`,
    ];
    await withLog({ 'log.csv': rows.join('\n') }, {}, async (reader) => {
      const found = await reader.identify([
        { file: 0, line: 5 },
        { file: 0, line: 2 },
        { file: 0, line: 4 },
      ]);
      expect(found).toEqual([
        { id: null, text: '长'.repeat(200) },
        { id: 'm1', text: 'two\nlines' },
        { id: 'm2', text: null },
      ]);
      await expect(reader.identify([{ file: 0, line: 3 }])).rejects.toThrow('line 3');
    });
  });

  test('only the requested groups are returned', async () => {
    const rows = 'ts,group\n1740830401,a\n1740830402,b\n1740830403,c\n1740830404,b\n';
    await withLog({ 'log.csv': rows }, {}, async (reader) => {
      const logs = await collect(reader.groups([], ['b', 'nowhere']));
      expect(logs.map((log) => [log.group, log.length])).toEqual([['b', 2]]);
    });
  });
});

describe('what a log covers', () => {
  test('from the first event in the files that contain the group, to the end of the whole log', async () => {
    const files = {
      'a.csv': 'ts,group\n1740830401,g\n1740830410,h\n',
      'b.csv': 'ts,group\n1740830400,h\n1740830499,h\n',
    };
    await withLog(files, {}, async (reader) => {
      const logs = await groupsOf(reader);
      expect(logs.map((log) => [log.group, log.covers])).toEqual([
        ['g', { from: 1740830401e6, to: 1740830499e6 }],
        ['h', { from: 1740830400e6, to: 1740830499e6 }],
      ]);
    });
  });

  test('a sidecar can state what the log covers and shows', async () => {
    const files = {
      'a.csv': 'ts,group\n2025-03-05 12:00,g\n',
      'a.csv.meta.json':
        '{"shows":["read","message"],"covers":{"from":"2025-03-01","to":"2025-03-31"},"timezone":"Asia/Shanghai"}',
    };
    await withLog(files, {}, async (reader) => {
      const [log] = await groupsOf(reader);
      expect(log?.covers).toEqual({
        from: Date.parse('2025-03-01T00:00:00+08:00') * 1000,
        to: Date.parse('2025-04-01T00:00:00+08:00') * 1000 - 1,
      });
      expect(log?.ts[0]).toBe(Date.parse('2025-03-05T12:00:00+08:00') * 1000);
      expect(reader.info.shows).toEqual(['message', 'read']);
    });
  });

  test('what the user says it shows overrides everything', async () => {
    const files = { 'a.csv': 'ts,group\n1740830401,g\n', 'a.csv.meta.json': '{"shows":["read"]}' };
    await withLog(files, { shows: ['click', 'message'] }, async (reader) => {
      expect(reader.info.shows).toEqual(['message', 'click']);
    });
  });
});
