import { expect, test } from 'vitest';
import { parseAmount } from './amount.ts';

const sound: [text: string, amount: number][] = [
  ['0', 0],
  ['12.5', 125_000],
  ['0.0001', 1],
  ['1.10000', 11_000],
  ['+3', 30_000],
  ['1e3', 10_000_000],
  ['1.5e-3', 15],
  ['-0', 0],
  // 0.07 * 10,000 is 700.0000000000001 in doubles.
  ['0.07', 700],
  ['900719925473.9999', 9_007_199_254_739_999],
  ['¥99.5', 995_000],
  ['￥1,234.50', 12_345_000],
  ['$ 5', 50_000],
  ['99.5元', 995_000],
  ['1,234', 12_340_000],
  ['12，345，678', 123_456_780_000],
  ['12.5%', 1_250],
  ['RMB 3', 30_000],
  ['１２．５元', 125_000],
  ['NT$30', 300_000],
];
test.each(sound)('%s', (text, amount) => {
  expect(parseAmount(text)).toEqual({ amount });
});

const faulty: [text: string, fault: string][] = [
  ['', 'notANumber'],
  ['12,50', 'notANumber'],
  ['1,2345', 'notANumber'],
  ['1.234,50', 'notANumber'],
  ['1.2万', 'notANumber'],
  ['3块5', 'notANumber'],
  ['(5)', 'notANumber'],
  ['¥', 'notANumber'],
  ['- -5', 'notANumber'],
  ['-¥5', 'negative'],
  ['¥-5', 'negative'],
  ['0.001%', 'tooManyDecimals'],
  ['-0.01', 'negative'],
  ['0.00001', 'tooManyDecimals'],
  ['1e-5', 'tooManyDecimals'],
  ['900719925474', 'tooLarge'],
  ['1e30', 'tooLarge'],
];
test.each(faulty)('%s', (text, fault) => {
  expect(parseAmount(text)).toEqual({ fault });
});
