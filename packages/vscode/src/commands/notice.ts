/** Text for notifications, which the editor scans for links: file names and log text must not become any. */

/** Links are written `[text](address)`; a space between the brackets prevents that. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
