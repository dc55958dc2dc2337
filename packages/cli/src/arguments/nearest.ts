/** What somebody probably meant. */
import { editDistance } from '@steward/text';

const FARTHEST = 2;

/** The candidate with the fewest edits: at most two, and fewer than half the word's length. Null if none is that close. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.min(FARTHEST, Math.floor(word.length / 2)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, least - 1);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}
