/**
 * Converts dates, times, amounts and durations from the notations people use elsewhere into ours.
 *
 * Pure: takes a text, returns what to write instead, or null if no meaning is certain.
 */

import { plainText } from '@steward/numbers';
import { durationMicros, durationOf, parseDuration, twoDigits, UNIT_MICROS } from '@steward/time';
import { isChinese } from './chinese.ts';
import { CHINESE_BEFORE_LENGTH } from './grammar-words.ts';
import { inSimplified } from './traditional.ts';

/** Amounts longer than this are not examined. */
const LONGEST = 60;

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const CHINESE_TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const CHINESE_NUMBER = '[零〇一二两三四五六七八九十百千万]+';

/** `七` → 7, `二十一` → 21, `三百` → 300, `两万` → 20000; null for anything else. */
function chineseNumber(text: string): number | null {
  const [high, low, more] = text.split('万');
  if (more !== undefined || text === '') return null;
  if (low === undefined) return belowTenThousand(text);
  const left = belowTenThousand(high ?? '');
  const right = low === '' ? 0 : belowTenThousand(low);
  return left === null || right === null ? null : left * 10_000 + right;
}

function belowTenThousand(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const character of text) {
    const ten = CHINESE_TENS[character];
    if (ten !== undefined) {
      total += (digit ?? 1) * ten;
      digit = null;
      continue;
    }
    const value = CHINESE_DIGITS[character];
    if (value === undefined) return null;
    digit = value;
  }
  return text === '' ? null : total + (digit ?? 0);
}

/** Foreign spellings of units: our unit, and how many of ours make up one of theirs. */
const UNITS: readonly (readonly [pattern: RegExp, unit: string, each: number])[] = [
  [/^(?:s|seconds?|secs?)$/i, 's', 1],
  [/^(?:m|min|minutes?|mins?)$/i, 'min', 1],
  [/^(?:h|hours?|hrs?|hr)$/i, 'h', 1],
  [/^(?:d|days?)$/i, 'd', 1],
  [/^(?:w|weeks?|wks?|wk)$/i, 'w', 1],
  [/^(?:months?|mos?|mth)$/i, 'd', 30],
  [/^(?:y|years?|yrs?|yr)$/i, 'd', 365],
  [/^(?:秒|秒钟)$/, '秒', 1],
  [/^(?:分|分钟)$/, '分钟', 1],
  [/^个?(?:小时|时|钟头)$/, '小时', 1],
  [/^个?(?:天|日)$/, '天', 1],
  [/^个?(?:周|星期|礼拜)$/, '周', 1],
  [/^个?月$/, '天', 30],
  [/^年$/, '天', 365],
];

/** For each unit, the next smaller one and how many of those it contains. */
const FINER: Readonly<Record<string, readonly [number, string]>> = {
  w: [7, 'd'],
  周: [7, '天'],
  d: [24, 'h'],
  天: [24, '小时'],
  h: [60, 'min'],
  小时: [60, '分钟'],
  min: [60, 's'],
  分钟: [60, '秒'],
};

/** `7 days` → `7d`, `1.5h` → `90min`, 1 `个月` → `30天`; null if the unit is unknown. */
export function durationWritten(amount: number, unit: string): string | null {
  const known = UNITS.find(([pattern]) => pattern.test(inSimplified(unit)));
  return known === undefined ? null : wholeUnits(amount * known[2], known[1]);
}

function wholeUnits(amount: number, unit: string): string | null {
  const rounded = Number(plainText(amount));
  if (Number.isInteger(rounded)) return `${rounded}${unit}`;
  const finer = FINER[unit];
  return finer === undefined ? null : wholeUnits(rounded * finer[0], finer[1]);
}

const ENGLISH: Readonly<Record<string, string>> = { 秒: 's', 分钟: 'min', 小时: 'h', 天: 'd', 周: 'w' };
const CHINESE: Readonly<Record<string, string>> = { s: '秒', min: '分钟', h: '小时', d: '天', w: '周' };

