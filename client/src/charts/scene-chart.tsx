import ReactEChartsCore from 'echarts-for-react/esm/core';
import { CustomChart } from 'echarts/charts';
import { dispose, getInstanceByDom, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useMemo, type ReactElement } from 'react';
import type { Scene } from './scene';
import { sceneOption } from './scene-option';

register([CustomChart, SVGRenderer]);

/**
 * What every chart draws with. It stands here, with the gauges that come first, and not in a file of its own:
 * that would be one request more on the first page.
 */
export const drawing = {
  // The namespace as a whole would defeat tree shaking.
  echarts: { init, dispose, getInstanceByDom },
  opts: { renderer: 'svg' },
} as const;

/** A scene drawn by ECharts. Loaded on its own, after the first paint. */
export const SceneChart = ({ scene }: { readonly scene: Scene }): ReactElement => {
  const option = useMemo(() => sceneOption(scene), [scene]);
  const style = useMemo(() => ({ width: scene.width, height: scene.height }), [scene]);
  return <ReactEChartsCore {...drawing} option={option} style={style} autoResize={false} notMerge />;
};
