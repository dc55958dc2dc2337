/**
 * Edits between two words: insertions, deletions, replacements and swaps of neighbours count one each (optimal string
 * alignment). Time grows with `limit`, not with the square of the length.
 * @returns more than `limit` if the words are farther apart
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let least = row;
    // Cells farther from the diagonal exceed the limit.
    const [from, to] = [Math.max(1, row - limit), Math.min(right.length, row + limit)];
    for (let column = 1; column < from; column++) current.push(limit + 1);
    for (let column = from; column <= to; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      const above = last[column] ?? limit + 1;
      let value = Math.min(above + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? limit + 1) + cost);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        value = Math.min(value, (beforeLast[column - 2] ?? limit + 1) + 1);
      }
      current.push(value);
      if (value < least) least = value;
    }
    if (least > limit + 1) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? limit + 1;
}