/** `1h30min` → `90min`. */
function joinedDuration(text: string): string | null {
  const parts = [...text.matchAll(/(\d+)([^\d]+)/g)].map(([, amount = '', unit = '']) =>
    durationWritten(Number(amount), unit),
  );
  if (parts.length < 2 || parts.includes(null)) return null;
  let micros = 0;
  for (const part of parts) {
    const [, amount = '', unit = ''] = /^(\d+)(.*)$/.exec(part ?? '') ?? [];
    const duration = parseDuration(`${amount}${ENGLISH[unit] ?? unit}`);
    if (duration === null) return null;
    micros += durationMicros(duration);
  }
  const unit = micros % UNIT_MICROS.w === 0 ? 'w' : durationOf(micros).unit;
  const amount = micros / UNIT_MICROS[unit];
  return isChinese(text) ? `${amount}${CHINESE[unit]}` : `${amount}${unit}`;
}

const POWERS: Readonly<Record<string, number>> = {
  k: 1000,
  m: 1_000_000,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
};

/** `1万` → `10000`, `1.5k` → `1500`, `1e3` → `1000`, `1_000` → `1000`. */
function plainNumber(text: string): string | null {
  if (/^\d{1,3}(?:_\d{3})+$|^\d{1,3}(?:['’]\d{3})+$/.test(text)) return text.replace(/\D/g, '');
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th|号)$/i.exec(text)?.[1];
  if (ordinal !== undefined) return ordinal;
  const [, digits, power] = /^(\d+(?:\.\d+)?)([kK千万百亿])$/.exec(text) ?? [];
  if (digits !== undefined && power !== undefined) {
    const value = Number(digits) * (POWERS[power.toLowerCase()] ?? Number.NaN);
    return Number.isInteger(value) ? String(value) : null;
  }
  if (/^\d+(?:\.\d+)?[eE]\d{1,2}$/.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? String(value) : null;
  }
  return null;
}

/** `3次以上` means just 3; a measure word only says what is counted. */
const MEASURED = /^(\d+(?:\.\d+)?)(?:条|个|人|位|名|场|篇|元|块|张|遍|回|字)$/;

const TIME = '(\\d{1,2})(?:[:：](\\d{2}))?';

/** `8am` → `08:00`, `8:30 pm` → `20:30`, `8点半` → `08:30`, `下午3点` → `15:00`, `08：00` → `08:00`. */
export function clockWritten(text: string): string | null {
  if (text.length > LONGEST) return null;
  const english = new RegExp(`^${TIME}\\s*(am|pm|a\\.m\\.|p\\.m\\.)$`, 'i').exec(text);
  if (english) return clock(halfDay(Number(english[1]), /^p/i.test(english[3] ?? '')), Number(english[2] ?? 0));
  const chinese =
    /^(凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里)?(\d{1,2}|[零〇一二两三四五六七八九十]+)(?:点钟?|时)(?:(半)|(\d{1,2})分?|整)?$/.exec(
      text,
    );
  if (chinese) {
    const [, part = '', written = '', half, minutes] = chinese;
    const hour = /^\d+$/.test(written) ? Number(written) : chineseNumber(written);
    if (hour === null) return null;
    const isLate = /^(?:下午|傍晚|晚上|晚|夜里)$/.test(part) && hour < 12;
    return clock(isLate ? hour + 12 : hour, half === undefined ? Number(minutes ?? 0) : 30);
  }
  const wide = /^(\d{1,2})[：﹕∶](\d{2})$/.exec(text);
  return wide ? clock(Number(wide[1]), Number(wide[2])) : null;
}

function halfDay(hour: number, isAfternoon: boolean): number {
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function clock(hour: number, minute: number): string | null {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60)) return null;
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;

/** A time with a zone or fractional seconds. */
const ZONED =
  '\\d{4}-\\d{1,2}-\\d{1,2}[T ]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?[ ]?(?:Z(?![A-Za-z0-9_])|[+-]\\d{2}:?\\d{2})';

export function isZoned(text: string): boolean {
  return new RegExp(`^${ZONED}$`).test(text);
}

/** Recognises dates in foreign notations by their other characters, as one pattern for the lexer. */
export const FOREIGN_DATE = new RegExp(
  [
    '\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}(?![\\d.])',
    '\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}(?!\\d)',
    '\\d{4}年\\d{1,2}月\\d{1,2}[日号]?',
    '\\d{1,2}月\\d{1,2}[日号]',
    `${MONTH}[ ]\\d{1,2}(?:st|nd|rd|th)?,?[ ]\\d{4}(?!\\d)`,
    `\\d{1,2}(?:st|nd|rd|th)?[ ]${MONTH},?[ ]\\d{4}(?!\\d)`,
  ]
    .map((form) => `(?:${form}(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?)?)`)
    .concat('\\d{4}-\\d{1,2}-\\d{1,2}T\\d{1,2}(?![\\d:])', `(?:${ZONED})`)
    .join('|'),
  'i',
);

/** `2025/02/03` → `2025-02-03`, `Feb 3 2025, 10:00` likewise; null if day and month could be swapped. */
export function dateWritten(text: string): string | null {
  const hour = /^(\d{4}-\d{1,2}-\d{1,2}T\d{1,2})$/.exec(text)?.[1];
  if (hour !== undefined) return `${hour}:00`;
  const [, time] = /[T ](\d{1,2}:\d{2}(?::\d{2})?)$/.exec(text) ?? [];
  const day = dayWritten(time === undefined ? text : text.slice(0, -time.length - 1));
  return day === null || time === undefined ? day : `${day}T${time.padStart(time.length > 5 ? 8 : 5, '0')}`;
}

export function dayWritten(text: string): string | null {
  const digits = /^(20\d\d)(\d\d)(\d\d)$/.exec(text) ?? /^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})[日号]?$/.exec(text);
  if (digits) return isoDay(digits[1], Number(digits[2]), Number(digits[3]));
  const dotted = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4})$/.exec(text);
  if (dotted) {
    const [, first = '', mark, second = '', year] = dotted;
    const [left, right] = [Number(first), Number(second)];
    // With dots, the day comes first. With slashes that depends on the country, unless only one of the two can be a month.
    if (mark === '.' || left > 12) return isoDay(year, right, left);
    return right > 12 || left === right ? isoDay(year, left, right) : null;
  }
  const american = new RegExp(`^${MONTH} (\\d{1,2})\\D*(\\d{4})$`, 'i').exec(text);
  if (american) return isoDay(american[3], monthNumber(american[1]), Number(american[2]));
  const british = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})$`, 'i').exec(text);
  return british ? isoDay(british[3], monthNumber(british[2]), Number(british[1])) : null;
}

function monthNumber(name = ''): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

function isoDay(year = '', month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Converts an amount followed by letters: `7days` → `7d`, `8am` → `08:00`, `1k` → `1000`, `7天内` → `近7天`. */
export function amountWritten(text: string): string | null {
  if (text.length > LONGEST) return null;
  const whole =
    clockWritten(text) ?? spanWritten(text) ?? plainNumber(text) ?? shareWritten(text) ?? lengthWritten(text);
  return whole ?? wordsBehind(text);
}

/** Whether a result of `amountWritten` is a duration. */
export function isDuration(instead: string): boolean {
  return /^\d+(?:s|min|h|d|w|秒|分钟|小时|天|周)$/.test(instead);
}

/** Words that Chinese writes right after a number, and our word for them. */
const BEHIND: Readonly<Record<string, string>> = {
  或者: '或',
  或是: '或',
  或: '或',
  并且: '且',
  而且: '且',
  同时: '且',
  且: '且',
  那么: '执行',
  则: '执行',
  执行: '执行',
};

/** `3或者互动数` → `3 或 互动数`. */
function wordsBehind(text: string): string | null {
  const [, amount, word = '', rest] =
    new RegExp(`^(\\d+(?:\\.\\d+)?(?:秒|分钟|小时|天|周)?)(${Object.keys(BEHIND).join('|')})(.*)$`).exec(text) ?? [];
  return amount === undefined ? null : `${amount} ${BEHIND[word]} ${rest}`.trimEnd();
}

/** `早9点到晚6点` → `09:00..18:00`. */
export function spanWritten(text: string): string | null {
  const [, from, to] = /^(.+?)[至到](.+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return null;
  const end = clockWritten(to);
  const start = clockWritten(from) ?? (/^\d{1,2}$/.test(from) && end !== null ? clock(Number(from), 0) : null);
  return start === null || end === null ? null : `${start}..${end}`;
}

function shareWritten(text: string): string | null {
  const [, digits] = /^(\d+(?:\.\d+)?)(?:percent|pct|个百分点)$/i.exec(text) ?? [];
  if (digits !== undefined) return `${digits}%`;
  const tenths = chineseShare(text);
  if (tenths !== null) return tenths;
  return MEASURED.exec(text)?.[1] ?? null;
}

/** `五成` → `50%`, `七成半` → `75%`, `3成` → `30%`, `百分之五十` → `50%`. */
function chineseShare(text: string): string | null {
  const hundredths = /^百分之(.+)$/.exec(text)?.[1];
  if (hundredths !== undefined) {
    const amount = /^\d+(?:\.\d+)?$/.test(hundredths) ? Number(hundredths) : chineseNumber(hundredths);
    return amount === null ? null : `${amount}%`;
  }
  const [, tenth = '', rest = ''] = /^([一二两三四五六七八九十]|\d)成(半|[一二三四五六七八九]|\d)?$/.exec(text) ?? [];
  if (tenth === '') return null;
  const digit = (one: string): number => (/^\d$/.test(one) ? Number(one) : (chineseNumber(one) ?? 0));
  return `${digit(tenth) * 10 + (rest === '半' ? 5 : rest === '' ? 0 : digit(rest))}%`;
}

function lengthWritten(text: string): string | null {
  const [, within] = /^(.+?)(?:以内|之内|内)$/.exec(text) ?? [];
  if (within !== undefined) {
    const duration = lengthWritten(within) ?? (/^\d+(?:秒|分钟|小时|天|周)$/.test(within) ? within : null);
    return duration === null ? null : `近${duration}`;
  }
  const [, amount = '', half = '', unit = ''] = /^(\d+(?:\.\d+)?)(个半)?([^\d]+)$/.exec(text) ?? [];
  if (amount === '') return joinedDuration(text);
  return durationWritten(Number(amount) + (half === '' ? 0 : 0.5), unit);
}

/** Chinese numerals before a unit: `近七天` → `近7天`, `一周` → `1周`, `半小时` → `30分钟`, `三次` → `3`. */
export function numeralWritten(text: string): string | null {
  if (text.length > LONGEST) return null;
  const share = chineseShare(text);
  if (share !== null) return share;
  const [, before = '', number = '', unit = '', after = ''] =
    new RegExp(
      `^(${CHINESE_BEFORE_LENGTH.join('|')}|最近|过去|在)?(半|\\d+|${CHINESE_NUMBER})(个半?[^内以之]*|[^内以之]*)(以内|之内|内)?$`,
    ).exec(text) ?? [];
  const amount = number === '半' ? 0.5 : /^\d+$/.test(number) ? Number(number) : chineseNumber(number);
  if (amount === null) return null;
  const recent = /^(?:近|最近|过去)$/.test(before) || after !== '';
  if (before === '在' && !recent) return null;
  const lead = recent ? '近' : before;
  if (unit === '' || unit === '次' || MEASURED.test(`1${unit}`)) {
    return before === '' && after === '' && number !== '半' ? String(amount) : null;
  }
  const [, halfUnit] = /^个半(.+)$/.exec(unit) ?? [];
  const duration = durationWritten(halfUnit === undefined ? amount : amount + 0.5, halfUnit ?? unit);
  return duration === null ? null : `${lead}${duration}`;
}
