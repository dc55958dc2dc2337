/** Caches results by key for as long as runs use them. */
import type { Keep } from '../run/store.ts';

/** Consecutive runs a result may go unused before it is dropped; an edit and its undo still find everything. */
const PATIENCE = 3;

export interface Keeper {
  /** Starts a run, and drops what has not been used for a while. */
  begin(): void;
  /** Separates the keys of different names. */
  under(name: string): Keep;
  /** Message count, computed once. */
  messages(count: () => number): number;
}

interface CacheEntry {
  value: unknown;
  run: number;
}

export function keeper(): Keeper {
  const spaces = new Map<string, Map<string, CacheEntry>>();
  let run = 0;
  let messages: number | null = null;
  return {
    begin() {
      run += 1;
      for (const kept of spaces.values()) {
        for (const [key, entry] of kept) if (run - entry.run > PATIENCE) kept.delete(key);
      }
    },
    under(name) {
      const kept = spaces.get(name) ?? new Map<string, CacheEntry>();
      spaces.set(name, kept);
      return (key, make) => {
        const known = kept.get(key);
        if (known !== undefined) {
          known.run = run;
          // Each key is only ever used with one `make`, so its value has that type.
          return known.value as ReturnType<typeof make>;
        }
        const value = make();
        kept.set(key, { value, run });
        return value;
      };
    },
    messages(count) {
      messages ??= count();
      return messages;
    },
  };
}
