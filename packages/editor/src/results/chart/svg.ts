/**
 * A chart as an SVG picture.
 *
 * - An image in a hover does not know the theme, so its colours work on light and dark.
 * - Contains no text from rules or logs except numbers and dates.
 */
import type { Chart, DayState } from './chart.ts';

const SIZE = { width: 360, height: 84, left: 2, right: 2, top: 14, bottom: 16 } as const;
const STRIP = { height: 34, band: 14 } as const;
const COLOURS = { line: '#4c8bf5', fill: '#4c8bf533', text: '#8a8f98', bound: '#d9822b', axis: '#8a8f9855' } as const;
const STATE: Record<DayState, string> = { good: '#2f9e64', bad: '#d64545', unknown: '#8a8f98', none: '#8a8f9833' };
const BAD_DAY = '#d6454526';

export function chartSvg(chart: Chart): string {
  return chart.kind === 'strip' ? stripSvg(chart) : valuesSvg(chart);
}

/** As a data URI for Markdown. */
export function dataUri(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

function picture(height: number, parts: readonly string[]): string {
  const { width } = SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="10">${parts.join('')}</svg>`;
}

function label(text: string, x: number, y: number, anchor: 'start' | 'end'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${COLOURS.text}">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function dates(chart: Chart, height: number): string[] {
  return [
    label(chart.from, SIZE.left, height - 4, 'start'),
    label(chart.to, SIZE.width - SIZE.right, height - 4, 'end'),
  ];
}

function stripSvg(chart: Extract<Chart, { kind: 'strip' }>): string {
  const { states } = chart;
  const step = (SIZE.width - SIZE.left - SIZE.right) / Math.max(1, states.length);
  const gap = step > 4 ? 1 : 0;
  const cells = states.map(
    (state, i) =>
      `<rect x="${round(SIZE.left + i * step)}" y="2" width="${round(step - gap)}" height="${STRIP.band}" fill="${STATE[state]}"/>`,
  );
  return picture(STRIP.height, [...cells, ...dates(chart, STRIP.height)]);
}

function valuesSvg(chart: Extract<Chart, { kind: 'curve' | 'bars' }>): string {
  const { values, bound } = chart;
  const known = values.filter((value) => value !== null);
  const most = Math.max(...known, bound ?? 0, 0) || 1;
  const inner = { width: SIZE.width - SIZE.left - SIZE.right, height: SIZE.height - SIZE.top - SIZE.bottom };
  const step = inner.width / Math.max(1, values.length);
  const base = SIZE.height - SIZE.bottom;
  const y = (value: number): number => round(base - (Math.max(0, value) / most) * inner.height);
  const x = (day: number): number => round(SIZE.left + (day + 0.5) * step);
  const marks = chart.states.flatMap((state, day) =>
    state === 'bad'
      ? [
          `<rect x="${round(SIZE.left + day * step)}" y="${SIZE.top}" width="${round(step)}" height="${inner.height}" fill="${BAD_DAY}"/>`,
        ]
      : [],
  );
  const drawn =
    chart.kind === 'bars'
      ? values.flatMap((value, day) => (value === null || value <= 0 ? [] : [bar(x(day), y(value), base, step)]))
      : runs(values).map((run) => curve(run, x, y, base));
  const threshold =
    bound === null
      ? []
      : [
          `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${y(bound)}" y2="${y(bound)}" stroke="${COLOURS.bound}" stroke-dasharray="4 3"/>`,
        ];
  const axis = `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${base}" y2="${base}" stroke="${COLOURS.axis}"/>`;
  return picture(SIZE.height, [
    ...marks,
    axis,
    ...drawn,
    ...threshold,
    label(chart.top, SIZE.left, SIZE.top - 4, 'start'),
    ...dates(chart, SIZE.height),
  ]);
}

function bar(x: number, y: number, base: number, step: number): string {
  const width = Math.max(1, Math.min(8, step * 0.7));
  return `<rect x="${round(x - width / 2)}" y="${y}" width="${round(width)}" height="${round(base - y)}" fill="${COLOURS.line}"/>`;
}

/** Runs of days with known values. */
function runs(values: readonly (number | null)[]): { day: number; value: number }[][] {
  const found: { day: number; value: number }[][] = [];
  let current: { day: number; value: number }[] | null = null;
  values.forEach((value, day) => {
    if (value === null) {
      current = null;
      return;
    }
    if (current === null) {
      current = [];
      found.push(current);
    }
    current.push({ day, value });
  });
  return found;
}

function curve(
  run: readonly { day: number; value: number }[],
  x: (day: number) => number,
  y: (value: number) => number,
  base: number,
): string {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return '';
  if (run.length === 1) return `<circle cx="${x(first.day)}" cy="${y(first.value)}" r="1.5" fill="${COLOURS.line}"/>`;
  const points = run.map(({ day, value }) => `${x(day)} ${y(value)}`).join('L');
  const area = `<path d="M${x(first.day)} ${base}L${points}L${x(last.day)} ${base}Z" fill="${COLOURS.fill}"/>`;
  return `${area}<path d="M${points}" fill="none" stroke="${COLOURS.line}" stroke-width="1.5"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
