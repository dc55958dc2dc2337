/** The events as read, by group, all in memory. */
import { SIGNALS } from '@steward/events';
import type { FileFacts } from '../log/decode.ts';
import type { EventSink } from '../log/ingest.ts';
import { type EventRow, showsStanding } from '../schema/fields.ts';

export interface PlacedEvent {
  file: number;
  event: EventRow;
}

export class LogRows implements EventSink {
  /** In order of arrival. */
  readonly byGroup = new Map<string, PlacedEvent[]>();
  readonly filesOfGroup = new Map<string, Set<number>>();
  /** By file; undefined for a file without events. */
  readonly files: (FileFacts | undefined)[] = [];

  append(file: number, event: EventRow): void {
    const rows = this.byGroup.get(event.group);
    if (rows === undefined) this.byGroup.set(event.group, [{ file, event }]);
    else rows.push({ file, event });
    const files = this.filesOfGroup.get(event.group);
    if (files === undefined) this.filesOfGroup.set(event.group, new Set([file]));
    else files.add(file);
    this.#note(file, event);
  }

  #note(file: number, { ts, kind, member, role }: EventRow): void {
    const facts = this.files[file];
    const signal = SIGNALS[kind] ?? 'message';
    if (facts === undefined) {
      const roles = showsStanding(role);
      this.files[file] = { events: 1, first: ts, last: ts, kinds: [signal], members: member !== null, roles };
      return;
    }
    facts.events += 1;
    facts.members ||= member !== null;
    facts.first = Math.min(facts.first, ts);
    facts.last = Math.max(facts.last, ts);
    if (!facts.kinds.includes(signal)) facts.kinds.push(signal);
    facts.roles ||= showsStanding(role);
  }
}

export interface OrderedEvents {
  /** By time, then file, then line, then order of arrival. */
  events: PlacedEvent[];
  duplicates: number;
  /** Duplicates that differ in time or kind from the one kept. */
  conflicting: number;
}

/** Of the events with the same id, keeps the first by file and line. */
export function inOrder(rows: readonly PlacedEvent[]): OrderedEvents {
  const kept = new Map<string, PlacedEvent>();
  const gone = new Set<PlacedEvent>();
  let conflicting = 0;
  for (const row of rows) {
    const { id } = row.event;
    if (id === null) continue;
    const holder = kept.get(id);
    if (holder === undefined) {
      kept.set(id, row);
      continue;
    }
    if (differ(row.event, holder.event)) conflicting += 1;
    const isEarlier = byPlace(row, holder) < 0;
    gone.add(isEarlier ? holder : row);
    if (isEarlier) kept.set(id, row);
  }
  const events = rows.filter((row) => !gone.has(row)).sort((a, b) => a.event.ts - b.event.ts || byPlace(a, b));
  return { events, duplicates: gone.size, conflicting };
}

function byPlace(a: PlacedEvent, b: PlacedEvent): number {
  return a.file - b.file || a.event.line - b.event.line;
}

function differ(a: EventRow, b: EventRow): boolean {
  if (a.ts !== b.ts || a.kind !== b.kind || a.role !== b.role || a.media !== b.media) return true;
  return (a.text === null) !== (b.text === null);
}
