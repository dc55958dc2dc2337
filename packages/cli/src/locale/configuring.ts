/** The sentences about `steward.config.json`, in both languages. */

/** What JSON wants at a place; `symbol`: what stands there is nothing that JSON knows. */
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
  | { what: 'unreadable'; reason: { en: string; zh: string } }
  | { what: 'syntax'; syntax: SyntaxFault }
  | { what: 'depth'; most: number }
  /** `found`: the keys that lead there; `expected`: what would be right. */
  | { what: 'unknown' | 'value' | 'said'; found: string; expected: string }
);

const SYNTAX_EN: Readonly<Record<SyntaxFault, string>> = {
  key: 'a key in double quotes is expected here, or there is a comma too many',
  value: 'a value is expected here, or there is a comma too many',
  colon: '`:` is expected here',
  comma: '`,` is expected here',
  brace: '`}` is expected here',
  bracket: '`]` is expected here',
  end: 'the file should end here',
  comment: 'JSON has no comments',
  string: 'the text in quotes does not end, or has a character that has to be escaped',
  symbol: 'this is neither a text in double quotes, a number, true, false nor null',
};

const SYNTAX_ZH: Readonly<Record<SyntaxFault, string>> = {
  key: '这里要写双引号括起的键，或前面多了一个逗号',
  value: '这里要写一个值，或前面多了一个逗号',
  colon: '这里缺少 `:`',
  comma: '这里缺少 `,`',
  brace: '这里缺少 `}`',
  bracket: '这里缺少 `]`',
  end: '文件应当在这里结束',
  comment: 'JSON 里不能写注释',
  string: '引号里的文字没有结束，或含有需要转义的字符',
  symbol: '这既不是双引号括起的文字，也不是数字、true、false 或 null',
};

export interface ConfiguringMessages {
  paths: string;
  roots: string;
  severity: string;
  fault: (fault: ConfigFault) => string;
  unknownCode: (path: string, code: string, suggestion: string | null) => string;
}

const place = ({ path, line, column }: ConfigFault): string => `${path}:${line}:${column}`;

export const configuringEn: ConfiguringMessages = {
  paths: 'files, folders and globs for commands that are given none',
  roots: 'folders that rules may name files in, besides their own',
  severity: 'severity of findings by code; errors stay errors, because a file with one cannot run',
  fault: (fault) => {
    if (fault.what === 'unreadable') return `${fault.path} cannot be read: ${fault.reason.en}`;
    if (fault.what === 'syntax') return `${place(fault)} is not valid JSON: ${SYNTAX_EN[fault.syntax]}.`;
    if (fault.what === 'depth') return `${place(fault)} nests more than ${fault.most} brackets. A config needs three.`;
    if (fault.what === 'unknown')
      return `${place(fault)} has no meaning: ${fault.found}. Here may stand: ${fault.expected}.`;
    if (fault.what === 'said')
      return `${place(fault)} ${fault.found} has no place in a config, which may be anybody's. Say it on the command line: ${fault.expected}`;
    return `${place(fault)} ${fault.found} cannot be that. It is one of: ${fault.expected}`;
  },
  unknownCode: (path, code, suggestion) =>
    `${path} gives a severity to ${code}, which is no code.${suggestion === null ? '' : ` Did you mean ${suggestion}?`}`,
};

export const configuringZh: ConfiguringMessages = {
  paths: '命令没有写路径时使用的文件、文件夹和通配符',
  roots: '除规则所属的文件夹外，规则还可以引用哪些文件夹里的文件',
  severity: '按代码设定问题的级别；错误始终是错误，因为有错误的文件不能运行',
  fault: (fault) => {
    if (fault.what === 'unreadable') return `无法读取 ${fault.path}：${fault.reason.zh}`;
    if (fault.what === 'syntax') return `${place(fault)} 不是 JSON：${SYNTAX_ZH[fault.syntax]}。`;
    if (fault.what === 'depth') return `${place(fault)} 嵌套了 ${fault.most} 层以上的括号。配置只需要三层。`;
    if (fault.what === 'unknown') return `${place(fault)} 没有这一项：${fault.found}。这里可以写：${fault.expected}。`;
    if (fault.what === 'said')
      return `${place(fault)} ${fault.found} 不能写在配置里，因为配置可能出自任何人。请写在命令行上：${fault.expected}`;
    return `${place(fault)} ${fault.found} 不能是这个值。可以是：${fault.expected}`;
  },
  unknownCode: (path, code, suggestion) =>
    `${path} 给 ${code} 设定了级别，但没有这个代码。${suggestion === null ? '' : `是不是想写 ${suggestion}？`}`,
};
