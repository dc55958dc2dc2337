/** What the charts have in common: axes, tips, and how a bar of time is drawn. */
import type { ChartOption, YAxis } from './echarts.ts';
import type { Theme } from './theme.ts';

export interface TipRow {
  name: string;
  value: string;
  color?: string;
}

/** A tip as elements: text from a log is never taken for markup, and no style stands in an attribute. */
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

/** @param labels what stands at the ticks; as many as there is room for */
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
    // An end that no tick led to is no round number.
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

/** Days of the group's wall clock, from the first midnight to the last: a scale of milliseconds with a tick every so many days. */
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
