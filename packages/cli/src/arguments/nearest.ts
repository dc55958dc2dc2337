/** What somebody probably meant. */
import { editDistance } from '@steward/text';

const FARTHEST = 2;

/** The candidate with the fewest edits, if that is at most two and less than half the word; null = none is near. */
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
