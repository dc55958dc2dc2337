/** A system text as events: one for each person it is about. */
import { NO_MEDIA } from '@steward/events';
import { type EventRow, kind, media, messageAt } from '../../schema/fields.ts';
import type { ReadItem } from '../format.ts';
import type { People } from './people.ts';
import { parseSystemText } from './system-text.ts';

/** What a WeChat export shows: nobody's reading or clicking, and no voluntary leaving, but removals. */
export const WECHAT_SHOWS = ['message', 'recall', 'join'] as const;

/** @param notice the record's place, time, group and id, with no member */
export function noticeEvents(notice: EventRow, text: string, people: People): ReadItem[] {
  const parsed = parseSystemText(text);
  if (parsed === null) return [{ skipped: 'systemNotice' }];
  const { group } = notice;
  return parsed.names.map((name, index): ReadItem => {
    const person = people.named(group, name);
    const event = messageAt(notice.line, notice.ts, group);
    event.groupName = notice.groupName;
    event.member = person.id;
    event.memberName = person.name;
    event.kind = parsed.kind === 'poke' ? kind('message') : kind(parsed.kind);
    event.media = parsed.kind === 'poke' ? media('poke') : NO_MEDIA;
    // Several people of one notice are several events, each with an id of its own.
    event.id = notice.id === null || parsed.names.length === 1 ? notice.id : `${notice.id}#${index + 1}`;
    return { event };
  });
}
