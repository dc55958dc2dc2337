import { expect, test } from 'vitest';
import { looksLikeGb18030 } from './gb18030.ts';

const UTF8 = new TextEncoder();

test('Chinese in GBK is recognised, even if the sample cuts a character', () => {
  expect(looksLikeGb18030(Uint8Array.of(0xb4, 0xfa, 0xb9, 0xba, 0x0a))).toBe(true);
  expect(looksLikeGb18030(Uint8Array.of(0x61, 0x2c, 0xc4, 0xe3, 0xba, 0xc3, 0xc4))).toBe(true);
});

test('UTF-8 is not, even with a fault in it', () => {
  expect(looksLikeGb18030(UTF8.encode('昵称,消息'))).toBe(false);
  expect(looksLikeGb18030(Uint8Array.of(...UTF8.encode('昵称,消息'), 0xff))).toBe(false);
});

test.each(['n\u00e9e M\u00fcller', 'Gr\u00fc\u00dfe aus K\u00f6ln, sch\u00f6ne Stra\u00dfe', 'caf\u00e9, p\u00e2te'])(
  'nor is Latin-1: %s',
  (text) => {
    expect(looksLikeGb18030(Uint8Array.of(...[...text].map((letter) => letter.charCodeAt(0))))).toBe(false);
  },
);
