import type { ControlReading, SeriesPoint } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { intervalText, signedPointsText, thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import type { Signal } from '../../charts/control-layer';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import { lightWord, referenceName } from './assessment-words';
import { correctionWords } from './correction-words';
import { HowAt } from './how-link';
import { totalHead, valueHead } from './judgement-words';
import { SignalMark, signalOf } from './signal-mark';

/** The points of a course as a table, newest first. Columns that no point fills are left out. */
export const SeriesTable = ({
  points,
  control,
  indicator,
  catalogue,
}: {
  readonly points: readonly SeriesPoint[];
  /** Where the signals are read; periods it does not know have none. */
  readonly control: ControlReading;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const signals = new Map(control.points.map((point) => [point.period, signalOf(point)]));
  const has = {
    signal: points.some(({ period }) => (signals.get(period) ?? null) !== null),
    counts: points.some((point) => point.figure?.kind === 'counts'),
    interval: points.some((point) => point.interval95 !== null),
    reference: points.some((point) => point.reference !== null),
    revisions: points.some((point) => point.revisions > 0),
    correction: points.some((point) => point.correction !== undefined),
  };
  const none = <span className="t3">{say('value.none')}</span>;
  const signed = (value: number | null): ReactElement | string =>
    value === null ? none : signedPointsText(value);
  const changed = (
    { period }: SeriesPoint,
    code: 'year-on-year' | 'period-on-period',
    change: number | null,
  ): ReactElement =>
    change === null ? (
      none
    ) : (
      <HowAt period={period} code={code}>
        {signedPointsText(change)}
      </HowAt>
    );
  return (
    <table className="table series">
      <caption className="visually-hidden">{say('quarters.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('quarters.period')}</th>
          {has.counts && (
            <>
              <th scope="col" className="n">
                {totalHead(words, indicator)}
              </th>
              <th scope="col" className="n">
                {text(indicator.failureWord)}
              </th>
            </>
          )}
          <th scope="col" className="n">
            {valueHead(words, indicator)}
          </th>
          {has.interval && (
            <th scope="col" className="n">
              {say('quarters.interval')}
            </th>
          )}
          <th scope="col" className="n">
            {say('quarters.gap')}
          </th>
          <th scope="col" className="n">
            {say('change.periodOnPeriod')}
          </th>
          <th scope="col" className="n">
            {say('change.yearOnYear')}
          </th>
          {has.reference && (
            <th scope="col" className="n">
              {say('list.reference', { name: referenceName(words, catalogue) })}
            </th>
          )}
          <th scope="col">{say('quarters.light')}</th>
          {has.signal && <th scope="col">{say('signal.title')}</th>}
          {has.revisions && <th scope="col">{say('quarters.revisions')}</th>}
          {has.correction && <th scope="col">{say('correction.title')}</th>}
        </tr>
      </thead>
      <tbody>
        {[...points].reverse().map((point) => (
          <tr key={point.period}>
            <th scope="row">{words.period(point.period)}</th>
            {has.counts && (
              <>
                <td className="n">
                  {point.figure?.kind === 'counts' ? thousands(point.figure.total) : none}
                </td>
                <td className="n">
                  {point.figure?.kind === 'counts'
                    ? thousands(point.figure.total - point.figure.passes)
                    : none}
                </td>
              </>
            )}
            <td className="n b">
              {point.rateText === null ? none : <HowAt period={point.period}>{point.rateText}</HowAt>}
            </td>
            {has.interval && (
              <td className="n t2">{point.interval95 === null ? none : intervalText(point.interval95)}</td>
            )}
            <td className="n">{signed(point.againstTarget)}</td>
            <td className="n">{changed(point, 'period-on-period', point.periodOnPeriod)}</td>
            <td className="n">{changed(point, 'year-on-year', point.yearOnYear)}</td>
            {has.reference && <td className="n">{point.reference?.text ?? none}</td>}
            <td>
              <span className={`light-words t-${point.light}`}>
                <LightGlyph light={point.light} size={13} /> {lightWord(words, point)}
              </span>
            </td>
            {has.signal && <SignalCell signal={signals.get(point.period) ?? null} />}
            {has.revisions && (
              <td className="t2">
                {point.revisions > 0 ? say('quarters.revision', { count: point.revisions }) : none}
              </td>
            )}
            {has.correction && (
              <td
                className="t2"
                style={{ minWidth: 190, whiteSpace: 'normal' }}
                data-corrected={point.correction?.number}
              >
                {point.correction === undefined ? none : correctionWords(words, point.correction)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const SignalCell = ({ signal }: { readonly signal: Signal | null }): ReactElement => {
  const { say } = useWords();
  return (
    <td>
      {signal === null ? (
        <span className="t3">{say('value.none')}</span>
      ) : (
        <span className="light-words">
          <SignalMark signal={signal} /> {say(`signal.${signal}`)}
        </span>
      )}
    </td>
  );
};
