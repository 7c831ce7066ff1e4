import type { PublishedChange } from '@zhibiao/shared/publication';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { figureWords } from '../../ui/figure-words';
import { shortIndicatorName, unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';

/** Figures that differ: old, new, why and who. */
export const ChangesTable = ({
  changes,
  total,
  catalogue,
}: {
  readonly changes: readonly PublishedChange[];
  readonly total: number;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  return (
    <>
      <ScrollX label={say('versions.all')}>
        <table className="table changes-table">
          <caption className="visually-hidden">{say('versions.all')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('review.indicator')}</th>
              <th scope="col">{say('review.unit')}</th>
              <th scope="col">{say('review.period')}</th>
              <th scope="col" className="n">
                {say('versions.old')}
              </th>
              <th scope="col" className="n">
                {say('versions.new')}
              </th>
              <th scope="col">{say('versions.why')}</th>
              <th scope="col">{say('versions.who')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr
                key={`${change.indicator} ${change.unit} ${change.period} ${change.basis}`}
                data-change={change.kind}
              >
                <th scope="row">{shortIndicatorName(words, catalogue, change.indicator)}</th>
                <td>{unitName(words, catalogue, change.unit)}</td>
                <td>{words.period(change.period, change.basis)}</td>
                <td className="n t3">{figureWords(words, change.before)}</td>
                <td className="n">
                  <b>
                    {change.kind === 'withdrawn'
                      ? say('versions.withdrawn')
                      : figureWords(words, change.after)}
                  </b>
                </td>
                <td className="why">{change.reason === '' ? say('value.none') : change.reason}</td>
                <td>{text(change.by)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      {changes.length < total && (
        <p className="sub">{say('versions.more', { shown: changes.length, total })}</p>
      )}
    </>
  );
};
