/** Faults of files, lines and records. Each function makes one kind of problem. */
import type { Bilingual } from '@steward/text';
import { type LogProblem, type Place, quoted } from './problem.ts';

const LENIENT: Bilingual = {
  en: 'Correct the line, or skip such lines with --lenient.',
  zh: '请改正该行，或用 --lenient 跳过这样的行。',
};
const EXPORT_AGAIN: Bilingual = {
  en: 'Export or copy the file again: what follows this place is lost.',
  zh: '请重新导出或复制该文件：此处之后的内容已丢失。',
};

export function wholeFile(file: string): Place {
  return { file, line: null, column: null };
}

export function missingFile(file: string): LogProblem {
  return {
    code: 'missingFile',
    ...wholeFile(file),
    found: null,
    expected: null,
    message: { en: 'There is no such file', zh: '没有这个文件' },
    advice: {
      en: 'Check the path; in a shell, quote patterns such as "logs/*.jsonl".',
      zh: '请检查路径；在命令行里请给 "logs/*.jsonl" 这样的模式加引号。',
    },
  };
}

export function noMatch(pattern: string): LogProblem {
  return {
    code: 'noMatch',
    ...wholeFile(pattern),
    found: null,
    expected: null,
    message: { en: 'No file matches this pattern', zh: '没有文件符合这个模式' },
    advice: { en: 'Check the pattern and the folder it starts from.', zh: '请检查模式以及它所在的目录。' },
  };
}

export function noLogsIn(folder: string, endings: readonly string[]): LogProblem {
  return {
    code: 'noLogs',
    ...wholeFile(folder),
    found: null,
    expected: {
      en: `files that end in ${endings.join(', ')} (also .gz or .zst)`,
      zh: `以 ${endings.join('、')} 结尾的文件（可再加 .gz 或 .zst）`,
    },
    message: { en: 'The folder contains no logs', zh: '目录里没有日志' },
    advice: { en: 'Name the files themselves, or another folder.', zh: '请直接指定文件，或换一个目录。' },
  };
}

export function unreadable(file: string, reason: string): LogProblem {
  return {
    code: 'unreadable',
    ...wholeFile(file),
    found: reason,
    expected: null,
    message: { en: 'The file cannot be read', zh: '文件无法读取' },
    advice: { en: 'Check that it exists and that you may read it.', zh: '请检查文件是否存在、是否有读取权限。' },
  };
}

export function changedWhileRead(file: string): LogProblem {
  return {
    code: 'changedWhileRead',
    ...wholeFile(file),
    found: null,
    expected: null,
    message: { en: 'The file was replaced or changed while it was being read', zh: '读取过程中，文件被替换或修改了' },
    advice: {
      en: 'Run again when the writing has finished, or run on a copy.',
      zh: '请等写入完成后重新运行，或对副本运行。',
    },
  };
}

/** @param reason the system's message */
export function noRoom(folder: string, reason: string): LogProblem {
  return {
    code: 'noRoom',
    ...wholeFile(folder),
    found: quoted(reason),
    expected: null,
    message: {
      en: 'Data that does not fit in memory cannot be written to the temporary folder',
      zh: '放不进内存的数据无法写入临时目录',
    },
    advice: {
      en: 'Free space on its disk, or set the environment variable TMPDIR to another folder.',
      zh: '请清理该磁盘，或用环境变量 TMPDIR 指定另一个目录。',
    },
  };
}

export function outOfMemory(): LogProblem {
  return {
    code: 'outOfMemory',
    ...wholeFile('--log'),
    found: null,
    expected: null,
    message: { en: 'Reading the log needs more memory than allowed', zh: '读取日志所需的内存超过了上限' },
    advice: { en: 'Run on fewer files at a time.', zh: '请分批运行，每次少读几个文件。' },
  };
}

export function truncated(place: Place, kind: string): LogProblem {
  return {
    code: 'truncated',
    ...place,
    found: null,
    expected: { en: `a complete ${kind} file`, zh: `完整的 ${kind} 文件` },
    message: { en: 'The compressed file ends in the middle', zh: '压缩文件不完整，在中途结束' },
    advice: EXPORT_AGAIN,
  };
}

export function corrupt(place: Place, kind: string): LogProblem {
  return {
    code: 'corrupt',
    ...place,
    found: null,
    expected: { en: `${kind} data`, zh: `${kind} 数据` },
    message: { en: 'The compressed file is damaged', zh: '压缩文件已损坏' },
    advice: EXPORT_AGAIN,
  };
}

