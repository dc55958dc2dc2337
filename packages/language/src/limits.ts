/**
 * What a text may ask of the checker: far beyond what anybody writes by hand, and small enough that no file brings it down.
 *
 * - Every limit has a finding that says where it was passed. The pages of those findings, and `grammar/README.md`, state the numbers.
 */

export const MIB = 1024 * 1024;

/** Bytes of a file, by what it is read for. */
export const READING = { rules: 4 * MIB, words: 64 * MIB, config: MIB } as const;

/** Of one condition: parentheses and `not`s inside each other; operators from the outermost to an innermost one. */
export const CONDITION = { depth: 60, operators: 500 } as const;

/** Of a metric or a derived signal, once everything that it is defined by is put in place. */
export const DEFINITION = { parts: 1_000, depth: 200 } as const;

/** Policies that extend each other in a chain. */
export const EXTENDS = { depth: 100 } as const;

/** Of all proofs about one entry file: some seconds on an ordinary machine. While somebody types, a twentieth. The clock only guards against a machine that is far slower. */
export const PROOFS = { steps: 8_000_000, stepsWhileTyping: 400_000, milliseconds: 60_000 } as const;

/** What typing cut short is tried again while nobody types, with ever more steps; an edit waits for one of them at most. */
export const FINISHING = { afterMilliseconds: 600, steps: [1_600_000, PROOFS.steps] } as const;
