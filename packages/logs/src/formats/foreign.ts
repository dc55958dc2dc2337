/**
 * Recognises exports that Steward cannot read by their content, so that they are rejected by name instead of as broken files of ours.
 * Signatures are strict: nothing that people may write in a log of our own schema matches.
 */
import type { Bilingual } from '@steward/text';

export interface ForeignFormat {
  /** What the file is, as it follows “This is”. */
  what: Bilingual;
  /** How to get a file that we can read. */
  advice: Bilingual;
}

interface Signature extends ForeignFormat {
  /** @param head beginning of the file as text, without a byte order mark @param first its first line that is not blank */
  matches: (head: string, first: string) => boolean;
}

const COLUMNS: Bilingual = {
  en: 'Turn it into CSV or JSONL with the columns `ts`, `group`, `member`, `member_name`, `kind`, `media`, `text` and `id`.',
  zh: '请转换成 CSV 或 JSONL，列名为 `ts`、`group`、`member`、`member_name`、`kind`、`media`、`text`、`id`。',
};
const WECHAT: Bilingual = {
  en: 'Export the chat as JSON with chatlog (`format=json`) or WeFlow instead; both are read as they are.',
  zh: '请改用 chatlog（`format=json`）或 WeFlow 导出为 JSON，这两种可以直接读取。',
};

function exportOf(name: string, chinese: string = name): Bilingual {
  return { en: `an export of ${name}`, zh: `${chinese} 的导出文件` };
}

/** `"key":` in JSON. */
function hasKeys(head: string, ...keys: readonly string[]): boolean {
  return keys.every((key) => new RegExp(`"${key}"\\s*:`).test(head));
}

