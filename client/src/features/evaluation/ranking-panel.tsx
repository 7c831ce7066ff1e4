import { Link } from '@tanstack/react-router';
import type { Assessment, ComparisonView, RankInterval } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { intervalText, rankIntervalSentence } from '@zhibiao/shared/wording';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Plot } from '../../charts/plot';
import { rankingOption, rankingSeries, type Ranking } from '../../charts/ranking-option';
import { EmptyFace } from '../../ui/faces';
import { LightGlyph } from '../../ui/glyph';
import { unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { useNarrow } from '../../ui/use-narrow';
import { useWords, type Words } from '../../ui/words';
import {
  countsText,
  gapSentence,
  lightWord,
  valueUnit,
  valueWithUnit,
  type Telling,
} from './assessment-words';
import { HowLink } from './how-link';
import { reasonText, totalHead } from './judgement-words';
import { rankFinder, rankRange, tiedNames } from './rank-words';
import { isScore, onScale } from './readings';
import './ranking-panel.css';

/** One indicator's units in order, with the intervals that decide whether the order means anything. */
export const RankingPanel = ({
  ranked,
  indicator,
  catalogue,
  own,
}: {
  readonly ranked: ComparisonView['ranked'];
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  readonly own: string | null;
}): ReactElement => {
  const words = useWords();
  const { say, text, language } = words;
  const narrow = useNarrow();
  const [table, setTable] = useState(false);
  const toggle = useCallback(() => setTable((shown) => !shown), []);
  const ranking = useMemo(
    () => rankingOf(ranked, { words, catalogue, indicator }, { own, narrow }),
    [words, catalogue, indicator, ranked, own, narrow],
  );
  const option = useMemo(() => rankingOption(ranking), [ranking]);
  const empty = ranking.units.length === 0;
  const settled = ranked.ranks.some(({ rank }) => rank !== null)
    ? rankIntervalSentence(ranked.ranks, {
        language,
        nameOf: (unit) => unitName(words, catalogue, unit),
      })
    : null;
  return (
    <section className="card" aria-label={say('compare.ranking')}>
      <div className="hd">
        <h2>{say('compare.ranking')}</h2>
        <span className="sub">{text(indicator.name)}</span>
        {!empty && (
          <span className="end">
            {ranked.ranks.length > 0 && <HowLink code="ranks" />}
            <button type="button" className="link-button" aria-pressed={table} onClick={toggle}>
              {say(table ? 'view.chart' : 'view.table')}
            </button>
          </span>
        )}
      </div>
      <p className="finding">{settled ?? text(ranked.sentence)}</p>
      {empty ? (
        <EmptyFace title={say('compare.wholeOnly')} />
      ) : table ? (
        <RankingTable ranked={ranked} indicator={indicator} catalogue={catalogue} />
      ) : (
        <Plot
          option={option}
          // Beside the funnel there is room, and the two cards end together.
          height={66 + (ranked.funnel === null || narrow ? 44 : 50) * ranking.units.length}
          series={rankingSeries}
          readings={ranking.readings}
          vertical
          onTable={toggle}
          description={say('compare.rankingDescription', {
            indicator: text(indicator.name),
            sentence: settled ?? text(ranked.sentence),
          })}
        />
      )}
      {!empty && ranked.funnel === null && (
        <p className="panel-note">
          {say(indicator.measure === 'full-coverage-proportion' ? 'funnel.allCounted' : 'funnel.ratesOnly')}
        </p>
      )}
    </section>
  );
};

const rankingOf = (
  ranked: ComparisonView['ranked'],
  { words, catalogue, indicator }: Telling,
  { own, narrow }: { readonly own: string | null; readonly narrow: boolean },
): Ranking => {
  const { say } = words;
  const withValue = ranked.units.filter(({ assessment }) => assessment.value !== null);
  const { whole } = ranked;
  const name = (code: string): string => unitName(words, catalogue, code);
  const rankOf = rankFinder(ranked);
  return {
    units: withValue.map(({ rank, assessment }) => ({
      name: name(assessment.unit),
      rank: rank === null ? '' : `${rank}`,
      own: assessment.unit === own,
      value: onScale(assessment.value ?? 0, indicator),
      valueText: assessment.rateText ?? '',
      interval:
        assessment.interval95 === null
          ? null
          : {
              lower: onScale(assessment.interval95.lower, indicator),
              upper: onScale(assessment.interval95.upper, indicator),
            },
      intervalText: assessment.interval95 === null ? '' : intervalText(assessment.interval95),
      rankText: rankRange(words, rankOf(assessment.unit)) ?? '',
      light: assessment.light,
    })),
    target:
      ranked.targetText === null
        ? null
        : { value: Number(ranked.targetText), label: say('gauge.target', { target: ranked.targetText }) },
    whole:
      whole.value === null
        ? null
        : {
            value: onScale(whole.value, indicator),
            label: say('compare.whole', { name: name(whole.unit), value: whole.rateText ?? '' }),
          },
    headings: {
      interval: say('compare.interval'),
      rank: ranked.ranks.length === 0 ? '' : say('ranks.interval'),
    },
    readings: withValue.map(({ assessment }) => ({
      title: name(assessment.unit),
      rows: [
        ...readingRows(words, indicator, assessment, ranked.targetText),
        ...rankRows({ words, catalogue, indicator }, rankOf(assessment.unit)),
      ],
    })),
    cap: isScore(indicator) ? null : 100,
    scale: indicator.scale,
    narrow,
  };
};

const rankRows = (
  telling: Telling,
  rank: RankInterval | undefined,
): readonly (readonly [string, string])[] => {
  const { say } = telling.words;
  const range = rankRange(telling.words, rank);
  const tied = tiedNames(telling, rank);
  return [
    ...(range === null ? [] : [[say('ranks.interval'), range] as const]),
    ...(tied === null ? [] : [[say('ranks.tied'), tied] as const]),
  ];
};

const readingRows = (
  words: Words,
  indicator: Indicator,
  assessment: Assessment,
  targetText: string | null,
): readonly (readonly [string, string])[] => {
  const { say } = words;
  const counts = countsText(words, indicator, assessment.figure);
  return [
    [
      reasonText(words, indicator, assessment),
      assessment.rateText === null ? say('value.none') : valueWithUnit(words, indicator, assessment.rateText),
    ],
    ...(counts === null ? [] : [['', counts] as const]),
    ...(assessment.interval95 === null
      ? []
      : [[say('compare.interval'), intervalText(assessment.interval95)] as const]),
    [say('trend.againstTarget'), gapSentence(words, indicator, assessment, targetText)],
  ];
};

const RankingTable = ({
  ranked,
  indicator,
  catalogue,
}: {
  readonly ranked: ComparisonView['ranked'];
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const none = <span className="t3">{say('value.none')}</span>;
  const rankOf = rankFinder(ranked);
  const hasRanks = ranked.ranks.length > 0;
  return (
    <ScrollX label={say('compare.ranking')}>
      <table className="table ranking">
        <caption className="visually-hidden">{say('compare.ranking')}</caption>
        <thead>
          <tr>
            <th scope="col">{say(hasRanks ? 'ranks.column' : 'compare.rank')}</th>
            <th scope="col">{say('compare.unit')}</th>
            <th scope="col" className="n">
              {say('compare.value', { unit: valueUnit(words, indicator) })}
            </th>
            <th scope="col" className="n">
              {say('compare.interval')}
            </th>
            <th scope="col" className="n">
              {totalHead(words, indicator)}
            </th>
            <th scope="col">{say('list.light')}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.units.map(({ rank, assessment }) => {
            const place = rankOf(assessment.unit);
            const range = rankRange(words, place);
            const tied = tiedNames({ words, catalogue }, place);
            return (
              <tr key={assessment.unit}>
                <td>
                  {rank ?? none}
                  {range !== null && <small className="under">{range}</small>}
                </td>
                <th scope="row">
                  <Link
                    to="/indicators/$code"
                    params={{ code: indicator.code }}
                    search={(previous) => ({
                      period: previous.period,
                      basis: previous.basis,
                      unit: assessment.unit,
                    })}
                  >
                    {unitName(words, catalogue, assessment.unit)}
                  </Link>
                  {tied !== null && (
                    <small className="under wraps">{say('ranks.tiedWith', { units: tied })}</small>
                  )}
                </th>
                <td className="n b">{assessment.rateText ?? none}</td>
                <td className="n">
                  {assessment.interval95 === null ? none : intervalText(assessment.interval95)}
                </td>
                <td className="n">{countsText(words, indicator, assessment.figure) ?? none}</td>
                <td>
                  <span className="light-words">
                    <LightGlyph light={assessment.light} size={13} /> {lightWord(words, assessment)}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollX>
  );
};
