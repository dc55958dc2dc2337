/**
 * Answers text predicates without a reader's engine: in scenarios, tests and the browser. Gives the same answers as RE2 and the readers, in
 * time linear in the text.
 */
import type { TextPredicate } from '@steward/events';
import { RE2JS } from 're2js';

export type TextTest = (text: string) => boolean;

/** Ignores `only`, which is up to the caller. */
export function textTest(predicate: TextPredicate): TextTest {
  if (predicate.kind === 'contains') return containsAny(predicate.words);
  const pattern = RE2JS.compile(predicate.pattern, predicate.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  return (text) => pattern.test(text);
}

export function evaluateTextPredicate(predicate: TextPredicate, text: string): boolean {
  return textTest(predicate)(text);
}

/** A trie of words; a node that ends a word needs no children. */
interface Node {
  ends: boolean;
  next: Map<number, Node>;
}

/** At most text length × longest word steps, however many words there are. */
function containsAny(words: readonly string[]): TextTest {
  const root: Node = { ends: false, next: new Map() };
  for (const word of words) addWord(root, word);
  return (text) => {
    if (root.ends) return true;
    for (let start = 0; start < text.length; start += 1) {
      let node = root;
      for (let i = start; i < text.length; i += 1) {
        const next = node.next.get(folded(text.charCodeAt(i)));
        if (next === undefined) break;
        if (next.ends) return true;
        node = next;
      }
    }
    return false;
  };
}

function addWord(root: Node, word: string): void {
  let node = root;
  for (let i = 0; i < word.length; i += 1) {
    const unit = folded(word.charCodeAt(i));
    const next: Node = node.next.get(unit) ?? { ends: false, next: new Map() };
    node.next.set(unit, next);
    node = next;
  }
  node.ends = true;
}

/** Folds the case of ASCII letters only. */
function folded(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}
