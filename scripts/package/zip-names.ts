/** File names in a zip archive, from the directory at its end. Throws if there is none. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;

export function zipNames(bytes: Buffer): string[] {
  let end = bytes.length - END_SIZE;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('This is no zip archive');
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('The directory of the zip archive is damaged');
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    names.push(bytes.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + (name ?? 0)));
    at += ENTRY_SIZE + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}
