/**
 * Reparses a changed text around the change.
 *
 * - The result equals the tree of a full parse. If that is not certain, there is no result.
 * - Declarations outside the changed stretch keep their nodes, with positions updated; the root node is new.
 * - The stretch begins and ends after a closing brace, and is parsed together with the declaration that follows it. If that declaration
 *   comes out unchanged, the parser was in the same state there, so everything after it is unchanged too.
 */
import type { AstNode, CstNode, ParseResult } from 'langium';
import { CompositeCstNodeImpl, LeafCstNodeImpl, RootCstNodeImpl } from 'langium';
import type { Element, Model } from '../generated/ast.ts';
import { tokensOf } from '../parser/errors.ts';
import { halfWidth } from '../parser/full-width.ts';
import { forgetRange, moveLeaf } from '../parser/internals.ts';
import type { Origin } from '../parser/lexer.ts';
import type { GroupParser } from '../parser/parser.ts';
import { isPartial } from '../parser/repair/repair.ts';

/** How the text after an edit moved. */
export interface Shift {
  /** Offset in the old text; everything that begins here or later moved. */
  from: number;
  offset: number;
  lines: number;
}

export interface ReparseResult {
  result: ParseResult<Model>;
  shift: Shift;
}

/** The declarations to reparse: from index `first` up to, but excluding, `last`. */
interface Stretch {
  first: number;
  last: number;
  start: number;
  end: number;
}

export function reparse(
  before: ParseResult<Model>,
  oldText: string,
  newText: string,
  parser: GroupParser,
): ReparseResult | null {
  if (isPartial(before)) return null;
  const changed = changeOf(oldText, newText);
  const stretch = stretchAround(before, oldText, newText, changed);
  if (stretch === null) return null;
  const shift = shiftBehind(stretch, oldText, newText);
  const after = before.value.elements[stretch.last];
  const piece = newText.slice(stretch.start, after === undefined ? undefined : endOf(after) + shift.offset);
  if (mayReachFurther(piece)) return null;
  const parsed = parser.parsePiece<Model>(piece, originOf(before.value.elements[stretch.first - 1]));
  if (!fits(parsed, after, shift)) return null;
  if (after !== undefined) parsed.value.elements.pop();
  return { result: splice(before, parsed, stretch, newText, shift), shift };
}

/** The difference: `start` to `oldEnd` in the old text, `start` to `newEnd` in the new one. */
interface Change {
  start: number;
  oldEnd: number;
  newEnd: number;
}

function changeOf(oldText: string, newText: string): Change {
  const shorter = Math.min(oldText.length, newText.length);
  let start = 0;
  while (start < shorter && oldText.charCodeAt(start) === newText.charCodeAt(start)) start++;
  let same = 0;
  const most = shorter - start;
  while (
    same < most &&
    oldText.charCodeAt(oldText.length - 1 - same) === newText.charCodeAt(newText.length - 1 - same)
  ) {
    same++;
  }
  return { start, oldEnd: oldText.length - same, newEnd: newText.length - same };
}

function startOf(node: AstNode): number {
  return node.$cstNode?.offset ?? 0;
}

function endOf(node: AstNode): number {
  return node.$cstNode?.end ?? 0;
}

/** The declarations that contain the change or an earlier syntax error, or null if that is all of them. */
function stretchAround(before: ParseResult<Model>, oldText: string, newText: string, change: Change): Stretch | null {
  const { elements, imports } = before.value;
  const faults = faultOffsets(before);
  if (faults === null) return null;
  const from = Math.min(change.start, ...faults);
  const to = Math.max(change.oldEnd, ...faults.map((fault) => fault + 1));
  const delta = newText.length - oldText.length;
  let first = firstEndingBehind(elements, from);
  while (first > 0 && !isSafe(elements, first, oldText)) first--;
  // Text before the first declaration may belong to the imports.
  if (first === 0 && imports.length > 0) return null;
  let last = firstEndingBehind(elements, to);
  if (last < elements.length && endOf(elements[last] as Element) >= to) last++;
  while (last < elements.length && !isSafe(elements, last, oldText)) last++;
  if (first === 0 && last === elements.length) return null;
  const start = first === 0 ? 0 : endOf(elements[first - 1] as Element);
  const end = last === elements.length ? oldText.length : endOf(elements[last - 1] as Element);
  const isWithin = change.start >= start && change.oldEnd <= end;
  if (!isWithin || (start > 0 && !isBlank(newText[start])) || !isBlank(newText[end + delta])) return null;
  return { first, last, start, end };
}

