/** Columns that are not read, in words: as a note, or as what keeps a log from being understood. */
import type { Bilingual } from '@steward/text';
import type { Field } from '../schema/fields.ts';
import type { UnknownColumn } from '../schema/headings.ts';
import { wholeFile } from './file-problems.ts';
import { type LogProblem, quoted } from './problem.ts';

/** Columns that are named; a table may have hundreds. */
const MOST_NAMED = 12;

/** What somebody ought to know of a log that was read. */
export interface LogNote {
  /** Path of the first file that it is true of. */
  file: string;
  message: Bilingual;
}

/** @param others files with the same columns that are not read */
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

/** Advice for each column that may stand for a field; null where none does. */
function renaming(columns: readonly UnknownColumn[]): Bilingual | null {
  const meant = columns.filter((column) => column.meant !== null).slice(0, MOST_NAMED);
  if (meant.length === 0) return null;
  return {
    en: meant.map(({ name, meant: field }) => `${quoted(name)}: did you mean \`${field}\`?`).join(' '),
    zh: meant.map(({ name, meant: field }) => `${quoted(name)}：是否应为 \`${field}\`？`).join(''),
  };
}

const RENAME: Bilingual = {
  en: 'Rename the columns, or say which program exported the log with --from.',
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
  en: 'If it rightly names nobody, say so with --without-members, or with `withoutMembers` in the log’s .meta.json.',
  zh: '如果日志本来就不含成员，请加上 --without-members，或在日志的 .meta.json 里写 `withoutMembers`。',
};

/** Of nobody nothing can be said: tiers of no members would all be decided. */
export function noMembers(file: string, columns: readonly UnknownColumn[]): LogProblem {
  const names = columns.slice(0, MOST_NAMED).map(({ name }) => name);
  return {
    code: 'noMembers',
    ...wholeFile(file),
    found: names.length === 0 ? null : quoted(names.join(', ')),
    expected: {
      en: 'a column (or key) `member` that says whose each event is',
      zh: '说明事件属于谁的列（或键）`member`',
    },
    message: { en: 'No event says who its member is', zh: '没有一个事件说明了成员是谁' },
    advice: both(renaming(columns), WITHOUT_MEMBERS),
  };
}

/** @param found fields of the record that are not read */
export function withRenaming(problem: LogProblem, columns: readonly UnknownColumn[], field: Field): LogProblem {
  const meant = columns.filter((column) => column.meant === field);
  return meant.length === 0 ? problem : { ...problem, advice: both(renaming(meant), problem.advice) };
}

function both(first: Bilingual | null, second: Bilingual): Bilingual {
  return first === null ? second : { en: `${first.en} ${second.en}`, zh: `${first.zh}${second.zh}` };
}
