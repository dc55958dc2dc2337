/** The note on a file whose encoding had to be guessed. */
import type { LogNote } from './column-problems.ts';

export function takenForGb18030(file: string): LogNote {
  return {
    file,
    message: {
      en: `${file} is not UTF-8: it was read as GB18030 (GBK), which Excel writes in China. If names or texts look garbled, save it as “CSV UTF-8” and run again.`,
      zh: `${file} 不是 UTF-8，已按 GB18030（GBK，中文版 Excel 的默认编码）读取。如果姓名或内容是乱码，请另存为“CSV UTF-8”后重新运行。`,
    },
  };
}
