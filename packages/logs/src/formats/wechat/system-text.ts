/**
 * Parses WeChat's notices, in simplified and traditional Chinese and English: who was invited or removed, who recalled a message, and so on.
 * They name people by display name only. WeChat normally does not show members who left on their own, so no export does.
 *
 * - A text is understood as a whole or not at all: a group that is renamed to `"B"加入了群聊` has no new member.
 * - Texts that are not understood are reported, because they may have been about a join, a leave or a recall.
 */
export interface SystemEvent {
  kind: 'join' | 'leave' | 'recall' | 'poke' | 'founded';
  /** It is also about the account owner. */
  self: boolean;
  /** Display names as written: one may hold several people, separated by `、` or `, `. */
  names: string[];
}

export type SystemText = SystemEvent | 'aboutNobody' | 'notUnderstood';

/** Traditional characters of the notices, each with exactly one simplified counterpart, so that offsets stay the same. */
const TRADITIONAL =
  '請進組掃碼條則訊將過開離創發紅領經該羣為員變稱從與實啟啓結認證這說話語視頻連隱轉賬帳聯記設號廣確對驗關係頭編輯還參個網業戶體單點屬寫團會議掛斷';
const SIMPLIFIED =
  '请进组扫码条则讯将过开离创发红领经该群为员变称从与实启启结认证这说话语视频连隐转账账联记设号广确对验关系头编辑还参个网业户体单点属写团会议挂断';
const SIMPLE = new Map([...TRADITIONAL].map((character, index) => [character, [...SIMPLIFIED][index] ?? character]));

function simplified(text: string): string {
  return text.replace(/[\u4e00-\u9fff]/g, (character) => SIMPLE.get(character) ?? character);
}

/** A person, in quotes of some kind or none. */
const WHO = '(["“「『].+["”」』]|.+?)';
const GROUP = '(?:该|本|此)?(?:外部)?群(?:聊天|组聊天|聊|组)?';
/** The title of a new group. */
const TITLE = '(?: ?[:：]? ?["“「『«].+)?';
const REST = '(?:[，,。.!！].*)?';
const MESSAGE = '(?:一条|一则|1条|1则)?(?:成员)?(?:消息|讯息|信息)';
const ROOM = '(?:(?:the|this|a) )?group(?: chat)?';

interface Pattern {
  pattern: RegExp;
  kind: SystemEvent['kind'];
  /** Which of the people in the text it is about. */
  about: number;
}

function whole(source: string): RegExp {
  return new RegExp(`^${source}$`, 'dis');
}

