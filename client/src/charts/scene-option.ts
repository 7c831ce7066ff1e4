import type { EChartsCoreOption } from 'echarts/core';
import { fontFamily } from './palette';
import type { Scene, Shape } from './scene';

/** A scene as the option of an ECharts `custom` series without coordinates. */
export const sceneOption = (scene: Scene): EChartsCoreOption => ({
  animation: false,
  series: [
    {
      type: 'custom',
      coordinateSystem: 'none',
      silent: true,
      data: [0],
      renderItem: () => ({ type: 'group', children: scene.shapes.map(element) }),
    },
  ],
});

const element = (shape: Shape, index: number): Record<string, unknown> => {
  switch (shape.kind) {
    case 'sector':
      return {
        type: 'sector',
        z2: index,
        shape: {
          cx: shape.cx,
          cy: shape.cy,
          r0: shape.inner,
          r: shape.outer,
          startAngle: shape.start,
          endAngle: shape.end,
        },
        style: { fill: shape.fill, opacity: shape.opacity },
      };
    case 'line':
      return {
        type: 'line',
        z2: index,
        shape: { x1: shape.from[0], y1: shape.from[1], x2: shape.to[0], y2: shape.to[1] },
        style: { stroke: shape.stroke, lineWidth: shape.width, lineCap: shape.cap },
      };
    case 'polygon':
      return {
        type: 'polygon',
        z2: index,
        shape: { points: shape.points },
        style: { fill: shape.fill, stroke: shape.stroke, lineWidth: shape.width },
      };
    case 'text':
      return {
        type: 'text',
        z2: index,
        style: {
          text: shape.text,
          x: shape.at[0],
          y: shape.at[1],
          fill: shape.fill,
          font: `${shape.bold ? 700 : 400} ${shape.size}px ${fontFamily}`,
          textAlign: shape.align,
          textVerticalAlign: shape.baseline,
        },
      };
  }
};
