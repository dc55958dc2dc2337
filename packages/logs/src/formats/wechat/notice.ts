/** Turns a system notice into events: one for each person it is about. */
import { NO_MEDIA } from '@steward/events';
import { type EventRow, kind, media, messageAt } from '../../schema/fields.ts';
import type { ReadItem } from '../format.ts';
import type { People, Person } from './people.ts';
import { parseSystemText, peopleIn, type SystemEvent } from './system-text.ts';

/** What a WeChat export shows: no reads or clicks, and removals but no voluntary leaves. */
export const WECHAT_SHOWS = ['message', 'recall', 'join'] as const;

/** @param notice the record's place, time, group and id, with no member @param file identifies the account owner */
export function noticeEvents(notice: EventRow, text: string, people: People, file: string): ReadItem[] {
  const parsed = parseSystemText(text);
  if (parsed === 'aboutNobody') return [{ skipped: 'systemNotice' }];
  if (parsed === 'notUnderstood') {
    return [{ doubt: { reason: 'unknownNotice', line: notice.line, found: text } }];
  }
  const persons = personsOf(parsed, notice.group, people, file);
  const founding: ReadItem[] = parsed.kind === 'founded' ? [{ founded: { group: notice.group, at: notice.ts } }] : [];
  const events = persons.map((person, index): ReadItem => {
    const event = messageAt(notice.line, notice.ts, notice.group);
    event.groupName = notice.groupName;
    // Somebody unidentified did it: the event has no member rather than an invented one.
    event.member = person?.id ?? null;
    event.memberName = person?.name ?? null;
    event.kind = KINDS[parsed.kind];
    event.media = parsed.kind === 'poke' ? media('poke') : NO_MEDIA;
    // If a notice is about several people, each event gets an id of its own.
    event.id = notice.id === null || persons.length === 1 ? notice.id : `${notice.id}#${index + 1}`;
    return { event };
  });
  return [...founding, ...events];
}

const KINDS: Readonly<Record<SystemEvent['kind'], number>> = {
  join: kind('join'),
  leave: kind('leave'),
  recall: kind('recall'),
  poke: kind('message'),
  // The founder of a group is its first member.
  founded: kind('join'),
};

function personsOf({ self, names }: SystemEvent, group: string, people: People, file: string): (Person | null)[] {
  const named = names.flatMap((name) => peopleIn(name, (text) => people.knows(group, text)));
  const persons = named.map((name) => people.named(group, name));
  return self ? [people.selfOf(file), ...persons] : persons;
}
