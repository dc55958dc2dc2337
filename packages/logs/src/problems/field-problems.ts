/** Faults of single values of our own schema, in words. */
import { MEDIA, ROLES, SIGNALS } from '@steward/events';
import type { FieldFault, FieldFaultCode } from '../schema/record.ts';
import { type Bilingual, type LogProblem, type Place, quoted } from './problem.ts';

interface Template {
  message: Bilingual;
  expected: Bilingual | null;
  advice: Bilingual;
}

const FIX_OR_LENIENT: Bilingual = {
  en: 'Correct the value, or skip such rows with --lenient.',
  zh: '请改正该值,或用 --lenient 跳过这样的行。',
};

const TIME_FORMS: Bilingual = {
  en: 'ISO 8601 with a zone (2025-03-01T20:00:00+08:00) or seconds, milliseconds or microseconds since 1970',
  zh: '带时区的 ISO 8601(2025-03-01T20:00:00+08:00),或自 1970 年起的秒、毫秒、微秒数',
};

const TEMPLATES: Readonly<Record<FieldFaultCode, Template>> = {
  noTime: {
    message: { en: 'The event has no time', zh: '事件没有时间' },
    expected: TIME_FORMS,
    advice: {
      en: 'Give every event a `ts`, or skip such rows with --lenient.',
      zh: '请为每个事件写上 `ts`,或用 --lenient 跳过这样的行。',
    },
  },
  notATime: {
    message: { en: 'This is not a time', zh: '这不是时间' },
    expected: TIME_FORMS,
    advice: FIX_OR_LENIENT,
  },
  noZone: {
    message: {
      en: 'The time says no time zone, so it could be any of several instants',
      zh: '时间没有时区,无法确定是哪一刻',
    },
    expected: TIME_FORMS,
    advice: {
      en: 'Say which zone the log was written in with --timezone Asia/Shanghai, or with `timezone` in the log’s .meta.json.',
      zh: '请用 --timezone Asia/Shanghai 说明日志所用的时区,或在日志的 .meta.json 里写 `timezone`。',
    },
  },
  outOfRange: {
    message: { en: 'The time is outside 1970 to 2199', zh: '时间不在 1970 年至 2199 年之间' },
    expected: TIME_FORMS,
    advice: FIX_OR_LENIENT,
  },
  noGroup: {
    message: { en: 'The event has no group', zh: '事件没有群' },
    expected: { en: 'the id of a group', zh: '群的 id' },
    advice: {
      en: 'Fill in `group`, or leave the whole column out: then the file’s name is the group.',
      zh: '请填写 `group`,或去掉整列(此时以文件名为群)。',
    },
  },
  unknownRole: {
    message: { en: 'Unknown role', zh: '未知的角色' },
    expected: listed(ROLES),
    advice: FIX_OR_LENIENT,
  },
  unknownKind: {
    message: { en: 'Unknown kind of event', zh: '未知的事件种类' },
    expected: listed(SIGNALS),
    advice: FIX_OR_LENIENT,
  },
  unknownMedia: {
    message: { en: 'Unknown media', zh: '未知的媒体类型' },
    expected: listed(MEDIA),
    advice: FIX_OR_LENIENT,
  },
  notANumber: {
    message: { en: 'The amount is not a number', zh: '金额不是数字' },
    expected: { en: 'a decimal such as 12.50', zh: '十进制数,例如 12.50' },
    advice: FIX_OR_LENIENT,
  },
  negative: {
    message: { en: 'The amount is negative', zh: '金额为负数' },
    expected: { en: 'zero or more', zh: '不小于零' },
    advice: FIX_OR_LENIENT,
  },
  tooManyDecimals: {
    message: { en: 'The amount has more than four decimals', zh: '金额的小数超过四位' },
    expected: { en: 'at most four decimals', zh: '最多四位小数' },
    advice: FIX_OR_LENIENT,
  },
  tooLarge: {
    message: { en: 'The amount is too large to be added up exactly', zh: '金额过大,无法精确求和' },
    expected: { en: 'less than 900,719,925,474', zh: '小于 900,719,925,474' },
    advice: FIX_OR_LENIENT,
  },
  nul: {
    message: { en: 'The value holds a NUL character', zh: '值中含有 NUL 字符' },
    expected: { en: 'text', zh: '文本' },
    advice: {
      en: 'The file may be damaged or not be text: export it again, or skip such rows with --lenient.',
      zh: '文件可能已损坏或不是文本:请重新导出,或用 --lenient 跳过这样的行。',
    },
  },
};

export function fieldProblem(fault: FieldFault, place: Place): LogProblem {
  const { message, expected, advice } = TEMPLATES[fault.code];
  const found = fault.found === null ? null : `${fault.field} = ${quoted(fault.found)}`;
  return { code: fault.code, ...place, found, expected, message, advice };
}

function listed(names: readonly string[]): Bilingual {
  return { en: `one of ${names.join(', ')}`, zh: `其中之一:${names.join('、')}` };
}
