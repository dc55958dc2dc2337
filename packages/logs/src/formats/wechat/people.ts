/**
 * Whom the display names of system texts mean: known from the messages of all files of the log, where names and ids stand together. People are
 * never merged, and none is made up: of a name that two people of a group have nobody can tell whom it means.
 */

export interface Person {
  id: string;
  name: string | null;
}

/** `昵称(wxid)`, as chatlog writes people. Ids that people chose themselves are told by a digit, `_` or `-`, which a remark in brackets rarely has. */
const WITH_ID = /^([\s\S]*)\(((?:wxid_|gh_)[\w-]+|\d+@\w+|(?=[a-z]*[\d_-])[a-z][\w-]{5,19})\)$/i;
const BRACKETED = /^([\s\S]*)\(([^()]+)\)$/;
/** How a template of a poke names somebody: `${wxid}`. */
const TEMPLATE = /^\$\{([^{}]+)\}$/;

export class People {
  /** Null where two people of the group have the name. */
  readonly #byName = new Map<string, string | null>();
  readonly #ids = new Set<string>();
  /** By file: a log may hold the exports of several people. */
  readonly #selves = new Map<string, Person>();

  /** Tells of somebody who wrote a message. */
  meet(group: string, id: string, name: string | null): void {
    if (id === '') return;
    this.#ids.add(keyOf(group, id));
    if (name === null || name === '') return;
    const key = keyOf(group, name);
    const known = this.#byName.get(key);
    if (known === undefined) this.#byName.set(key, id);
    else if (known !== id) this.#byName.set(key, null);
  }

  /** Tells whose export a file is. */
  meetSelf(file: string, person: Person): void {
    this.#selves.set(file, person);
  }

  /** Whether exactly one person of the group is known by that name. */
  knows(group: string, name: string): boolean {
    return this.#byName.get(keyOf(group, name)) != null;
  }

  /**
   * Somebody who is only named: by id if the name says it or exactly one is known by the name; where nobody is, the name is the id.
   * @returns null where several are: it is one of them, and nobody else
   */
  named(group: string, name: string): Person | null {
    const id = this.#byName.get(keyOf(group, name));
    if (id === null) return null;
    if (id !== undefined) return { id, name };
    return personIn(name, (bracketed) => this.#ids.has(keyOf(group, bracketed))) ?? { id: name, name };
  }

  /** Whose export a file is; where it does not say, whoever it is in the others, if these agree; else null. */
  selfOf(file: string): Person | null {
    const own = this.#selves.get(file);
    if (own !== undefined) return own;
    const [first, ...others] = this.#selves.values();
    return first !== undefined && others.every(({ id }) => id === first.id) ? first : null;
  }
}

function keyOf(group: string, text: string): string {
  return `${group}\n${text}`;
}

/** Who `昵称(wxid)` or `${wxid}` is. @returns null for a text that says no id */
export function personIn(text: string, isKnownId: (id: string) => boolean = () => false): Person | null {
  const template = TEMPLATE.exec(text)?.[1];
  if (template !== undefined) return { id: template, name: null };
  const [, name = '', id] = WITH_ID.exec(text) ?? BRACKETED.exec(text) ?? [];
  if (id === undefined || (!WITH_ID.test(text) && !isKnownId(id))) return null;
  return { id, name: name || null };
}
