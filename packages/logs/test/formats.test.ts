/** Real formats: fixtures of our own with the known traits of each, detected without `--from`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LogReader } from '../src/index.ts';
import { eventLines, withLog, withReader } from './support.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
/** Real exports, which are too large for the project and not ours. */
const SHARED = join(import.meta.dirname, '../../../../shared/logs');

async function read<T>(name: string, use: (reader: LogReader) => Promise<T>, timezone?: string): Promise<T> {
  return withReader({ paths: [join(FIXTURES, name)], ...(timezone === undefined ? {} : { timezone }) }, use);
}

function skips(reader: LogReader): Record<string, number> {
  return Object.fromEntries(reader.skipped.map(({ reason, count }) => [reason, count]));
}

test('Gitter: newest first, several lines in quotes, repeated rows, the bot', async () => {
  await read('../../src/formats/gitter/sample.tsv', async (reader) => {
    const room = 'aaaaaaaaaaaaaaaaaaaaaaaa';
    const [mei, ann, bot] = ['b', 'd', 'c'].map((letter) => letter.repeat(24));
    expect(reader.formats).toEqual(['gitter']);
    expect(await eventLines(reader)).toEqual([
      `2016-05-01T07:00:00.000Z ${room} ${mei}(mei) message text @0:12`,
      `2016-05-01T08:00:00.000Z ${room} ${mei}(mei) message text text @0:8`,
      `2016-05-02T09:00:00.000Z ${room} ${ann}(ann) message text text @0:6`,
      `2016-05-02T09:59:58.123Z ${room} ${mei}(mei) message text text @0:2`,
      `2016-05-02T10:00:00.000Z ${room} ${bot}(camperbot) message bot text text @0:1`,
    ]);
    expect(reader.info.shows).toEqual(['message']);
    expect(reader.groupNames).toEqual([{ group: room, groupName: 'FreeCodeCamp/Sample', events: 5 }]);
    expect(reader.duplicates).toBe(1);
    const [found] = await reader.identify([{ file: 0, line: 2 }]);
    expect(found?.text).toBe('thanks @ann\n\n"quoted" and a\ttab\n');
  });
});

describe('WeCom', () => {
  test('the archive', async () => {
    await read('../../src/formats/wecom/sample.jsonl', async (reader) => {
      expect(reader.formats).toEqual(['wecom']);
      const lines = await eventLines(reader);
      expect(lines.map((line) => line.replace(/^\S+T22:13:(\S+)Z wrRoom01/, '$1'))).toEqual([
        '20.123 XiaoMei message staff text text @0:1',
        '21.000 wmCustomer01 message quote text @0:2',
        '22.000 XiaoMei message staff redpacket amount=205000 text @0:3',
        '23.000 XiaoMei recall staff target=1001_1700000000 @0:4',
        '27.000 wbRobot message bot miniapp text @0:8',
        '28.000 XiaoMei message staff call text @0:9',
        '29.000 wmCustomer02 message text text @0:10',
        '30.000 XiaoMei message staff vote text @0:11',
        '31.000 XiaoMei message staff note text @0:12',
        '33.000 wmCustomer02 message unknown @0:14',
      ]);
      expect(reader.info.shows).toEqual(['message', 'recall']);
      expect(reader.groupNames[0]?.groupName).toBe('会员群');
      expect(skips(reader)).toEqual({ systemNotice: 2, directMessage: 2 });
      const found = await reader.identify([
        { file: 0, line: 9 },
        { file: 0, line: 10 },
        { file: 0, line: 11 },
      ]);
      expect(found).toEqual([
        { id: '11101571002822706744', text: '夕会' },
        { id: '1010_1700000009', text: '看看这个' },
        { id: '1011_1700000010', text: '周末活动\n爬山\n桌游' },
      ]);
    });
  });

  test('callbacks: joins and leaves, repeated ones once, unnamed people by their number', async () => {
    await read('wecom-callbacks.xml', async (reader) => {
      const lines = await eventLines(reader);
      expect(lines.map((line) => line.replace(/^\S+T22:(\S+):\S+Z wrRoom01/, '$1'))).toEqual([
        '15 wmCustomer03 join @0:1',
        '15 wmCustomer04 join @0:1',
        '16 wmCustomer03 leave @0:12',
        '16 wmCustomer04 leave @0:12',
        '18 - join @0:14',
        '18 - join @0:14',
        '18 - join @0:14',
      ]);
      expect(reader.info.shows).toEqual(['join', 'leave']);
      expect(reader.duplicates).toBe(2);
      expect(skips(reader)).toEqual({ systemNotice: 1 });
    });
  });

  test('archive and callbacks together show what each shows; callbacks may be JSON', async () => {
    const callback =
      '{"Event":"change_external_chat","CreateTime":1700000100,"ChatId":"wrRoom01","ChangeType":"update","UpdateDetail":"add_member","MemChangeList":{"Item":"wmCustomer03"}}';
    const files = {
      'archive.jsonl': readFileSync(join(FIXTURES, '../../src/formats/wecom/sample.jsonl')),
      'callbacks.jsonl': callback,
    };
    await withLog(files, {}, async (reader) => {
      expect(reader.formats).toEqual(['wecom', 'wecom']);
      expect(reader.info.shows).toEqual(['message', 'recall', 'join', 'leave']);
      expect((await eventLines(reader)).at(-1)).toBe('2023-11-14T22:15:00.000Z wrRoom01 wmCustomer03 join @1:1');
    });
  });
});