const isObject = (head: string): boolean => /^\s*\{/.test(head);
const isArray = (head: string): boolean => /^\s*\[\s*\{/.test(head);

/** Columns of a CSV header, without quotes. */
function columnsOf(first: string): string[] {
  return first.split(/[,;\t]/).map((column) => column.trim().replace(/^"(.*)"$/, '$1'));
}

function hasColumns(first: string, ...columns: readonly string[]): boolean {
  const found = columnsOf(first);
  return columns.every((column) => found.includes(column));
}

/** `[2025/9/1 12:00:00] 甲: 你好` and `01/09/2025, 21:05 - Ann: hi`, in the many variants that phones write. */
const WHATSAPP_DATE = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? +(?:上午|下午)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u202f]?[AaPp]\.?\s?[Mm]\.?)?`;
const WHATSAPP = new RegExp(`^\\u200e?(?:\\[${WHATSAPP_DATE}\\] .|${WHATSAPP_DATE} [-–] .)`);
/** `甲(wxid_a) 09-01 12:00:00`, with the room in between if there are several. */
const CHATLOG_TEXT = /^.+?(?: \[[^\]\n]*\])? (?:\d{4}-)?\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
/** `2025-09-01 12:00:00 甲`, `2025-09-01 12:00:00 【管理员】甲(10001)`. */
const TIME_AND_NAME = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}:\d{2} \S[^,;\t"{}]*$/;

/** `2025/09/01（一）` above `09:05⇥甲⇥你好`. */
const LINE_DAY = /^\d{4}[/.]\d{1,2}[/.]\d{1,2} ?(?:[（(].{1,3}[）)]|[A-Z][a-z]{2})?$/;
/** `[12:00:00] <alice> hi`, `2025-09-01 12:00:05 --> bob joined`. */
const IRC_LINE = /^\[?(?:\d{4}-\d{2}-\d{2}[T ])?\d{2}:\d{2}(?::\d{2})?\]?\s+(?:<[^<>\s]+> |\* |-->|<--|-!- |\*\*\* )/;
const IRC_START = /^\*{4} BEGIN LOGGING AT |^--- Log opened |^Session Start: /;

const SIGNATURES: readonly Signature[] = [
  {
    what: exportOf('Telegram (result.json)', 'Telegram（result.json）'),
    advice: COLUMNS,
    matches: (head) =>
      isObject(head) &&
      (hasKeys(head, 'messages', 'date_unixtime') ||
        /"type"\s*:\s*"(?:private|public)_(?:super)?group"/.test(head) ||
        (hasKeys(head, 'messages', 'type', 'id') && hasKeys(head, 'from_id')) ||
        (hasKeys(head, 'chats', 'list') && hasKeys(head, 'about'))),
  },
  {
    what: exportOf('DiscordChatExporter (JSON)', 'DiscordChatExporter（JSON）'),
    advice: COLUMNS,
    matches: (head) => isObject(head) && hasKeys(head, 'guild', 'channel') && hasKeys(head, 'messages'),
  },
  {
    what: exportOf('DiscordChatExporter (CSV)', 'DiscordChatExporter（CSV）'),
    advice: COLUMNS,
    matches: (_head, first) => hasColumns(first, 'AuthorID', 'Author', 'Date', 'Content'),
  },
  {
    what: exportOf('DiscordChatExporter (text)', 'DiscordChatExporter（文本）'),
    advice: COLUMNS,
    matches: (head) => /^\s*={10,}\s*\nGuild: /.test(head),
  },
  {
    what: exportOf('ChatLab'),
    advice: WECHAT,
    matches: (head) =>
      isObject(head) &&
      (/"chatlab"\s*:\s*\{/.test(head) || /^\s*\{\s*"_type"\s*:\s*"(?:header|member|message)"/.test(head)),
  },
  {
    what: exportOf('qq-chat-exporter'),
    advice: COLUMNS,
    matches: (head) =>
      isObject(head) && (hasKeys(head, 'chatInfo', 'metadata') || /"format"\s*:\s*"chunked-jsonl"/.test(head)),
  },
  {
    what: exportOf('QQ (message records as text)', 'QQ（文本格式的消息记录）'),
    advice: COLUMNS,
    matches: (head) => /^\s*消息记录[（(]此消息记录为文本格式/.test(head) || /^\s*={10,}\s*\n消息分组[:：]/.test(head),
  },
  {
    what: exportOf('MemoTrace / WeChatMsg (CSV)', '留痕 MemoTrace / WeChatMsg（CSV）'),
    advice: WECHAT,
    matches: (_head, first) =>
      hasColumns(first, 'localId', 'TalkerId', 'Type', 'SubType', 'IsSender', 'CreateTime') ||
      hasColumns(first, '消息ID', '类型', '发送人', '时间', '内容'),
  },
  {
    what: exportOf('MemoTrace / WeChatMsg (JSON)', '留痕 MemoTrace / WeChatMsg（JSON）'),
    advice: WECHAT,
    matches: (head) => /^\s*[[{]/.test(head) && hasKeys(head, 'StrContent', 'CreateTime', 'Type'),
  },
  {
    what: exportOf('PyWxDump (JSON)'),
    advice: WECHAT,
    matches: (head) => /^\s*[[{]/.test(head) && hasKeys(head, 'type_name', 'is_sender', 'talker'),
  },
  {
    what: exportOf('PyWxDump (CSV)'),
    advice: WECHAT,
    matches: (_head, first) => hasColumns(first, 'MsgSvrID', 'type_name', 'is_sender', 'talker'),
  },
  {
    what: { en: 'chatlog’s list of contacts, rooms or chats', zh: 'chatlog 的联系人、群聊或会话列表' },
    advice: {
      en: 'It holds no messages: export those of the room (`/api/v1/chatlog?…&format=json`).',
      zh: '它不含消息：请导出群聊的消息（`/api/v1/chatlog?…&format=json`）。',
    },
    matches: (_head, first) =>
      hasColumns(first, 'UserName', 'Alias', 'Remark', 'NickName') ||
      hasColumns(first, 'Name', 'Remark', 'NickName', 'Owner', 'UserCount') ||
      hasColumns(first, 'UserName', 'NOrder', 'NickName', 'Content', 'NTime'),
  },
  {
    what: { en: 'chatlog’s plain text', zh: 'chatlog 的纯文本' },
    advice: {
      en: 'Export the same as JSON: add `format=json` to the address. The text has no years and does not say what kind each message is.',
      zh: '请导出为 JSON：在地址里加上 `format=json`。纯文本没有年份，也看不出消息的类型。',
    },
    matches: (head, first) =>
      /^.*\S\([^()\s]+\)(?: \[[^\]\n]*\])? (?:\d{4}-)?\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(first) ||
      (CHATLOG_TEXT.test(first) && /\((?:wxid_|gh_)[^()\s]*\)/.test(head)),
  },
  { what: exportOf('WhatsApp'), advice: COLUMNS, matches: (_head, first) => WHATSAPP.test(first) },
  {
    what: exportOf('LINE'),
    advice: COLUMNS,
    matches: (head, first) =>
      /^\[LINE\] ?|^Chat history (?:in|with) /.test(first) ||
      (LINE_DAY.test(first) && /^(?:上午|下午)?\d{1,2}:\d{2}(?: ?[AP]M)?\t/m.test(head)),
  },
  {
    what: exportOf('Slack'),
    advice: COLUMNS,
    matches: (head) =>
      isArray(head) &&
      (hasKeys(head, 'client_msg_id') ||
        (/"type"\s*:\s*"message"/.test(head) && /"ts"\s*:\s*"\d{10}\.\d{6}"/.test(head) && hasKeys(head, 'user'))),
  },
  {
    what: exportOf('Messenger or Instagram', 'Messenger 或 Instagram'),
    advice: COLUMNS,
    matches: (head) => isObject(head) && hasKeys(head, 'participants', 'messages', 'sender_name', 'timestamp_ms'),
  },
  {
    what: exportOf('Matrix / Element'),
    advice: COLUMNS,
    matches: (head) => isObject(head) && /"m\.room\.(?:message|member|create)"/.test(head) && hasKeys(head, 'event_id'),
  },
  {
    what: exportOf('Signal'),
    advice: COLUMNS,
    matches: (head) => isObject(head) && hasKeys(head, 'conversationId') && hasKeys(head, 'sent_at'),
  },
  {
    what: { en: 'a log of an IRC client', zh: 'IRC 客户端的日志' },
    advice: COLUMNS,
    matches: (_head, first) => IRC_START.test(first) || IRC_LINE.test(first),
  },
  {
    what: { en: 'e-mail (mbox, eml)', zh: '电子邮件（mbox、eml）' },
    advice: COLUMNS,
    matches: (head, first) =>
      /^From \S+@?\S* +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /.test(first) && /^(?:Subject|To|Date): /m.test(head),
  },
  {
    what: {
      en: 'a text chat with a line of time and name before each message',
      zh: '文本聊天记录（每条消息前一行是时间和姓名）',
    },
    advice: COLUMNS,
    matches: (_head, first) => TIME_AND_NAME.test(first),
  },
  {
    what: { en: 'a database (SQLite)', zh: '数据库（SQLite）' },
    advice: WECHAT,
    matches: (head) => head.startsWith('SQLite format 3\0'),
  },
  {
    what: { en: 'a workbook or an archive (.xlsx, .zip)', zh: '工作簿或压缩包（.xlsx、.zip）' },
    advice: {
      en: 'Save the sheet as “CSV UTF-8”, or unpack the archive.',
      zh: '请把表格另存为“CSV UTF-8”，或先解压。',
    },
    matches: (head) => head.startsWith('PK\u0003\u0004'),
  },
  {
    what: { en: 'a web page (HTML)', zh: '网页（HTML）' },
    advice: {
      en: 'Export the chat as JSON or CSV instead.',
      zh: '请改为导出 JSON 或 CSV。',
    },
    matches: (head) => /^\s*(?:<!doctype html|<html)/i.test(head),
  },
  {
    what: { en: 'a web archive (MHT)', zh: '网页存档（MHT）' },
    advice: COLUMNS,
    matches: (head) =>
      /^\s*(?:From|Subject|Date|MIME-Version): /i.test(head) && /^Content-Type:\s*multipart\/related/im.test(head),
  },
];

/** @param head beginning of a file; @returns null if none of these formats matches */
export function foreignFormat(head: string): ForeignFormat | null {
  const text = head.replace(/^\uFEFF/, '');
  const first =
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trimEnd() ?? '';
  return SIGNATURES.find(({ matches }) => matches(text, first)) ?? null;
}
