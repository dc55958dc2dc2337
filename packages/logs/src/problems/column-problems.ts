/** Columns that are not read: as a note, or as the reason why a log cannot be understood. */
import type { Bilingual } from '@steward/text';
import type { Field } from '../schema/fields.ts';
import type { UnknownColumn } from '../schema/headings.ts';
import { wholeFile } from './file-problems.ts';
import { type LogProblem, quoted } from './problem.ts';

/** Maximum number of columns to name; a table may have hundreds. */
const MOST_NAMED = 12;

/** A remark about a log that was read. */
export interface LogNote {
  /** Path of the first file that it applies to. */
  file: string;
  message: Bilingual;
}

/** @param others number of other files with the same unread columns */
export function unreadColumns(file: string, columns: readonly UnknownColumn[], others: number): LogNote {
  const { en, zh } = listed(columns);
  const more =
    others === 0 ? { en: '', zh: '' } : { en: ` (and ${others} more files)`, zh: `（及另外 ${others} 个文件）` };
  return {
    file,
    message: {
      en: `${file}${more.en}: these columns are not read: ${en}.`,
      zh: `${file}${more.zh}：以下列没有读取：${zh}。`,
    },
  };
}

/** `grp (did you mean \`group\`?), wordcount` */
function listed(columns: readonly UnknownColumn[]): Bilingual {
  const named = columns.slice(0, MOST_NAMED);
  const rest = columns.length - named.length;
  const en = named.map(({ name, meant }) => `${quoted(name)}${meant === null ? '' : ` (did you mean \`${meant}\`?)`}`);
  const zh = named.map(({ name, meant }) => `${quoted(name)}${meant === null ? '' : `（是否应为 \`${meant}\`？）`}`);
  return {
    en: [...en, ...(rest > 0 ? [`${rest} more`] : [])].join(', '),
    zh: [...zh, ...(rest > 0 ? [`另有 ${rest} 列`] : [])].join('、'),
  };
}

/** Advice for each column that may mean a field; null if none does. */
function renaming(columns: readonly UnknownColumn[]): Bilingual | null {
  const meant = columns.filter((column) => column.meant !== null).slice(0, MOST_NAMED);
  if (meant.length === 0) return null;
  return {
    en: meant.map(({ name, meant: field }) => `${quoted(name)}: did you mean \`${field}\`?`).join(' '),
    zh: meant.map(({ name, meant: field }) => `${quoted(name)}：是否应为 \`${field}\`？`).join(''),
  };
}

const RENAME: Bilingual = {
  en: 'Rename the columns, or name the program that exported the log with --from.',
  zh: '请修改列名，或用 --from 说明日志由哪个程序导出。',
};

export function noTimeColumn(file: string, names: readonly string[], columns: readonly UnknownColumn[]): LogProblem {
  return {
    code: 'noTimeColumn',
    ...wholeFile(file),
    found: quoted(names.join(', ')),
    expected: {
      en: 'columns named as in the events schema: ts, group, member, kind, text, …',
      zh: '事件格式的列名：ts、group、member、kind、text 等',
    },
    message: { en: 'There is no column `ts`', zh: '没有 `ts` 列' },
    advice: both(renaming(columns), RENAME),
  };
}

const WITHOUT_MEMBERS: Bilingual = {
  en: 'If the log is meant to have no members, pass --without-members, or set `withoutMembers` in the log’s .meta.json.',
  zh: '如果日志本来就不含成员，请加上 --without-members，或在日志的 .meta.json 中设置 `withoutMembers`。',
};

/** Nothing can be said about nobody: with no members, every tier would count as decided. */
export function noMembers(file: string, columns: readonly UnknownColumn[]): LogProblem {
  const names = columns.slice(0, MOST_NAMED).map(({ name }) => name);
  return {
    code: 'noMembers',
    ...wholeFile(file),
    found: names.length === 0 ? null : quoted(names.join(', ')),
    expected: {
      en: 'a column (or key) `member` with the member of each event',
      zh: '说明事件属于谁的列（或键）`member`',
    },
    message: { en: 'No event names its member', zh: '所有事件都没有写明成员' },
    advice: both(renaming(columns), WITHOUT_MEMBERS),
  };
}

/** @param columns the unread fields of the record */
export function withRenaming(problem: LogProblem, columns: readonly UnknownColumn[], field: Field): LogProblem {
  const meant = columns.filter((column) => column.meant === field);
  return meant.length === 0 ? problem : { ...problem, advice: both(renaming(meant), problem.advice) };
}

function both(first: Bilingual | null, second: Bilingual): Bilingual {
  return first === null ? second : { en: `${first.en} ${second.en}`, zh: `${first.zh}${second.zh}` };
}
