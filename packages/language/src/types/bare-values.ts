/** `media == image or video`: a comparison followed by values that name no field of their own. */

import type { TextEdit } from '../diagnostics/diagnostic.ts';
import { rangeOf, textAt } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { isChinese } from '../parser/chinese.ts';
import { fieldOf } from './fields.ts';
import type { Session } from './session.ts';

type Comparison = ast.Compare | ast.Contains;

export interface BareValues {
  /** At least one, in the order in which they are written. */
  values: readonly ast.Expression[];
  /** The comparison and its values, written in full. */
  meant: string;
  /** Where `meant` goes; null where parentheses would be torn apart. */
  edit: Omit<TextEdit, 'file'> | null;
}

type Incomplete = Session['incomplete'];

/** The values of a condition over one event that lost their field. */
export function bareValuesIn(condition: ast.Expression, incomplete: Incomplete): BareValues[] {
  const found: BareValues[] = [];
  let comparison: Comparison | null = null;
  let values: ast.Expression[] = [];
  for (const leaf of [...leavesOf(condition), null]) {
    if (leaf !== null && comparison !== null && isValue(leaf)) {
      values.push(leaf);
      continue;
    }
    if (comparison !== null && values.length > 0) found.push(inFull(comparison, values));
    comparison = leaf === null ? null : comparisonIn(leaf, incomplete);
    values = [];
  }
  return found;
}

/** The parts of a condition that `and` and `or` join; a syntax error may have left one out. */
function* leavesOf(condition: ast.Expression | undefined): Generator<ast.Expression> {
  if (condition === undefined) return;
  if (condition.$type !== 'Logical') {
    yield condition;
    return;
  }
  yield* leavesOf(condition.left);
  yield* leavesOf(condition.right);
}

/** In `not media == image or video`, `not` is meant of both. */
function comparisonIn(leaf: ast.Expression, incomplete: Incomplete): Comparison | null {
  if (incomplete.has(leaf)) return null;
  if (leaf.$type === 'Compare' || leaf.$type === 'Contains') return leaf;
  return leaf.$type === 'Not' ? comparisonIn(leaf.operand, incomplete) : null;
}

const VALUES: ReadonlySet<string> = new Set(['FieldValue', 'Category', 'Role', 'Lexicon']);

function isValue(leaf: ast.Expression): boolean {
  if (leaf.$type === 'StringLiteral' || leaf.$type === 'NumberLiteral') return true;
  return leaf.$type === 'Ref' && VALUES.has(leaf.target.ref?.$type ?? '');
}

function inFull(comparison: Comparison, values: readonly ast.Expression[]): BareValues {
  const text = comparison.$cstNode?.root.fullText ?? '';
  const places = [comparison, ...values].map((node) => rangeOf({ node }));
  const joints = places.slice(1).map((place, index) => text.slice(places[index]?.endOffset, place.startOffset));
  const { field, first, operator } = partsOf(comparison);
  const words = [first, ...values.map((node) => textAt({ node }))];
  const meant = isList(operator, field)
    ? asList(words, operator, textAt({ node: field }))
    : repeated(words, joints, comparison, operator);
  const isFlat = !joints.some((joint) => /[()]/.test(joint));
  const [from, to] = [places[0]?.startOffset ?? 0, places.at(-1)?.endOffset ?? 0];
  return { values, meant, edit: isFlat ? { startOffset: from, endOffset: to, newText: meant } : null };
}

function partsOf(node: Comparison): { field: ast.Expression; first: string; operator: string } {
  if (node.$type === 'Contains') {
    const first = textAt({ node, property: node.lexicon === undefined ? 'text' : 'lexicon' });
    return { field: node.left, first, operator: 'contains' };
  }
  const isTurned = fieldOf(node.left) === undefined && fieldOf(node.right) !== undefined;
  const [field, value] = isTurned ? [node.right, node.left] : [node.left, node.right];
  return { field, first: textAt({ node: value }), operator: node.operator };
}

function isList(operator: string, field: ast.Expression): boolean {
  return (operator === '==' || operator === '!=') && fieldOf(field)?.fieldType !== 'text';
}

/** `media in [image, video]`; of `!=`, `not media in […]`. */
function asList(words: readonly string[], operator: string, field: string): string {
  const [not, is] = isChinese(field) ? ['非', '属于'] : ['not', 'in'];
  return `${operator === '!=' ? `${not} ` : ''}${field} ${is} [${words.join(', ')}]`;
}

/** `text contains "a" or text contains "b"`, in parentheses if it is negated as a whole. */
function repeated(
  words: readonly string[],
  joints: readonly string[],
  comparison: Comparison,
  operator: string,
): string {
  const field = textAt({ node: partsOf(comparison).field });
  const [not, contains] = isChinese(field) ? ['非', '包含'] : ['not', 'contains'];
  const does = /^(?:[=!]=|contains)$/.test(operator) ? contains : operator;
  const or = isChinese(field) ? ' 或 ' : ' or ';
  const joined = joints.map((joint) => (/[,，、]/.test(joint) ? or : joint));
  const all = words.map((word, index) => `${joined[index - 1] ?? ''}${field} ${does} ${word}`).join('');
  if (operator === '!=') return `${not} (${all})`;
  return comparison.$container.$type === 'Not' ? `(${all})` : all;
}
