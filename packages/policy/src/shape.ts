/** JSON without source ranges: equal for values that are written alike. */
export function shapeKey(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => (name === 'range' ? undefined : inner));
}
