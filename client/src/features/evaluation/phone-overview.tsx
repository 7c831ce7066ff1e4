import { Link } from '@tanstack/react-router';
import { mostWorrying, type Light, type OverviewCard } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { pointsText, probabilityText, thousands } from '@zhibiao/shared/wording';
import { useMemo, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Gauge } from '../../charts/gauge';
import { phoneGauge } from '../../charts/gauge-scene';
import { Sparkline } from '../../charts/sparkline';
import { LightGlyph, ReferenceMark } from '../../ui/glyph';
import { LightTag } from '../../ui/light-tag';
import type { PageSearch } from '../../ui/search-keys';
import { useWords } from '../../ui/words';
import {
  countsText,
  differenceUnit,
  gapSentence,
  lightWord,
  referenceName,
  shortGap,
  valueUnit,
  valueWithUnit,
} from './assessment-words';
import { HowOf } from './how-link';
import { gaugeReading, onScale, referenceLeg } from './readings';
import './gauge-card.css';
import './phone-overview.css';

/** The overview in a hand: the worst indicator in full, every other one in a row. */
export const PhoneOverview = ({
  cards,
  catalogue,
}: {
  readonly cards: readonly OverviewCard[];
  readonly catalogue: Catalogue;
}): ReactElement => {
  const known = cards.flatMap((card) => {
    const indicator = catalogue.indicator(card.assessment.indicator);
    return indicator === undefined ? [] : [{ card, indicator }];
  });
  const ordered = [...known].sort(
    (a, b) => severity[a.card.assessment.light] - severity[b.card.assessment.light],
  );
  // The card in full is the one that the sentence above it names.
  const focus = mostWorrying(known.map(({ card }) => card.assessment)) ?? ordered[0]?.card.assessment;
  const worst = known.find(({ card }) => card.assessment === focus);
  const rest = ordered.filter((one) => one !== worst);
  return (
    <>
      {worst !== undefined && <Focus {...worst} catalogue={catalogue} />}
      <ul className="card phone-rows">
        {rest.map(({ card, indicator }) => (
          <Row key={indicator.code} card={card} indicator={indicator} />
        ))}
      </ul>
    </>
  );
};

const severity: Record<Light, number> = { miss: 0, risk: 1, met: 2, none: 3 };

const Focus = ({
  card,
  indicator,
  catalogue,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const { assessment, targetText } = card;
  const label = targetText === null ? '' : say('gauge.target', { target: targetText });
  const reading = useMemo(
    () => gaugeReading(assessment, indicator, { text: targetText, label }),
    [assessment, indicator, targetText, label],
  );
  const gap = gapSentence(words, indicator, assessment, targetText);
  const reference = referenceLeg(assessment);
  const { budget, outlook } = assessment;
  return (
    <section className="card phone-focus">
      <div className="name">
        <h2>
          <Link
            to="/indicators/$code"
            params={{ code: indicator.code }}
            search={({ period, basis }: PageSearch) => ({ period, basis })}
          >
            {text(indicator.name)}
          </Link>
        </h2>
        <LightTag light={assessment.light} word={lightWord(words, assessment)} />
      </div>
      <div className="gauge-box">
        <Gauge reading={reading} size={phoneGauge} description={`${text(indicator.name)}${gap}`} />
        <div className="gauge-value">
          {assessment.rateText === null ? (
            <b>{say('value.none')}</b>
          ) : (
            <HowOf indicator={indicator.code}>
              <b>{assessment.rateText}</b>
              <i>{valueUnit(words, indicator)}</i>
            </HowOf>
          )}
          <span>{countsText(words, indicator, assessment.figure)}</span>
        </div>
      </div>
      <p className={`says t-${assessment.light}`}>{gap}</p>
      {(budget !== null || outlook !== null || reference?.against != null) && (
        <dl className="facts">
          {budget !== null && budget.allowed !== null && (
            <div>
              <dt>{say('budget.label')}</dt>
              <dd>
                <HowOf indicator={indicator.code} code="budget">
                  {thousands(budget.remaining ?? 0)}
                </HowOf>{' '}
                <small>
                  / {thousands(budget.allowed)} {text(indicator.sampleUnit)}
                </small>
              </dd>
            </div>
          )}
          {outlook !== null && (
            <div>
              <dt>{say('outlook.label')}</dt>
              <dd>
                <HowOf indicator={indicator.code} code="outlook">
                  {probabilityText(outlook.probability)}
                </HowOf>{' '}
                <small>{say(`outlook.${outlook.word}`)}</small>
              </dd>
            </div>
          )}
          {reference?.against != null && (
            <div>
              <dt>
                <ReferenceMark /> {referenceName(words, catalogue, reference.reference?.unit)}
              </dt>
              <dd>
                <HowOf indicator={indicator.code} code="province">
                  {valueWithUnit(words, indicator, reference.against)}
                </HowOf>{' '}
                {reference.by !== null && reference.by !== 0 && (
                  <small>
                    {say(reference.by > 0 ? 'gap.over' : 'gap.short', { by: pointsText(reference.by) })}
                  </small>
                )}
              </dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
};

const Row = ({
  card,
  indicator,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const { assessment } = card;
  const gap = shortGap(words, assessment);
  const level = gap === say('gap.even');
  return (
    <li>
      <div className="row">
        <Link
          className="name"
          to="/indicators/$code"
          params={{ code: indicator.code }}
          search={({ period, basis }: PageSearch) => ({ period, basis })}
        >
          <LightGlyph light={assessment.light} size={16} />
          <span className="visually-hidden">{lightWord(words, assessment)}</span>
          {text(indicator.shortName)}
        </Link>
        <Sparkline
          width={70}
          height={26}
          values={card.history.map((point) =>
            point.value === null ? null : onScale(point.value, indicator),
          )}
          target={card.targetText === null ? null : Number(card.targetText)}
        />
        <span className="value">
          <b>
            {assessment.rateText === null ? (
              say('value.none')
            ) : (
              <HowOf indicator={indicator.code}>{valueWithUnit(words, indicator, assessment.rateText)}</HowOf>
            )}
          </b>
          <small>
            {gap === null
              ? lightWord(words, assessment)
              : level
                ? gap
                : `${gap} ${indicator.measure === 'score' ? differenceUnit(words, indicator) : say('unit.pp')}`}
          </small>
        </span>
      </div>
    </li>
  );
};
