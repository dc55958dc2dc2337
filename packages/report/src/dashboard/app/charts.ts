/** Shared by all charts: axes, tooltips, time bars. */
import type { ChartOption, YAxis } from './echarts.ts';
import type { Theme } from './theme.ts';

export interface TipRow {
  name: string;
  value: string;
  color?: string;
}

/** A tooltip built from elements, so that log text is never parsed as markup and the CSP needs no inline styles. */
export function tip(title: string, rows: readonly TipRow[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'tip';
  const head = document.createElement('strong');
  head.textContent = title;
  box.append(head);
  for (const { name, value, color } of rows) {
    const row = document.createElement('div');
    row.className = 'tip-row';
    const swatch = document.createElement('i');
    if (color !== undefined) swatch.style.background = color;
    const label = document.createElement('span');
    label.textContent = name;
    const number = document.createElement('b');
    number.textContent = value;
    row.append(swatch, label, number);
    box.append(row);
  }
  return box;
}

export function tooltip(theme: Theme, trigger: 'axis' | 'item'): NonNullable<ChartOption['tooltip']> {
  return {
    trigger,
    confine: true,
    transitionDuration: theme.still ? 0 : 0.15,
    backgroundColor: theme.surface,
    borderColor: theme.line,
    borderWidth: 1,
    padding: [8, 10],
    textStyle: { color: theme.ink, fontSize: 12, fontFamily: theme.font },
    extraCssText: 'border-radius: 6px; box-shadow: 0 4px 16px rgb(0 0 0 / 18%); max-width: 320px;',
    axisPointer: {
      type: trigger === 'axis' ? 'line' : 'none',
      lineStyle: { color: theme.muted, type: 'solid', width: 1 },
    },
  };
}

export function grid(left = 44, right = 12, top = 10): NonNullable<ChartOption['grid']> {
  return { left, right, top, bottom: 24, outerBoundsMode: 'none' };
}

/** @param labels for the ticks; as many as fit are shown */
export function dayAxis(theme: Theme, labels: readonly string[]): NonNullable<ChartOption['xAxis']> {
  return {
    type: 'category',
    data: [...labels],
    axisLine: { lineStyle: { color: theme.line } },
    axisTick: { show: false },
    axisLabel: { color: theme.muted, fontSize: 11, hideOverlap: true },
  };
}

export function valueAxis(theme: Theme, text: (value: number) => string, most?: number): YAxis {
  return {
    type: 'value',
    ...(most === 1 ? { interval: 0.25 } : { splitNumber: 3 }),
    ...(most === undefined ? {} : { max: most }),
    // The end of an axis need not be a round number.
    axisLabel: {
      color: theme.muted,
      fontSize: 11,
      formatter: text,
      ...(most === undefined || most === 1 ? {} : { showMaxLabel: false }),
    },
    splitLine: { lineStyle: { color: theme.line, opacity: 0.6 } },
  };
}

/** Most ticks of a time axis. */
const TICKS = 12;
const DAY = 86_400_000;

/** The group's days from the first midnight to the last: a scale in milliseconds with ticks some days apart. */
export function timeAxis(
  theme: Theme,
  from: number,
  to: number,
  text: (value: number) => string,
): NonNullable<ChartOption['xAxis']> {
  return {
    type: 'value',
    min: from,
    max: to,
    interval: Math.max(1, Math.ceil((to - from) / DAY / TICKS)) * DAY,
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.line } },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: theme.line, opacity: 0.4 } },
    axisLabel: { color: theme.muted, fontSize: 11, hideOverlap: true, showMaxLabel: false, formatter: text },
  };
}

export function rowAxis(theme: Theme, names: readonly string[]): NonNullable<ChartOption['yAxis']> {
  return {
    type: 'category',
    data: [...names],
    inverse: true,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: theme.line, opacity: 0.4 } },
    axisLabel: { color: theme.ink, fontSize: 12, width: 110, overflow: 'truncate' },
  };
}
