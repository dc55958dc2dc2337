/** Classifies keywords by their role, from the rules of the grammar: no keyword is listed a second time here. */

/** English keyword → its Chinese spellings. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

export type WordClass = 'declaration' | 'function' | 'operator' | 'constant' | 'type' | 'keyword';

/** Words between quantities and conditions; the other classes come from the rules. */
const OPERATORS = ['or', 'and', 'not', 'in', 'per', 'by', 'of', 'where', 'matches', 'contains', 'rises', 'falls'];
const RANKS = ['top', 'bottom'];

export function readSpellings(table: Readonly<Record<string, string | readonly { zh: string }[]>>): Spellings {
  return new Map(
    Object.entries(table).map(([word, entry]) => [
      word,
      typeof entry === 'string' ? [entry] : [...new Set(entry.map(({ zh }) => zh))],
    ]),
  );
}

/** @param rules text of every grammar file */
export function classify(rules: string, spellings: Spellings): ReadonlyMap<string, WordClass> {
  const declarations = wordsOf(rules, /'(\w+)' name=ID/g);
  const functions = wordsOf(rules.match(/function=\(([^)]*)\)/)?.[1] ?? '', /'(\w+)'/g);
  // Types of fields and quantities: words that are names except after a colon.
  const types = wordsOf(listsOf(rules, /^(?:FieldType|UnitName) returns string: ((?:'\w+'(?: \| )?)+);/gm), /'(\w+)'/g);
  const constants = wordsOf(
    `${listsOf(rules, /^\w+ returns string: ((?:'\w+'(?: \| )?)+);/gm)} ${listsOf(rules, /\b(?:kind|size|phase|verdict)=\(([^)]*)\)/g)}`,
    /'(\w+)'/g,
  );
  const classes = new Map<string, WordClass>();
  const put = (words: readonly string[], kind: WordClass): void => {
    for (const word of words) if (spellings.has(word) && !classes.has(word)) classes.set(word, kind);
  };
  put(declarations, 'declaration');
  put(functions, 'function');
  put([...OPERATORS, ...RANKS], 'operator');
  put(types, 'type');
  put(constants, 'constant');
  put([...spellings.keys()], 'keyword');
  return classes;
}

/** Words that declare, but also mean something without a name: `of group`. */
export function standsAlone(rules: string): readonly string[] {
  return wordsOf(rules, /\w+\?='(\w+)'/g);
}

function listsOf(text: string, pattern: RegExp): string {
  return [...text.matchAll(pattern)].map(([, list]) => list ?? '').join(' ');
}

function wordsOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, word]) => word ?? []);
}

/** A terminal of the grammar as a regular expression for TextMate grammars. */
export function terminal(rules: string, name: string): string {
  const source = new RegExp(`^(?:hidden )?terminal ${name}\\b[^:]*: /(.*)/;`, 'm').exec(rules)?.[1];
  if (source === undefined) throw new Error(`The grammar has no terminal ${name}`);
  return source.replaceAll('\\/', '/').replaceAll(/\\u([0-9A-Fa-f]{4})/g, '\\x{$1}');
}