/** Index of the first declaration that ends after an offset, or the number of declarations if none does. */
function firstEndingBehind(elements: readonly Element[], offset: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(elements[middle] as Element) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether the text before a declaration cannot be part of it: a brace and then a line break. */
function isSafe(elements: readonly Element[], index: number, text: string): boolean {
  const [left, right] = [elements[index - 1], elements[index]];
  if (left === undefined || right === undefined) return false;
  const end = endOf(left);
  return text[end - 1] === '}' && /^[ \t]*[\r\n]/.test(text.slice(end, end + 80)) && startOf(right) > end;
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

/** Offsets of a text's syntax errors, or null if one concerns the whole text. */
function faultOffsets({ parserErrors, lexerReport }: ParseResult<Model>): number[] | null {
  const offsets = (lexerReport?.diagnostics ?? []).map(({ offset }) => offset ?? Number.NaN);
  for (const error of parserErrors) {
    for (const { startOffset } of [...tokensOf(error), ...error.resyncedTokens]) {
      // A fault at the end of the file has no position: it comes after everything else.
      offsets.push(Number.isNaN(startOffset) ? Number.MAX_SAFE_INTEGER : startOffset);
    }
  }
  return offsets.some(Number.isNaN) ? null : offsets;
}

function shiftBehind({ start, end }: Stretch, oldText: string, newText: string): Shift {
  const offset = newText.length - oldText.length;
  return { from: end, offset, lines: linesIn(newText, start, end + offset) - linesIn(oldText, start, end) };
}

/** Number of line breaks, counted like the lexer does. */
function linesIn(text: string, start: number, end: number): number {
  let lines = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) lines++;
  }
  return lines;
}

const COMMENT_ON_LINES_OF_ITS_OWN = /^[ \t]*\/\*[\s\S]*?\*\//gm;

/** An unclosed comment or multi-line string in the piece may be closed somewhere after it. */
function mayReachFurther(written: string): boolean {
  const piece = halfWidth(written);
  return piece.includes('"""') || piece.replace(COMMENT_ON_LINES_OF_ITS_OWN, '').includes('/*');
}

/** @param before the declaration right before the piece */
function originOf(before: Element | undefined): Origin {
  const cst = before?.$cstNode;
  if (cst === undefined) return { offset: 0, line: 0, column: 0, previous: null };
  const { line, character } = cst.range.end;
  return { offset: cst.end, line, column: character, previous: '}' };
}

/** Whether the piece parses to some declarations followed by the unchanged next one, with every fault before that. */
function fits(parsed: ParseResult<Model>, after: Element | undefined, shift: Shift): boolean {
  const { value, parserErrors, lexerReport } = parsed;
  if (value.imports.length > 0 || isPartial(parsed)) return false;
  const slips = lexerReport?.diagnostics ?? [];
  if (slips.some(({ message }) => message === 'nested-too-deeply')) return false;
  if (after === undefined) return true;
  const last = value.elements.at(-1);
  const start = startOf(after) + shift.offset;
  if (last === undefined || last.$type !== after.$type) return false;
  if (startOf(last) !== start || endOf(last) !== endOf(after) + shift.offset) return false;
  return (
    slips.every(({ offset = start }) => offset < start) && parserErrors.every(({ token }) => token.startOffset < start)
  );
}

function splice(
  before: ParseResult<Model>,
  parsed: ParseResult<Model>,
  { first, last, start, end }: Stretch,
  text: string,
  shift: Shift,
): ParseResult<Model> {
  const { value } = before;
  const root = new RootCstNodeImpl(text);
  const parts = partsOf(value);
  const added = partsOf(parsed.value).filter((part) => part.offset < end + shift.offset);
  const kept = parts.filter((part) => part.offset < start);
  const moved = parts.filter((part) => part.offset >= end);
  for (const part of moved) move(part, shift);
  root.content = [...kept, ...added, ...moved];
  for (const part of root.content) Object.assign(part, { container: root });
  const elements = [...value.elements.slice(0, first), ...parsed.value.elements, ...value.elements.slice(last)];
  const model: Model = { $type: 'Model', imports: value.imports, elements };
  Object.assign(model, { $cstNode: root });
  root.astNode = model;
  adopt(model, model.imports, 'imports');
  adopt(model, model.elements, 'elements');
  return { ...parsed, value: model };
}

function partsOf({ $cstNode: root }: Model): readonly CstNode[] {
  return root instanceof CompositeCstNodeImpl ? root.content : [];
}

function adopt(model: Model, children: readonly AstNode[], property: string): void {
  children.forEach((child, index) => {
    Object.assign(child, { $container: model, $containerProperty: property, $containerIndex: index });
  });
}

function move(node: CstNode, shift: Shift): void {
  if (node instanceof LeafCstNodeImpl) {
    moveLeaf(node, shift.offset, shift.lines);
    return;
  }
  if (!(node instanceof CompositeCstNodeImpl)) return;
  if (shift.lines !== 0) forgetRange(node);
  for (const part of node.content) move(part, shift);
}
