/** A progress line on the terminal; silent if the output is not a terminal. */
import type { TextStream } from './stream.ts';

export interface Progress {
  show: (text: string) => void;
  clear: () => void;
}

const EVERY_MILLISECONDS = 100;

export function progressOn(stderr: TextStream, now: () => number = Date.now): Progress {
  if (!stderr.terminal) return { show: () => {}, clear: () => {} };
  let last = 0;
  let shown = false;
  return {
    show: (text) => {
      if (now() - last < EVERY_MILLISECONDS) return;
      last = now();
      shown = true;
      void stderr.line(text);
    },
    clear: () => {
      if (shown) void stderr.line('');
      shown = false;
    },
  };
}
