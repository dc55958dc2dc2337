/** Other words that tables use for signals, media and roles: the language's Chinese words, and those of exports. */
import { MEDIA, type Media, ROLES, type Role, SIGNALS, type Signal } from '@steward/events';

type Words<Name extends string> = Readonly<Record<Name, readonly string[]>>;

const SIGNAL_WORDS: Words<Signal> = {
  message: ['发言', '消息', '聊天'],
  recall: ['撤回', '撤回消息'],
  join: ['入群', '进群', '加群', '加入'],
  leave: ['退群', '离群', '退出', '移出', '踢出'],
  read: ['阅读', '已读'],
  click: ['点击'],
  reaction: ['表态', '点赞'],
  share: ['转发', '分享'],
  complaint: ['投诉'],
  checkin: ['打卡', '签到'],
  participation: ['参与', '参加'],
  purchase: ['购买', '下单', '成交'],
  campaign: ['办活动', '活动'],
  resolve: ['处置', '处理', '解决'],
};

const MEDIA_WORDS: Words<Media> = {
  text: ['文字', '文本'],
  image: ['图片', '照片', '图'],
  voice: ['语音'],
  video: ['视频'],
  sticker: ['表情包', '表情', '动画表情'],
  link: ['链接'],
  file: ['文件'],
  miniapp: ['小程序'],
  redpacket: ['红包'],
  transfer: ['转账'],
  card: ['名片'],
  location: ['位置'],
  forward: ['合并转发', '聊天记录'],
  quote: ['引用'],
  poke: ['拍一拍'],
  announcement: ['群公告', '公告'],
  call: ['通话'],
  vote: ['投票'],
  note: ['笔记'],
  other: ['其他', '其它'],
};

const ROLE_WORDS: Words<Role> = {
  member: ['成员', '普通成员', '群成员', '群友'],
  staff: ['工作人员', '管理员', '群管理员', '员工', '客服', '版主', 'admin', 'administrator', 'moderator'],
  owner: ['群主'],
  bot: ['机器人'],
};

/** Positions in the vocabularies of `@steward/events`, by every word for them; words are in lower case, without blanks. */
export const KIND_INDEX = indexOf(SIGNALS, SIGNAL_WORDS);
export const MEDIA_INDEX = indexOf(MEDIA, MEDIA_WORDS);
export const ROLE_INDEX = indexOf(ROLES, ROLE_WORDS);

function indexOf<Name extends string>(names: readonly Name[], words: Words<Name>): ReadonlyMap<string, number> {
  return new Map(names.flatMap((name, index) => [name, ...words[name]].map((word) => [word, index] as const)));
}

/** @returns the position of what the value names, ignoring case (also `red_packet` and `图片消息`); null if it names nothing */
export function positionOf(index: ReadonlyMap<string, number>, value: string): number | null {
  const exact = index.get(value);
  if (exact !== undefined) return exact;
  const plain = value.toLowerCase().replace(/[\s_-]/g, '');
  return index.get(plain) ?? index.get(plain.replace(/(?<=.)消息$/, '')) ?? null;
}
