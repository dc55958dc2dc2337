/**
 * Guesses whether bytes are GB18030 (or GBK, a part of it) rather than UTF-8 with a fault in it. Nothing in a file says
 * so, but text in one of the two hardly ever makes sense in the other.
 */

const SAMPLE_BYTES = 64 << 10;
/** So many bytes that are no UTF-8 to one character that is. */
const MAJORITY = 10;
/** Nearly every pair of bytes is some character of GBK, but Latin-1 read as GBK gives rare ones. */
const CHINESE = /[\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFFEF]/;
const CHINESE_SHARE = 0.9;

/** @param bytes the first of a file; not all of them ASCII */
export function looksLikeGb18030(bytes: Uint8Array): boolean {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(first, first + SAMPLE_BYTES);
  const { sound, faulty } = utf8Characters(sample);
  return faulty > sound * MAJORITY && isChinese(decoded(sample));
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

/** Bytes of the UTF-8 character that begins here; 0 where none does. The end of the sample may cut one off. */
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

/** null if the bytes are no GB18030. */
function decoded(sample: Uint8Array): string | null {
  try {
    // The sample may end in the middle of a character.
    return new TextDecoder('gb18030', { fatal: true }).decode(sample, { stream: true });
  } catch {
    return null;
  }
}

function isChinese(text: string | null): boolean {
  const foreign = [...(text ?? '')].filter((character) => character > '\u007F');
  const chinese = foreign.filter((character) => CHINESE.test(character));
  return foreign.length > 0 && chinese.length >= CHINESE_SHARE * foreign.length;
}
