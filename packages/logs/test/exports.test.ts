/** Variants and omissions of exporters: messages and notices are understood, and what cannot be is reported. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LogReader } from '../src/index.ts';
import { eventLines, groupsOf, problemsOfFile, withLog, withReader } from './support.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const ZONE = { timezone: 'Asia/Shanghai' };
/** For results that do not depend on the engine: JavaScript opens instantly. */
const QUICK = { engine: 'javascript' as const };

/** Events without time, group and place. */
async function problemsOf(reader: LogReader): Promise<string[]> {
  return (await eventLines(reader)).map((line) => line.replace(/^\S+ \S+ /, '').replace(/ @\S+$/, ''));
}

function fixture<T>(name: string, use: (reader: LogReader) => Promise<T>): Promise<T> {
  return withReader({ paths: [join(FIXTURES, name)], ...ZONE }, use);
}

/** Media of messages with these contents in chatlog's CSV. */
async function rendered(...contents: string[]): Promise<string[]> {
  const lines = await chatlogCsv(
    contents.map((content) => ['甲', 'wxid_a', content]),
    problemsOf,
  );
  return lines.map((line) => line.replace('wxid_a(甲) message ', ''));
}

/** @param rows name, id and content of each row */
function chatlogCsv<T>(rows: readonly (readonly string[])[], use: (reader: LogReader) => Promise<T>): Promise<T> {
  const lines = rows.map(([name = '', id = '', content = ''], index) => {
    const time = `2025-09-01 12:00:${String(index).padStart(2, '0')}`;
    return [time, name, id, '测试群', '9001@chatroom', `"${content.replaceAll('"', '""')}"`].join(',');
  });
  const csv = `Time,SenderName,Sender,TalkerName,Talker,Content\n${lines.join('\n')}\n`;
  return withLog({ 'room.csv': csv }, { ...ZONE, ...QUICK }, use);
}

/** Notices in a group in which 乐乐妈 and 小美 have written. */
function notices<T>(texts: readonly string[], use: (reader: LogReader) => Promise<T>): Promise<T> {
  const people = [
    ['乐乐妈', 'wxid_lele', '在'],
    ['小美', 'wxid_mei', '在'],
  ];
  return chatlogCsv([...people, ...texts.map((text) => ['', '', text])], use);
}

async function eventsOfNotice(text: string): Promise<string[]> {
  return notices([text], async (reader) => (await problemsOf(reader)).slice(2));
}

describe('WeFlow and EchoTrace', () => {
  test.each(['weflow.json', 'weflow-accountid.json', 'echotrace.json'])('%s: the same kinds', async (name) => {
    await fixture(`weflow-type-names/${name}`, async (reader) => {
      const kinds = (await problemsOf(reader)).map((line) => line.replace(/^wxid_a1\(甲\) message (\w+) text$/, '$1'));
      expect(kinds).toEqual(['text', 'link', 'miniapp', 'transfer', 'forward', 'other', 'image', 'redpacket']);
      expect(reader.groupNames).toEqual([{ group: '9001@chatroom', groupName: '测试群', events: 8 }]);
      expect(reader.doubts).toEqual([]);
    });
  });

  const message = (localId: number, rest: object): string =>
    JSON.stringify({ localId, createTime: 1756699200 + localId, senderUsername: 'wxid_a', isSend: 0, ...rest });
  const weflow = (messages: readonly string[]): string =>
    `{"weflow":{"version":"1"},"session":{"accountId":"1@chatroom","type":"群聊"},"messages":[${messages.join(',\n')}]}`;

  test('an unknown name is resolved by its type number, even beyond 2^53, or else reported', async () => {
    const numbers = ['3', '8594229559345', `${(2000n << 32n) + 49n}`, `${((2n ** 30n) << 32n) + 43n}`, '10000', '77'];
    const messages = numbers.map((localType, index) =>
      message(index, { type: '其他消息' }).replace(
        /\}$/,
        `,"content":"\\"甲\\" 撤回了一条消息","localType":${localType}}`,
      ),
    );
    messages.push(message(8, { type: '星际消息', content: 'x' }), message(9, { type: '星际消息', localType: 49 }));
    messages.push(message(10, { type: '其他消息', localType: 49, appMsgType: '2001' }));
    await withLog({ 'a.json': weflow(messages) }, {}, async (reader) => {
      expect(await problemsOf(reader)).toEqual([
        'wxid_a message image text',
        'wxid_a message redpacket text',
        'wxid_a message transfer text',
        'wxid_a message video text',
        '甲(甲) recall',
        'wxid_a message unknown text',
        'wxid_a message unknown text',
        'wxid_a message unknown',
        'wxid_a message redpacket',
      ]);
      const [doubt] = reader.doubts;
      expect(reader.doubts).toHaveLength(1);
      expect(doubt).toMatchObject({ reason: 'unknownMedia', count: 3, example: { line: 6, found: '"其他消息 77"' } });
      expect(reader.info.shows).toEqual(['message', 'recall', 'join']);
    });
  });

  test('senders by number, listed before or after the messages', async () => {
    const senders =
      '"senders":[{"senderID":1,"accountId":"wxid_a","displayName":"甲"},{"senderID":2,"accountId":"unknown"}]';
    const session = '"session":{"accountId":"1@chatroom","type":"群聊"}';
    const messages = `"messages":[
      {"createTime":1756699200,"type":"文本消息","content":"在","senderID":1},
      {"createTime":1756699201,"type":"系统消息","content":"\\"甲\\" 撤回了一条消息","senderID":2}]`;
    for (const parts of [
      ['"weflow":{}', session, senders, messages],
      ['"weflow":{}', messages, senders, session],
    ]) {
      await withLog({ 'a.json': `{${parts.join(',')}}` }, {}, async (reader) => {
        expect(await problemsOf(reader)).toEqual(['wxid_a(甲) message text text', 'wxid_a(甲) recall']);
      });
    }
  });

  test('a quote names the person quoted, by id if the name is unique', async () => {
    const file = weflow([
      message(1, { type: '文本消息', senderDisplayName: '甲', platformMessageId: '71' }),
      message(2, { type: '引用消息', senderUsername: 'wxid_b', quotedSender: '甲', replyToMessageId: '71' }),
      message(3, { type: '引用消息', senderUsername: 'wxid_b', quotedSender: '某人', replyToMessageId: '71' }),
    ]);
    await withLog({ 'a.json': file }, {}, async (reader) => {
      expect((await problemsOf(reader)).slice(1)).toEqual([
        'wxid_b message quote target=wxid_a',
        'wxid_b message quote target=71',
      ]);
    });
  });
});

