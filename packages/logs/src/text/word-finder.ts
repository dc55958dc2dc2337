/**
 * Finds out whether any of many words occurs in a text, in time that does not depend on their number (Aho-Corasick). Ignores the case of
 * ASCII letters; everything else must match exactly.
 */
export class WordFinder {
  /** By state: the next state for each code unit. */
  readonly #next: Map<number, number>[] = [new Map()];
  /** By state: the longest proper suffix that is also a state. */
  readonly #fallback: number[] = [0];
  /** By state: whether a word ends here. */
  readonly #ends: boolean[] = [false];

  constructor(words: readonly string[]) {
    for (const word of words) this.#add(word);
    this.#linkSuffixes();
  }

  occursIn(text: string): boolean {
    if (this.#ends[0]) return true;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = this.#step(state, foldUnit(text.charCodeAt(i)));
      if (this.#ends[state]) return true;
    }
    return false;
  }

  #step(from: number, unit: number): number {
    let state = from;
    for (;;) {
      const next = this.#next[state]?.get(unit);
      if (next !== undefined) return next;
      if (state === 0) return 0;
      state = this.#fallback[state] ?? 0;
    }
  }

  #add(word: string): void {
    let state = 0;
    for (let i = 0; i < word.length; i++) {
      const unit = foldUnit(word.charCodeAt(i));
      const next = this.#next[state]?.get(unit) ?? this.#newState();
      this.#next[state]?.set(unit, next);
      state = next;
    }
    this.#ends[state] = true;
  }

  #newState(): number {
    this.#next.push(new Map());
    this.#fallback.push(0);
    this.#ends.push(false);
    return this.#next.length - 1;
  }

  #linkSuffixes(): void {
    const queue = [...(this.#next[0]?.values() ?? [])];
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0;
      for (const [unit, child] of this.#next[state] ?? []) {
        const suffix = this.#step(this.#fallback[state] ?? 0, unit);
        this.#fallback[child] = suffix;
        if (this.#ends[suffix]) this.#ends[child] = true;
        queue.push(child);
      }
    }
  }
}

function foldUnit(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}
