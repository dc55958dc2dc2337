/**
 * A chart with the table of its numbers behind a button: users who cannot see the chart, or want the numbers, lose nothing.
 *
 * - The canvas is an image to assistive technology, with a sentence that says what it shows.
 * - Drawn when it comes near the window, again when its data, its size or the theme changes.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSurroundings } from './context.ts';
import { type ChartOption, createChart, type ECharts } from './echarts.ts';
import { DataTable, type TableColumn } from './table.tsx';
import type { Theme } from './theme.ts';

export interface FigureTable {
  columns: readonly TableColumn[];
  rows: readonly (readonly ComponentChildren[])[];
}

interface FigureProps {
  /** Unique in the page; also the key of its saved state. */
  id: string;
  title: string;
  /** What the chart shows, in one sentence. */
  description: string;
  height: number;
  option: (theme: Theme) => ChartOption;
  table: () => FigureTable;
  /** Called with the index of the clicked datum in the named series. */
  onPick?: (series: string, index: number) => void;
  legend?: ComponentChildren;
  heading?: ComponentChildren;
}

const NEAR = '600px';

export function Figure(props: FigureProps) {
  const { words, kept, keep } = useSurroundings();
  const { id, title } = props;
  const asTable = kept.tables.includes(id);
  const toggle = (): void =>
    keep({ tables: asTable ? kept.tables.filter((other) => other !== id) : [...kept.tables, id] });
  return (
    <figure class="figure" aria-label={title}>
      <div class="figure-head">
        <figcaption class="figure-title">{props.heading ?? title}</figcaption>
        <button
          type="button"
          class="quiet"
          aria-pressed={asTable}
          aria-label={`${words.table}${words.catalogue.colon}${title}`}
          title={asTable ? words.showChart : words.showTable}
          onClick={toggle}
        >
          {words.table}
        </button>
      </div>
      {asTable ? <DataTable caption={title} {...props.table()} /> : <Canvas {...props} />}
      {asTable ? null : props.legend}
    </figure>
  );
}

function Canvas({ description, height, option, onPick }: FigureProps) {
  const { theme, dashboard } = useSurroundings();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const drawn = useRef(false);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [near, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: NEAR },
    );
    seen.observe(target);
    return () => seen.disconnect();
  }, []);
  useEffect(() => {
    const target = element.current;
    if (target === null || !near) return;
    const made = createChart(target, null, { renderer: 'canvas' });
    made.on('click', ({ seriesName, dataIndex }) => pick.current?.(seriesName ?? '', dataIndex));
    const sized = new ResizeObserver(() => made.resize());
    sized.observe(target);
    chart.current = made;
    drawn.current = false;
    return () => {
      chart.current = null;
      sized.disconnect();
      made.dispose();
    };
  }, [near]);
  // Redraws only for new data and new colours.
  useEffect(() => {
    if (chart.current === null) return;
    // Animates once: a chart that grew at every keystroke would be a nuisance.
    const grows = !theme.still && !drawn.current;
    chart.current.setOption({ ...common(theme, grows), ...option(theme) }, { notMerge: true });
    drawn.current = true;
  }, [near, theme, dashboard]);
  return <div ref={element} class="canvas" role="img" aria-label={description} style={{ height: `${height}px` }} />;
}

function common(theme: Theme, grows: boolean): ChartOption {
  return {
    animation: grows,
    animationDuration: 250,
    textStyle: { fontFamily: theme.font, color: theme.ink },
  };
}
