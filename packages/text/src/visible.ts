/**
 * Makes texts of others (names, messages, file names, rules) safe to show in a terminal or a pipeline's log.
 *
 * - Total and pure; a text without hidden characters is returned unchanged.
 * - The result takes exactly the cells it seems to take, so pass texts here before laying them out.
 * - Escapes are for people, not for parsing back: a backslash in the text stays as it is.
 */
import { CI_COMMAND, replaceHidden } from './hidden.ts';

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** GitHub takes a log line that starts like this for a command. */
const COMMAND_START = /^(\s*)::/;
const FOUR_DIGITS = 0xffff;

/** For a single line: line feeds are escaped, too. */
export function visible(text: string): string {
  return replaceHidden(text, escaped).replace(CI_COMMAND, '#\\#').replace(COMMAND_START, '$1\\::');
}

/** For several lines: line feeds stay. */
export function visibleLines(text: string): string {
  return text.includes('\n') ? text.split(/\r?\n/).map(visible).join('\n') : visible(text);
}

/** `\n`, `\u001b`, `\u{e0041}`. */
export function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).padStart(4, '0');
  return NAMED[character] ?? (code > FOUR_DIGITS ? `\\u{${digits}}` : `\\u${digits}`);
}

/** Makes every text in plain data visible. Data without hidden characters is returned itself, not a copy. */
export function visibleIn<Value>(value: Value): Value;
export function visibleIn(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (Array.isArray(value)) return visibleItems(value);
  if (!isPlainObject(value)) return value;
  let copy: Record<string, unknown> | null = null;
  for (const [key, item] of Object.entries(value)) {
    const shown: unknown = visibleIn(item);
    if (shown === item) continue;
    copy ??= { ...value };
    copy[key] = shown;
  }
  return copy ?? value;
}

function visibleItems(items: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (const [index, item] of items.entries()) {
    const shown: unknown = visibleIn(item);
    if (shown === item) continue;
    copy ??= [...items];
    copy[index] = shown;
  }
  return copy ?? items;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * A catalogue of sentences whose functions get their arguments made visible: whatever is put into a sentence has passed here, and no
 * command has to think of it.
 */
export function visibleArguments<Catalogue extends object>(catalogue: Catalogue): Catalogue {
  const wrapped = new Map<PropertyKey, unknown>();
  return new Proxy(catalogue, {
    get(target, key): unknown {
      const known = wrapped.get(key);
      if (known !== undefined) return known;
      const value: unknown = Reflect.get(target, key);
      const shown = sentence(value);
      if (shown !== value) wrapped.set(key, shown);
      return shown;
    },
  });
}

function sentence(value: unknown): unknown {
  if (typeof value === 'function')
    return (...given: unknown[]): unknown => Reflect.apply(value, undefined, visibleIn(given));
  return isPlainObject(value) ? visibleArguments(value) : value;
}
