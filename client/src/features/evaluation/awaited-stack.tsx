import { Link } from '@tanstack/react-router';
import type { OverviewCard } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Sparkline } from '../../charts/sparkline';
import { LightTag } from '../../ui/light-tag';
import type { PageSearch } from '../../ui/search-keys';
import { useWords } from '../../ui/words';
import { gapSentence, valueWithUnit } from './assessment-words';
import { BreakableName } from './breakable-name';
import { reasonText } from './judgement-words';
import { onScale } from './readings';
import './gauge-card.css';

/** Whether a card has nothing to point at yet. */
export const isAwaited = (card: OverviewCard): boolean => card.assessment.figure === null;

/** Indicators without a figure in this period, small and together in the place of one card. */
export const AwaitedStack = ({
  cards,
  catalogue,
}: {
  readonly cards: readonly OverviewCard[];
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  return (
    <div className="awaited-stack">
      {cards.map((card) => {
        const indicator = catalogue.indicator(card.assessment.indicator);
        if (indicator === undefined) return null;
        return (
          <article key={indicator.code} className="card gauge-card">
            <div className="name">
              <h3>
                <Link
                  to="/indicators/$code"
                  params={{ code: indicator.code }}
                  search={({ period, basis }: PageSearch) => ({ period, basis })}
                >
                  <BreakableName indicator={indicator} />
                </Link>
              </h3>
              <LightTag light={card.assessment.light} />
            </div>
            <div className="middle">
              <p className="gap t-none">{gapSentence(words, indicator, card.assessment, card.targetText)}</p>
              <p className="beside">
                {card.dueOn === null
                  ? reasonText(words, indicator, card.assessment)
                  : say('awaited.by', { day: card.dueOn })}
              </p>
            </div>
            {card.history.some(({ value }) => value !== null) && (
              <div className="row spark">
                <Sparkline
                  values={card.history.map((point) =>
                    point.value === null ? null : onScale(point.value, indicator),
                  )}
                  target={card.targetText === null ? null : Number(card.targetText)}
                />
                <span className="figures">
                  {card.lastYearText !== null &&
                    say('awaited.lastYear', { value: valueWithUnit(words, indicator, card.lastYearText) })}
                </span>
              </div>
            )}
          </article>
        );
      })}
    </div>
  );
};
