import type { ComparisonView, FunnelReading } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { decimals, funnelSentence, thousands } from '@zhibiao/shared/wording';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { funnelHeight, funnelOption, funnelSeries, type Funnel } from '../../charts/funnel-option';
import { Plot } from '../../charts/plot';
import { unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { useNarrow } from '../../ui/use-narrow';
import { useWords, type Words } from '../../ui/words';
import { probabilityOfChance, type Telling } from './assessment-words';
import { HowLink } from './how-link';

/** One indicator's units by how much was sampled, between the limits that chance alone would draw. */
export const FunnelPanel = ({
  ranked,
  funnel,
  indicator,
  catalogue,
}: {
  readonly ranked: ComparisonView['ranked'];
  readonly funnel: FunnelReading;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text, language } = words;
  const narrow = useNarrow();
  const [table, setTable] = useState(false);
  const toggle = useCallback(() => setTable((shown) => !shown), []);
  const drawn = useMemo(
    () => funnelOf(ranked, funnel, { words, catalogue, indicator }, narrow),
    [ranked, funnel, words, catalogue, indicator, narrow],
  );
  const option = useMemo(() => funnelOption(drawn), [drawn]);
  const nameOf = (unit: string): string => unitName(words, catalogue, unit);
  const sentence = funnelSentence(funnel, { language, nameOf });
  return (
    <section className="card" aria-label={say('funnel.title')}>
      <div className="hd">
        <h2>{say('funnel.title')}</h2>
        <span className="sub">{say('funnel.hint')}</span>
        <span className="end">
          <HowLink code="funnel" />
          <button type="button" className="link-button" aria-pressed={table} onClick={toggle}>
            {say(table ? 'view.chart' : 'view.table')}
          </button>
        </span>
      </div>
      <p className="finding">{sentence}</p>
      {table ? (
        <FunnelTable funnel={funnel} telling={{ words, catalogue, indicator }} />
      ) : (
        <Plot
          option={option}
          height={funnelHeight}
          series={funnelSeries}
          readings={drawn.readings}
          onTable={toggle}
          description={say('funnel.description', { indicator: text(indicator.name), sentence })}
        />
      )}
      <Homogeneous funnel={funnel} words={words} />
    </section>
  );
};

/** Whether units may share one rate at all, with the caution that small counts ask for. */
const Homogeneous = ({
  funnel,
  words: { say },
}: {
  readonly funnel: FunnelReading;
  readonly words: Words;
}): ReactElement | null => {
  const { homogeneity } = funnel;
  if (homogeneity === null) return null;
  const params = { p: probabilityOfChance(homogeneity.p) };
  return (
    <p className="panel-note">
      {say(homogeneity.p < 0.05 ? 'funnel.heterogeneous' : 'funnel.homogeneous', params)}
      {homogeneity.caution && say('funnel.caution')}
    </p>
  );
};

const funnelOf = (
  ranked: ComparisonView['ranked'],
  funnel: FunnelReading,
  { words, catalogue, indicator }: Telling,
  narrow: boolean,
): Funnel => {
  const { say, text } = words;
  const lights = new Map(ranked.units.map(({ assessment }) => [assessment.unit, assessment.light]));
  const unit = text(indicator.sampleUnit);
  const centre = 100 * (funnel.centre ?? 0);
  const sampled = funnel.points
    .flatMap((point) =>
      point.rate === null || point.flag === null ? [] : [{ ...point, rate: point.rate, flag: point.flag }],
    )
    .sort((one, other) => one.total - other.total);
  return {
    units: sampled.map((point) => ({
      name: unitName(words, catalogue, point.unit),
      total: point.total,
      value: 100 * point.rate,
      light: lights.get(point.unit) ?? 'none',
      isOutside: point.flag !== 'none',
    })),
    lines: funnel.lines.map(({ total, lo998, lo95, hi95, hi998 }) => ({
      total,
      lo998: 100 * lo998,
      lo95: 100 * lo95,
      hi95: 100 * hi95,
      hi998: 100 * hi998,
    })),
    centre: {
      value: centre,
      label:
        funnel.centreIs === 'target'
          ? say('gauge.target', { target: decimals(centre, 1) })
          : say('compare.whole', {
              name: unitName(words, catalogue, ranked.whole.unit),
              value: ranked.whole.rateText ?? decimals(centre, 1),
            }),
    },
    names: {
      axis: say('funnel.axis', { unit }),
      limit95: say('funnel.limit95'),
      limit998: say('funnel.limit998'),
    },
    readings: sampled.map((point) => ({
      title: unitName(words, catalogue, point.unit),
      rows: [
        [say(`funnel.flag.${point.flag}`), `${decimals(100 * point.rate, 1)}%`],
        ['', say('value.counts', { passes: thousands(point.passes), total: thousands(point.total), unit })],
        ...(point.pHolm === null ? [] : [[say('funnel.pHolm'), probabilityOfChance(point.pHolm)] as const]),
      ],
    })),
    narrow,
  };
};

const FunnelTable = ({
  funnel,
  telling: { words, catalogue, indicator },
}: {
  readonly funnel: FunnelReading;
  readonly telling: Telling;
}): ReactElement => {
  const { say, text } = words;
  const none = <span className="t3">{say('value.none')}</span>;
  return (
    <>
      <ScrollX label={say('funnel.title')}>
        <table className="table">
          <caption className="visually-hidden">{say('funnel.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('compare.unit')}</th>
              <th scope="col" className="n">
                {say('funnel.samples', { unit: text(indicator.sampleUnit) })}
              </th>
              <th scope="col" className="n">
                {say('funnel.failures', { failureWord: text(indicator.failureWord) })}
              </th>
              <th scope="col" className="n">
                {say('compare.value', { unit: say('unit.percent') })}
              </th>
              <th scope="col">{say('funnel.flag')}</th>
              <th scope="col" className="n">
                {say('funnel.p')}
              </th>
              <th scope="col" className="n">
                {say('funnel.pHolm')}
              </th>
            </tr>
          </thead>
          <tbody>
            {funnel.points.map((point) => (
              <tr key={point.unit}>
                <th scope="row">{unitName(words, catalogue, point.unit)}</th>
                <td className="n">{thousands(point.total)}</td>
                <td className="n">{thousands(point.total - point.passes)}</td>
                <td className="n b">{point.rate === null ? none : decimals(100 * point.rate, 1)}</td>
                <td>{point.flag === null ? none : say(`funnel.flag.${point.flag}`)}</td>
                <td className="n">{point.p === null ? none : probabilityOfChance(point.p)}</td>
                <td className="n">{point.pHolm === null ? none : probabilityOfChance(point.pHolm)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <p className="panel-note">{say('funnel.pHint')}</p>
    </>
  );
};
