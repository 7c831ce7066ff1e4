import { Link } from '@tanstack/react-router';
import type { OverviewCard } from '@zhibiao/shared/evaluation';
import { clauseText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { LightTag } from '../../ui/light-tag';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { referenceName, targetSign, valueWithUnit } from './assessment-words';
import './overview-list.css';

/** Every indicator of the programme: what is asked, by which clause, of whom, and how it stands. */
export const IndicatorTable = ({
  cards,
  catalogue,
}: {
  readonly cards: readonly OverviewCard[];
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const byCode = new Map(cards.map((card) => [card.assessment.indicator, card]));
  return (
    <section className="card">
      <ScrollX label={say('indicators.title')}>
        <table className="table overview-list">
          <caption className="visually-hidden">{say('indicators.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('list.indicator')}</th>
              <th scope="col">{say('list.light')}</th>
              <th scope="col" className="n">
                {say('indicators.value')}
              </th>
              <th scope="col">{say('indicators.target')}</th>
              <th scope="col">{say('indicators.clause')}</th>
              <th scope="col">{say('indicators.lead')}</th>
              <th scope="col">{say('indicators.frequency')}</th>
            </tr>
          </thead>
          <tbody>
            {catalogue.programme.indicators.map((indicator) => {
              const card = byCode.get(indicator.code);
              const target = catalogue.target(indicator.code);
              const lead = catalogue.department(indicator.departments.lead);
              const reference = target?.comparators.find((comparator) => comparator.kind === 'not-below');
              return (
                <tr key={indicator.code}>
                  <th scope="row">
                    <Link to="/indicators/$code" params={{ code: indicator.code }}>
                      {text(indicator.name)}
                    </Link>
                  </th>
                  <td>{card !== undefined && <LightTag light={card.assessment.light} />}</td>
                  <td className="n b">
                    {card?.assessment.rateText == null ? (
                      <span className="t3">{say('value.none')}</span>
                    ) : (
                      valueWithUnit(words, indicator, card.assessment.rateText)
                    )}
                  </td>
                  <td>
                    {target !== undefined && (
                      <>
                        {say(
                          target.strength === 'aspired'
                            ? 'indicators.strengthAspired'
                            : 'indicators.strengthRequired',
                        )}{' '}
                        {targetSign(words, target, card?.targetText ?? null)}
                        {reference !== undefined && (
                          <span className="t3">
                            {say('definition.comma')}
                            {say('target.not-below', {
                              name: say('reference.average', {
                                name: referenceName(words, catalogue, reference.reference),
                              }),
                            })}
                          </span>
                        )}
                      </>
                    )}
                  </td>
                  <td>{target !== undefined && clauseText(target.clause.ref, words.language)}</td>
                  <td>{lead === undefined ? '' : text(lead.name)}</td>
                  <td>{say(`frequency.${indicator.frequency}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
};
