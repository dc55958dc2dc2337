/**
 * Ids for messages of formats that give them none, or none that holds outside one export: the same person, second and content, and which of
 * several such messages it is. So overlapping exports of one chat give every message once, and two equal messages of one second stay two.
 */
import { createHash } from 'node:crypto';

/** Keys that are remembered: equal messages of one second stand close together in an export. */
const REMEMBERED = 50_000;
const SEPARATOR = '\0';
const DIGEST_LENGTH = 22;

/** Of one file. */
export class Identities {
  readonly #seen = new Map<string, number>();

  /** @param parts what is the same in every export of the message: time, sender, content, …, in a fixed order */
  idOf(parts: readonly (string | number)[]): string {
    const key = createHash('sha256').update(parts.join(SEPARATOR)).digest('base64url').slice(0, DIGEST_LENGTH);
    const times = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.delete(key);
    this.#seen.set(key, times);
    if (this.#seen.size > REMEMBERED) this.#forgetOldest();
    return times === 1 ? key : `${key}#${times}`;
  }

  #forgetOldest(): void {
    const [oldest] = this.#seen.keys();
    if (oldest !== undefined) this.#seen.delete(oldest);
  }
}
