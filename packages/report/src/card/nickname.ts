/** A name pattern as an example for members to follow. */

/** Parts of a pattern that match any text: `.+`, `\S+`, `[^-]+`, `.{2,8}`. */
const ANY = /^(?:\.|\\[SwW]|\[[^\]]*\])(?:[+*]|\{\d+(?:,\d*)?\})/;
const LITERAL = /^(?:\\[-./|@ ]|[^\\^$.*+?()[\]{}|])/;

/** `^.+-.+$` → `…-…`; null if the pattern is more than pieces of text with separators. */
export function nicknameShape(pattern: string): string | null {
  let rest = pattern.replace(/^\^/, '').replace(/\$$/, '');
  let shape = '';
  let texts = 0;
  while (rest !== '') {
    const any = ANY.exec(rest)?.[0];
    const literal = any === undefined ? LITERAL.exec(rest)?.[0] : undefined;
    const piece = any ?? literal;
    if (piece === undefined) return null;
    shape += any === undefined ? piece.replace('\\', '') : '…';
    texts += any === undefined ? 0 : 1;
    rest = rest.slice(piece.length);
  }
  return texts > 0 ? shape : null;
}
