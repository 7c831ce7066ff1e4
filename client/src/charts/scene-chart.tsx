import ReactEChartsCore from 'echarts-for-react/esm/core';
import { CustomChart } from 'echarts/charts';
import { dispose, getInstanceByDom, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useMemo, type ReactElement } from 'react';
import type { Scene } from './scene';
import { sceneOption } from './scene-option';

register([CustomChart, SVGRenderer]);

// The namespace as a whole would defeat tree shaking.
const echarts = { init, dispose, getInstanceByDom };
const opts = { renderer: 'svg' } as const;

/** A scene drawn by ECharts. Loaded on its own, after the first paint. */
export const SceneChart = ({ scene }: { readonly scene: Scene }): ReactElement => {
  const option = useMemo(() => sceneOption(scene), [scene]);
  const style = useMemo(() => ({ width: scene.width, height: scene.height }), [scene]);
  return (
    <ReactEChartsCore
      echarts={echarts}
      option={option}
      opts={opts}
      style={style}
      autoResize={false}
      notMerge
    />
  );
};
