/** Converts syntax nodes to places in a file. */
import type { AstNode, CstNode } from 'langium';
import { GrammarUtils } from 'langium';
import { halfWidth } from '../parser/full-width.ts';
import type { TextRange } from './diagnostic.ts';

/** A node, or one of its properties (for a list: one item). */
export interface Place {
  node: AstNode;
  property?: string | undefined;
  index?: number | undefined;
}

function cstOf(place: Place): CstNode | undefined {
  const whole = place.node.$cstNode;
  if (place.property === undefined || whole === undefined) return whole;
  return GrammarUtils.findNodeForProperty(whole, place.property, place.index) ?? whole;
}

/** The text written there, in half-width characters; '' for what an error left out. */
export function textAt(place: Place): string {
  return halfWidth(cstOf(place)?.text ?? '');
}

export function rangeOf(place: Place): TextRange {
  const cst = cstOf(place);
  return cst === undefined ? START : rangeOfCst(cst);
}

export function rangeOfCst(cst: CstNode): TextRange {
  const { start, end } = cst.range;
  return {
    startOffset: cst.offset,
    endOffset: cst.end,
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The first character of a file, where problems with the whole file are reported. */
export const START: TextRange = {
  startOffset: 0,
  endOffset: 0,
  startLine: 1,
  startColumn: 1,
  endLine: 1,
  endColumn: 1,
};
