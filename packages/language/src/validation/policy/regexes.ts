/** What a pattern finds where there is nothing to find. */

/** Flags that RE2 writes inside a pattern and JavaScript does not know in every place. */
const INLINE_FLAGS = /\(\?[imsU]+(?:-[imsU]+)?(\)|:)/g;

/** Whether a pattern without errors is found in the empty text, and so in every other. */
export function isFoundInNothing(pattern: string): boolean {
  const portable = pattern
    .replace(INLINE_FLAGS, (_, end: string) => (end === ':' ? '(?:' : ''))
    .replaceAll('(?P<', '(?<')
    .replaceAll('\\A', '^')
    .replaceAll('\\z', '$');
  try {
    return new RegExp(portable).test('');
  } catch {
    // RE2 knows it and JavaScript does not: nothing is said of it.
    return false;
  }
}
