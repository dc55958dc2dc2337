/** Overlapping exports of one chat, in any order, add up to the whole chat: no message twice, none lost, everybody with the right id. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLines, folderOf, withReader } from './support.ts';

interface Said {
  /** Seconds since the beginning; several messages share one. */
  second: number;
  who: number;
  text: string;
  /** Position in the whole chat. */
  index: number;
}

const START = 1_756_699_200;
const NAMES = ['小美', '乐乐妈', '阿强', '老马'];
const TEXTS = ['在', '好的', '"乐乐妈" 撤回了一条消息', '"小美"邀请"阿强、老马"加入了群聊', '你邀请"老马"加入了群聊'];
const FIRST_NOTICE = 2;
const GROUP = '9001@chatroom';
/** Each run opens two logs, which takes the database a tenth of a second. */
const RUNS = 6;

function isNotice({ text }: Said): boolean {
  return TEXTS.indexOf(text) >= FIRST_NOTICE;
}

const chat: fc.Arbitrary<Said[]> = fc
  .array(fc.record({ pause: fc.nat(2), who: fc.nat(NAMES.length - 1), text: fc.constantFrom(...TEXTS) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((steps) => {
    let second = 0;
    return steps.map(({ pause, who, text }, index) => {
      second += pause;
      return { second, who, text, index };
    });
  });

interface Exporter {
  name: string;
  /** Whether stretches may begin and end in the middle of a second: only if every message has an id. */
  anywhere: boolean;
  file: string;
  write: (messages: readonly Said[]) => string;
}

const idOf = (who: number): string => `wxid_${who}`;

function chatlogJson(messages: readonly Said[], seqOf: (said: Said) => number): string {
  const rows = messages.map((said) => ({
    seq: seqOf(said),
    time: new Date((START + said.second) * 1000).toISOString(),
    talker: GROUP,
    isChatRoom: true,
    sender: isNotice(said) ? '系统消息' : idOf(said.who),
    senderName: isNotice(said) ? '' : NAMES[said.who],
    isSelf: !isNotice(said) && said.who === 0,
    type: isNotice(said) ? 10000 : 1,
    subType: 0,
    content: said.text,
  }));
  return JSON.stringify(rows);
}

function weflow(messages: readonly Said[], withIds: boolean): string {
  const rows = messages.map((said, position) => ({
    localId: position + 1,
    createTime: START + said.second,
    type: isNotice(said) ? '系统消息' : '文本消息',
    content: said.text,
    isSend: !isNotice(said) && said.who === 0 ? 1 : 0,
    senderUsername: isNotice(said) ? GROUP : idOf(said.who),
    senderDisplayName: isNotice(said) ? '群' : NAMES[said.who],
    ...(withIds ? { platformMessageId: `70000000000000${said.index}` } : {}),
  }));
  return JSON.stringify({ weflow: {}, session: { accountId: GROUP, type: '群聊' }, messages: rows });
}

const EXPORTERS: readonly Exporter[] = [
  {
    name: 'our own schema without ids',
    anywhere: false,
    file: 'csv',
    write: (messages) => {
      const rows = messages.map(
        (said) => `${START + said.second},${GROUP},${idOf(said.who)},message,"${said.text.replaceAll('"', '""')}"`,
      );
      return ['ts,group,member,kind,text', ...rows, ''].join('\n');
    },
  },
  {
    name: 'chatlog CSV',
    anywhere: false,
    file: 'csv',
    write: (messages) => {
      const rows = messages.map((said) => {
        const time = new Date((START + said.second) * 1000).toISOString().slice(0, 19).replace('T', ' ');
        const [name, id] = isNotice(said) ? ['', ''] : [NAMES[said.who], idOf(said.who)];
        return [time, name, id, '群', GROUP, `"${said.text.replaceAll('"', '""')}"`].join(',');
      });
      return ['Time,SenderName,Sender,TalkerName,Talker,Content', ...rows, ''].join('\n');
    },
  },
  {
    name: 'chatlog JSON of an older client, in which every seq is 0',
    anywhere: false,
    file: 'json',
    write: (messages) => chatlogJson(messages, () => 0),
  },
  {
    name: 'chatlog JSON',
    anywhere: true,
    file: 'json',
    write: (messages) => chatlogJson(messages, ({ second, index }) => (START + second) * 1000 + index),
  },
  { name: 'WeFlow without ids', anywhere: false, file: 'json', write: (messages) => weflow(messages, false) },
  { name: 'WeFlow', anywhere: true, file: 'json', write: (messages) => weflow(messages, true) },
];

async function contentOf(files: readonly string[], extension: string): Promise<unknown> {
  const folder = folderOf(Object.fromEntries(files.map((text, index) => [`${index}.${extension}`, text])));
  return withReader({ paths: [folder], timezone: 'UTC' }, async (reader) => {
    const lines = (await eventLines(reader)).map((line) => line.replace(/ @\S+$/, ''));
    return { events: reader.events, messages: reader.messages, shows: reader.info.shows, lines: lines.sort() };
  });
}

/** Stretches that cover the whole chat together; most of them overlap. */
function stretchesOf(
  messages: readonly Said[],
  cuts: readonly (readonly [number, number])[],
  anywhere: boolean,
): Said[][] {
  const placeOf = (said: Said): number => (anywhere ? said.index : said.second);
  const last = Math.max(...messages.map(placeOf));
  let covered = 0;
  const stretches: Said[][] = [];
  for (const [back, ahead] of [...cuts, [0, last + 1] as const]) {
    const from = Math.max(0, covered - back);
    const to = Math.min(last + 1, covered + ahead);
    stretches.push(messages.filter((said) => from <= placeOf(said) && placeOf(said) < to));
    covered = to;
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

describe.each(EXPORTERS)('$name', ({ anywhere, file, write }) => {
  test('the parts add up to the whole, in any order', async () => {
    const cuts = fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 15 })), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(chat, cuts, fc.boolean(), async (messages, pieces, backwards) => {
        const stretches = stretchesOf(messages, pieces, anywhere);
        const files = (backwards ? stretches.reverse() : stretches).map(write);
        expect(await contentOf(files, file)).toEqual(await contentOf([write(messages)], file));
      }),
      { numRuns: RUNS },
    );
  });

  test('the same file twice counts once; two equal messages in one second stay two', async () => {
    const messages = [0, 1, 2].map((index) => ({ second: 0, who: 1, text: '在', index }));
    const once = await contentOf([write(messages)], file);
    expect(once).toMatchObject({ messages: 3 });
    expect(await contentOf([write(messages), write(messages)], file)).toEqual(once);
  });
});

test('one message with the ids of two exporters is one', async () => {
  const said = { second: 0, who: 1, text: '在', index: 1 };
  const echo = weflow([said], true).replace('"weflow":{},', '');
  expect(await contentOf([weflow([said], true), echo], 'json')).toMatchObject({ messages: 1 });
});

test('ids invented for matching are hidden, and events of nobody are never merged', async () => {
  const rows = 'ts,group,member,kind\n1756699200,g,a,message\n1756699200,g,,read\n';
  const folder = folderOf({ 'a.csv': rows, 'b.csv': rows });
  await withReader({ paths: [folder] }, async (reader) => {
    expect([reader.events, reader.duplicates]).toEqual([3, 1]);
    expect(await reader.identify([{ file: 0, line: 2 }])).toEqual([{ id: null, text: null }]);
  });
});

test('one group’s times in two notations are reported, because its messages cannot be matched', async () => {
  const said = (second: number): Said => ({ second, who: 1, text: '在', index: second });
  const [csv, json] = ['chatlog CSV', 'chatlog JSON'].map((name) =>
    EXPORTERS.find((exporter) => exporter.name === name),
  );
  const notesOf = async (from: number): Promise<string[]> => {
    const files = {
      'a.csv': csv?.write([said(0), said(9)]) ?? '',
      'b.json': json?.write([said(from), said(20)]) ?? '',
    };
    const folder = folderOf(files);
    return withReader({ paths: [folder], timezone: 'UTC' }, async (reader) =>
      reader.notes.map(({ message }) => message.en.replaceAll(`${folder}/`, '')),
    );
  };
  expect(await notesOf(9)).toEqual([expect.stringContaining('a.csv and b.json cover the same days of one group')]);
  expect(await notesOf(10)).toEqual([]);
});
