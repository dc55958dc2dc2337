/**
 * Makes ids for events without one, in a log of several files: from member, instant, kind and content, plus a number among equal events of the
 * file. Thus overlapping exports of one chat give every message once, and two equal messages in one second stay two.
 */
import { hash } from 'node:crypto';
import type { Format } from '../formats/format.ts';
import type { EventRow } from '../schema/fields.ts';

/** Prefix of ids made here, which are never shown. */
const MADE = '\u0001';
/** Equal messages of one second are close together in an export; this many keys are remembered. */
const REMEMBERED = 50_000;

/** Of one file. */
export class Identities {
  readonly #format: Format;
  #recent = new Map<string, number>();
  #older = new Map<string, number>();

  /** @param format events of two formats are never matched by content: each format writes texts in its own way */
  constructor(format: Format) {
    this.#format = format;
  }

  /** @returns null for an event without a member, which may be one of many that look alike; in a chat export it is a notice, and each occurs once */
  idOf(event: EventRow): string | null {
    if (event.member === null && this.#format.survey === undefined) return null;
    const { ts, group, member, kind, media, category, text, target, about, amount } = event;
    const parts = [this.#format.name, ts, group, member, kind, media, category, text, target, about, amount];
    const key = hash('sha256', JSON.stringify(parts), 'base64url');
    const times = (this.#recent.get(key) ?? this.#older.get(key) ?? 0) + 1;
    this.#recent.set(key, times);
    if (this.#recent.size > REMEMBERED) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    return `${MADE}${key}${times}`;
  }
}

/** The log's own id; null if it was made here. */
export function ownId(id: string | null): string | null {
  return id?.startsWith(MADE) ? null : id;
}
