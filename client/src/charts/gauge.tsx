import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import { gaugeScene, type GaugeReading, type GaugeSize } from './gauge-scene';
import type { Palette } from './palette';
import { SceneSvg } from './scene-svg';
import './plot.css';

const SceneChart = lazy(() => import('./scene-chart').then((module) => ({ default: module.SceneChart })));

/** A target gauge with one sentence for those who do not see it. The value itself is text laid over it. */
export const Gauge = ({
  reading,
  size,
  description,
  colours,
}: {
  readonly reading: GaugeReading;
  readonly size: GaugeSize;
  readonly description: string;
  /** Where the paper is not white. */
  readonly colours?: Palette;
}): ReactElement => {
  const scene = useMemo(() => gaugeScene(reading, size, colours), [reading, size, colours]);
  return (
    <div
      role="img"
      aria-label={description}
      title={description}
      className="gauge"
      style={{ width: size.width, height: size.height }}
    >
      <Suspense fallback={<SceneSvg scene={scene} />}>
        <SceneChart scene={scene} />
      </Suspense>
    </div>
  );
};
