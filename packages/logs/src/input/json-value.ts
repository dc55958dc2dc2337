/** One JSON object: parsed with its big numbers intact, and on failure the exact place and reason. */
import { findNodeAtLocation, type ParseError, parseTree } from 'jsonc-parser';

/** A number that no double holds exactly, as written (`1097000000000000001`, `1.097E+18`): ids beyond 2^53 must survive. */
export class BigNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type JsonValue = string | number | boolean | null | BigNumber | JsonValue[] | JsonObject;

export interface JsonObject {
  [key: string]: JsonValue;
}

interface ReviverContext {
  source?: string;
}

type Reviver = (key: string, value: unknown, context: ReviverContext) => unknown;

/** `JSON.parse` with the source text of numbers, which the standard library's types do not have yet. */
const parseWithSource = JSON.parse as (text: string, reviver?: Reviver) => JsonValue;

const keepBigNumbers: Reviver = (_key, value, context) => {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return Number.isInteger(value) ? new BigNumber(context.source ?? String(value)) : value;
};

/** Maximum nesting of brackets; exports have a handful. Code that walks values is recursive. */
export const DEEPEST_JSON = 100;

/** @returns the value, or undefined if the text is not JSON, or nests deeper than {@link DEEPEST_JSON} */
export function parseJson(text: string): JsonValue | undefined {
  try {
    const value = parseWithSource(text);
    // The reviver makes parsing five times slower, and hardly any text needs it.
    return holdsBigNumber(value, 0) ? parseWithSource(text, keepBigNumbers) : value;
  } catch (error) {
    if (error instanceof SyntaxError || error === TOO_DEEP) return undefined;
    throw error;
  }
}

const TOO_DEEP = new Error('nests too deep');

/** @throws TOO_DEEP */
function holdsBigNumber(value: JsonValue, depth: number): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return false;
  if (depth === DEEPEST_JSON) throw TOO_DEEP;
  if (Array.isArray(value)) return value.some((item) => holdsBigNumber(item, depth + 1));
  for (const key in value) if (holdsBigNumber((value as JsonObject)[key] ?? null, depth + 1)) return true;
  return false;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof BigNumber);
}

/** Offset of the first bracket that nests too deeply; null if there is none. Ignores brackets in strings. */
export function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (depth > DEEPEST_JSON) return index;
  }
  return null;
}

/** Offset of the first character that makes `text` invalid JSON; its length if the end is missing. Call {@link tooDeepAt} first. */
export function faultOffset(text: string): number {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  return Math.min(...errors.map((error) => error.offset), text.length);
}

/** Offset of the value of a top-level key; 0 if it has none. */
export function valueOffset(text: string, path: string[]): number {
  const root = parseTree(text);
  return (root && findNodeAtLocation(root, path)?.offset) ?? 0;
}

/** Text of a value where text or a number is expected; undefined for any other type. Null and missing are null. */
export function scalarText(value: JsonValue | undefined): string | null | undefined {
  if (value === undefined || value === null) return null;
  // Half a surrogate pair, which only JSON can write, has no UTF-8: every reader gets the same replacement character.
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return String(value);
  if (value instanceof BigNumber) return value.text;
  return undefined;
}

/** Describes a value for messages. */
export function describeValue(value: JsonValue): string {
  if (value instanceof BigNumber) return value.text;
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
