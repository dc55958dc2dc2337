/** Ids whose last digits a spreadsheet turned into zeros, in words: as an error, or as a note if the log is read nevertheless. */
import type { Bilingual } from '@steward/text';
import { KEPT_DIGITS } from '../schema/ids.ts';
import type { LogNote } from './column-problems.ts';
import { type LogProblem, type Place, quoted } from './problem.ts';

const LOST: Bilingual = {
  en: `All long ids in this column end in zeros from digit ${KEPT_DIGITS + 1} on: a spreadsheet (Excel) has dropped their last digits, so that different ids look the same`,
  zh: `这一列的长 id 从第 ${KEPT_DIGITS + 1} 位起全是 0：电子表格（Excel）丢掉了末尾的数字，不同的 id 会变得一样`,
};

const EXPORT_AGAIN: Bilingual = {
  en: 'Export the file again; where it has to go through Excel, import its ids as text.',
  zh: '请重新导出文件；一定要用 Excel 打开时，请把 id 列按文本导入。',
};

const OR_LENIENT: Bilingual = {
  en: `${EXPORT_AGAIN.en} If the ids really end like this, --lenient reads them as they are.`,
  zh: `${EXPORT_AGAIN.zh}如果 id 本来就是这样，可加上 --lenient 照原样读取。`,
};

/** @param canBeLenient whether `--lenient` applies to the file */
export function zerosInIds(column: string, id: string, place: Place, canBeLenient: boolean): LogProblem {
  return {
    code: 'zerosInIds',
    ...place,
    found: `${column} = ${quoted(id)}`,
    expected: { en: 'ids with all of their digits', zh: '保留全部数字的 id' },
    message: LOST,
    advice: canBeLenient ? OR_LENIENT : EXPORT_AGAIN,
  };
}

export function zerosInIdsNote(file: string, column: string, { id, line }: { id: string; line: number }): LogNote {
  return {
    file,
    message: {
      en: `${file}:${line}: \`${column}\`: ${LOST.en} (found ${quoted(id)}). ${EXPORT_AGAIN.en}`,
      zh: `${file}:${line}：\`${column}\`：${LOST.zh}（实际为 ${quoted(id)}）。${EXPORT_AGAIN.zh}`,
    },
  };
}
