/** Time bars on rows: incidents, campaign phases, stages. */
import type { CustomSeriesOption } from './echarts.ts';
import type { Theme } from './theme.ts';

export interface Band {
  row: number;
  /** Milliseconds in the group's local time. */
  from: number;
  to: number;
  color: string;
  /** Drawn as an outline: it did not happen. */
  hollow: boolean;
  /** As a fraction of the row's height. */
  thick: number;
  /** Drawn inside the bar if it fits. */
  label: string;
}

/** Keeps minutes visible in a log of months. */
const NARROWEST = 4;
const ROUND = 3;
const LETTER = 7;

export function bandSeries(name: string, bands: readonly Band[], theme: Theme): CustomSeriesOption {
  return {
    type: 'custom',
    name,
    clip: true,
    encode: { x: [1, 2], y: 0 },
    data: bands.map(({ row, from, to }) => [row, from, to]),
    renderItem: (params, api) => {
      const band = bands[params.dataIndex];
      if (band === undefined) return null;
      const [left = 0, middle = 0] = api.coord([band.from, band.row]);
      const [right = 0] = api.coord([band.to, band.row]);
      const size = api.size?.([0, 1]);
      const row = Array.isArray(size) ? (size[1] ?? 20) : 20;
      const height = Math.min(22, row * band.thick);
      const width = Math.max(NARROWEST, right - left);
      const outlined = band.hollow || theme.contrast;
      const fits = band.label !== '' && width > [...band.label].length * LETTER * 1.6;
      return {
        type: 'rect',
        shape: { x: left, y: middle - height / 2, width, height, r: Math.min(ROUND, width / 2) },
        style: {
          fill: band.hollow ? 'transparent' : band.color,
          stroke: outlined ? band.color : theme.surface,
          lineWidth: 1,
          ...(band.hollow ? { lineDash: [3, 2] } : {}),
        },
        ...(fits && !band.hollow
          ? {
              textContent: {
                type: 'text' as const,
                style: { text: band.label, fill: theme.surface, fontSize: 11, fontFamily: theme.font },
              },
              textConfig: { position: 'inside' as const },
            }
          : {}),
        emphasis: { style: { opacity: 0.8 } },
      };
    },
  };
}

export interface Link {
  at: number;
  from: number;
  to: number;
}

/** Lines between rows, each ending in a dot: what led to what. */
export function linkSeries(links: readonly Link[], theme: Theme): CustomSeriesOption {
  return {
    type: 'custom',
    name: 'links',
    silent: true,
    clip: true,
    encode: { x: 1, y: 0 },
    data: links.map(({ at, from }) => [from, at]),
    renderItem: (params, api) => {
      const link = links[params.dataIndex];
      if (link === undefined) return null;
      const [x = 0, top = 0] = api.coord([link.at, link.from]);
      const [, bottom = 0] = api.coord([link.at, link.to]);
      const style = { stroke: theme.ink, fill: theme.ink, lineWidth: 1.25, opacity: 0.7 };
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1: x, y1: top, x2: x, y2: bottom }, style },
          { type: 'circle', shape: { cx: x, cy: bottom, r: 3 }, style },
        ],
      };
    },
  };
}