describe('chatlog CSV', () => {
  const people = ['乐乐妈', '阿强', '小美'].map((name, index) => {
    const id = ['wxid_lele', 'wxid_qiang', 'wxid_mei'][index];
    return `${id}(${name}) message text text`;
  });

  test.each(['plaintext-empty.csv', 'plaintext-room.csv', 'xml.csv'])('%s: notices are not messages', async (name) => {
    await fixture(`chatlog-csv-notices/${name}`, async (reader) => {
      expect(await problemsOf(reader)).toEqual(['wxid_lele(乐乐妈) join', 'wxid_qiang(阿强) recall', ...people]);
      expect([reader.messages, reader.doubts]).toEqual([3, []]);
    });
  });

  test('with a byte order mark and carriage returns', async () => {
    const plain = readFileSync(join(FIXTURES, 'chatlog-csv-notices/xml.csv'), 'utf8');
    const files = { 'room.csv': `\uFEFF${plain.replaceAll('\n', '\r\n')}` };
    await withLog(files, ZONE, async (reader) => {
      expect(await problemsOf(reader)).toEqual(['wxid_lele(乐乐妈) join', 'wxid_qiang(阿强) recall', ...people]);
    });
  });

  test('placeholders', async () => {
    const expected =
      'image video voice link link file sticker sticker forward miniapp video quote quote quote transfer redpacket redpacket call announcement card link';
    await fixture('chatlog-csv-notices/media.csv', async (reader) => {
      const lines = await problemsOf(reader);
      expect(lines.map((line) => line.split(' ')[2]).join(' ')).toBe(expected);
      expect(lines[13]).toBe('wxid_lele(乐乐妈) message quote target=wxid_lele text');
      const texts = await reader.identify([4, 5, 7, 10, 15, 17].map((line) => ({ file: 0, line })));
      expect(texts.map(({ text }) => text)).toEqual([null, '特价|描述', 'a.pdf', '群聊', '好', '好的']);
    });
  });

  test('typed text is text', async () => {
    await fixture('chatlog-csv-notices/emoji.csv', async (reader) => {
      expect(await problemsOf(reader)).toEqual(Array.from({ length: 4 }, () => 'wxid_a(甲) message text text'));
    });
    const typed = [
      '[红包]恭喜',
      '> 你好',
      '> 09-01 好',
      '[文件]在哪',
      '[语音](听)完',
      '[GIF]',
      '[转账 10 元]',
      '[]',
      '[图片] 好看',
    ];
    expect(await rendered(...typed)).toEqual(typed.map(() => 'text text'));
  });

  test('types written as numbers', async () => {
    expect(await rendered('Type: 48 Content: <msg/>', 'Type: 66 Content: <m>')).toEqual(['location', 'card']);
    expect(await rendered('Type: 12345 Content: x')).toEqual(['unknown']);
    expect(await rendered('"$'.concat('{wxid_a}" 拍了拍 "$', '{wxid_b}"'))).toEqual(['poke']);
  });

  test('somebody written as 昵称(wxid)', async () => {
    const rows = [
      ['', '乐乐妈(wxid_lele)', '一'],
      ['乐乐妈(wxid_lele)', 'wxid_lele', '二'],
      ['小陈(请假)', 'wxid_chen', '三'],
      ['', '"9001@chatroom"', '"小陈(请假)" 撤回了一条消息'],
      ['', '', '"小美(wxid_mei)"邀请"阿强(wxid_qiang)、老马(laoma_88)"加入了群聊'],
    ];
    await chatlogCsv(
      rows.map(([name = '', id = '', text = '']) => [name, id.replaceAll('"', ''), text]),
      async (reader) => {
        expect(await problemsOf(reader)).toEqual([
          'wxid_lele(乐乐妈) message text text',
          'wxid_lele(乐乐妈) message text text',
          'wxid_chen(小陈(请假)) message text text',
          'wxid_chen(小陈(请假)) recall',
          'wxid_qiang(阿强) join',
          'laoma_88(老马) join',
        ]);
      },
    );
  });
});

