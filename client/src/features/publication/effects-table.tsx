import type { Effect } from '@zhibiao/shared/submission';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { LightTag } from '../../ui/light-tag';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { indicatorName } from './words-of';

/** The headlines before and after, for those that move. */
export const EffectsTable = ({
  effects,
  alerts,
  catalogue,
}: {
  readonly effects: readonly Effect[];
  readonly alerts: readonly { readonly indicator: string; readonly unit: string }[];
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const moved = effects.filter(
    ({ before, after }) =>
      after !== null && (before?.rateText !== after.rateText || before?.light !== after.light),
  );
  return (
    <section data-part="effects">
      <div className="part-head">
        <h3>{say('review.effects')}</h3>
      </div>
      {moved.length === 0 ? (
        <p className="sub">{say('review.noEffects')}</p>
      ) : (
        <ScrollX label={say('review.effects')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('review.indicator')}</th>
                <th scope="col">{say('review.period')}</th>
                <th scope="col" className="n">
                  {say('review.before')}
                </th>
                <th scope="col" className="n">
                  {say('review.after')}
                </th>
                <th scope="col">{say('list.light')}</th>
                <th scope="col">{say('nav.alerts')}</th>
              </tr>
            </thead>
            <tbody>
              {moved.map(({ indicator, unit, period, basis, before, after }) => {
                const opened = alerts.filter((alert) => alert.indicator === indicator);
                return (
                  <tr key={`${indicator} ${unit} ${period}`} data-effect={indicator}>
                    <th scope="row">{indicatorName(words, catalogue, indicator)}</th>
                    <td>{words.period(period, basis)}</td>
                    <td className="n t3">{before?.rateText ?? say('value.none')}</td>
                    <td className="n">
                      <b>{after?.rateText ?? say('value.none')}</b>
                    </td>
                    <td>{after !== null && <LightTag light={after.light} />}</td>
                    <td>
                      {opened.length === 0
                        ? say('value.none')
                        : opened
                            .map((alert) =>
                              text(
                                catalogue.unit(alert.unit)?.shortName ?? { zh: alert.unit, en: alert.unit },
                              ),
                            )
                            .join(say('submissions.comma'))}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollX>
      )}
    </section>
  );
};
