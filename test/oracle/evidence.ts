/** The events behind a number. */
import type { Evidence } from '@steward/simulator';
import { instantText } from './calendar.ts';
import type { Row } from './rows.ts';
import type { World } from './world.ts';

const LAST_SHOWN = 20;

/** @param rows any rows of the log, in any order, with duplicates */
export function evidenceOf(rows: Iterable<Row>, world: World): Evidence {
  const ordered = inLogOrder(rows, world);
  return {
    count: ordered.length,
    events: ordered.slice(-LAST_SHOWN).map((row) => ({
      file: row.file,
      line: row.line,
      at: instantText(row.ts),
      id: null,
    })),
  };
}

/** Without duplicates, in log order. */
export function inLogOrder(rows: Iterable<Row>, world: World): Row[] {
  const wanted = new Set(rows);
  return wanted.size === 0 ? [] : world.rows.filter((row) => wanted.has(row));
}

/** The message of this group with that id. */
function messageNamed(target: string | null, world: World): Row | null {
  if (target === null) return null;
  return world.rows.find((row) => row.kind === 'message' && row.id === target) ?? null;
}

/** The member that a target names, by id or by a unique name. */
function memberNamed(target: string | null, world: World): string | null {
  if (target === null) return null;
  if (world.log.members.some((member) => member.id === target)) return target;
  const called = world.log.members.filter((member) => member.name === target);
  return called.length === 1 ? (called[0]?.id ?? null) : null;
}

/** Whom the events are about, in order, without duplicates; for a complaint, its target. */
export function sendersOf(rows: readonly Row[], world: World): string[] {
  const senders = rows.map((row) => senderOf(row, world)).filter((sender) => sender !== null);
  return [...new Set(senders)];
}

function senderOf(row: Row, world: World): string | null {
  if (row.kind === 'message') return row.member;
  return memberNamed(row.target, world) ?? messageNamed(row.target, world)?.member ?? row.member;
}

/** The messages among the events, and those the other events name. */
export function messagesOf(rows: readonly Row[], world: World): Row[] {
  const named = rows.map((row) => (row.kind === 'message' ? row : messageNamed(row.target, world)));
  return inLogOrder(
    named.filter((row) => row !== null),
    world,
  );
}
