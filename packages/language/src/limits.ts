/**
 * What a text may ask of the checker: far beyond what anybody writes by hand, and small enough that no file brings it down.
 *
 * - Every limit has a finding that says where it was passed. The pages of those findings, and `grammar/README.md`, state the numbers.
 */

export const MIB = 1024 * 1024;

/** Bytes of a file, by what it is read for. */
export const READING = { rules: 4 * MIB, words: 64 * MIB, config: MIB } as const;
