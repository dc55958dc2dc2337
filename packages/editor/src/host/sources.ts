/** The texts that the rules were read from, as the newest rules have them. */
import type { Policy, SourceRange } from '@steward/policy';
import type { Rules } from './messages.ts';

export class Sources {
  private readonly texts = new Map<string, string>();

  take({ texts }: Rules): void {
    for (const [path, text] of Object.entries(texts)) this.texts.set(path, text);
  }

  /** A rule as written; null where its file was not sent. */
  reader({ files }: Policy): (range: SourceRange) => string | null {
    return (range) => {
      const text = this.texts.get(files[range.file]?.path ?? '');
      return text === undefined ? null : text.slice(range.startOffset, range.endOffset);
    };
  }
}
