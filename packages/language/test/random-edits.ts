/** Random edits of rules, reproducible by seed: slips, words, symbols, numbers, and deletions. */

export interface TypedEdit {
  start: number;
  removed: number;
  typed: string;
}

const TYPED: readonly string[] = [
  ...[
    '',
    ' ',
    '\n',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '"',
    '“',
    '/',
    '//',
    '/*',
    '*/',
    '"""',
    ',',
    '.',
    ':',
    '%',
    '_',
    'x',
    '的',
  ],
  ...[
    '0',
    '9',
    '99',
    '1e9',
    '999999999999',
    '0.5',
    '２００',
    '７',
    '7d',
    '7 天',
    '近7天',
    '24:00',
    '2025-02-30',
    '#C81',
  ],
  ...[
    '≥',
    '≤',
    '≠',
    '＞',
    '＜＝',
    '＝＝',
    '&&',
    '||',
    '!',
    '<>',
    '=<',
    '=>',
    '=',
    '＋',
    '×',
    '÷',
    '～',
    '→',
    '，',
    '｛',
    '》',
  ],
  ...[
    'when ',
    ' and ',
    ' or ',
    ' not ',
    ' >= 3',
    ' in 30d',
    ' per day',
    ' rises by 20%',
    'since(',
    'count(message',
    'top 20% by ',
  ],
  ...[
    'tier T { otherwise }\n',
    'metric m = messages in 7d\n',
    'override ',
    'extends Base',
    'import "x"\n',
    '当 ',
    '层级 ',
  ],
];

/** A small 32-bit generator (mulberry32), so that the seed alone reproduces a run. */
export function editsOf(seed: number): { next(text: string): TypedEdit } {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    next(text) {
      const start = below(text.length + 1);
      const removed = below(2) === 0 ? 0 : below(3) === 0 ? below(40) : 1;
      return { start, removed, typed: TYPED[below(TYPED.length)] ?? '' };
    },
  };
}
