/**
 * Guesses whether bytes are GB18030 (or GBK, a part of it) rather than UTF-8 with a fault in it. Nothing in a file says
 * so, but text in one of the two hardly ever makes sense in the other.
 */

const SAMPLE_BYTES = 64 << 10;
/** So many bytes that are no UTF-8 to one character that is. */
const MAJORITY = 10;
/**
 * Latin-1 decodes as GB18030, too: an accented letter and its neighbour make a pair. But nearly all of such pairs are
 * outside GB2312, the part that Chinese mostly uses; traditional characters are the other part.
 */
const COMMON_SHARE = 1 / 3;

/** @param bytes the first of a file; not all of them ASCII */
export function looksLikeGb18030(bytes: Uint8Array): boolean {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(first, first + SAMPLE_BYTES);
  const { sound, faulty } = utf8Characters(sample);
  return faulty > sound * MAJORITY && decodes(sample) && areMostlyCommon(sample);
}

interface Counts {
  /** Characters of three or four bytes, as nearly all Chinese is in UTF-8; pairs occur in GBK by chance. */
  sound: number;
  /** Bytes that neither begin nor belong to a character. */
  faulty: number;
}

function utf8Characters(bytes: Uint8Array): Counts {
  const counts: Counts = { sound: 0, faulty: 0 };
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length === 0) counts.faulty += 1;
    else if (length >= 3) counts.sound += 1;
    at += Math.max(1, length);
  }
  return counts;
}

/** Bytes of the UTF-8 character that begins here; 0 if none does. The end of the sample may cut one off. */
function characterLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80) return 1;
  const length = byte >= 0xf0 && byte < 0xf8 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  if (length === 0 || byte >= 0xf8) return 0;
  for (let next = at + 1; next < Math.min(at + length, bytes.length); next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function decodes(sample: Uint8Array): boolean {
  try {
    // The sample may end in the middle of a character.
    new TextDecoder('gb18030', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Whether enough of the pairs are characters of GB2312. */
function areMostlyCommon(sample: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at + 1 < sample.length; ) {
    const [first = 0, second = 0] = [sample[at], sample[at + 1]];
    const isPair = first > 0x80 && second >= 0x40;
    if (isPair) pairs += 1;
    if (isPair && first >= 0xa1 && second >= 0xa1) common += 1;
    at += first < 0x80 ? 1 : isPair ? 2 : 4;
  }
  return pairs > 0 && common >= pairs * COMMON_SHARE;
}
