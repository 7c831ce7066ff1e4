import { Link } from '@tanstack/react-router';
import type { OverviewCard } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import { countsText, valueUnit } from './assessment-words';
import { HowOf } from './how-link';
import { reasonText } from './judgement-words';
import { mainLeg, onScale } from './readings';
import './coverage-strip.css';
import './gauge-card.css';

/** Indicators that count a register: how much of it was reached, and how much must be within the year. */
export const CoverageStrip = ({
  cards,
  catalogue,
}: {
  readonly cards: readonly OverviewCard[];
  readonly catalogue: Catalogue;
}): ReactElement | null => {
  const { say } = useWords();
  if (cards.length === 0) return null;
  return (
    <section className="card coverage" aria-label={say('coverage.title')}>
      <b className="title">
        {say('coverage.title')}
        <span>{say('coverage.hint')}</span>
      </b>
      {cards.map((card) => {
        const indicator = catalogue.indicator(card.assessment.indicator);
        return indicator === undefined ? null : (
          <CoverageItem key={indicator.code} card={card} indicator={indicator} />
        );
      })}
    </section>
  );
};

const CoverageItem = ({
  card,
  indicator,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const { assessment } = card;
  const share = assessment.value === null ? 0 : onScale(assessment.value, indicator);
  const threshold = mainLeg(assessment)?.against ?? card.targetText;
  return (
    <div className="item">
      <Link className="name" to="/indicators/$code" params={{ code: indicator.code }}>
        <LightGlyph light={assessment.light} />
        {text(indicator.shortName)}
      </Link>
      <span className="value">
        <b>
          {assessment.rateText === null ? (
            say('value.none')
          ) : (
            <HowOf indicator={indicator.code}>{`${assessment.rateText}${valueUnit(words, indicator)}`}</HowOf>
          )}
        </b>{' '}
        <span className="t3">{countsText(words, indicator, assessment.figure)}</span>
      </span>
      <div className="budget-bar">
        <i style={{ width: `${Math.min(100, share)}%` }} />
        {threshold !== null && <em style={{ left: `${Math.min(100, Number(threshold))}%` }} />}
      </div>
      <span className="note">
        {reasonText(words, indicator, assessment)}
        {threshold !== null && (
          <>
            {say('definition.comma')}
            {say('coverage.target', { target: threshold })}
          </>
        )}
      </span>
    </div>
  );
};
