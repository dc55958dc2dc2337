/** Whom the display names of system texts mean: known from the messages of the same file, where names and ids stand together. */
import { SELF } from './system-text.ts';

export interface Person {
  id: string;
  name: string | null;
}

export class People {
  /** Null where two people of the group have the name. */
  readonly #byName = new Map<string, string | null>();
  #self: Person | null = null;

  /** Tells of somebody who wrote a message. */
  meet(group: string, id: string, name: string | null, isSelf: boolean): void {
    if (isSelf) this.#self = { id, name };
    if (name === null || name === '') return;
    const key = `${group}\n${name}`;
    const known = this.#byName.get(key);
    if (known === undefined) this.#byName.set(key, id);
    else if (known !== id) this.#byName.set(key, null);
  }

  /** Somebody who is only named: by id if exactly one is known by that name, else the name is the id. */
  named(group: string, name: string): Person {
    if (name === SELF) return this.#self ?? { id: SELF, name: SELF };
    return { id: this.#byName.get(`${group}\n${name}`) ?? name, name };
  }
}
