/** Exports of other tools that Steward does not read are rejected by name. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemsAt, problemsOfFile } from './support.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

describe('unsupported exports', () => {
  const NAMES: Readonly<Record<string, string>> = {
    'chatlab.json': 'ChatLab',
    'chatlab.jsonl': 'ChatLab',
    'chatlog.txt': 'chatlog’s plain text',
    'discord.csv': 'DiscordChatExporter (CSV)',
    'discord.json': 'DiscordChatExporter (JSON)',
    'memotrace.csv': 'MemoTrace',
    'memotrace2.csv': 'MemoTrace',
    'qce.json': 'qq-chat-exporter',
    'qq.txt': 'QQ',
    'telegram.json': 'Telegram',
    'whatsapp.txt': 'WhatsApp',
  };

  test('each is rejected by name, with the supported formats, whatever --from says', async () => {
    const files = readdirSync(join(FIXTURES, 'foreign-exports')).sort();
    expect(files).toEqual(Object.keys(NAMES).sort());
    for (const file of files) {
      const path = join(FIXTURES, 'foreign-exports', file);
      for (const format of ['auto', 'events', 'jsonl', 'json', 'csv', 'chatlog', 'weflow']) {
        const [problem] = await problemsAt([path], { format, engine: 'javascript' });
        expect([file, problem?.code]).toEqual([file, 'foreignFormat']);
        expect(problem?.message.en).toContain(NAMES[file]);
        expect(problem?.message.en).toContain('a format that Steward does not read');
        expect(problem?.expected?.en).toMatch(/JSONL.*Parquet.*chatlog.*Gitter.*WeCom.*WeFlow/);
      }
    }
  });

  test.each([
    [
      'slack.json',
      '[{"client_msg_id":"1","type":"message","text":"hi","user":"U1","ts":"1355517523.000005"}]',
      'Slack',
    ],
    ['wa.txt', '‎[01.09.25, 12:00:00] Ann: hi\n', 'WhatsApp'],
    ['wa2.txt', '9/1/25, 9:05\u202fPM - Ann: hi\n', 'WhatsApp'],
    [
      'weixin.json',
      '[{"localId":1,"TalkerId":1,"Type":1,"CreateTime":1756699200,"StrContent":"hi","StrTime":"2025-09-01 12:00:00"}]',
      'MemoTrace',
    ],
    [
      'dump.json',
      '[{"id":1,"type_name":"文本","is_sender":0,"talker":"wxid_a","room_name":"1@chatroom","CreateTime":"2025-09-01 12:00:00"}]',
      'PyWxDump',
    ],
    ['line-cut.txt', '2025/09/01（一）\n上午09:05\t甲\t你好\n', 'LINE'],
    ['irc.log', '[12:00:00] <alice> hi\n', 'IRC'],
    ['irssi.log', '--- Log opened Mon Sep 01 12:00:00 2025\n12:00 <alice> hi\n', 'IRC'],
    ['irc-dates.log', '2025-09-01 12:00:05 --> bob joined #x\n', 'IRC'],
    ['mail.mbox', 'From a@b.example Mon Sep  1 12:00:00 2025\nFrom: a@b.example\nSubject: x\n\nhi\n', 'e-mail'],
    ['room.mht', 'Subject: x\nMIME-Version: 1.0\nContent-Type:multipart/related;\n', 'a web archive'],
    ['line.txt', '[LINE] Chat history with Ann\n', 'LINE'],
    [
      'ig.json',
      '{"participants":[{"name":"a"}],"messages":[{"sender_name":"a","timestamp_ms":1,"content":"x"}]}',
      'Messenger',
    ],
    [
      'discord.txt',
      '==============================================================\nGuild: G\nChannel: general\n',
      'Discord',
    ],
    ['all.json', '{"about":"Here is the data","chats":{"about":"x","list":[]}}', 'Telegram'],
    ['wx.csv', 'id,MsgSvrID,type_name,is_sender,talker,room_name,msg,src,CreateTime\n', 'PyWxDump'],
    ['contacts.csv', 'UserName,Alias,Remark,NickName\n', 'list of contacts'],
    ['chat.txt', '2025-09-01 12:00:00 甲\n你好\n', 'a text chat with a line'],
    ['room.html', '<!DOCTYPE html>\n<html></html>', 'a web page'],
    ['EnMicroMsg.db', 'SQLite format 3\0', 'a database'],
    ['book.xlsx', 'PK\u0003\u0004', 'a workbook'],
  ])('%s', async (name, content, expected) => {
    const problems = await problemsOfFile({ [name]: content }, name);
    expect(problems.map(({ code }) => code)).toEqual(['foreignFormat']);
    expect(problems[0]?.message.en).toContain(expected);
  });

  test('valid JSON of an unknown shape is not called invalid', async () => {
    for (const content of [
      '{"export":{"v":1},"items":[{"a":1}]}',
      '{\n "export": {"v": 1},\n "items": [\n  {"a": 1}\n ]\n}\n',
      'null',
      '"text"',
    ]) {
      for (const format of ['auto', 'json', 'jsonl']) {
        const [problem] = await problemsOfFile({ 'x.json': content }, 'x.json', format);
        expect([content, problem?.code]).toEqual([content, 'unknownJson']);
      }
    }
  });

  test('a broken first line in a log of events is still a broken line', async () => {
    const lines = '{"ts":"2025-01-01T00:00:00Z",\n{"ts":"2025-01-01T00:00:00Z","member":"a"}\n';
    const [problem] = await problemsOfFile({ 'x.jsonl': lines }, 'x.jsonl');
    expect(problem?.code).toBe('badJson');
  });
});
