/** Options that several commands have. */
import { LOG_FORMATS } from './log-formats.generated.ts';
import type { OptionSpecification } from './specification.ts';

export const KINDS = ['service', 'interest', 'knowledge', 'conversion'];

export const OUTPUT: OptionSpecification = {
  name: 'output',
  short: 'o',
  kind: 'value',
  value: 'FILE',
  writes: true,
  about: {
    en: 'write to this file instead of standard output; it is replaced only once everything is done',
    zh: '写入文件而不是标准输出；全部完成后才替换原文件',
  },
};

export const TEXT_OR_JSON: OptionSpecification = {
  name: 'format',
  kind: 'value',
  value: 'text|json',
  choices: ['text', 'json'],
  about: { en: 'text for people (default) or JSON', zh: 'text 给人看（默认）或 json' },
};

export const FROM: OptionSpecification = {
  name: 'from',
  kind: 'value',
  value: 'FORMAT',
  choices: LOG_FORMATS,
  about: {
    en: `format of the log, if its name and content do not tell: ${LOG_FORMATS.join(', ')}`,
    zh: `日志格式，文件名和内容看不出来时使用：${LOG_FORMATS.join('、')}`,
  },
};

/** Which log, and how it is read. */
export const LOG: readonly OptionSpecification[] = [
  {
    name: 'log',
    short: 'l',
    kind: 'list',
    value: 'FILE',
    about: {
      en: "a log, or a glob (repeatable); default: the group's `sample`, or else a generated log",
      zh: '日志文件或通配符（可重复）；默认用群里的 sample，没有则用虚构日志',
    },
  },
  FROM,
  {
    name: 'group',
    short: 'g',
    kind: 'list',
    value: 'NAME',
    about: {
      en: 'only this group: a name from the rules, or an id or name from the log (repeatable)',
      zh: '只看这个群：规则里的群名，或日志里的群标识、群名（可重复）',
    },
  },
  {
    name: 'roster',
    kind: 'value',
    value: 'FILE',
    about: {
      en: 'who is in the group (CSV: member, name, role, joined)',
      zh: '成员名册（CSV：member, name, role, joined）',
    },
  },
  {
    name: 'lenient',
    kind: 'flag',
    about: { en: 'skip rows that cannot be read, and count them', zh: '跳过无法读取的行，并计数' },
  },
  {
    name: 'without-members',
    kind: 'flag',
    about: {
      en: 'accept a log whose events name no members',
      zh: '接受没有成员的日志（默认拒绝读取）',
    },
  },
  {
    name: 'shows',
    kind: 'value',
    value: 'SIGNALS',
    about: { en: 'what the log can show: message,read,click,…', zh: '日志能显示哪些信号：message,read,click,…' },
  },
  {
    name: 'timezone',
    kind: 'value',
    value: 'ZONE',
    about: { en: 'time zone for times in the log that have none', zh: '日志里没有写时区的时间按此时区理解' },
  },
];
