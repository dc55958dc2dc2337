/** Equal for two values of a policy that are written alike, wherever they stand: JSON without source ranges. */
export function shapeKey(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => (name === 'range' ? undefined : inner));
}
