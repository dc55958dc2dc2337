/**
 * WeCom (企业微信): the message archive as JSON lines or a JSON array, and the callbacks about customer groups as XML or JSON. One file
 * may hold both kinds of record.
 */
import type { Element } from '../../input/json-elements.ts';
import { jsonElements } from '../../input/json-elements.ts';
import { lineBlocks } from '../../input/lines.ts';
import { badRecord } from '../../problems/file-problems.ts';
import { lineElements, objectOf, placeIn } from '../events/json.ts';
import type { ExportFormat, ReadItem } from '../format.ts';
import { headOf } from '../head.ts';
import { ARCHIVE_SHOWS, isArchiveRecord, readArchiveRecord } from './archive.ts';
import { isCallback, readJsonCallback, xmlCallbacks } from './callbacks.ts';

export const format: ExportFormat = {
  name: 'wecom',
  about: { en: 'WeCom (archive, callbacks)', zh: '企业微信（会话存档、回调）' },
  matches: looksLikeWecom,
  anyJson: true,
  async *read(file) {
    const start = (await headOf(file)).trimStart();
    if (start.startsWith('<')) {
      yield* xmlCallbacks(file, lineBlocks(file));
      return;
    }
    const shown = new ArchiveState();
    if (start.startsWith('[')) {
      for await (const items of jsonElements(file, null)) {
        yield items.flatMap((item) => ('member' in item ? [] : readItem(file, item, shown)));
      }
      return;
    }
    for await (const items of lineElements(file)) yield items.flatMap((item) => readItem(file, item, shown));
  },
};

/** Reports the archive's signals once instead of with every message. */
class ArchiveState {
  archive = false;
}

function readItem(file: string, item: { element: Element } | ReadItem, shown: ArchiveState): ReadItem[] {
  if (!('element' in item)) return [item];
  const { element } = item;
  const parsed = objectOf(file, element);
  if ('problem' in parsed) return [parsed];
  if (isCallback(parsed.value)) return readJsonCallback(file, element, parsed.value);
  if (!isArchiveRecord(parsed.value)) {
    const expected = {
      en: 'a message (msgid, action, …) or a callback (ChatId, ChangeType, …)',
      zh: '消息（msgid、action 等）或回调（ChatId、ChangeType 等）',
    };
    const message = { en: 'This is not a WeCom record', zh: '这不是企业微信的记录' };
    return [{ problem: badRecord(placeIn(file, element, 0), null, expected, message) }];
  }
  const read = readArchiveRecord(file, element, parsed.value);
  if (shown.archive) return read;
  shown.archive = true;
  return [{ shows: ARCHIVE_SHOWS }, ...read];
}

/** Whether the beginning of a file looks like this format. */
function looksLikeWecom(head: string): boolean {
  if (/^\s*<xml>/.test(head)) return head.includes('change_external_chat');
  const record = head.slice(0, 20_000);
  if (!/^\s*[[{]/.test(record)) return false;
  return /"msgid"\s*:/.test(record)
    ? /"action"\s*:/.test(record)
    : /"ChatId"\s*:/.test(record) && /"ChangeType"\s*:/.test(record);
}
