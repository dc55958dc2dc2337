/** JSON that is neither one event per line nor an array of them: a single object around everything, or a bare value. */
import { parseTree } from 'jsonc-parser';
import { faultOffset, isObject, type JsonValue, parseJson } from '../input/json-value.ts';
import { fieldNamed } from '../schema/fields.ts';

const MOST_KEYS = 12;

/** @param head beginning of a file; @returns a description for a message; null if it may be events or is not JSON */
export function otherJson(head: string): string | null {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const [first = '', second] = lines;
  const start = first.trimStart();
  if (!start.startsWith('{')) return bareValue(head);
  const value = parseJson(first);
  if (value !== undefined) return isObject(value) && isAround(value) ? keysOf(Object.keys(value)) : null;
  // A line that is only incomplete continues on the next ones, unless those are events themselves: then the first one is broken.
  const goesOn =
    second !== undefined && parseJson(second) === undefined && faultOffset(first) >= first.trimEnd().length;
  return goesOn ? keysOf(topKeys(head)) : null;
}

/** An object that contains others and is not an event. */
function isAround(value: Readonly<Record<string, JsonValue>>): boolean {
  const isEvent = Object.keys(value).some((key) => fieldNamed(key) === 'ts');
  return !isEvent && Object.values(value).some((inner) => Array.isArray(inner) || isObject(inner));
}

function bareValue(head: string): string | null {
  const text = head.trim();
  if (text.startsWith('[') || !/^(?:"|-?\d|true$|false$|null$)/.test(text)) return null;
  return parseJson(text) === undefined ? null : text;
}

/** Keys of the top object, as far as the head goes. */
function topKeys(head: string): string[] {
  const root = parseTree(head);
  return (root?.children ?? []).map((property) => String(property.children?.[0]?.value ?? ''));
}

function keysOf(keys: readonly string[]): string {
  const shown = keys.filter((key) => key !== '').slice(0, MOST_KEYS);
  return `{ ${shown.join(', ')}${keys.length > shown.length ? ', …' : ''} }`;
}
