/** Kleene's three values; null is unknown. */
export type Truth = true | false | null;

export function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

export function or(a: Truth, b: Truth): Truth {
  return not(and(not(a), not(b)));
}

export function not(a: Truth): Truth {
  return a === null ? null : !a;
}

export function all(values: readonly Truth[]): Truth {
  return values.reduce(and, true);
}
