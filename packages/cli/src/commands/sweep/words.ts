import { sentences } from '@steward/text';

export const SWEEP = sentences({
  badValue: {
    en: (value: string, like: string) =>
      `--values: ${value} is not a value of this bound. Write values like ${like}, separated by commas.`,
    zh: (value, like) => `--values：${value} 不是这个界限的值。请写成 ${like} 这样，用逗号分开。`,
  },
  noBound: {
    en: (asked: string) =>
      asked === '' ? 'Say which bound. The rules have:' : `There is no bound ${asked}. The rules have:`,
    zh: (asked) => (asked === '' ? '请指明界限。规则中有：' : `没有界限 ${asked}。规则中有：`),
  },
  severalBounds: {
    en: (asked: string) => `${asked} may be any of these bounds. Name one:`,
    zh: (asked) => `${asked} 可能是下面任何一个界限，请指明：`,
  },
});
