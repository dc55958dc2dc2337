/** Which logs an editor can show as they are. */

const TEXT_ENDINGS = ['csv', 'tsv', 'jsonl', 'ndjson', 'json', 'txt', 'log', 'html', 'htm', 'xml', 'md'];
/** What an editor opens without a pause. */
const MOST_BYTES = 20_000_000;

export function opensAsText(path: string, bytes: number): boolean {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending !== undefined && TEXT_ENDINGS.includes(ending) && bytes <= MOST_BYTES;
}

/** Last part of a URI's path, readable. */
export function shortName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
