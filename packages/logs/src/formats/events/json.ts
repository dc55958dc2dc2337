/** Our own schema as JSON: one object per line, or an array of objects. */
import { type Element, jsonElements } from '../../input/json-elements.ts';
import {
  BigNumber,
  DEEPEST_JSON,
  describeValue,
  faultOffset,
  isObject,
  type JsonObject,
  type JsonValue,
  parseJson,
  scalarText,
  tooDeepAt,
  valueOffset,
} from '../../input/json-value.ts';
import { type LineBlock, lineBlocks } from '../../input/lines.ts';
import { withRenaming } from '../../problems/column-problems.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { badJson, badType, notAnObject, TEXT_OR_NUMBER, tooDeep } from '../../problems/file-problems.ts';
import type { LogProblem, Place } from '../../problems/problem.ts';
import { FIELDS, type Field, fieldNamed, ID_FIELDS } from '../../schema/fields.ts';
import { unknownColumns } from '../../schema/headings.ts';
import { checkRecord, type FieldFault, type RawRecord } from '../../schema/record.ts';
import type { ReadContext, ReadItem } from '../format.ts';

export async function* readEventLines(file: string, context: ReadContext): AsyncGenerator<ReadItem[], void, undefined> {
  const reader = new ElementReader(file, context);
  for await (const elements of lineElements(file)) {
    yield elements.map((item) => ('problem' in item ? item : reader.read(item.element)));
  }
  yield [reader.unknown()];
}

export async function* readEventArray(file: string, context: ReadContext): AsyncGenerator<ReadItem[], void, undefined> {
  const reader = new ElementReader(file, context);
  for await (const items of jsonElements(file, null)) {
    yield items.flatMap((item) => {
      if ('problem' in item) return [item];
      return 'element' in item ? [reader.read(item.element)] : [];
    });
  }
  yield [reader.unknown()];
}

/** Lines that are not blank, as elements. */
export async function* lineElements(
  file: string,
): AsyncGenerator<({ element: Element } | { problem: LogProblem })[], void, undefined> {
  for await (const block of lineBlocks(file)) yield elementsOf(block);
}

function elementsOf(block: LineBlock): ({ element: Element } | { problem: LogProblem })[] {
  const items: ({ element: Element } | { problem: LogProblem })[] = [];
  for (let i = 0; i < block.lines.length; i++) {
    const problem = block.bad?.get(i);
    const text = block.lines[i] ?? '';
    if (problem !== undefined) items.push({ problem });
    else if (text.trim() !== '')
      items.push({ element: { line: block.first + i, column: 1, record: block.first + i, text } });
  }
  return items;
}

/** Parses an element's text as an object, or says what is wrong with it. */
export function objectOf(file: string, element: Element): { value: JsonObject } | { problem: LogProblem } {
  const value = parseJson(element.text);
  if (value === undefined) {
    const deep = tooDeepAt(element.text);
    if (deep !== null) return { problem: tooDeep(placeIn(file, element, deep), DEEPEST_JSON) };
    const offset = faultOffset(element.text);
    return { problem: badJson(placeIn(file, element, offset), element.text.slice(offset)) };
  }
  if (!isObject(value)) return { problem: notAnObject(placeIn(file, element, 0), describeValue(value)) };
  return { value };
}

/** Line and column of an offset in an element's text. */
export function placeIn(file: string, element: Element, offset: number): Place {
  const before = element.text.slice(0, offset).split('\n');
  const last = before.at(-1)?.length ?? 0;
  const column = before.length === 1 ? element.column + last : last + 1;
  return { file, line: element.line + before.length - 1, column };
}

class ElementReader {
  readonly #file: string;
  readonly #context: ReadContext;
  /** Whether events name their group; the first one decides for the whole file. */
  #saysGroup: boolean | null = null;
  /** The keys of all objects so far. */
  readonly #keys = new Set<string>();

  constructor(file: string, context: ReadContext) {
    this.#file = file;
    this.#context = context;
  }

  unknown(): ReadItem {
    return { unknown: unknownColumns([...this.#keys]) };
  }

  read(element: Element): ReadItem {
    const parsed = objectOf(this.#file, element);
    if ('problem' in parsed) return parsed;
    const { value } = parsed;
    const raw: RawRecord = new Array<string | null>(FIELDS.length).fill(null);
    for (const key in value) {
      if (this.#keys.size < MOST_KEYS) this.#keys.add(key);
      const field = fieldNamed(key);
      if (field === null) continue;
      const text = scalarText(value[key]);
      if (text === undefined) {
        const place = placeIn(this.#file, element, valueOffset(element.text, [key]));
        return { problem: badType(place, field, describeValue(value[key] ?? null), TEXT_OR_NUMBER) };
      }
      if (isRoundedNumber(field, value[key])) {
        return { problem: this.#problem(element, value, { field, code: 'roundedId', found: text }) };
      }
      raw[FIELDS.indexOf(field)] = text;
    }
    this.#saysGroup ??= raw[GROUP] !== null;
    const { zone, latest, fileGroup } = this.#context;
    const result = checkRecord(element.record, raw, { zone, latest, group: this.#saysGroup ? null : fileGroup });
    if ('event' in result) return result;
    const problem = this.#problem(element, value, result.fault);
    if (result.fault.code !== 'noTime') return { problem };
    return { problem: withRenaming(problem, unknownColumns(Object.keys(value)), 'ts') };
  }

  #problem(element: Element, value: JsonObject, fault: FieldFault): LogProblem {
    return fieldProblem(fault, placeIn(this.#file, element, faultedOffset(element, value, fault.field)));
  }
}

const GROUP = FIELDS.indexOf('group');

/** Limit for files that use ids as keys, which have new keys in every object. */
const MOST_KEYS = 500;

/** An id beyond 2^53 that is not written with all its digits: the program that wrote it had lost them. */
function isRoundedNumber(field: Field, value: JsonValue | undefined): boolean {
  if (!(value instanceof BigNumber) || /^-?\d+$/.test(value.text)) return false;
  return ID_FIELDS.some((one) => one === field);
}

function faultedOffset(element: Element, value: JsonObject, field: Field): number {
  const key = Object.keys(value).find((name) => fieldNamed(name) === field);
  return key === undefined ? 0 : valueOffset(element.text, [key]);
}