describe('WeChat exports', () => {
  test('chatlog JSON: system texts name people whose ids are found elsewhere', async () => {
    await read('../../src/formats/chatlog/sample.json', async (reader) => {
      expect(reader.formats).toEqual(['chatlog']);
      const lines = await eventLines(reader);
      expect(lines.map((line) => line.replace(/^\S+T22:13:(\S+)\.000Z 123@chatroom/, '$1'))).toEqual([
        '20 wxid_lele(乐乐妈) join @0:2',
        '20 阿强(阿强) join @0:2',
        '21 wxid_lele(乐乐妈) message text text @0:3',
        '22 wxid_me(小美) message link text @0:4',
        '23 wxid_me(小美) recall @0:5',
        '24 阿强(阿强) leave @0:6',
        '27 wxid_lele(乐乐妈) message redpacket @0:9',
      ]);
      expect(reader.info.shows).toEqual(['message', 'recall', 'join']);
      expect(reader.groupNames).toEqual([{ group: '123@chatroom', groupName: '亲子阅读群', events: 7 }]);
      expect(skips(reader)).toEqual({ systemNotice: 1, directMessage: 1 });
    });
  });

  test('chatlog CSV: local times, and media inferred from the rendering', async () => {
    const lines = await read('chatlog.csv', eventLines, 'Asia/Shanghai');
    expect(lines.map((line) => line.replace(/^\S+T22:13:(\S+)\.000Z 123@chatroom/, '$1'))).toEqual([
      '20 wxid_lele(乐乐妈) join @0:2',
      '21 wxid_lele(乐乐妈) message text text @0:3',
      '22 wxid_me(小美) message image @0:5',
      '23 wxid_me(小美) message quote text @0:6',
    ]);
    await expect(read('chatlog.csv', eventLines)).rejects.toThrow('chatlog.csv:2:1: The time has no time zone');
  });

  test('WeFlow: seconds or milliseconds, and a session after its messages', async () => {
    await read('../../src/formats/weflow/sample.json', async (reader) => {
      expect(reader.formats).toEqual(['weflow']);
      const lines = await eventLines(reader);
      expect(lines.map((line) => line.replace(/^\S+T22:13:(\S+)\.000Z 123@chatroom/, '$1'))).toEqual([
        '20 wxid_lele(乐乐妈) join @0:2',
        '21 wxid_lele(乐乐妈) message text text @0:3',
        '22 wxid_me(小美) message miniapp text @0:4',
        '23 wxid_lele(乐乐妈) recall @0:5',
      ]);
      expect(reader.groupNames[0]?.groupName).toBe('亲子群');
    });
  });
});

describe('real exports outside the project', () => {
  test('Gitter rooms: as many messages as distinct ids, each found at its line', async () => {
    const folder = join(SHARED, 'fcc-gitter');
    if (!existsSync(folder)) {
      console.log('The Gitter rooms are not beside the project: only our own fixture was read.');
      return;
    }
    const rooms = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
    expect(rooms.length).toBeGreaterThan(0);
    for (const room of rooms) {
      const path = join(folder, room);
      const text = readFileSync(path, 'utf8');
      // The id (24 hex digits) precedes the last tab of a row's first line, after the user name; the user may be missing.
      const starts = /^[0-9a-f]{24}\t[^\t\n]*\t\d{4}-[^\t\n]*Z\t[0-9a-f]*\t[^\t\n]*\t([0-9a-f]{24})\t/gm;
      const ids = new Map<string, number>();
      let line = 1;
      let at = 0;
      for (const match of text.matchAll(starts)) {
        for (; at < match.index; at++) if (text[at] === '\n') line += 1;
        if (!ids.has(match[1] ?? '')) ids.set(match[1] ?? '', line);
      }
      await withReader({ paths: [path], format: 'gitter' }, async (reader) => {
        expect([room, reader.messages]).toEqual([room, ids.size]);
        const sample = [...ids].filter((_entry, index) => index % 97 === 0);
        const found = await reader.identify(sample.map(([, first]) => ({ file: 0, line: first })));
        expect(found.map((event) => event.id)).toEqual(sample.map(([id]) => id));
      });
    }
  });

  test('samples published by WeCom', async () => {
    const folder = join(SHARED, 'wecom');
    if (!existsSync(folder)) {
      console.log('The WeCom samples are not beside the project: only our own fixtures were read.');
      return;
    }
    await withReader({ paths: [join(folder, 'official_samples.jsonl')] }, async (reader) => {
      expect([reader.messages, reader.duplicates]).toEqual([8, 2]);
      expect(skips(reader)).toEqual({ directMessage: 19, systemNotice: 1 });
      const lines = await eventLines(reader);
      expect(lines.find((line) => line.includes('redpacket'))).toContain('amount=2000');
    });
  });
});
