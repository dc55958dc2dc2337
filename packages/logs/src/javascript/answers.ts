/** The answers to text predicates, thirty-two per word of bits. */
import type { TextPredicate } from '@steward/events';
import { testOf } from '../text/predicates.ts';
import type { PlacedEvent } from './rows.ts';

const WORD_BITS = 32;

export type TextTest = (text: string) => boolean;

export function testsOf(predicates: readonly TextPredicate[]): TextTest[] {
  return predicates.map(testOf);
}

/** `answers[w][i]`: bit b answers test 32w + b for event i; 0 for an event without text. */
export function textBitsOf(events: readonly PlacedEvent[], tests: readonly TextTest[]): Uint32Array[] {
  const words = Array.from({ length: Math.ceil(tests.length / WORD_BITS) }, () => new Uint32Array(events.length));
  for (const [index, { event }] of events.entries()) {
    const { text } = event;
    if (text === null) continue;
    for (const [number, test] of tests.entries()) {
      const word = words[Math.floor(number / WORD_BITS)];
      if (word !== undefined && test(text)) word[index] = (word[index] ?? 0) | (1 << (number % WORD_BITS));
    }
  }
  return words;
}
