/** Renders terminal output, including colour codes, as an SVG: every run of characters is placed at its cell, so columns line up in any font. */
import { cells } from '../../packages/report/src/index.ts';

interface Style {
  bold: boolean;
  dim: boolean;
  color: string | null;
}

interface Run {
  text: string;
  style: Style;
  /** First cell. */
  at: number;
}

const CELL = 8.4;
const LINE = 19;
const PADDING = 16;
const BAR = 34;
const INK = '#d7dae0';
const PAPER = '#1e2127';
const DOTS = ['#e06c75', '#e5c07b', '#98c379'];
const COLORS: Readonly<Record<string, string>> = {
  '31': '#f2777a',
  '32': '#98c379',
  '33': '#e5c07b',
  '35': '#c678dd',
  '36': '#61c1cf',
};
const PLAIN: Style = { bold: false, dim: false, color: null };
const FONTS =
  "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace";

/** @param columns width of the terminal, in cells */
export function terminalSvg(title: string, lines: readonly string[], columns: number): string {
  const width = Math.ceil(columns * CELL + 2 * PADDING);
  const height = BAR + lines.length * LINE + 2 * PADDING;
  const dots = DOTS.map((color, index) => `<circle cx="${18 + index * 18}" cy="${BAR / 2}" r="5.5" fill="${color}"/>`);
  const body = lines.flatMap((line, index) =>
    runsOf(line).map((run) => textOf(run, BAR + PADDING + (index + 1) * LINE - 5)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}" font-size="14">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${PAPER}"/>`,
    ...dots,
    `<text x="${width / 2}" y="${BAR / 2 + 5}" text-anchor="middle" fill="#8b919d">${escaped(title)}</text>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

/** Narrow and wide characters never share a run, because a font's own widths would shift the rest. */
function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let style = PLAIN;
  let at = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the escape character.
  for (const part of line.split(/(\u001b\[[0-9;]*m)/)) {
    if (part.startsWith('\u001b')) {
      style = styled(style, part.slice(2, -1));
      continue;
    }
    for (const [text] of part.matchAll(/[\u0020-\u024f]+|[\u2580-\u259f]+|[^\u0020-\u024f\u2580-\u259f]/gu)) {
      if (text.trim() !== '') runs.push({ text, style, at });
      at += cells(text);
    }
  }
  return runs;
}

function styled(style: Style, code: string): Style {
  if (code === '1') return { ...style, bold: true };
  if (code === '2') return { ...style, dim: true };
  if (code === '22') return { ...style, bold: false, dim: false };
  if (code === '39') return { ...style, color: null };
  return { ...style, color: COLORS[code] ?? style.color };
}

function textOf({ text, style, at }: Run, y: number): string {
  const leading = text.length - text.trimStart().length;
  const shown = text.trim();
  const x = PADDING + (at + leading) * CELL;
  const attributes = [
    `x="${x.toFixed(1)}" y="${y}" fill="${style.color ?? INK}"`,
    `textLength="${(cells(shown) * CELL).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`,
    ...(style.bold ? ['font-weight="bold"'] : []),
    ...(style.dim ? ['opacity="0.55"'] : []),
  ];
  return `<text ${attributes.join(' ')} xml:space="preserve">${escaped(shown)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
