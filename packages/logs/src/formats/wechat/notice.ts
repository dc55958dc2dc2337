/** A system text as events: one for each person it is about. */
import { NO_MEDIA } from '@steward/events';
import { type EventRow, kind, media, messageAt } from '../../schema/fields.ts';
import type { ReadItem } from '../format.ts';
import type { People, Person } from './people.ts';
import { parseSystemText, peopleIn, type SystemEvent } from './system-text.ts';

/** What a WeChat export shows: nobody's reading or clicking, and no voluntary leaving, but removals. */
export const WECHAT_SHOWS = ['message', 'recall', 'join'] as const;

/** @param notice the record's place, time, group and id, with no member @param file for whose export it is */
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
    // Somebody did it, whoever that is: the group has the event, and nobody is made up.
    event.member = person?.id ?? null;
    event.memberName = person?.name ?? null;
    event.kind = KINDS[parsed.kind];
    event.media = parsed.kind === 'poke' ? media('poke') : NO_MEDIA;
    // Several people of one notice are several events, each with an id of its own.
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
  // Whoever founds a group is its first member.
  founded: kind('join'),
};

function personsOf({ self, names }: SystemEvent, group: string, people: People, file: string): (Person | null)[] {
  const named = names.flatMap((name) => peopleIn(name, (text) => people.knows(group, text)));
  const persons = named.map((name) => people.named(group, name));
  return self ? [people.selfOf(file), ...persons] : persons;
}
