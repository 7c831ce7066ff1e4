import { Link } from '@tanstack/react-router';
import type { OverviewCard } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { useMemo, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Gauge } from '../../charts/gauge';
import { cardGauge, roomyGauge } from '../../charts/gauge-scene';
import { Sparkline } from '../../charts/sparkline';
import { ReferenceMark } from '../../ui/glyph';
import { LightTag } from '../../ui/light-tag';
import type { PageSearch } from '../../ui/search-keys';
import { useWords } from '../../ui/words';
import {
  changeText,
  countsText,
  gapSentence,
  lightWord,
  referenceSentence,
  valueUnit,
  valueWithUnit,
} from './assessment-words';
import { BreakableName } from './breakable-name';
import { BudgetLine, OutlookLine } from './budget-line';
import { HowOf } from './how-link';
import { missingName, reasonText, targetName } from './judgement-words';
import { gaugeReading, onScale } from './readings';
import './gauge-card.css';

/** One indicator for a leader: where it stands on its scale, how far from its target, and what came before. */
export const GaugeCard = ({
  card,
  indicator,
  catalogue,
  roomy,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  /** True where no card has a budget or outlook line, so that the gauge may take their room. */
  readonly roomy: boolean;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const { assessment } = card;
  const beside =
    assessment.figure === null && card.dueOn !== null
      ? { text: say('awaited.by', { day: card.dueOn }), marked: false }
      : referenceSentence(words, catalogue, indicator, assessment);
  return (
    <article className={`card gauge-card${roomy ? ' roomy' : ''}`}>
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
        <LightTag light={assessment.light} word={lightWord(words, assessment)} />
      </div>
      <CardGauge card={card} indicator={indicator} roomy={roomy} />
      <p className={`gap t-${assessment.light}`}>
        {gapSentence(words, indicator, assessment, card.targetText)}
      </p>
      <p className="beside">
        {beside.marked && <ReferenceMark />} {beside.text}
      </p>
      <div className="row spark">
        <Sparkline
          values={card.history.map((point) =>
            point.value === null ? null : onScale(point.value, indicator),
          )}
          target={card.targetText === null ? null : Number(card.targetText)}
        />
        <span className="figures">
          <Changes card={card} indicator={indicator} />
        </span>
      </div>
      {assessment.budget !== null && (
        <BudgetLine budget={assessment.budget} assessment={assessment} indicator={indicator} />
      )}
      {assessment.outlook !== null && <OutlookLine outlook={assessment.outlook} />}
      {!assessment.complete && assessment.figure !== null && assessment.missing.length > 0 && (
        <div className="row spark">
          <span>
            {say('indicator.incomplete', {
              missing: assessment.missing
                .map((code) => missingName(words, catalogue, indicator, code))
                .join(say('definition.joiner')),
            })}
          </span>
        </div>
      )}
    </article>
  );
};

/** The gauge with its value as text over it, so that the number can be selected and read out. */
export const CardGauge = ({
  card,
  indicator,
  roomy,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
  readonly roomy: boolean;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const { assessment, targetText } = card;
  const label = targetText === null ? '' : say('gauge.target', { target: targetText });
  const reading = useMemo(
    () => gaugeReading(assessment, indicator, { text: targetText, label }),
    [assessment, indicator, targetText, label],
  );
  const name = text(indicator.name);
  const target = targetName(words, indicator, assessment, targetText);
  const light = lightWord(words, assessment);
  return (
    <div className="gauge-box">
      <Gauge
        reading={reading}
        size={roomy ? roomyGauge : cardGauge}
        description={
          assessment.rateText === null
            ? say('gauge.descriptionEmpty', { name, target, light })
            : say('gauge.description', {
                name,
                target,
                light,
                value: valueWithUnit(words, indicator, assessment.rateText),
              })
        }
      />
      <div className="gauge-value">
        {assessment.rateText === null ? (
          <>
            <b className="absent">{say('value.none')}</b>
            <span>{whyAbsent(words, card, indicator)}</span>
          </>
        ) : (
          <>
            <HowOf indicator={indicator.code}>
              <b className={assessment.rateText.length > 5 ? 'long' : ''}>{assessment.rateText}</b>
              <i>{valueUnit(words, indicator)}</i>
            </HowOf>
            <span>{underValue(words, card, indicator)}</span>
          </>
        )}
      </div>
    </div>
  );
};

const Changes = ({
  card,
  indicator,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
}): ReactElement | null => {
  const words = useWords();
  const yearOnYear = changeText(words, card.yearOnYear);
  const periodOnPeriod = changeText(words, card.periodOnPeriod);
  if (yearOnYear === null && periodOnPeriod === null) {
    if (card.lastYearText === null) return null;
    const value = valueWithUnit(words, indicator, card.lastYearText);
    return <span>{words.say('awaited.lastYear', { value })}</span>;
  }
  return (
    <>
      {yearOnYear !== null && (
        <span>
          {words.say('change.yearOnYear')}{' '}
          <HowOf indicator={indicator.code} code="year-on-year">
            {yearOnYear}
          </HowOf>
        </span>
      )}
      {periodOnPeriod !== null && (
        <span>
          {words.say('change.periodOnPeriod')}{' '}
          <HowOf indicator={indicator.code} code="period-on-period">
            {periodOnPeriod}
          </HowOf>
        </span>
      )}
    </>
  );
};

type Words = ReturnType<typeof useWords>;

const whyAbsent = (words: Words, card: OverviewCard, indicator: Indicator): string =>
  card.dueOn === null ? reasonText(words, indicator, card.assessment) : words.say('awaited.notDue');

const underValue = (words: Words, card: OverviewCard, indicator: Indicator): string => {
  const { assessment } = card;
  const counts = countsText(words, indicator, assessment.figure);
  if (assessment.lightReason === 'too-few-samples') return words.say('reason.too-few-samples');
  return counts ?? (assessment.figure?.kind === 'rate' ? words.say('value.rateOnly') : '');
};
