/** Only the parts of ECharts that the page uses. */
import {
  BarChart,
  type BarSeriesOption,
  CustomChart,
  type CustomSeriesOption,
  LineChart,
  type LineSeriesOption,
} from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  MarkLineComponent,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, CanvasRenderer, CustomChart, GridComponent, LineChart, MarkLineComponent, TooltipComponent]);

export type ChartOption = ComposeOption<
  BarSeriesOption | CustomSeriesOption | GridComponentOption | LineSeriesOption | TooltipComponentOption
>;
export type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
export type { ECharts } from 'echarts/core';
export { init as createChart };

type One<Option> = Option extends readonly unknown[] ? never : Option;
/** One axis of a chart. */
export type YAxis = One<NonNullable<ChartOption['yAxis']>>;
