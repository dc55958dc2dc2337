/** Source text in the language's canonical form: English keywords, units and names, spaces as written. */
import type { CstNode } from 'langium';
import { isCompositeCstNode, isLeafCstNode } from 'langium';
import { KEYWORDS } from '../parser/keywords.ts';
import { canonicalDuration } from '../parser/values.ts';

const WORDS: ReadonlySet<string> = new Set(KEYWORDS);

/** The text of a node with every keyword and unit in English and no comments; runs of space become one. */
export function canonicalText(node: CstNode | undefined): string {
  if (node === undefined) return '';
  const source = node.root.fullText;
  let text = '';
  let end = node.offset;
  for (const leaf of leavesOf(node)) {
    if (leaf.hidden) continue;
    const gap = source.slice(end, leaf.offset);
    const word = canonicalLeaf(leaf, source.slice(leaf.offset, leaf.end));
    const glued = gap === '' && /\w$/.test(text) && /^\w/.test(word);
    text += (gap === '' && !glued ? '' : ' ') + word;
    end = leaf.end;
  }
  return text.trim();
}

function canonicalLeaf(leaf: CstNode, written: string): string {
  if (!isLeafCstNode(leaf)) return written;
  const type = leaf.tokenType.name;
  if (type === 'DURATION') return canonicalDuration(written);
  const isName = leaf.grammarSource?.$type === 'RuleCall' || leaf.grammarSource?.$type === 'CrossReference';
  return WORDS.has(type) && !isName ? type : written;
}

/** The tokens of a node in order, comments included. */
export function* leavesOf(node: CstNode): Generator<CstNode> {
  if (!isCompositeCstNode(node)) {
    yield node;
    return;
  }
  for (const child of node.content) yield* leavesOf(child);
}
