/** Decodes the bytes of a file. */
import { type Bilingual, looksLikeGb18030 } from '@steward/text';
import type { FileContent } from './file-system.ts';

/** Accepts UTF-8 with or without a byte order mark. For other encodings, the result names the encoding. */
export function decode(bytes: Uint8Array): FileContent {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return { kind: 'unreadable', reason: notUtf8('UTF-16'), utf16 };
  const text = decodedAs('utf-8', bytes);
  if (text !== null) return { kind: 'text', text };
  return { kind: 'unreadable', reason: notUtf8(looksLikeGb18030(bytes) ? 'GBK' : null) };
}

function utf16Of(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodedAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodedAs('utf-16be', bytes);
  return null;
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notUtf8(encoding: string | null): Bilingual {
  if (encoding === null) {
    return {
      en: 'it is not UTF-8. Save it as UTF-8 in your editor.',
      zh: '它不是 UTF-8 编码。请在编辑器里另存为 UTF-8。',
    };
  }
  return {
    en: `it is ${encoding}, not UTF-8. Save it as UTF-8 in your editor.`,
    zh: `它是 ${encoding} 编码，不是 UTF-8。请在编辑器里另存为 UTF-8。`,
  };
}
