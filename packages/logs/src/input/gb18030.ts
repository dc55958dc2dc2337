/**
 * Whether bytes are GB18030 (or GBK, its part) and not UTF-8 with a fault in it. Nothing in a file says so; but text of either encoding is hardly
 * ever text of the other.
 */

/** Bytes that are looked at. */
const SAMPLE_BYTES = 64 << 10;
/** Of runs that are no UTF-8, so many to one that is. */
const MAJORITY = 10;

/** @param bytes the first of a file that are not all ASCII */
export function looksLikeGb18030(bytes: Buffer): boolean {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(first, first + SAMPLE_BYTES);
  const { sound, faulty } = utf8Characters(sample);
  return faulty > sound * MAJORITY && decodes(sample);
}

interface Counts {
  /** Characters of three or four bytes, as nearly all Chinese is in UTF-8; pairs occur in GBK by chance. */
  sound: number;
  /** Bytes that neither begin nor belong to a character. */
  faulty: number;
}

function utf8Characters(bytes: Buffer): Counts {
  const counts: Counts = { sound: 0, faulty: 0 };
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length === 0) counts.faulty += 1;
    else if (length >= 3) counts.sound += 1;
    at += Math.max(1, length);
  }
  return counts;
}

/** Bytes of the UTF-8 character that begins here; 0 where none does. The end of the sample may cut one off. */
function characterLength(bytes: Buffer, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80) return 1;
  const length = byte >= 0xf0 && byte < 0xf8 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  if (length === 0 || byte >= 0xf8) return 0;
  for (let next = at + 1; next < Math.min(at + length, bytes.length); next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function decodes(sample: Buffer): boolean {
  try {
    // The sample may end in the middle of a character.
    new TextDecoder('gb18030', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
