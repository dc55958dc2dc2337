/** Lengths of runs: `12 ms`, `0.4 s`, `12 s`. */
export function seconds(milliseconds: number): string {
  if (milliseconds < 100) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 10_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return `${Math.round(milliseconds / 1_000)} s`;
}
