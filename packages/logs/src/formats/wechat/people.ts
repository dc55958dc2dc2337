/**
 * Resolves the display names in notices with the messages of all files of the log, which have both names and ids. People are never merged
 * or invented: a name that two people of a group share resolves to nobody.
 */

export interface Person {
  id: string;
  name: string | null;
}

/** `昵称(wxid)`, chatlog's way to write people. A self-chosen id contains a digit, `_` or `-`, which a remark in parentheses rarely does. */
const WITH_ID = /^([\s\S]*)\(((?:wxid_|gh_)[\w-]+|\d+@\w+|(?=[a-z]*[\d_-])[a-z][\w-]{5,19})\)$/i;
const BRACKETED = /^([\s\S]*)\(([^()]+)\)$/;
/** How the template of a poke names somebody: `${wxid}`. */
const TEMPLATE = /^\$\{([^{}]+)\}$/;

export class People {
  /** Null if two people of the group share the name. */
  readonly #byName = new Map<string, string | null>();
  readonly #ids = new Set<string>();
  /** Account owners by file: a log may contain the exports of several people. */
  readonly #selves = new Map<string, Person>();

  /** Records the author of a message. */
  meet(group: string, id: string, name: string | null): void {
    if (id === '') return;
    this.#ids.add(keyOf(group, id));
    if (name === null || name === '') return;
    const key = keyOf(group, name);
    const known = this.#byName.get(key);
    if (known === undefined) this.#byName.set(key, id);
    else if (known !== id) this.#byName.set(key, null);
  }

  /** Records whose account a file was exported from. */
  meetSelf(file: string, person: Person): void {
    this.#selves.set(file, person);
  }

  /** Whether exactly one person of the group is known by that name. */
  knows(group: string, name: string): boolean {
    return this.#byName.get(keyOf(group, name)) != null;
  }

  /**
   * Resolves a name: to the id in it, or to the only person known by it; if nobody is, the name serves as the id.
   * @returns null if several people have the name
   */
  named(group: string, name: string): Person | null {
    const id = this.#byName.get(keyOf(group, name));
    if (id === null) return null;
    if (id !== undefined) return { id, name };
    return personIn(name, (bracketed) => this.#ids.has(keyOf(group, bracketed))) ?? { id: name, name };
  }

  /** The account owner of a file; if it does not say, the owner of the other files if they agree, else null. */
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

/** The person behind `昵称(wxid)` or `${wxid}`. @returns null for a text without an id */
export function personIn(text: string, isKnownId: (id: string) => boolean = () => false): Person | null {
  const template = TEMPLATE.exec(text)?.[1];
  if (template !== undefined) return { id: template, name: null };
  const [, name = '', id] = WITH_ID.exec(text) ?? BRACKETED.exec(text) ?? [];
  if (id === undefined || (!WITH_ID.test(text) && !isKnownId(id))) return null;
  return { id, name: name || null };
}
