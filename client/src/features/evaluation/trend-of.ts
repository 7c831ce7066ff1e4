import { parsePeriod } from '@zhibiao/shared/calendar';
import type { IndicatorView, SeriesPoint } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { decimals, intervalText, signedPointsText, thousands } from '@zhibiao/shared/wording';
import type { Control } from '../../charts/control-layer';
import type { Reading, Trend } from '../../charts/trend-option';
import type { Words } from '../../ui/words';
import { referenceName, valueWithUnit, type Telling } from './assessment-words';
import { correctionWords } from './correction-words';
import { isScore, onScale } from './readings';
import { signalOf } from './signal-mark';

/** A point's value with its unit, or the sign for none. */
export const lastText = (words: Words, indicator: Indicator, point: SeriesPoint | undefined): string =>
  point?.rateText == null ? words.say('value.none') : valueWithUnit(words, indicator, point.rateText);

/** What the chart draws, from what the server said. */
export const trendOf = (view: IndicatorView, telling: Telling, unitName: string): Trend => {
  const { words, catalogue, indicator } = telling;
  const scaled = (value: number | null): number | null => (value === null ? null : onScale(value, indicator));
  const year = (point: SeriesPoint): string => {
    const period = parsePeriod(point.period);
    return period === null ? '' : period.kind === 'span' ? period.end.slice(0, 4) : `${period.year}`;
  };
  return {
    labels: view.series.map((point) => words.shortPeriod(point.period)),
    years: view.series.map((point, index) => {
      const before = view.series[index - 1];
      const yearly = parsePeriod(point.period)?.kind === 'year';
      return yearly || (before !== undefined && year(before) === year(point)) ? '' : year(point);
    }),
    values: view.series.map((point) => scaled(point.value)),
    corrected: view.series.map(({ correction }) => correction !== undefined),
    intervals: view.series.map(({ interval95 }) =>
      interval95 === null
        ? null
        : { lower: onScale(interval95.lower, indicator), upper: onScale(interval95.upper, indicator) },
    ),
    control: controlOf(view, words.say('control.baseline')),
    references: view.series.map((point) => scaled(point.reference?.value ?? null)),
    target: view.targetText === null ? null : Number(view.targetText),
    names: {
      unit: unitName,
      reference: referenceName(words, catalogue),
      target: view.targetText === null ? '' : words.say('gauge.target', { target: view.targetText }),
    },
    readings: view.series.map((point) => readingOf(point, view.control, telling, unitName)),
    cap: isScore(indicator) ? null : 100,
    scale: indicator.scale,
  };
};

/**
 * Normal variation over the periods of the page; null below six points, and where the page's periods are not those
 * that the indicator is charted in.
 */
const controlOf = ({ series, control }: IndicatorView, name: string): Control | null => {
  if (control.status === 'insufficient') return null;
  const scale = control.scale === 'share' ? 100 : 1;
  const points = series.map(({ period }) => control.points.find((point) => point.period === period));
  if (points.every((point) => point?.lower == null)) return null;
  const from = series.findIndex(({ period }) => period === control.baseline?.from);
  const to = series.findIndex(({ period }) => period === control.baseline?.to);
  return {
    limits: points.map((point) =>
      point?.lower == null || point.upper === null
        ? null
        : { lower: point.lower * scale, upper: point.upper * scale },
    ),
    centre: control.centre === null ? null : control.centre * scale,
    signals: points.map((point) => (point === undefined ? null : signalOf(point))),
    // A baseline that began before the page's first period is open to the left, so its bracket would lie.
    baseline: from < 0 || to < 0 ? null : { from, to, name },
  };
};

const readingOf = (
  point: SeriesPoint,
  control: IndicatorView['control'],
  { words, catalogue, indicator }: Telling,
  unitName: string,
): Reading => {
  const { say } = words;
  const counts =
    point.figure?.kind === 'counts'
      ? say('trend.counts', {
          passes: thousands(point.figure.passes),
          total: thousands(point.figure.total),
          unit: words.text(indicator.sampleUnit),
        })
      : '';
  const rows: [string, string][] = [[unitName, `${lastText(words, indicator, point)}${counts}`]];
  if (point.interval95 !== null) rows.push([say('trend.interval'), intervalText(point.interval95)]);
  if (point.againstTarget !== null)
    rows.push([say('trend.againstTarget'), signedPointsText(point.againstTarget)]);
  if (point.reference !== null) {
    rows.push([referenceName(words, catalogue), valueWithUnit(words, indicator, point.reference.text)]);
  }
  const charted = control.points.find(({ period }) => period === point.period);
  const signal = charted === undefined ? null : signalOf(charted);
  if (charted?.lower != null && charted.upper !== null) {
    const limit = (value: number): string => decimals(onScale(value, indicator), 1);
    const between = { lower: limit(charted.lower), upper: limit(charted.upper) };
    rows.push([say('control.limits'), say('control.between', between)]);
  }
  if (signal !== null) rows.push([say('signal.title'), say(`signal.${signal}`)]);
  if (point.correction !== undefined) {
    rows.push([say('correction.title'), correctionWords(words, point.correction)]);
  }
  return { title: words.period(point.period), rows };
};
