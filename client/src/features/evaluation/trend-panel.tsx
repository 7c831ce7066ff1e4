import type { HowCode, IndicatorView } from '@zhibiao/shared/evaluation';
import type { Indicator, ReportingUnit } from '@zhibiao/shared/programme';
import { assessmentSentence, controlSentence, trendSentence } from '@zhibiao/shared/wording';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Plot } from '../../charts/plot';
import { trendOption, trendSeries } from '../../charts/trend-option';
import { EmptyFace } from '../../ui/faces';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { valueUnit, type Telling } from './assessment-words';
import { HowLink } from './how-link';
import { targetName } from './judgement-words';
import { isScore } from './readings';
import { SeriesTable } from './series-table';
import { TrendLegend } from './trend-panel-legend';
import { lastText, trendOf } from './trend-of';

/**
 * The course of an indicator with its normal variation (its 95 % band below six points), signals, target and reference,
 * and the table behind it.
 */
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
  const telling = useMemo(() => ({ words, catalogue, indicator }), [words, catalogue, indicator]);
  const trend = useMemo(() => trendOf(view, telling, unitName), [view, telling, unitName]);
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
            {view.control.points.length > 0 && <HowLink code={howOfControl(view)} />}
            <button type="button" className="link-button" aria-pressed={table} onClick={toggle}>
              {say(table ? 'view.chart' : 'view.table')}
            </button>
          </span>
        )}
      </div>
      <p className="finding">{assessmentSentence(view.assessment, indicator, words.language)}</p>
      {view.control.points.length > 0 && <p className="finding">{evidenceText(view, telling)}</p>}
      {!drawn || names === null ? (
        <EmptyFace title={say('trend.none')} />
      ) : table ? (
        <ScrollX label={say('trend.title')}>
          <SeriesTable
            points={view.series}
            control={view.control}
            indicator={indicator}
            catalogue={catalogue}
          />
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
              target: targetName(words, indicator, view.assessment, view.targetText),
            })}
          />
        </div>
      )}
      {drawn && !table && trend.control !== null && (
        <TrendLegend
          control={trend.control}
          status={view.control.status}
          suffix={isScore(indicator) ? '' : '%'}
          corrected={trend.corrected.includes(true)}
          reference={
            trend.references.every((value) => value === null)
              ? null
              : say('reference.average', { name: trend.names.reference })
          }
        />
      )}
    </section>
  );
};

/** The step that tells the limits, or why there are none. */
const howOfControl = ({ control }: IndicatorView): HowCode =>
  control.status === 'insufficient' ? 'few-points' : control.chart === 'p' ? 'limits' : 'limits-moving';

/** What changed and whether that is real; below six points a trend has nothing to add. */
const evidenceText = (view: IndicatorView, { words, catalogue, indicator }: Telling): string => {
  const { language, say } = words;
  const control = controlSentence(view.control, {
    language,
    yearStart: catalogue.programme.yearStart,
    ...(isScore(indicator) ? { scoreUnit: say('unit.points') } : {}),
  });
  if (view.control.status === 'insufficient') return control;
  return say('control.told', { control, trend: trendSentence(view.trend, language) });
};
