/** A stream of the process for text, with what is known of its reader. */
import type { Palette } from '@steward/report';

export interface TextStream {
  /** Resolves when the reader has taken it, so that big outputs do not pile up in memory. */
  write: (text: string) => Promise<void>;
  /** A person is reading. */
  terminal: boolean;
  width: number;
  palette: Palette;
}

export function textStream(stream: NodeJS.WriteStream, width: number, palette: Palette): TextStream {
  return {
    terminal: stream.isTTY === true,
    width,
    palette,
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(text)) resolve();
        else stream.once('drain', resolve);
      }),
  };
}
