/**
 * Who was there when a window began, and who of them was still there at its end (`SEMANTICS.md`, "Quantities"). Spans are read in ascending
 * order of both ends, so that all reads together cost as much as the changes in membership.
 */
import type { Membership, People } from '../members/memberships.ts';
import type { Frame } from '../time/frame.ts';

export interface PresenceReader {
  /** Both ends inclusive. */
  read(from: number, to: number): void;
  opening(): number;
  retained(): number;
}

/** Somebody comes or goes. `seen`: somebody who was already there is seen for the first time. */
interface Change {
  at: number;
  person: number;
  by: 1 | -1 | 'seen';
}

/** For a complete history: nobody was there before its start. */
export function presenceReader(
  people: People,
  { complete, whole, start: founding }: Pick<Frame, 'complete' | 'whole' | 'start'>,
): PresenceReader {
  const { persons } = people;
  /** Windows that begin up to here have no unseen members. */
  const empty = whole && !complete ? founding : Number.NEGATIVE_INFINITY;
  // Somebody present without having joined was already there before.
  const starting = changesOf(people, ({ start, joined }) => (joined || complete || start <= empty ? start : start - 1));
  const ending = changesOf(people, ({ start }) => start);
  /** By person: memberships running at the window's start and end, and whether the person is first seen within it. */
  let atStart = new Int8Array(persons.length);
  let atEnd = new Int8Array(persons.length);
  let seenWithin = new Uint8Array(persons.length);
  let isOpening = new Uint8Array(persons.length);
  let isRetained = new Uint8Array(persons.length);
  let opening = 0;
  let retained = 0;
  /** Changes before the window, and up to its end. */
  let before = 0;
  let upTo = 0;
  /** Whether people may have been there unseen when the window begins. */
  let countsSeen = false;
  let lastFrom = Number.NEGATIVE_INFINITY;
  let lastTo = Number.NEGATIVE_INFINITY;

  const begin = (): void => {
    atStart = new Int8Array(persons.length);
    atEnd = new Int8Array(persons.length);
    seenWithin = new Uint8Array(persons.length);
    isOpening = new Uint8Array(persons.length);
    isRetained = new Uint8Array(persons.length);
    opening = 0;
    retained = 0;
    before = 0;
    upTo = 0;
  };

  const recount = (person: number): void => {
    const opens = (atStart[person] as number) > 0 || (countsSeen && seenWithin[person] === 1) ? 1 : 0;
    const stays = opens === 1 && (atEnd[person] as number) > 0 ? 1 : 0;
    opening += opens - (isOpening[person] as number);
    retained += stays - (isRetained[person] as number);
    isOpening[person] = opens;
    isRetained[person] = stays;
  };

  return {
    read(from, to) {
      if (from < lastFrom || to < lastTo) begin();
      lastFrom = from;
      lastTo = to;
      if (countsSeen !== from > empty) {
        countsSeen = from > empty;
        for (const { person } of people.foundThere) recount(person);
      }
      for (let change = ending[upTo]; change !== undefined && change.at <= to; change = ending[upTo]) {
        upTo += 1;
        if (change.by === 'seen') seenWithin[change.person] = 1;
        else atEnd[change.person] = (atEnd[change.person] as number) + change.by;
        recount(change.person);
      }
      for (let change = starting[before]; change !== undefined && change.at < from; change = starting[before]) {
        before += 1;
        if (change.by === 'seen') seenWithin[change.person] = 0;
        else atStart[change.person] = (atStart[change.person] as number) + change.by;
        recount(change.person);
      }
    },
    opening: () => opening,
    retained: () => retained,
  };
}

function changesOf({ memberships, foundThere }: People, startOf: (membership: Membership) => number): Change[] {
  return [
    ...memberships.map((membership): Change => ({ at: startOf(membership), person: membership.person, by: 1 })),
    ...memberships.flatMap(({ person, end }): Change[] => (Number.isFinite(end) ? [{ at: end, person, by: -1 }] : [])),
    ...foundThere.map(({ person, at }): Change => ({ at, person, by: 'seen' })),
  ].sort((a, b) => a.at - b.at);
}
