/**
 * The pieces of a pattern in RE2's syntax: enough to know an escaped bracket from a bracket. It accepts everything; whether
 * RE2 does is for its parser to say.
 */
export interface PatternToken {
  /**
   * `escape`: a backslash and what belongs to it. `quoted`: `\Q…\E`. `class`: `[…]`. `open`: `(` with everything between it and
   * the group's content (`(?:`, `(?P<name>`, `(?i)`). `repeat`: `{2,4}`. `plain`: any other character.
   */
  kind: 'escape' | 'quoted' | 'class' | 'open' | 'repeat' | 'plain';
  text: string;
}

/** In order; joined, they are the pattern. */
export function patternTokens(pattern: string): PatternToken[] {
  const tokens: PatternToken[] = [];
  let start = 0;
  while (start < pattern.length) {
    const token = tokenAt(pattern, start);
    tokens.push(token);
    start += token.text.length;
  }
  return tokens;
}

const QUOTED = /\\Q[\s\S]*?(?:\\E|$)/y;
const ESCAPE =
  /\\(?:x\{[^}]*\}|x[\dA-Fa-f]{2}|u\{[^}]*\}|u[\dA-Fa-f]{4}|[pP]\{[^}]*\}|[pP]\S|c[A-Za-z]|[0-7]{1,3}|[\s\S])?/uy;
const OPEN = /\((?:\?(?:P?<[^<>=!]*>|[a-zA-Z-]*[:)]|<?[=!]|>|#)?)?/y;
const REPEAT = /\{\d+(?:,\d*)?\}/y;
/** A bracket right after the opening one is a character; `[:alpha:]` has brackets of its own. */
const CLASS = /\[\^?\]?(?:\[:[^\]]*:\]|\\[\s\S]|[^\]\\])*\]?/y;

function tokenAt(pattern: string, start: number): PatternToken {
  const at = (expression: RegExp): string | null => {
    expression.lastIndex = start;
    return expression.exec(pattern)?.[0] ?? null;
  };
  const first = pattern.charAt(start);
  if (first === '\\') {
    const quoted = at(QUOTED);
    if (quoted !== null) return { kind: 'quoted', text: quoted };
    return { kind: 'escape', text: at(ESCAPE) ?? first };
  }
  if (first === '[') return { kind: 'class', text: at(CLASS) ?? first };
  if (first === '(') return { kind: 'open', text: at(OPEN) ?? first };
  const repeat = first === '{' ? at(REPEAT) : null;
  if (repeat !== null) return { kind: 'repeat', text: repeat };
  return { kind: 'plain', text: String.fromCodePoint(pattern.codePointAt(start) ?? 0) };
}
