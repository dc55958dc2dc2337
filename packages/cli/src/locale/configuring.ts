/** The sentences about `steward.config.json`, in both languages. */

export interface ConfigFault {
  path: string;
  line: number;
  column: number;
  what: 'syntax' | 'unknown' | 'value';
  /** The key, or what the parser said. */
  found: string;
  /** What would be right. */
  expected: string;
}

export interface ConfiguringMessages {
  paths: string;
  severity: string;
  fault: (fault: ConfigFault) => string;
  unknownCode: (path: string, code: string, suggestion: string | null) => string;
}

const place = ({ path, line, column }: ConfigFault): string => `${path}:${line}:${column}`;

export const configuringEn: ConfiguringMessages = {
  paths: 'files, folders and globs for commands that are given none',
  severity: 'severity of findings by code; errors stay errors, because a file with one cannot run',
  fault: (fault) => {
    if (fault.what === 'syntax') return `${place(fault)} is no JSON: ${fault.found}`;
    if (fault.what === 'unknown')
      return `${place(fault)} has no meaning: ${fault.found}. Here may stand: ${fault.expected}.`;
    return `${place(fault)} ${fault.found} cannot be that. It is one of: ${fault.expected}`;
  },
  unknownCode: (path, code, suggestion) =>
    `${path} gives a severity to ${code}, which is no code.${suggestion === null ? '' : ` Did you mean ${suggestion}?`}`,
};

export const configuringZh: ConfiguringMessages = {
  paths: '命令没有写路径时使用的文件、文件夹和通配符',
  severity: '按代码设定问题的级别；错误始终是错误，因为有错误的文件不能运行',
  fault: (fault) => {
    if (fault.what === 'syntax') return `${place(fault)} 不是 JSON：${fault.found}`;
    if (fault.what === 'unknown') return `${place(fault)} 没有这一项：${fault.found}。这里可以写：${fault.expected}。`;
    return `${place(fault)} ${fault.found} 不能是这个值。可以是：${fault.expected}`;
  },
  unknownCode: (path, code, suggestion) =>
    `${path} 给 ${code} 设定了级别，但没有这个代码。${suggestion === null ? '' : `是不是想写 ${suggestion}？`}`,
};