export function noZstd(file: string): LogProblem {
  return {
    code: 'noZstd',
    ...wholeFile(file),
    found: null,
    expected: null,
    message: { en: 'This version of Node cannot read .zst files', zh: '当前 Node 版本无法读取 .zst 文件' },
    advice: {
      en: 'Use Node 22.15 or newer, or decompress the file first (zstd -d).',
      zh: '请使用 Node 22.15 或更新版本，或先用 zstd -d 解压。',
    },
  };
}

export function emptyLog(file: string): LogProblem {
  return {
    code: 'emptyLog',
    ...wholeFile(file),
    found: null,
    expected: { en: 'at least one event', zh: '至少一个事件' },
    message: { en: 'The log has no events', zh: '日志里没有事件' },
    advice: {
      en: 'Check that the export finished and that it is the right file.',
      zh: '请检查导出是否完成、文件是否正确。',
    },
  };
}

export function invalidUtf8(place: Place): LogProblem {
  return {
    code: 'invalidUtf8',
    ...place,
    found: null,
    expected: {
      en: 'UTF-8, UTF-16 with a byte order mark, or GB18030 throughout',
      zh: 'UTF-8、带 BOM 的 UTF-16，或全文都是 GB18030',
    },
    message: { en: 'The text is not UTF-8', zh: '文本不是 UTF-8 编码' },
    advice: {
      en: 'Save the file as UTF-8 (Excel: "CSV UTF-8"), for instance with: iconv -f GB18030 -t UTF-8.',
      zh: '请把文件另存为 UTF-8（Excel 里选“CSV UTF-8”），例如：iconv -f GB18030 -t UTF-8。',
    },
  };
}

export function nulByte(place: Place): LogProblem {
  return {
    code: 'nulByte',
    ...place,
    found: null,
    expected: { en: 'text', zh: '文本' },
    message: { en: 'The line contains a NUL byte', zh: '该行含有 NUL 字节' },
    advice: {
      en: 'The file may be damaged or not a text file: export it again, or skip such lines with --lenient.',
      zh: '文件可能已损坏或不是文本：请重新导出，或用 --lenient 跳过这样的行。',
    },
  };
}

export function lineTooLong(place: Place, limitBytes: number): LogProblem {
  const limit = `${limitBytes / 1_048_576} MB`;
  return {
    code: 'lineTooLong',
    ...place,
    found: null,
    expected: { en: `records of at most ${limit}`, zh: `每条记录不超过 ${limit}` },
    message: { en: `One record is longer than ${limit}`, zh: `一条记录超过 ${limit}` },
    advice: {
      en: 'Check that each event is on its own line (an unclosed quote has the same effect), or skip such lines with --lenient.',
      zh: '请检查每个事件是否单独成行（引号未闭合也会如此），或用 --lenient 跳过这样的行。',
    },
  };
}

export function unclosedQuote(place: Place, text: string): LogProblem {
  return {
    code: 'unclosedQuote',
    ...place,
    found: quoted(text),
    expected: { en: 'a closing quote', zh: '配对的引号' },
    message: { en: 'The quote that opens here is never closed', zh: '此处开始的引号没有闭合' },
    advice: {
      en: 'Close the quote, and double every quote inside a quoted value ("").',
      zh: '请闭合引号；引号内的引号要写两次（""）。',
    },
  };
}

export function textAfterQuote(place: Place, text: string): LogProblem {
  return {
    code: 'textAfterQuote',
    ...place,
    found: quoted(text),
    expected: { en: 'a separator or the end of the line', zh: '分隔符或行尾' },
    message: { en: 'Text follows a closing quote', zh: '闭合引号之后还有文字' },
    advice: {
      en: 'Double every quote inside a quoted value (""), or skip such lines with --lenient.',
      zh: '引号内的引号要写两次（""），或用 --lenient 跳过这样的行。',
    },
  };
}

export function wrongWidth(place: Place, found: number, expected: number): LogProblem {
  return {
    code: 'wrongWidth',
    ...place,
    found: String(found),
    expected: { en: `${expected} values, as in the first line`, zh: `${expected} 个值（与首行相同）` },
    message: { en: 'The row does not have as many values as the header', zh: '该行的列数与表头不同' },
    advice: LENIENT,
  };
}

export function badJson(place: Place, text: string): LogProblem {
  return {
    code: 'badJson',
    ...place,
    found: text === '' ? null : quoted(text),
    expected: { en: 'one complete JSON object', zh: '一个完整的 JSON 对象' },
    message: { en: 'This is not valid JSON', zh: '这不是有效的 JSON' },
    advice: LENIENT,
  };
}

