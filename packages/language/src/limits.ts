/**
 * How much a text may ask of the checker: far more than anyone writes by hand, and little enough that no file can bring it down.
 *
 * - Every limit has a diagnostic that points to where it was exceeded. The pages of those diagnostics and `grammar/README.md` state the
 *   numbers.
 */

export const MIB = 1024 * 1024;

/** Maximum file size in bytes, by purpose. */
export const READING = { rules: 4 * MIB, words: 64 * MIB, config: MIB } as const;

/** Of one condition: nesting depth of parentheses and `not`, and operators from the root to a leaf. */
export const CONDITION = { depth: 60, operators: 500 } as const;

/** Of a metric or derived signal after expanding all the definitions it uses. */
export const DEFINITION = { parts: 1_000, depth: 200 } as const;

/** Length of a chain of policies that extend each other. */
export const EXTENDS = { depth: 100 } as const;

/** Length of a chain of imports. */
export const IMPORTS = { depth: 100 } as const;

/** Shared by all proofs about one entry file: a few seconds on an ordinary machine, a fiftieth of that while typing. The clock only guards against much slower machines. */
export const PROOFS = { steps: 8_000_000, stepsWhileTyping: 160_000, milliseconds: 60_000 } as const;

/** Proofs cut short while typing are retried when idle, with growing budgets. An edit waits for one of them at most. */
export const FINISHING = { afterMilliseconds: 600, steps: [1_600_000, PROOFS.steps] } as const;
