/**
 * A stream of the process, and what is known about its reader. All output goes through here, so foreign text can neither move the cursor
 * nor inject a pipeline command.
 */
import type { Palette } from '@steward/report';
import { printed, type Style, safeJson, safeXml } from '@steward/text';

export interface TextStream {
  /** For people. Resolves when the reader has consumed it, so that large outputs do not pile up in memory. */
  write: (text: string) => Promise<void>;
  /** For programs: the same data, with what a terminal or a pipeline would act upon in the notation of its format. */
  json: (text: string) => Promise<void>;
  xml: (text: string) => Promise<void>;
  /** A text as it is, such as a file of rules; on a terminal as for people. */
  exact: (text: string) => Promise<void>;
  /** Rewrites the current line. */
  line: (text: string) => Promise<void>;
  /** A person is reading. */
  terminal: boolean;
  width: number;
  palette: Palette;
}

/** Where a result goes: one of a stream's ways. */
export type Way = (text: string) => Promise<void>;

export function textStream(stream: NodeJS.WriteStream, width: number, { palette, mark }: Style): TextStream {
  const terminal = stream.isTTY === true;
  const send: Way = (text) =>
    new Promise((resolve) => {
      if (stream.write(text)) resolve();
      else stream.once('drain', resolve);
    });
  let drawn = '';
  return {
    terminal,
    width,
    palette,
    write: (text) => send(printed(text, mark)),
    json: (text) => send(safeJson(text)),
    xml: (text) => send(safeXml(text)),
    exact: (text) => send(terminal ? printed(text, mark) : text),
    line: (text) => {
      // Blanks erase without an escape code; the lines of progress are ASCII or wide, so twice the length covers them.
      const blank = ' '.repeat(Math.min(width - 1, drawn.length * 2));
      drawn = text;
      return send(`\r${blank}\r${printed(palette.dim(text), mark)}`);
    },
  };
}
