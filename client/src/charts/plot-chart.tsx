import ReactEChartsCore from 'echarts-for-react/esm/core';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { use as register, type EChartsCoreOption } from 'echarts/core';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { drawing } from './scene-chart';

register([BarChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent]);

/** An option drawn by ECharts with axes and readings. Loaded on its own. */
export const PlotChart = ({
  option,
  height,
  series,
  reading,
}: {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** The series whose points are read. */
  readonly series: number;
  /** The point that the arrow keys have reached; null for none. */
  readonly reading: number | null;
}): ReactElement => {
  const chart = useRef<ReactEChartsCore>(null);
  const style = useMemo(() => ({ width: '100%', height }), [height]);
  useEffect(() => {
    const instance = chart.current?.getEchartsInstance();
    if (instance === undefined) return;
    instance.dispatchAction(
      reading === null ? { type: 'hideTip' } : { type: 'showTip', seriesIndex: series, dataIndex: reading },
    );
  }, [reading, series]);
  return <ReactEChartsCore ref={chart} {...drawing} option={option} style={style} notMerge />;
};
