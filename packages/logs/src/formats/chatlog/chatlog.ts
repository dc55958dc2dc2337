/** chatlog (sjzar/chatlog), the most used exporter of WeChat chats: JSON or CSV. */
import type { Format } from '../format.ts';
import { headOf } from '../head.ts';
import { CHATLOG_HEADER, readChatlogCsv } from './chatlog-csv.ts';
import { readChatlogJson } from './chatlog-json.ts';

export const CHATLOG: Format = {
  name: 'chatlog',
  async *read(file, { zone }) {
    if ((await headOf(file)).startsWith(CHATLOG_HEADER)) yield* readChatlogCsv(file, zone);
    else yield* readChatlogJson(file, zone);
  },
};

/** Whether the beginning of a file looks like this format. */
export function looksLikeChatlog(head: string): boolean {
  if (head.startsWith(CHATLOG_HEADER)) return true;
  return /^\s*\[\s*\{/.test(head) && /"talker"\s*:/.test(head) && /"isChatRoom"\s*:/.test(head);
}
