/**
 * Columns and keys that the events schema lacks, and the field each probably means. Nothing is read under a guessed name: what a
 * column means is up to its owner.
 */
import { editDistance } from '@steward/text';
import { FIELDS, type Field, fieldNamed, LABEL_COLUMN } from './fields.ts';

/** An ignored column. */
export interface UnknownColumn {
  name: string;
  /** The field it probably means; null if unclear. */
  meant: Field | null;
}

const SYNONYMS: Readonly<Record<Field, readonly string[]>> = {
  ts: [
    ...['time', 'timestamp', 'date', 'datetime', 'created', 'createdat', 'createtime', 'sentat', 'sendtime', 'msgtime'],
    ...['strtime', '时间', '日期', '日期时间', '时间戳', '发送时间', '发言时间', '消息时间', '创建时间'],
  ],
  group: [
    ...[
      'grp',
      'room',
      'roomid',
      'chat',
      'chatid',
      'chatroom',
      'channel',
      'channelid',
      'conversation',
      'groupid',
      'talker',
    ],
    ...['群', '群id', '群号', '群组', '群聊', '会话'],
  ],
  group_name: ['roomname', 'chatname', 'channelname', 'talkername', '群名', '群名称', '群聊名称'],
  member: [
    ...[
      'user',
      'usr',
      'userid',
      'username',
      'uid',
      'uin',
      'sender',
      'senderid',
      'from',
      'fromid',
      'fromuser',
      'author',
    ],
    ...['authorid', 'who', 'person', 'account', 'wxid', 'memberid', 'speaker', '成员', '成员id', '用户', '用户id'],
    ...['用户名', '发送者', '发送人', '发言人', '发言者', '账号', '微信号', 'qq', 'qq号'],
  ],
  member_name: [
    ...['name', 'nick', 'nickname', 'displayname', 'sendername', 'authorname', 'fromname', 'remark'],
    ...['昵称', '姓名', '名字', '群昵称', '成员名', '成员昵称', '发送者昵称', '备注'],
  ],
  role: ['userrole', 'memberrole', '角色', '身份'],
  kind: ['type', 'event', 'eventtype', 'action', 'signal', '类型', '事件', '事件类型', '种类'],
  media: ['mediatype', 'msgtype', 'messagetype', 'contenttype', '媒介', '媒体', '媒体类型', '消息类型'],
  category: ['tag', 'topic', '分类', '类别'],
  text: [
    ...['content', 'txt', 'message', 'msg', 'body', 'strcontent', 'textcontent'],
    ...['内容', '消息', '消息内容', '文字', '文本', '文字内容', '正文', '发言内容'],
  ],
  target: ['replyto', 'to', 'targetid', 'reference', '回复', '指向', '对象', '目标'],
  about: ['subject', 'reason', '关于', '主题', '原因'],
  amount: ['amt', 'price', 'money', 'value', 'total', '金额', '价格', '数额'],
  id: ['messageid', 'msgid', 'eventid', 'localid', 'msgsvrid', 'seq', '消息id', '编号', '序号'],
};

const BY_SYNONYM: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => [plain(field), ...SYNONYMS[field]].map((word) => [word, field] as const)),
);

/** `Sender ID`, `sender_id` and `senderId` are the same. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:/()[\]]+/g, '');
}

/** @param names of all columns of a table, or all keys of its objects; those without a name are left out */
export function unknownColumns(names: readonly string[]): UnknownColumn[] {
  const present = new Set(names.map(fieldNamed));
  const unknown = names.filter((name) => name.trim() !== '' && fieldNamed(name) === null && !isLabel(name));
  const found = [...new Set(unknown)].map((name) => ({ name, meant: fieldMeant(name, present) }));
  if (present.has('member') || found.some(({ meant }) => meant === 'member')) return found;
  // Without any other column that identifies people, names must.
  return found.map((column) => (column.meant === 'member_name' ? { ...column, meant: 'member' } : column));
}

export function isLabel(name: string): boolean {
  return name.trim().toLowerCase() === LABEL_COLUMN;
}

const FARTHEST = 2;

function fieldMeant(name: string, present: ReadonlySet<Field | null>): Field | null {
  const word = plain(name);
  const meant = BY_SYNONYM.get(word) ?? nearestField(word);
  return meant === null || present.has(meant) ? null : meant;
}

/** The field with the fewest edits, if few for the word's length. */
function nearestField(word: string): Field | null {
  const most = Math.min(FARTHEST, Math.floor((word.length - 1) / 2));
  const ranked = FIELDS.map((field) => ({ field, edits: editDistance(word, plain(field), most) }));
  const best = ranked.reduce((least, one) => (one.edits < least.edits ? one : least));
  return best.edits <= most ? best.field : null;
}
