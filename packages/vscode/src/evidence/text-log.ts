/** Which logs an editor can open directly. */

const TEXT_ENDINGS = ['csv', 'tsv', 'jsonl', 'ndjson', 'json', 'txt', 'log', 'html', 'htm', 'xml', 'md'];
/** Largest size that an editor opens without delay. */
const MOST_BYTES = 20_000_000;

export function opensAsText(path: string, bytes: number): boolean {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending !== undefined && TEXT_ENDINGS.includes(ending) && bytes <= MOST_BYTES;
}

/** Last segment of a URI's path, decoded. */
export function shortName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