/** Tried first: they quote a message, or ask for something that has not happened. */
const NO_EVENTS: readonly RegExp[] = [
  /^.+?(?:修改|更改|变更|编辑|将|把)(?:了)?群(?:聊|组)?(?:名|公告|头像|昵称)/s,
  /^.+? changed (?:the|this) group(?: chat)?(?:['’]s)? (?:name|notice|photo)/is,
  /^.+?(?:想|申请|请求)(?:邀请.+)?(?:加入|进入)/s,
  /^.+? (?:wants|would like|requests|requested|asked) to (?:invite|join)/is,
];

const EVENTS: readonly Pattern[] = [
  {
    pattern: whole(`(?!.*邀请["“「『])${WHO} ?(?:通过|透过|经由?) ?.{1,80}?(?:加入|进入)了?${GROUP}${REST}`),
    kind: 'join',
    about: 1,
  },
  { pattern: whole(`${WHO} ?(?:已|已经)?邀请 ?${WHO} ?(?:加入|进入)了?${GROUP}${REST}`), kind: 'join', about: 2 },
  { pattern: whole(`${WHO} ?(?:已|已经)?(?:加入|进入)了?${GROUP}${REST}`), kind: 'join', about: 1 },
  {
    pattern: whole(`${WHO} ?(?:已|已经)?(?:将|把) ?${WHO} ?(?:移出|踢出|移除|请出)了?${GROUP}${REST}`),
    kind: 'leave',
    about: 2,
  },
  {
    pattern: whole(`${WHO} ?(?:已|已经)?(?:将|把) ?${WHO} ?(?:从|自)${GROUP}中?(?:移出|踢出|移除|请出)了?${REST}`),
    kind: 'leave',
    about: 2,
  },
  {
    pattern: whole(`${WHO} ?(?:已|已经)?被(?:.+?)?(?:从${GROUP}中?)?(?:移出|踢出|移除|请出)了?(?:${GROUP})?${REST}`),
    kind: 'leave',
    about: 1,
  },
  { pattern: whole(`${WHO} ?(?:已|已经)?(?:退出|离开)了?${GROUP}${REST}`), kind: 'leave', about: 1 },
  { pattern: whole(`${WHO} ?(?:已|已经)?(?:撤回|收回)了? ?(?:.+?的)? ?${MESSAGE}.*`), kind: 'recall', about: 1 },
  { pattern: whole(`${WHO} ?拍了拍.*`), kind: 'poke', about: 1 },
  { pattern: whole(`${WHO} ?(?:创建|建立|发起|组建)了?${GROUP}${TITLE}${REST}`), kind: 'founded', about: 1 },
  { pattern: whole(`${WHO}(?: has)? invited ${WHO} to (?:join )?${ROOM}(?: with .*)?${REST}`), kind: 'join', about: 2 },
  {
    pattern: whole(`${WHO}(?: has)? joined ${ROOM}(?: (?:via|by|through|from|using|with) .*)?${REST}`),
    kind: 'join',
    about: 1,
  },
  { pattern: whole(`${WHO}(?: has| have)? added ${WHO} to ${ROOM}${REST}`), kind: 'join', about: 2 },
  { pattern: whole(`${WHO}(?: has| have)? removed ${WHO} from ${ROOM}${REST}`), kind: 'leave', about: 2 },
  {
    pattern: whole(`${WHO} ?(?:(?:were|was|have been|has been)|['’]ve been) removed from ${ROOM}(?: by .*)?${REST}`),
    kind: 'leave',
    about: 1,
  },
  { pattern: whole(`${WHO}(?: has| have)? left ${ROOM}${REST}`), kind: 'leave', about: 1 },
  {
    pattern: whole(
      `${WHO}(?: has| have)? (?:recalled|withdrew|withdrawn|unsent|retracted) (?:a|one)(?: group)? message.*`,
    ),
    kind: 'recall',
    about: 1,
  },
  { pattern: whole(`${WHO} (?:tickled|nudged|patted) .*`), kind: 'poke', about: 1 },
  { pattern: whole(`${WHO}(?: has| have)? (?:created|started) ${ROOM}${TITLE}${REST}`), kind: 'founded', about: 1 },
];

/** Known not to be about joins, leaves or recalls. */
const ABOUT_NOBODY: readonly RegExp[] = [
  /(?:领|打开|拆|收到|发|抢|给|退).*红包|红包.*(?:领|抢|过期|退|拆|查看)|(?:opened|received|sent|claimed|expired).*(?:red packet|red envelope)|(?:red packet|red envelope).*(?:opened|received|expired|returned|view)/is,
  /转账|收款|付款|transfer|payment/i,
  /群公告|群待办|群接龙|接龙|置顶|announcement|group notice|to-do|pinned/i,
  /成为(?:了)?新?(?:的)?群主|(?:添加|设置|设)为(?:群)?管理员|取消.*管理员|移除.*管理员|group owner|admin/i,
  /不是.*(?:朋友|好友|联系人)|隐私安全|朋友验证|朋友关系|not.*(?:contacts?|friends?)|privacy/i,
  /邀请确认|进群方式|进群确认|群主(?:或管理员)?确认|群主已?(?:启用|开启|关闭|恢复|取消)|invitation|approval/i,
  /(?:语音|视频|音视频)?(?:通话|聊天|会议).*(?:发起|结束|加入|已|中断|取消|邀请)|(?:发起|结束|加入|邀请).*(?:通话|会议)|(?:voice|video|group) call/i,
  /位置共享|共享实时位置|共享位置|real-time location|location sharing/i,
  /拍一拍|直播|投票|打卡|群相册|群文件|群收藏|小程序|视频号/,
  /以上是|以下(?:为|是)|打招呼|新消息|拒收|可以开始聊天|消息已发出|消息免打扰|撤销/,
  /解散|dismissed|disbanded/i,
  /人数较多|群成员昵称|版本|手机上查看|view (?:it )?on (?:your )?phone/i,
];

/** Names say nothing about what a notice means. */
const QUOTED_NAMES = /["“「『][^"“”「」『』]*["”」』]/g;

/** Some exporters leave the names out: `"$adder$"通过扫描…`. */
const UNFILLED = /^["“]?\$\w+\$["”]?$/;

/** Longer texts are not notices. */
const LONGEST = 4000;

/** What a text says about people, in any of the languages. */
export function parseSystemText(text: string): SystemText {
  const plain = plainText(text).trim();
  if (plain.length > LONGEST) return 'notUnderstood';
  const simple = simplified(plain);
  if (NO_EVENTS.some((pattern) => pattern.test(simple))) return 'aboutNobody';
  for (const { pattern, kind, about } of EVENTS) {
    const place = pattern.exec(simple)?.indices?.[about];
    if (place === undefined) continue;
    const who = plain.slice(...place);
    return UNFILLED.test(who) ? 'notUnderstood' : { kind, ...partiesIn(who) };
  }
  const unnamed = simple.replace(QUOTED_NAMES, '""');
  return ABOUT_NOBODY.some((pattern) => pattern.test(unnamed)) ? 'aboutNobody' : 'notUnderstood';
}

/** Newer clients store a notice as XML, with the text in one of these elements. */
const XML_TEXT = /<(replacemsg|plain|content|text)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/;

function plainText(text: string): string {
  if (!text.trimStart().startsWith('<')) return text;
  const match = XML_TEXT.exec(text);
  return match?.[2] ?? match?.[3] ?? text;
}

const SELF_AND_OTHERS = /^(?:你|您|我|you)(?: ?(?:和|与|與|及|跟|、) ?|,? and |, ?)(.+)$/is;
const SELF_ALONE = /^(?:你|您|我|you|me|i)$/i;
const QUOTED = /^["“「『](.+)["”」』]$/s;
/** Separates people who are quoted individually. */
const BETWEEN_QUOTES = /["”」』](?:、|,| and |和) ?["“「『]/i;

function partiesIn(text: string): { self: boolean; names: string[] } {
  const others = SELF_AND_OTHERS.exec(text)?.[1];
  if (others !== undefined) return { self: true, names: namesIn(others) };
  if (SELF_ALONE.test(text)) return { self: true, names: [] };
  return { self: false, names: namesIn(text) };
}

function namesIn(text: string): string[] {
  const inner = QUOTED.exec(text.trim())?.[1] ?? text.trim();
  return inner.split(BETWEEN_QUOTES).filter((name) => name !== '');
}

/**
 * Splits a name that may list several people: `甲、乙` may be two people, or one with that name.
 * @param isSomebody whether exactly one person is known by a name
 */
export function peopleIn(name: string, isSomebody: (name: string) => boolean): string[] {
  if (isSomebody(name)) return [name];
  const split = name.includes('、') ? name.split('、') : name.split(/, | and /);
  return split.map((part) => part.trim()).filter((part) => part !== '');
}
