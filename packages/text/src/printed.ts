/**
 * Prepares what is written to a stream for people. Colours get there in no other way.
 *
 * - A style paints with codes that hold a secret of this process; {@link printed} turns those, and only those, into the terminal's.
 *   So text from outside cannot set colours, or do anything worse.
 * - Text not made visible before is escaped here, which may shift the layout by a few cells.
 * - A style that is off paints nothing, and the output has no escape character at all.
 */
import { CI_COMMAND, HIDDEN, replaceHidden } from './hidden.ts';
import { escaped } from './visible.ts';

type Paint = (text: string) => string;

export interface Style {
  palette: Record<keyof typeof CODES, Paint>;
  /** Start of every code of the palette; null if nothing is painted. */
  mark: string | null;
}

/** Codes that start and end a style (ECMA-48, SGR). */
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  magenta: [35, 39],
} as const;

const plain: Paint = (text) => text;

/** @param secret three unguessable four-digit numbers; null: no colours */
export function styleOf(secret: readonly [number, number, number] | null): Style {
  if (secret === null) {
    return {
      mark: null,
      palette: { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain, magenta: plain },
    };
  }
  // Shaped like a colour code, so code that measures text treats it as one.
  const mark = `\u001b[${secret.join(';')};`;
  const paint = ([open, close]: readonly [number, number]): Paint => {
    const begin = `${mark}${open}m`;
    const end = `${mark}${close}m`;
    // A style that ends inside the text would end this one as well.
    return (text) => (text === '' ? '' : begin + text.replaceAll(end, end + begin) + end);
  };
  const { bold, dim, red, green, yellow, cyan, magenta } = CODES;
  return {
    mark,
    palette: {
      bold: paint(bold),
      dim: paint(dim),
      red: paint(red),
      green: paint(green),
      yellow: paint(yellow),
      cyan: paint(cyan),
      magenta: paint(magenta),
    },
  };
}

/** Our own text may contain line feeds and tabs. */
const LAYOUT = new Set(['\n', '\t']);
const COMMAND_LINE = /^([^\S\n]*)::/gm;

/** @param mark of the style used for the text */
export function printed(text: string, mark: string | null): string {
  const guarded = text.replace(COMMAND_LINE, '$1\\::').replace(CI_COMMAND, '#\\#');
  if (!HIDDEN.test(guarded)) return guarded;
  if (mark === null) return shown(guarded);
  const [first = '', ...rest] = guarded.split(mark);
  return shown(first) + rest.map(afterMark).join('');
}

/** Handles the text after a mark. */
function afterMark(text: string): string {
  const code = /^\d{1,2}m/.exec(text)?.[0] ?? '';
  return `${code === '' ? '' : `\u001b[${code}`}${shown(text.slice(code.length))}`;
}

function shown(text: string): string {
  return replaceHidden(text, (character) => (LAYOUT.has(character) ? character : escaped(character)));
}
