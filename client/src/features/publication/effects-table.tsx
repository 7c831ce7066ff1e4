import { movedEffects, type Effect, type EffectSide } from '@zhibiao/shared/submission';
import { thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { LightTag } from '../../ui/light-tag';
import { shortIndicatorName, unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';

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
  const { say } = words;
  const moved = movedEffects(effects);
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
                const readsSame = before?.rateText === after?.rateText;
                const opened = alerts.filter((alert) => alert.indicator === indicator);
                return (
                  <tr key={`${indicator} ${unit} ${period}`} data-effect={indicator}>
                    <th scope="row">{shortIndicatorName(words, catalogue, indicator)}</th>
                    <td>{words.period(period, basis)}</td>
                    <td className="n t3">
                      <Side side={before} withCounts={readsSame} />
                    </td>
                    <td className="n">
                      <b>
                        <Side side={after} withCounts={readsSame} />
                      </b>
                    </td>
                    <td>
                      {after !== null && (
                        <LightTag
                          light={after.light}
                          word={say(
                            after.light === 'none' && after.rateText !== null
                              ? 'light.unjudged'
                              : `light.${after.light}`,
                          )}
                        />
                      )}
                    </td>
                    <td>
                      {opened.length === 0
                        ? say('value.none')
                        : opened
                            .map((alert) => unitName(words, catalogue, alert.unit))
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

/** The rate of one side; where both sides read the same, the counts that tell them apart stand below. */
const Side = ({ side, withCounts }: { readonly side: EffectSide | null; readonly withCounts: boolean }) => {
  const { say } = useWords();
  return (
    <>
      {side?.rateText ?? say('value.none')}
      {withCounts && side?.passes != null && side.total !== null && (
        <small>
          <br />
          {thousands(side.passes)} / {thousands(side.total)}
        </small>
      )}
    </>
  );
};
