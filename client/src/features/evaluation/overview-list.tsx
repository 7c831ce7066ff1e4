import { Link } from '@tanstack/react-router';
import type { OverviewCard, OverviewView } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { probabilityText, thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Bullet } from '../../charts/bullet';
import { Sparkline } from '../../charts/sparkline';
import { LightTag } from '../../ui/light-tag';
import { ScrollX } from '../../ui/scroll-x';
import type { PageSearch } from '../../ui/search-keys';
import { useWords } from '../../ui/words';
import {
  changeText,
  countsText,
  lightWord,
  referenceName,
  shortGap,
  targetSign,
  valueUnit,
  valueWithUnit,
} from './assessment-words';
import { BudgetBar } from './budget-line';
import { HowOf } from './how-link';
import { reasonText } from './judgement-words';
import { gaugeReading, onScale, referenceLeg } from './readings';
import './gauge-card.css';
import './overview-list.css';

/** The overview for a statistician: every indicator in a row, the gauge bent straight. */
export const OverviewList = ({
  view,
  cards,
  catalogue,
}: {
  readonly view: OverviewView;
  readonly cards: readonly OverviewCard[];
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const hasBudget = cards.some((card) => card.assessment.budget !== null);
  const hasOutlook = cards.some((card) => card.assessment.outlook !== null);
  return (
    <section className="card">
      <ScrollX label={say('list.caption')}>
        <table className="table overview-list">
          <caption className="visually-hidden">{say('list.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('list.indicator')}</th>
              <th scope="col">{say('list.light')}</th>
              <th scope="col" className="n">
                {say(view.stamp.basis === 'cumulative' ? 'list.cumulative' : 'list.single')}
              </th>
              <th scope="col">{say('list.against')}</th>
              <th scope="col" className="n">
                {say('list.target')}
              </th>
              <th scope="col" className="n">
                {say('list.gap')}
              </th>
              <th scope="col" className="n">
                {say('list.reference', { name: referenceName(words, catalogue) })}
              </th>
              <th scope="col" className="n">
                {say('change.yearOnYear')}
              </th>
              <th scope="col" className="n">
                {say('change.periodOnPeriod')}
              </th>
              {hasBudget && <th scope="col">{say('list.budget')}</th>}
              {hasOutlook && (
                <th scope="col" className="n">
                  {say('outlook.label')}
                </th>
              )}
              <th scope="col">{say('list.history')}</th>
            </tr>
          </thead>
          <tbody>
            {cards.map((card) => {
              const indicator = catalogue.indicator(card.assessment.indicator);
              return indicator === undefined ? null : (
                <Row
                  key={indicator.code}
                  card={card}
                  indicator={indicator}
                  catalogue={catalogue}
                  columns={{ hasBudget, hasOutlook }}
                />
              );
            })}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
};

const Row = ({
  card,
  indicator,
  catalogue,
  columns,
}: {
  readonly card: OverviewCard;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  readonly columns: { readonly hasBudget: boolean; readonly hasOutlook: boolean };
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const { assessment, targetText } = card;
  const { budget, outlook } = assessment;
  const none = <span className="t3">{say('value.none')}</span>;
  const reading = gaugeReading(assessment, indicator, { text: targetText, label: '' });
  const value =
    assessment.rateText === null ? say('value.none') : valueWithUnit(words, indicator, assessment.rateText);
  return (
    <tr>
      <th scope="row">
        <Link
          to="/indicators/$code"
          params={{ code: indicator.code }}
          search={({ period, basis }: PageSearch) => ({ period, basis })}
        >
          {text(indicator.name)}
        </Link>
      </th>
      <td>
        <LightTag light={assessment.light} word={lightWord(words, assessment)} />
      </td>
      <td className="n value">
        {assessment.rateText === null ? (
          none
        ) : (
          <HowOf indicator={indicator.code}>
            {assessment.rateText}
            <i>{valueUnit(words, indicator)}</i>
          </HowOf>
        )}
      </td>
      <td className="drawing">
        {assessment.value === null || indicator.measure === 'register-coverage' ? (
          <span className="t3">
            {countsText(words, indicator, assessment.figure) ??
              (card.dueOn === null
                ? reasonText(words, indicator, assessment)
                : say('awaited.due', { day: card.dueOn }))}
          </span>
        ) : (
          <Bullet reading={reading} description={`${text(indicator.name)} ${value}`} />
        )}
      </td>
      <td className="n">{targetSign(words, catalogue.target(indicator.code), targetText)}</td>
      <td className={`n b t-${assessment.light}`}>
        {indicator.measure === 'register-coverage'
          ? reasonText(words, indicator, assessment)
          : (shortGap(words, assessment) ?? none)}
      </td>
      <td className="n">{referenceLeg(assessment)?.against ?? none}</td>
      <td className="n">
        {card.yearOnYear === null ? (
          none
        ) : (
          <HowOf indicator={indicator.code} code="year-on-year">
            {changeText(words, card.yearOnYear)}
          </HowOf>
        )}
      </td>
      <td className="n">
        {card.periodOnPeriod === null ? (
          none
        ) : (
          <HowOf indicator={indicator.code} code="period-on-period">
            {changeText(words, card.periodOnPeriod)}
          </HowOf>
        )}
      </td>
      {columns.hasBudget && (
        <td>
          {budget === null || budget.allowed === null ? (
            none
          ) : budget.allowed === 0 ? (
            <span className="t2">
              {say('budget.impossible', { failureWord: text(indicator.failureWord) })}
            </span>
          ) : (
            <>
              <BudgetBar budget={budget} assessment={assessment} />
              {thousands(budget.remaining ?? 0)} / {thousands(budget.allowed)}
            </>
          )}
        </td>
      )}
      {columns.hasOutlook && (
        <td className="n b">{outlook === null ? none : probabilityText(outlook.probability)}</td>
      )}
      <td>
        <Sparkline
          width={92}
          height={28}
          values={card.history.map((point) =>
            point.value === null ? null : onScale(point.value, indicator),
          )}
          target={targetText === null ? null : Number(targetText)}
        />
      </td>
    </tr>
  );
};
