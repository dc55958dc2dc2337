/** Source text in canonical form: English keywords, units and names. */
import type { AstNode } from 'langium';
import { isLeafCstNode } from 'langium';
import { flatten } from '../linking/link.ts';
import { halfWidth } from '../parser/full-width.ts';
import { leavesOf } from './leaves.ts';
import type { PlacedToken } from './tokens.ts';
import { isKeywordType } from './tokens.ts';
import { translateToken } from './translate.ts';

/** The text of a node without comments; any gap between two tokens becomes one space. */
export function canonicalText(node: AstNode): string {
  const tokens = leafTokens(node);
  let text = '';
  let end: number | null = null;
  tokens.forEach((token, index) => {
    const word = translateToken(token, tokens[index - 1], tokens[index + 1], 'en');
    const apart = end !== null && (token.offset > end || (/\w$/.test(text) && /^\w/.test(word)));
    text += apart ? ` ${word}` : word;
    end = token.offset + token.image.length;
  });
  return text;
}

function leafTokens(node: AstNode): PlacedToken[] {
  const cst = node.$cstNode;
  if (cst === undefined) return [];
  const source = cst.root.fullText;
  const targets = new Map(
    flatten(node).uses.map(({ reference }) => [reference.$refNode?.offset, reference.ref ?? null]),
  );
  return [...leavesOf(cst)]
    .filter(isLeafCstNode)
    .filter((leaf) => !leaf.hidden)
    .map((leaf) => ({
      type: leaf.tokenType.name,
      image: halfWidth(source.slice(leaf.offset, leaf.end)),
      offset: leaf.offset,
      isKeyword: isKeywordType(leaf.tokenType.name) && leaf.grammarSource?.$type === 'Keyword',
      target: targets.get(leaf.offset) ?? null,
    }));
}
