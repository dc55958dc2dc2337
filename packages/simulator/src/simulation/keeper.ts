/** Keeps results by key, for as long as runs ask for them. */
import type { Keep } from '../run/store.ts';

/** Runs in a row that may leave a result unasked before it is let go: an edit and its undo find everything still there. */
const PATIENCE = 3;

export interface Keeper {
  /** A run begins: what was not asked for in a while is let go. */
  begin(): void;
  /** Keys of one name are apart from those of another. */
  under(name: string): Keep;
  /** The number of messages, counted once. */
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
          // The key names the value's type: one key is only ever used with one `make`.
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
