/** Full-width forms, as Chinese input methods type them. */

/** `３` → `3`, `：` → `:`, `（` → `(`; any character without a half-width form in ASCII stays. */
export function halfWidthOf(character: string): string {
  const half = character.normalize('NFKC');
  return /^[!-~]$/.test(half) ? half : character;
}
