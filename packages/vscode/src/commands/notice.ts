/** Texts for notifications, which the editor searches for links: names of files and words of a log must make none. */

/** Links are written `[text](address)`: a blank between the brackets leaves it a text. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
