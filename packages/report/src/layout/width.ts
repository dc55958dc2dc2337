/** Text measured in terminal cells: CJK characters and emoji take two, colour codes none. */
import fastStringWidth from 'fast-string-width';

const ELLIPSIS = '…';
/** Tabs are replaced before text is laid out. */
const NO_TABS = { tabWidth: 0 };

export function cells(text: string): number {
  return fastStringWidth(text, NO_TABS);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - cells(text))) + text;
}

/** Cuts uncoloured text to `width` cells, with an ellipsis if something is lost. */
export function truncate(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let cut = '';
  let used = 0;
  for (const { segment } of graphemes().segment(text)) {
    const size = cells(segment);
    if (used + size > width - 1) break;
    cut += segment;
    used += size;
  }
  return cut.trimEnd() + ELLIPSIS;
}

let segmenter: Intl.Segmenter | null = null;

/** Made when it is first needed: the platform's tables take longer to load than a short report takes to write. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter;
}

/** A piece that stays on one line, and whether a space preceded it. */
interface Piece {
  text: string;
  spaced: boolean;
}

/** Punctuation that must not begin a line, in either language. */
const CLOSING = /^[\uff0c\u3002\u3001\uff1b\uff1a\uff01\uff1f\uff09\u300b\u300d\u300f\u201d\u2019,.;:!?)\]}%]/u;
/** Between two of these (or beside one) a line may break without a space. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the escape character.
const COLOUR = /\u001b\[[0-9;]*m/y;

/** A break between CJK characters gives way to a space at most this far before it. */
const LOOK_BACK = 12;

/** Breaks text (coloured or not) into lines of at most `width` cells: at spaces, and between CJK characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line: Piece[] = [];
  for (const piece of pieces(text)) {
    if (line.length > 0 && widthOf([...line, piece]) > width && !CLOSING.test(piece.text)) {
      const rest = piece.spaced ? [] : afterLastSpace(line);
      lines.push(joined(line.slice(0, line.length - rest.length)));
      line = [...rest, piece];
    } else line.push(piece);
  }
  if (line.length > 0 || lines.length === 0) lines.push(joined(line));
  return lines;
}

function joined(line: readonly Piece[]): string {
  return line.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');
}

function widthOf(line: readonly Piece[]): number {
  return line.reduce((sum, { text, spaced }, index) => sum + cells(text) + (spaced && index > 0 ? 1 : 0), 0);
}

/** The end of the line that a break at its last space would carry over; empty if that is too much. */
function afterLastSpace(line: readonly Piece[]): Piece[] {
  const at = line.findLastIndex(({ spaced }) => spaced);
  if (at <= 0) return [];
  const rest = line.slice(at);
  return widthOf(rest) <= LOOK_BACK ? rest : [];
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  for (const word of text.split(' ')) {
    const parts = splitWide(word);
    parts.forEach((part, index) => {
      found.push({ text: part, spaced: index === 0 && found.length > 0 });
    });
  }
  return found;
}

/** Splits a word so that every wide character is a piece of its own; colour codes stay with the piece that they begin or end. */
function splitWide(word: string): string[] {
  const parts: string[] = [];
  let current = '';
  let currentWide = false;
  let index = 0;
  while (index < word.length) {
    COLOUR.lastIndex = index;
    const code = COLOUR.exec(word)?.[0];
    if (code !== undefined) {
      current += code;
      index += code.length;
      continue;
    }
    const character = String.fromCodePoint(word.codePointAt(index) ?? 0);
    index += character.length;
    const wide = WIDE.test(character);
    if (cells(current) > 0 && (wide || currentWide)) {
      parts.push(current);
      current = '';
    }
    current += character;
    currentWide = wide;
  }
  if (current !== '' || parts.length === 0) parts.push(current);
  return parts;
}
