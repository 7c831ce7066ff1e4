import { parsePeriod } from '@zhibiao/shared/calendar';
import type { IndicatorView, SeriesPoint } from '@zhibiao/shared/evaluation';
import type { Indicator, ReportingUnit } from '@zhibiao/shared/programme';
import { assessmentSentence, intervalText, signedPointsText, thousands } from '@zhibiao/shared/wording';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Plot } from '../../charts/plot';
import { trendOption, trendSeries, type Reading, type Trend } from '../../charts/trend-option';
import { EmptyFace } from '../../ui/faces';
import { ScrollX } from '../../ui/scroll-x';
import { useWords, type Words } from '../../ui/words';
import { referenceName, valueUnit, valueWithUnit, type Telling } from './assessment-words';
import { SeriesTable } from './series-table';
import { isScore, onScale } from './readings';

/** The course of an indicator with its 95 % band, target and reference, and the table behind it. */
export const TrendPanel = ({
  view,
  indicator,
  unit,
  catalogue,
}: {
  readonly view: IndicatorView;
  readonly indicator: Indicator;
  readonly unit: ReportingUnit | undefined;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const [table, setTable] = useState(false);
  const toggle = useCallback(() => setTable((shown) => !shown), []);
  const unitName = unit === undefined ? view.unit : text(unit.shortName);
  const trend = useMemo(
    () => trendOf(view, { words, catalogue, indicator }, unitName),
    [words, catalogue, indicator, view, unitName],
  );
  const option = useMemo(() => trendOption(trend), [trend]);
  const first = view.series[0];
  const last = view.series[view.series.length - 1];
  const drawn = view.series.some((point) => point.value !== null);
  const names =
    first === undefined || last === undefined
      ? null
      : { from: words.period(first.period), to: words.period(last.period) };
  return (
    <section className="card" aria-label={say('trend.title')}>
      <div className="hd">
        <h2>{say('trend.title')}</h2>
        {names !== null && (
          <span className="sub">
            {say('trend.span', { ...names, unit: valueUnit(words, indicator) })}
            {drawn && `${say('definition.comma')}${say('trend.keys')}`}
          </span>
        )}
        {drawn && (
          <span className="end">
            <button type="button" className="link-button" aria-pressed={table} onClick={toggle}>
              {say(table ? 'view.chart' : 'view.table')}
            </button>
          </span>
        )}
      </div>
      <p className="finding">{assessmentSentence(view.assessment, indicator, words.language)}</p>
      {!drawn || names === null ? (
        <EmptyFace title={say('trend.none')} />
      ) : table ? (
        <ScrollX label={say('trend.title')}>
          <SeriesTable points={view.series} indicator={indicator} catalogue={catalogue} />
        </ScrollX>
      ) : (
        <div style={{ margin: '0 4px' }}>
          <Plot
            option={option}
            height={306}
            series={trendSeries}
            readings={trend.readings}
            onTable={toggle}
            description={say('trend.description', {
              ...names,
              name: text(indicator.name),
              unit: unitName,
              last: view.assessment.rateText === null ? say('value.none') : lastText(words, indicator, last),
              target: view.targetText ?? say('target.risingWord'),
            })}
          />
        </div>
      )}
    </section>
  );
};

const lastText = (words: Words, indicator: Indicator, point: SeriesPoint | undefined): string =>
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
    intervals: view.series.map(({ interval95 }) =>
      interval95 === null
        ? null
        : { lower: onScale(interval95.lower, indicator), upper: onScale(interval95.upper, indicator) },
    ),
    references: view.series.map((point) => scaled(point.reference?.value ?? null)),
    target: view.targetText === null ? null : Number(view.targetText),
    names: {
      unit: unitName,
      reference: referenceName(words, catalogue),
      target: view.targetText === null ? '' : words.say('gauge.target', { target: view.targetText }),
    },
    readings: view.series.map((point) => readingOf(point, telling, unitName)),
    cap: isScore(indicator) ? null : 100,
  };
};

const readingOf = (
  point: SeriesPoint,
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
  return { title: words.period(point.period), rows };
};
