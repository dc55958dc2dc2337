/** Slots without a label or a category. */

import type { IToken } from 'chevrotain';
import { quoted } from '../slips.ts';
import type { Candidate, Stumble } from './candidate.ts';
import { imageOf } from './candidate.ts';
import { isName } from './malformed-names.ts';

/** `slot a 07:00..09:00`: the name of the category is in the label's place, and missing after the times. */
export function slot({ tokens, index, source }: Stumble): Candidate[] {
  for (const at of [index, index - 1, index - 4]) {
    if (tokens[at - 1]?.tokenType.name !== 'slot') continue;
    const isNamed = isName(tokens[at]?.image ?? '');
    const start = isNamed ? at + 1 : at;
    const isSpan = ['TIME', '..', 'TIME'].every((type, offset) => tokens[start + offset]?.tokenType.name === type);
    if (!isSpan) continue;
    const behind = isNamed ? undefined : tokens[start + 3];
    const name = isNamed ? tokens[at]?.image : behind?.image;
    if (name === undefined || !isName(name) || (isNamed && isCategory(tokens[start + 3]))) continue;
    const end = isNamed ? start + 3 : start + 4;
    const write = `"${name}" ${imageOf(tokens, start, start + 3, source)} ${name}`;
    const data = { found: quoted(imageOf(tokens, at, end, source)), instead: write };
    return [{ from: at, to: end, write, code: 'foreign-notation', data, fixes: [write] }];
  }
  return [];
}

function isCategory(token: IToken | undefined): boolean {
  return token?.tokenType.name === 'STRING' || token?.tokenType.name === 'ID';
}
