/** Maps 64-bit hashes, as two words, to small numbers: open addressing in typed arrays, without objects or big integers. */
export class HashIndex {
  #mask = 0;
  #keys = new Uint32Array(0);
  #values = new Int32Array(0);

  /** @param capacity maximum number of entries */
  constructor(capacity: number) {
    this.reset(capacity);
  }

  /** Empties the index for up to `capacity` entries, reusing its memory. */
  reset(capacity: number): void {
    let size = 8;
    while (size < capacity * 2) size *= 2;
    if (size > this.#values.length) {
      this.#keys = new Uint32Array(size * 2);
      this.#values = new Int32Array(size);
    }
    this.#mask = size - 1;
    this.#values.fill(-1, 0, size);
  }

  /** @returns the value stored for this hash, or -1 after storing `value` (>= 0) */
  add(low: number, high: number, value: number): number {
    const keys = this.#keys;
    const values = this.#values;
    let slot = low & this.#mask;
    for (;;) {
      const present = values[slot] ?? -1;
      if (present < 0) {
        keys[slot * 2] = low;
        keys[slot * 2 + 1] = high;
        values[slot] = value;
        return -1;
      }
      if (keys[slot * 2] === low && keys[slot * 2 + 1] === high) return present;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** @returns -1 for an unknown hash */
  get(low: number, high: number): number {
    const keys = this.#keys;
    const values = this.#values;
    let slot = low & this.#mask;
    for (;;) {
      const present = values[slot] ?? -1;
      if (present < 0) return -1;
      if (keys[slot * 2] === low && keys[slot * 2 + 1] === high) return present;
      slot = (slot + 1) & this.#mask;
    }
  }
}

/** A hash index that grows as it fills. */
export class GrowingHashIndex {
  /** All hashes so far; replaced by a new object when it grows. */
  index = new HashIndex(1024);
  #capacity = 1024;
  #keys = new Uint32Array(2048);
  size = 0;

  get(low: number, high: number): number {
    return this.index.get(low, high);
  }

  /** @returns the number of the hash: a new one, or that of the equal hash before it */
  add(low: number, high: number): { number: number; isNew: boolean } {
    const before = this.index.add(low, high, this.size);
    if (before >= 0) return { number: before, isNew: false };
    this.#keys[this.size * 2] = low;
    this.#keys[this.size * 2 + 1] = high;
    const number = this.size++;
    if (this.size === this.#capacity) this.#grow();
    return { number, isNew: true };
  }

  #grow(): void {
    this.#capacity *= 2;
    const keys = new Uint32Array(this.#capacity * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.index = new HashIndex(this.#capacity);
    for (let i = 0; i < this.size; i++) this.index.add(keys[i * 2] ?? 0, keys[i * 2 + 1] ?? 0, i);
  }
}
