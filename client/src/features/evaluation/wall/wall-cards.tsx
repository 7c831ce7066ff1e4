import type { OverviewCard } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../../api/use-catalogue';
import { LightGlyph } from '../../../ui/glyph';
import { useWords } from '../../../ui/words';
import { countsText, differenceUnit, lightWord, shortGap, valueUnit } from '../assessment-words';
import { targetName } from '../judgement-words';
import { mainLeg } from '../readings';

/** Every indicator at its seat; the one before the room has a frame. */
export const WallCards = ({
  cards,
  shown,
  catalogue,
}: {
  readonly cards: readonly OverviewCard[];
  readonly shown: string | undefined;
  readonly catalogue: Catalogue;
}): ReactElement => (
  <ul className="wall-cards" style={{ gridTemplateRows: `repeat(${Math.ceil(cards.length / 2)}, 1fr)` }}>
    {cards.map((card) => (
      <WallCard
        key={card.assessment.indicator}
        card={card}
        shown={card.assessment.indicator === shown}
        catalogue={catalogue}
      />
    ))}
  </ul>
);

const WallCard = ({
  card: { assessment, targetText },
  shown,
  catalogue,
}: {
  readonly card: OverviewCard;
  readonly shown: boolean;
  readonly catalogue: Catalogue;
}): ReactElement | null => {
  const words = useWords();
  const { say, text } = words;
  const indicator = catalogue.indicator(assessment.indicator);
  if (indicator === undefined) return null;
  const gap = shortGap(words, assessment);
  const level = mainLeg(assessment)?.by === 0;
  const counts = indicator.measure === 'register-coverage' || indicator.measure === 'count';
  return (
    <li className={shown ? 'shown' : ''} aria-current={shown ? 'true' : undefined}>
      <div className="named">
        <b>{text(indicator.shortName)}</b>
        <span className={`light ${assessment.light}`}>
          <LightGlyph light={assessment.light} size={26} />
          {lightWord(words, assessment)}
        </span>
      </div>
      <div className="under">
        <span className={`value${assessment.rateText === null ? ' absent' : ''}`}>
          {assessment.rateText === null ? (
            say('value.none')
          ) : (
            <>
              {assessment.rateText}
              <i>{valueUnit(words, indicator)}</i>
            </>
          )}
        </span>
        <span className="beside">
          <span>{say('gauge.target', { target: targetName(words, indicator, assessment, targetText) })}</span>
          <span>
            {counts
              ? (countsText(words, indicator, assessment.figure) ?? '')
              : gap === null || level
                ? (gap ?? '')
                : `${gap} ${differenceUnit(words, indicator)}`}
          </span>
        </span>
      </div>
    </li>
  );
};