describe('notices', () => {
  const LELE = 'wxid_lele(乐乐妈)';
  test.each([
    // Simplified Chinese
    ['"小美"邀请"乐乐妈"加入了群聊', [`${LELE} join`]],
    ['“小美”邀请“乐乐妈、阿强”加入了群聊', [`${LELE} join`, '阿强(阿强) join']],
    ['你邀请"乐乐妈"加入了群聊  ', [`${LELE} join`]],
    ['"小美"邀请你和"乐乐妈"加入了群聊', ['- join', `${LELE} join`]],
    ['"小美"邀请你加入了群聊，群聊参与人还有：阿强、老马', ['- join']],
    ['"乐乐妈"通过扫描"小美"分享的二维码加入群聊', [`${LELE} join`]],
    ['你通过扫描"小美"分享的二维码加入群聊，群聊参与人还有：阿强', ['- join']],
    ['"乐乐妈"通过"小美"的邀请链接加入群聊', [`${LELE} join`]],
    ['"乐乐妈"加入了群聊', [`${LELE} join`]],
    ['你将"乐乐妈"移出了群聊', [`${LELE} leave`]],
    ['"小美"将"乐乐妈"移出了群聊', [`${LELE} leave`]],
    ['你被"小美"移出群聊', ['- leave']],
    ['"乐乐妈"已退出群聊', [`${LELE} leave`]],
    ['"乐乐妈" 撤回了一条消息', [`${LELE} recall`]],
    ['"小美"撤回了成员"乐乐妈"的一条消息', ['wxid_mei(小美) recall']],
    ['你撤回了一条消息 重新编辑', ['- recall']],
    ['"乐乐妈" 拍了拍 "小美" 的肩膀', [`${LELE} message poke`]],
    ['我拍了拍"小美"', ['- message poke']],
    // Traditional Chinese
    ['"小美"邀請"乐乐妈"加入了群組', [`${LELE} join`]],
    ['"乐乐妈"透過掃描"小美"分享的 QR Code 加入群組聊天', [`${LELE} join`]],
    ['"小美"已將"乐乐妈"從群組移除', [`${LELE} leave`]],
    ['"乐乐妈"收回了一則訊息', [`${LELE} recall`]],
    ['"乐乐妈"已撤回一條訊息', [`${LELE} recall`]],
    ['「小美」邀請「乐乐妈」加入了群組', [`${LELE} join`]],
    ['"乐乐妈"已退出群組', [`${LELE} leave`]],
    // English
    ['"小美" invited "乐乐妈" to the group chat', [`${LELE} join`]],
    ['You invited 乐乐妈, 阿强 to the group chat.', [`${LELE} join`, '阿强(阿强) join']],
    ['"小美" invited you to a group chat with 阿强', ['- join']],
    ['"乐乐妈" joined the group chat via the QR Code shared by "小美".', [`${LELE} join`]],
    ['You removed "乐乐妈" from the group chat', [`${LELE} leave`]],
    ['You were removed from the group chat by "小美"', ['- leave']],
    ['"乐乐妈" left the group chat', [`${LELE} leave`]],
    ['乐乐妈 recalled a message', [`${LELE} recall`]],
    ['"乐乐妈" tickled "小美"', [`${LELE} message poke`]],
    // XML, as newer clients store it
    [
      '<sysmsg type="revokemsg"><revokemsg><replacemsg><![CDATA["乐乐妈" 撤回了一条消息]]></replacemsg></revokemsg></sysmsg>',
      [`${LELE} recall`],
    ],
    // The founder is the first member.
    ['"乐乐妈"创建了群聊', [`${LELE} join`]],
    ['乐乐妈 created the group chat', [`${LELE} join`]],
    ['乐乐妈 created group “妈妈群”', [`${LELE} join`]],
    ['你創建了群組「妈妈群」', ['- join']],
  ])('%s', async (text, events) => {
    expect(await eventsOfNotice(text)).toEqual(events);
  });

  test('unrelated to joining and leaving: counted, and nothing is in doubt', async () => {
    const texts = [
      '"小美"修改群名为“"乐乐妈"加入了群聊”',
      '"小美" changed the group name to "x joined the group chat"',
      '"小美"想邀请"老马"加入群聊',
      '"小美"將群組名稱改為「"乐乐妈"加入了群聊」',
      '"乐乐妈"领取了你的红包',
      '你領取了"小美"的紅包',
      '收到红包，请在手机上查看',
      '"小美"与群里其他人都不是微信朋友关系，请注意隐私安全',
      '你已成为新群主',
      '语音通话已经结束',
      '群主已启用“群聊邀请确认”，群成员需群主确认才能邀请朋友进群',
    ];
    await notices(texts, async (reader) => {
      expect(await problemsOf(reader)).toHaveLength(2);
      expect(reader.skipped.map(({ reason, count }) => [reason, count])).toEqual([['systemNotice', texts.length]]);
      expect([reader.doubts, reader.info.shows]).toEqual([[], ['message', 'recall', 'join']]);
    });
  });

  test('not understood: counted with an example, and joins and recalls no longer count as complete', async () => {
    const texts = ['"小美"が"乐乐妈"を招待しました', '"$username$"邀请"$names$"加入了群聊', '"红包群主" hopped in'];
    await notices(texts, async (reader) => {
      expect(await problemsOf(reader)).toHaveLength(2);
      const [doubt] = reader.doubts;
      expect(doubt).toMatchObject({ reason: 'unknownNotice', count: 3 });
      expect(doubt?.example).toMatchObject({ line: 4, found: JSON.stringify(texts[0]) });
      expect(reader.info.shows).toEqual(['message']);
    });
    await withReader(
      { paths: [join(FIXTURES, '../../src/formats/chatlog/sample.json')], shows: ['message', 'join'] },
      async (reader) => {
        expect(reader.info.shows).toEqual(['message', 'join']);
      },
    );
  });

  test('a name shared by two people resolves to nobody, and nobody is invented; one called 甲、乙 is one person', async () => {
    const rows = [
      ['安安', 'wxid_1', '在'],
      ['安安', 'wxid_2', '在'],
      ['甲、乙', 'wxid_3', '在'],
      ['', '', '"安安" 撤回了一条消息'],
      ['', '', '"小美"邀请"甲、乙"加入了群聊'],
    ];
    await chatlogCsv(rows, async (reader) => {
      expect((await problemsOf(reader)).slice(3)).toEqual(['- recall', 'wxid_3(甲、乙) join']);
    });
  });
});

