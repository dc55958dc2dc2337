/** Source texts of the newest rules. */
import type { Policy, SourceRange } from '@steward/policy';
import type { Rules } from './messages.ts';

export class Sources {
  private readonly texts = new Map<string, string>();

  take({ texts }: Rules): void {
    for (const [path, text] of Object.entries(texts)) this.texts.set(path, text);
  }

  /** Source of a rule; null if its file was not sent. */
  reader({ files }: Policy): (range: SourceRange) => string | null {
    return (range) => {
      const text = this.texts.get(files[range.file]?.path ?? '');
      return text === undefined ? null : text.slice(range.startOffset, range.endOffset);
    };
  }
}
