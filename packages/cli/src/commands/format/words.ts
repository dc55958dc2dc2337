import { counted, sentences } from '@steward/text';

export const FORMAT = sentences({
  /** For `format --check`. */
  formatDiffers: {
    en: (path: string) => `${path} is not formatted`,
    zh: (path) => `${path} 的排版不符`,
  },
  formatSummary: {
    en: (changed: number, files: number, isCheck: boolean) => {
      if (changed === 0) return `${counted(files, 'file')}, all formatted`;
      const of = `${changed} of ${counted(files, 'file')}`;
      return isCheck ? `${of} would change. Run: steward format` : `${of} changed`;
    },
    zh: (changed, files, isCheck) => {
      if (changed === 0) return `${files} 个文件，排版都已整齐`;
      return isCheck
        ? `${files} 个文件中有 ${changed} 个需要整理。请运行：steward format`
        : `${files} 个文件中整理了 ${changed} 个`;
    },
  },
});