/** @param most maximum nesting depth */
export function tooDeep(place: Place, most: number): LogProblem {
  return {
    code: 'tooDeep',
    ...place,
    found: null,
    expected: { en: `at most ${most} levels of nested brackets`, zh: `最多 ${most} 层括号` },
    message: { en: 'This JSON is nested too deeply to be read', zh: '这段 JSON 嵌套过深，无法读取' },
    advice: LENIENT,
  };
}

/** A pipe, a socket or a device. */
export function notRegular(file: string): LogProblem {
  return {
    code: 'notRegular',
    ...wholeFile(file),
    found: null,
    expected: { en: 'a regular file', zh: '普通文件' },
    message: { en: 'This is a pipe, a socket or a device', zh: '这是管道、套接字或设备' },
    advice: { en: 'Save its contents to a file.', zh: '请先把内容保存成文件。' },
  };
}

export function notAnObject(place: Place, found: string): LogProblem {
  return {
    code: 'notAnObject',
    ...place,
    found,
    expected: { en: 'a JSON object', zh: 'JSON 对象' },
    message: { en: 'The record is not an object', zh: '该记录不是对象' },
    advice: LENIENT,
  };
}

export function badType(place: Place, field: string, found: string, expected: Bilingual): LogProblem {
  return {
    code: 'badType',
    ...place,
    found: `${field} = ${found}`,
    expected,
    message: { en: `\`${field}\` has the wrong type`, zh: `\`${field}\` 的类型不对` },
    advice: LENIENT,
  };
}

export const TEXT_OR_NUMBER: Bilingual = { en: 'text or a number', zh: '文本或数字' };

export function duplicateColumn(place: Place, column: string): LogProblem {
  return {
    code: 'duplicateColumn',
    ...place,
    found: quoted(column),
    expected: null,
    message: { en: 'Two columns have the same name', zh: '两列同名' },
    advice: { en: 'Rename or remove one of them.', zh: '请改名或删去其中一列。' },
  };
}

/** @param read what can be read, as it follows “expected” */
export function unknownFormat(file: string, read: Bilingual, formats: readonly string[]): LogProblem {
  return {
    code: 'unknownFormat',
    ...wholeFile(file),
    found: null,
    expected: read,
    message: { en: 'The file’s format is unknown', zh: '无法识别该文件的格式' },
    advice: {
      en: `Name the format with --from: ${formats.join(', ')}.`,
      zh: `请用 --from 指定格式：${formats.join('、')}。`,
    },
  };
}

/** @param what the file is, as it follows “This is” @param advice how to get a file that can be read */
export function foreignExport(file: string, read: Bilingual, what: Bilingual, advice: Bilingual): LogProblem {
  return {
    code: 'foreignFormat',
    ...wholeFile(file),
    found: null,
    expected: read,
    message: {
      en: `This is ${what.en}, a format that Steward does not read`,
      zh: `这是${what.zh}，Steward 还不能读取这种格式`,
    },
    advice,
  };
}

/** @param found keys of its top object, or the value itself */
export function unknownJson(file: string, read: Bilingual, found: string): LogProblem {
  return {
    code: 'unknownJson',
    ...wholeFile(file),
    found: quoted(found),
    expected: read,
    message: {
      en: 'This is JSON, but not in a structure that Steward reads',
      zh: '这是有效的 JSON，但不是 Steward 能读取的结构',
    },
    advice: {
      en: 'Write the events as objects, one per line (JSONL) or in one array, with at least `ts` and `member`.',
      zh: '请把事件写成对象，每行一个（JSONL）或放在一个数组里，至少要有 `ts` 和 `member`。',
    },
  };
}

/** A fault that an importer finds in a record of its format. */
export function badRecord(place: Place, found: string | null, expected: Bilingual, message: Bilingual): LogProblem {
  return { code: 'badRecord', ...place, found, expected, message, advice: LENIENT };
}

export function tooManyFiles(file: string, limit: number): LogProblem {
  return {
    code: 'tooManyFiles',
    ...wholeFile(file),
    found: null,
    expected: { en: `at most ${limit} files`, zh: `最多 ${limit} 个文件` },
    message: { en: 'The log has too many files (this is the first)', zh: '日志的文件过多（此为第一个）' },
    advice: { en: 'Merge small files, or run on some of them at a time.', zh: '请合并小文件，或分批运行。' },
  };
}

export function unknownZone(name: string): LogProblem {
  return {
    code: 'unknownZone',
    ...wholeFile('--timezone'),
    found: quoted(name),
    expected: { en: 'a name such as Asia/Shanghai', zh: '例如 Asia/Shanghai' },
    message: { en: 'Unknown time zone', zh: '没有这个时区' },
    advice: { en: 'Use a name from the IANA time zone database.', zh: '请使用 IANA 时区数据库中的名称。' },
  };
}
