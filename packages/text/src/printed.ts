/**
 * What is written to a stream for people, and the only way that colours get there.
 *
 * - A style paints with codes that hold a secret of this process; {@link printed} turns those, and only those, into the terminal's.
 *   So no text of somebody else's can colour anything, or do more than that.
 * - What has not been made visible before is escaped here, though it may then stand a few cells further.
 * - A style that is off paints nothing, and then there is no escape character at all.
 */
import { CI_COMMAND, HIDDEN, replaceHidden } from './hidden.ts';
import { escaped } from './visible.ts';

type Paint = (text: string) => string;

export interface Style {
  palette: Record<keyof typeof CODES, Paint>;
  /** Begins every code of the palette; null where nothing is painted. */
  mark: string | null;
}

/** What begins and what ends a style of text (ECMA-48, SGR). */
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

/** @param secret three numbers of four digits that nobody can guess; null: without colours */
export function styleOf(secret: readonly [number, number, number] | null): Style {
  if (secret === null) {
    return {
      mark: null,
      palette: { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain, magenta: plain },
    };
  }
  // The form of a colour code, so that whoever measures text takes it for one.
  const mark = `\u001b[${secret.join(';')};`;
  const paint = ([open, close]: readonly [number, number]): Paint => {
    const begin = `${mark}${open}m`;
    const end = `${mark}${close}m`;
    // What ends within the text would end this style as well.
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

/** Text of our own may be laid out in lines and columns. */
const LAYOUT = new Set(['\n', '\t']);
const COMMAND_LINE = /^([^\S\n]*)::/gm;

/** @param mark of the style that painted the text */
export function printed(text: string, mark: string | null): string {
  const guarded = text.replace(COMMAND_LINE, '$1\\::').replace(CI_COMMAND, '#\\#');
  if (!HIDDEN.test(guarded)) return guarded;
  if (mark === null) return shown(guarded);
  const [first = '', ...rest] = guarded.split(mark);
  return shown(first) + rest.map(afterMark).join('');
}

/** What follows the beginning of a code of ours. */
function afterMark(text: string): string {
  const code = /^\d{1,2}m/.exec(text)?.[0] ?? '';
  return `${code === '' ? '' : `\u001b[${code}`}${shown(text.slice(code.length))}`;
}

function shown(text: string): string {
  return replaceHidden(text, (character) => (LAYOUT.has(character) ? character : escaped(character)));
}
