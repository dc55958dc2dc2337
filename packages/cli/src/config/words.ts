/** The sentences about `steward.config.json`. */
import { type Bilingual, sentences } from '@steward/text';

/** What JSON expects at a position; `symbol`: a token that JSON does not have. */
export type SyntaxFault =
  | 'key'
  | 'value'
  | 'colon'
  | 'comma'
  | 'brace'
  | 'bracket'
  | 'end'
  | 'comment'
  | 'string'
  | 'symbol';

export type ConfigFault = { path: string; line: number; column: number } & (
  | { what: 'unreadable'; reason: Bilingual }
  | { what: 'syntax'; syntax: SyntaxFault }
  | { what: 'depth'; most: number }
  /** `found`: the keys that lead there, none for the file as a whole; `expected`: what would be right. */
  | { what: 'unknown' | 'value' | 'said'; found: string; expected: string }
  /** `expected`: the path that leads out of the config's folder. */
  | { what: 'outside'; found: string; expected: string }
);

const SYNTAX: Readonly<Record<SyntaxFault, Bilingual>> = {
  key: {
    en: 'a key in double quotes is expected here, or there is an extra comma',
    zh: '这里要写双引号括起的键，或前面多了一个逗号',
  },
  value: { en: 'a value is expected here, or there is an extra comma', zh: '这里要写一个值，或前面多了一个逗号' },
  colon: { en: '`:` is expected here', zh: '这里缺少 `:`' },
  comma: { en: '`,` is expected here', zh: '这里缺少 `,`' },
  brace: { en: '`}` is expected here', zh: '这里缺少 `}`' },
  bracket: { en: '`]` is expected here', zh: '这里缺少 `]`' },
  end: { en: 'the file should end here', zh: '文件应当在这里结束' },
  comment: { en: 'JSON has no comments', zh: 'JSON 里不能写注释' },
  string: {
    en: 'the text in quotes does not end, or has a character that has to be escaped',
    zh: '引号里的文字没有结束，或含有需要转义的字符',
  },
  symbol: {
    en: 'expected a text in double quotes, a number, true, false or null',
    zh: '这既不是双引号括起的文字，也不是数字、true、false 或 null',
  },
};

const place = ({ path, line, column }: ConfigFault): string => `${path}:${line}:${column}`;

export const CONFIG = sentences({
  paths: {
    en: 'files, folders and globs for commands that name none',
    zh: '命令没有写路径时使用的文件、文件夹和通配符',
  },
  roots: {
    en: 'folders, besides their own, whose files the rules may refer to',
    zh: '除规则所属的文件夹外，规则还可以引用哪些文件夹里的文件',
  },
  severity: {
    en: 'severity of findings by code; errors stay errors, because a file with errors cannot run',
    zh: '按代码设定问题的级别；错误始终是错误，因为有错误的文件不能运行',
  },
  fault: {
    en: (fault: ConfigFault) => {
      if (fault.what === 'unreadable') return `${fault.path} cannot be read: ${fault.reason.en}`;
      if (fault.what === 'syntax') return `${place(fault)} is not valid JSON: ${SYNTAX[fault.syntax].en}.`;
      if (fault.what === 'depth')
        return `${place(fault)} nests more than ${fault.most} brackets. A config needs three.`;
      if (fault.what === 'unknown')
        return `${place(fault)} unknown key: ${fault.found}. Known here: ${fault.expected}.`;
      if (fault.what === 'said')
        return `${place(fault)} ${fault.found} cannot be set in a config, which anyone may have written. Use the command line: ${fault.expected}`;
      if (fault.what === 'outside')
        return `${place(fault)} ${fault.expected} is outside the config's folder. A config, which anyone may have written, names only files inside; give this path on the command line.`;
      if (fault.found === '') return `${place(fault)} a config is an object in braces: ${fault.expected}`;
      return `${place(fault)} ${fault.found} cannot have this value. Allowed: ${fault.expected}`;
    },
    zh: (fault) => {
      if (fault.what === 'unreadable') return `无法读取 ${fault.path}：${fault.reason.zh}`;
      if (fault.what === 'syntax') return `${place(fault)} 不是 JSON：${SYNTAX[fault.syntax].zh}。`;
      if (fault.what === 'depth') return `${place(fault)} 嵌套了 ${fault.most} 层以上的括号。配置只需要三层。`;
      if (fault.what === 'unknown')
        return `${place(fault)} 没有这一项：${fault.found}。这里可以写：${fault.expected}。`;
      if (fault.what === 'said')
        return `${place(fault)} ${fault.found} 不能写在配置里，因为配置可能出自任何人。请写在命令行上：${fault.expected}`;
      if (fault.what === 'outside')
        return `${place(fault)} ${fault.expected} 在配置所在的文件夹之外。配置可能出自任何人，只能写文件夹内的路径；请把这个路径写在命令行上。`;
      if (fault.found === '') return `${place(fault)} 配置应当是花括号括起的对象：${fault.expected}`;
      return `${place(fault)} ${fault.found} 不能是这个值。可以是：${fault.expected}`;
    },
  },
  unknownCode: {
    en: (path: string, code: string, suggestion: string | null) =>
      `${path} sets a severity for ${code}, which is not a code.${suggestion === null ? '' : ` Did you mean ${suggestion}?`}`,
    zh: (path, code, suggestion) =>
      `${path} 给 ${code} 设定了级别，但没有这个代码。${suggestion === null ? '' : `是不是想写 ${suggestion}？`}`,
  },
});
