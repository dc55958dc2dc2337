/** Faults of single values of our own schema. */

import { MEDIA, ROLES, SIGNALS } from '@steward/events';
import type { Bilingual } from '@steward/text';
import { instantText } from '@steward/time';
import type { FieldFault, FieldFaultCode } from '../schema/record.ts';
import { wordMeant } from '../schema/words-meant.ts';
import { type LogProblem, type Place, quoted } from './problem.ts';

interface Template {
  message: Bilingual;
  expected: Bilingual | null;
  advice: Bilingual;
}

const FIX_OR_LENIENT: Bilingual = {
  en: 'Correct the value, or skip such rows with --lenient.',
  zh: '请改正该值，或用 --lenient 跳过这样的行。',
};

const TIME_FORMS: Bilingual = {
  en: 'ISO 8601 with a zone (2025-03-01T20:00:00+08:00) or seconds, milliseconds or microseconds since 1970',
  zh: '带时区的 ISO 8601（2025-03-01T20:00:00+08:00），或自 1970 年起的秒、毫秒、微秒数',
};

const TEMPLATES: Readonly<Record<FieldFaultCode, Template>> = {
  noTime: {
    message: { en: 'The event has no time', zh: '事件没有时间' },
    expected: TIME_FORMS,
    advice: {
      en: 'Give every event a `ts`, or skip such rows with --lenient.',
      zh: '请为每个事件写上 `ts`，或用 --lenient 跳过这样的行。',
    },
  },
  notATime: {
    message: { en: 'This is not a time', zh: '这不是时间' },
    expected: TIME_FORMS,
    advice: FIX_OR_LENIENT,
  },
  noZone: {
    message: {
      en: 'The time has no time zone, so the instant is ambiguous',
      zh: '时间没有时区，无法确定是哪一刻',
    },
    expected: TIME_FORMS,
    advice: {
      en: 'Give the log’s zone with --timezone Asia/Shanghai, or with `timezone` in the log’s .meta.json.',
      zh: '请用 --timezone Asia/Shanghai 说明日志所用的时区，或在日志的 .meta.json 里写 `timezone`。',
    },
  },
  ambiguousDate: {
    message: {
      en: 'It is unclear which number is the year, the month and the day',
      zh: '无法分辨哪个数字是年、哪个是月、哪个是日',
    },
    expected: { en: 'the year first, with four digits: 2025/9/1 9:05', zh: '四位的年份写在最前面：2025/9/1 9:05' },
    advice: {
      en: 'Save the table with such dates (Excel: cell format yyyy-mm-dd hh:mm:ss), or skip such rows with --lenient.',
      zh: '请把日期改成这种写法再保存（Excel 单元格格式 yyyy-mm-dd hh:mm:ss），或用 --lenient 跳过这样的行。',
    },
  },
  outOfRange: {
    message: { en: 'This number is not a time', zh: '这个数字不是时间' },
    expected: TIME_FORMS,
    advice: FIX_OR_LENIENT,
  },
  tooEarly: {
    message: { en: 'The time is before 1990, when there were no group chats', zh: '时间早于 1990 年，那时还没有群聊' },
    expected: TIME_FORMS,
    advice: FIX_OR_LENIENT,
  },
  tooLate: {
    message: { en: 'The time is in the future', zh: '时间在未来' },
    expected: TIME_FORMS,
    advice: {
      en: 'Correct the value (or the clock of this machine), or skip such rows with --lenient.',
      zh: '请改正该值（或本机的时钟），或用 --lenient 跳过这样的行。',
    },
  },
  nanoseconds: {
    message: { en: 'The time looks like nanoseconds since 1970', zh: '时间看起来是自 1970 年起的纳秒数' },
    expected: TIME_FORMS,
    advice: {
      en: 'Divide by 1,000 to make it microseconds, or write ISO 8601.',
      zh: '请除以 1000 换成微秒，或写成 ISO 8601。',
    },
  },
  roundedId: {
    message: {
      en: 'A spreadsheet (Excel) has rounded this id, so different ids look the same',
      zh: '这个 id 已被电子表格（Excel）舍入，不同的 id 变得一样',
    },
    expected: { en: 'the id with all of its digits', zh: '保留全部数字的 id' },
    advice: {
      en: 'Export the log again; if it has to go through Excel, import its ids as text. Or skip such rows with --lenient.',
      zh: '请重新导出日志；一定要用 Excel 打开时，请把 id 列按文本导入。用 --lenient 可跳过这样的行。',
    },
  },
  noGroup: {
    message: { en: 'The event has no group', zh: '事件没有群' },
    expected: { en: 'the id of a group', zh: '群的 id' },
    advice: {
      en: 'Fill in `group`, or leave the whole column out: then the file name is the group.',
      zh: '请填写 `group`，或去掉整列（此时以文件名为群）。',
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
    expected: { en: 'a decimal such as 12.50', zh: '十进制数，例如 12.50' },
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
    message: { en: 'The amount is too large to be added up exactly', zh: '金额过大，无法精确求和' },
    expected: { en: 'less than 900,719,925,474', zh: '小于 900,719,925,474' },
    advice: FIX_OR_LENIENT,
  },
  nul: {
    message: { en: 'The value contains a NUL character', zh: '值中含有 NUL 字符' },
    expected: { en: 'text', zh: '文本' },
    advice: {
      en: 'The file may be damaged or not a text file: export it again, or skip such rows with --lenient.',
      zh: '文件可能已损坏或不是文本：请重新导出，或用 --lenient 跳过这样的行。',
    },
  },
};

export function fieldProblem(fault: FieldFault, place: Place): LogProblem {
  const { message, expected, advice } = TEMPLATES[fault.code];
  const found = fault.found === null ? null : `${fault.field} = ${quoted(fault.found)}`;
  const renamed = withWord(advice, wordMeant(fault.code, fault.found));
  return { code: fault.code, ...place, found, expected, message, advice: withMeant(renamed, fault.meant ?? null) };
}

function withWord(advice: Bilingual, word: string | null): Bilingual {
  if (word === null) return advice;
  return { en: `Did you mean \`${word}\`? ${advice.en}`, zh: `是否应为 \`${word}\`？${advice.zh}` };
}

/** A wrong unit puts a time decades away, so the message says which time was probably meant. */
function withMeant(advice: Bilingual, micros: number | null): Bilingual {
  if (micros === null) return advice;
  const time = instantText(Math.floor(micros / 1000) * 1000).replace('.000Z', 'Z');
  return {
    en: `Seconds, milliseconds, microseconds and nanoseconds seem to be mixed up: the time may be ${time}. ${advice.en}`,
    zh: `秒、毫秒、微秒、纳秒可能弄混了，实际时间可能是 ${time}。${advice.zh}`,
  };
}

function listed(names: readonly string[]): Bilingual {
  return { en: `one of ${names.join(', ')}`, zh: `其中之一：${names.join('、')}` };
}
