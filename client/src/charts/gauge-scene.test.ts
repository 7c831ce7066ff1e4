import { describe, expect, test } from 'vitest';
import { cardGauge, gaugeScene, type GaugeReading } from './gauge-scene';
import type { Scene, Shape } from './scene';
import { sceneOption } from './scene-option';

const aReading = (given: Partial<GaugeReading>): GaugeReading => ({
  low: 88,
  high: 100,
  value: 94.2,
  target: 94.8,
  targetLabel: '目标 94.8',
  reference: 93.9,
  interval: { lower: 92.5, upper: 95.5 },
  light: 'miss',
  ...given,
});

const kinds = (scene: Scene): string[] => scene.shapes.map((shape) => shape.kind);
const texts = (scene: Scene): string[] =>
  scene.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const sectors = (scene: Scene): Extract<Shape, { kind: 'sector' }>[] =>
  scene.shapes.flatMap((shape) => (shape.kind === 'sector' ? [shape] : []));

describe('a gauge', () => {
  test('shows track, zone and interval, and prints both ends and the target', () => {
    const scene = gaugeScene(aReading({}), cardGauge);
    expect(sectors(scene)).toHaveLength(3);
    expect(texts(scene)).toEqual(['88', '100', '目标 94.8']);
    expect(kinds(scene)).toContain('polygon');
  });

  test('spans 198 degrees, and the zone begins where the target stands', () => {
    const [track, zone] = sectors(gaugeScene(aReading({}), cardGauge));
    expect(((track?.end ?? 0) - (track?.start ?? 0)) * (180 / Math.PI)).toBeCloseTo(198, 6);
    const share = ((zone?.start ?? 0) - (track?.start ?? 0)) / ((track?.end ?? 1) - (track?.start ?? 0));
    expect(share).toBeCloseTo((94.8 - 88) / (100 - 88), 6);
  });

  test('without a figure has no pointer', () => {
    const pointed = gaugeScene(aReading({}), cardGauge);
    const empty = gaugeScene(aReading({ value: null, interval: null, reference: null }), cardGauge);
    const lines = (scene: Scene): number => kinds(scene).filter((kind) => kind === 'line').length;
    expect(lines(pointed) - lines(empty)).toBe(2);
    expect(kinds(empty)).not.toContain('polygon');
  });

  test('with a target at the end of the scale says so there, and has no zone', () => {
    const scene = gaugeScene(
      aReading({ target: 100, targetLabel: '目标 100', value: 100, interval: null, reference: null }),
      cardGauge,
    );
    expect(texts(scene)).toEqual(['88', '目标 100']);
    expect(sectors(scene)).toHaveLength(1);
  });

  test('draws what lies below the scale at its lower end, not outside the arc', () => {
    const below = gaugeScene(aReading({ value: 60, interval: null }), cardGauge);
    const atEnd = gaugeScene(aReading({ value: 88, interval: null }), cardGauge);
    expect(below).toEqual(atEnd);
  });

  test('is the same picture for ECharts, shape for shape', () => {
    const scene = gaugeScene(aReading({}), cardGauge);
    const option = sceneOption(scene);
    expect(option).toMatchObject({
      animation: false,
      series: [{ type: 'custom', coordinateSystem: 'none' }],
    });
    const [series] = option['series'] as [{ renderItem: () => { children: { type: string }[] } }];
    expect(series.renderItem().children.map((child) => child.type)).toEqual(kinds(scene));
  });
});