test('a founding notice at the beginning says when the group was founded', async () => {
  const founding = ['', '', '"小美"创建了群聊'];
  const said = ['小美', 'wxid_mei', '在'];
  const at = Date.parse('2025-09-01T12:00:00+08:00') * 1000;
  const foundedOf = async (reader: LogReader): Promise<(number | null)[]> =>
    (await groupsOf(reader)).map(({ founded }) => founded);
  expect(await chatlogCsv([founding, said], foundedOf)).toEqual([at]);
  expect(await chatlogCsv([said, founding], foundedOf)).toEqual([null]);
  expect(await chatlogCsv([said], foundedOf)).toEqual([null]);
});

test('a founding in a sidecar overrides a notice; it is ignored after the first event', async () => {
  const files = (founded: string): Record<string, string> => ({
    'log.csv': 'ts,member,text\n2025-09-01T12:00:00+08:00,a,x\n',
    'log.csv.meta.json': JSON.stringify({ timezone: 'Asia/Shanghai', founded }),
  });
  const at = Date.parse('2025-08-01T00:00:00+08:00') * 1000;
  await withLog(files('2025-08-01'), {}, async (reader) => {
    expect((await groupsOf(reader)).map(({ founded }) => founded)).toEqual([at]);
  });
  const late = await problemsOfFile(files('2025-09-02'), 'log.csv');
  expect(late.map(({ code, message }) => [code, message.en])).toEqual([
    ['badSidecar', 'The group was founded after its first event'],
  ]);
  const wrong = await problemsOfFile(files('last year'), 'log.csv');
  expect(wrong.map(({ code, line }) => [code, line])).toEqual([['badSidecar', 1]]);
});

test('a quote in chatlog’s JSON names the person quoted', async () => {
  await fixture('chatlog-quote.json', async (reader) => {
    expect((await problemsOf(reader))[1]).toBe('wxid_b(wxid_b) message quote target=wxid_a text');
  });
});
