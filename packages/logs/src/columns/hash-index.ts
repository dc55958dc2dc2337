/** From 64-bit hashes, as two words, to small numbers: open addressing in typed arrays, no objects and no big integers. */
export class HashIndex {
  readonly #mask: number;
  readonly #keys: Uint32Array;
  readonly #values: Int32Array;

  /** @param capacity entries at most */
  constructor(capacity: number) {
    let size = 8;
    while (size < capacity * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size * 2);
    this.#values = new Int32Array(size).fill(-1);
  }

  /** @returns the value that is already there for this hash, or -1 after storing `value` (>= 0) */
  add(low: number, high: number, value: number): number {
    let slot = low & this.#mask;
    for (;;) {
      const present = this.#values[slot] ?? -1;
      if (present < 0) {
        this.#keys[slot * 2] = low;
        this.#keys[slot * 2 + 1] = high;
        this.#values[slot] = value;
        return -1;
      }
      if (this.#keys[slot * 2] === low && this.#keys[slot * 2 + 1] === high) return present;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** @returns -1 where the hash is not known */
  get(low: number, high: number): number {
    let slot = low & this.#mask;
    for (;;) {
      const present = this.#values[slot] ?? -1;
      if (present < 0) return -1;
      if (this.#keys[slot * 2] === low && this.#keys[slot * 2 + 1] === high) return present;
      slot = (slot + 1) & this.#mask;
    }
  }
}
