import type { ReactElement } from 'react';
import type { Point, Scene, Shape } from './scene';

/** A scene painted at once, without waiting for the chart library. */
export const SceneSvg = ({ scene }: { readonly scene: Scene }): ReactElement => (
  <svg
    width={scene.width}
    height={scene.height}
    viewBox={`0 0 ${scene.width} ${scene.height}`}
    aria-hidden="true"
    style={{ display: 'block', overflow: 'visible' }}
  >
    {scene.shapes.map((shape, index) => (
      <ShapeSvg key={index} shape={shape} />
    ))}
  </svg>
);

const ShapeSvg = ({ shape }: { readonly shape: Shape }): ReactElement => {
  switch (shape.kind) {
    case 'sector':
      return <path d={sectorPath(shape)} fill={shape.fill} opacity={shape.opacity} />;
    case 'line':
      return (
        <path
          d={`M${point(shape.from)}L${point(shape.to)}`}
          stroke={shape.stroke}
          strokeWidth={shape.width}
          strokeLinecap={shape.cap}
        />
      );
    case 'polygon':
      return (
        <path
          d={`M${shape.points.map(point).join('L')}Z`}
          fill={shape.fill}
          stroke={shape.stroke}
          strokeWidth={shape.width}
        />
      );
    case 'text':
      return (
        <text
          x={shape.at[0]}
          y={shape.at[1] + (shape.baseline === 'top' ? shape.size * 0.88 : -shape.size * 0.14)}
          fill={shape.fill}
          fontSize={shape.size}
          fontWeight={shape.bold ? 700 : 400}
          textAnchor={anchors[shape.align]}
        >
          {shape.text}
        </text>
      );
  }
};

const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

const point = ([x, y]: Point): string => `${x.toFixed(2)} ${y.toFixed(2)}`;

const sectorPath = (sector: Extract<Shape, { kind: 'sector' }>): string => {
  const { cx, cy, inner, outer, start, end } = sector;
  const on = (radius: number, angle: number): string =>
    point([cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]);
  const large = end - start > Math.PI ? 1 : 0;
  return (
    `M${on(outer, start)}A${outer} ${outer} 0 ${large} 1 ${on(outer, end)}` +
    `L${on(inner, end)}A${inner} ${inner} 0 ${large} 0 ${on(inner, start)}Z`
  );
};
