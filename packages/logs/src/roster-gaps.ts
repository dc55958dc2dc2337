/** Compares a log with a roster: who is in one but not in the other. */

import { type GroupLog, NONE, type RosterEntry, SIGNALS } from '@steward/events';
import { editDistance } from '@steward/text';

const LEAVE = SIGNALS.indexOf('leave');

/** Somebody in the log who is not on the roster. */
export interface Stranger {
  id: string;
  /** Member on the roster who may be the same person; null if none is close. */
  nearest: string | null;
}

export interface RosterGaps {
  /** Number of members in the log who are not on the roster, without those who left. */
  strangers: number;
  /** Number of members on the roster without an event. */
  absent: number;
  /** The first of each, in the order of the log and of the roster. */
  named: { strangers: Stranger[]; absent: string[] };
}

/** Collects who occurs in the groups that one roster is for. */
export class RosterCheck {
  readonly #roster: ReadonlyMap<string, RosterEntry>;
  /** Members in the log who have not left: id, and the last name seen. */
  readonly #present = new Map<string, string | null>();
  readonly #seen = new Set<string>();

  constructor(roster: readonly RosterEntry[]) {
    this.#roster = new Map(roster.map((entry) => [entry.member, entry]));
  }

  add({ members, member, kind }: GroupLog): void {
    const last = new Uint8Array(members.length);
    for (const [event, number] of member.entries()) if (number !== NONE) last[number] = kind[event] ?? 0;
    for (const [number, { id, name }] of members.entries()) {
      this.#seen.add(id);
      if (last[number] !== LEAVE) this.#present.set(id, name);
    }
  }

  /** @param most how many of each to name */
  gaps(most: number): RosterGaps {
    const strangers = [...this.#present].filter(([id]) => !this.#roster.has(id));
    const absent = [...this.#roster.keys()].filter((id) => !this.#seen.has(id));
    return {
      strangers: strangers.length,
      absent: absent.length,
      named: {
        strangers: strangers.slice(0, most).map(([id, name]) => ({ id, nearest: this.#nearest(id, name, absent) })),
        absent: absent.slice(0, most),
      },
    };
  }

  /** By the same name, else by the fewest edits of the id. */
  #nearest(id: string, name: string | null, absent: readonly string[]): string | null {
    const namesake = absent.find((one) => one === name || (name !== null && this.#roster.get(one)?.name === name));
    if (namesake !== undefined) return namesake;
    const most = Math.min(FARTHEST, Math.floor((id.length - 1) / 2));
    return absent.find((one) => editDistance(one, id, most) <= most) ?? null;
  }
}

const FARTHEST = 2;
