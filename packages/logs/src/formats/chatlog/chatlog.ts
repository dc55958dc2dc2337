/** chatlog (sjzar/chatlog), the most widely used exporter of WeChat chats: JSON or CSV. */
import type { ExportFormat } from '../format.ts';
import { headOf } from '../head.ts';
import { hasChatlogHeader, readChatlogCsv, surveyChatlogCsv } from './chatlog-csv.ts';
import { readChatlogJson, surveyChatlogJson } from './chatlog-json.ts';

export const format: ExportFormat = {
  name: 'chatlog',
  about: { en: 'JSON and CSV of chatlog', zh: 'chatlog 的 JSON 和 CSV' },
  matches: looksLikeChatlog,
  async survey(file, people) {
    if (await isCsv(file)) await surveyChatlogCsv(file, people);
    else await surveyChatlogJson(file, people);
  },
  async *read(file, context) {
    if (await isCsv(file)) yield* readChatlogCsv(file, context);
    else yield* readChatlogJson(file, context);
  },
};

async function isCsv(file: string): Promise<boolean> {
  return hasChatlogHeader(await headOf(file));
}

/** Whether the beginning of a file looks like this format. */
function looksLikeChatlog(head: string): boolean {
  if (hasChatlogHeader(head)) return true;
  return /^\s*\[\s*\{/.test(head) && /"talker"\s*:/.test(head) && /"isChatRoom"\s*:/.test(head);
}
