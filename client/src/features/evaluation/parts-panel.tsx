import { parsePeriod } from '@zhibiao/shared/calendar';
import type { IndicatorView } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { decimals, thousands } from '@zhibiao/shared/wording';
import { useMemo, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { axisRange } from '../../charts/axis-range';
import { SmallMultiple } from '../../charts/small-multiple';
import { LightGlyph } from '../../ui/glyph';
import { SearchLink } from '../../ui/search';
import { unitName } from '../../ui/names';
import { useWords } from '../../ui/words';
import { valueWithUnit } from './assessment-words';
import { reasonText, targetName } from './judgement-words';
import { isScore, onScale } from './readings';
import { SignalMark, signalOf } from './signal-mark';

/** The parts of the whole side by side on one scale, so that heights compare. */
export const PartsPanel = ({
  view,
  indicator,
  catalogue,
}: {
  readonly view: IndicatorView;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement | null => {
  const words = useWords();
  const { say, text } = words;
  const target = view.targetText === null ? null : Number(view.targetText);
  const range = useMemo(
    () =>
      axisRange(
        view.parts
          .flatMap((part) => part.series.map((point) => point.value))
          .filter((value) => value !== null)
          .map((value) => onScale(value, indicator))
          .concat(target === null ? [] : [target]),
        isScore(indicator) ? null : 100,
        4,
        indicator.scale,
      ),
    [view, indicator, target],
  );
  if (view.parts.length === 0) return null;
  return (
    <section className="card" aria-label={say('parts.title')}>
      <div className="hd">
        <h2>{say('parts.title')}</h2>
        <span className="sub">
          {say('parts.hint', { low: decimals(range.min, 0), high: decimals(range.max, 0) })}
        </span>
      </div>
      <ul className="parts">
        {view.parts.map((part) => {
          const { assessment } = part;
          const signal = signalOf(part);
          const name = unitName(words, catalogue, part.unit);
          const value =
            assessment.rateText === null
              ? say('value.none')
              : valueWithUnit(words, indicator, assessment.rateText);
          return (
            <li key={part.unit}>
              <div className="part-head">
                <SearchLink change={{ unit: part.unit }}>
                  <LightGlyph light={assessment.light} size={13} />
                  {name}
                </SearchLink>
                <b>{value}</b>
              </div>
              <SmallMultiple
                data={{
                  values: part.series.map((point) =>
                    point.value === null ? null : onScale(point.value, indicator),
                  ),
                  limits: part.series.map(({ lower, upper }) =>
                    lower === null || upper === null
                      ? null
                      : { lower: onScale(lower, indicator), upper: onScale(upper, indicator) },
                  ),
                  signals: part.series.map(signalOf),
                  target,
                  range,
                  firstLabel: yearOf(part.series[0]?.period),
                  lastLabel: yearOf(part.series[part.series.length - 1]?.period),
                }}
                description={say('gauge.description', {
                  name,
                  value,
                  target: targetName(words, indicator, view.assessment, view.targetText),
                  light: reasonText(words, indicator, assessment),
                })}
              />
              <div className="part-foot">
                {signal !== null && (
                  <span className="signal">
                    <SignalMark signal={signal} />
                    {say(`signal.${signal}`)}
                  </span>
                )}
                {assessment.figure?.kind === 'counts'
                  ? say('parts.foot', {
                      total: thousands(assessment.figure.total),
                      failures: thousands(assessment.figure.total - assessment.figure.passes),
                      unit: text(indicator.sampleUnit),
                      failureWord: text(indicator.failureWord),
                    })
                  : reasonText(words, indicator, assessment)}
              </div>
            </li>
          );
        })}
      </ul>
      {view.parts.some((part) => part.series.some(({ lower }) => lower !== null)) && (
        <p className="panel-note">{say('parts.bandHint')}</p>
      )}
    </section>
  );
};

const yearOf = (code: string | undefined): string => {
  const period = code === undefined ? null : parsePeriod(code);
  if (period === null) return '';
  return period.kind === 'span' ? period.end.slice(0, 4) : `${period.year}`;
};
