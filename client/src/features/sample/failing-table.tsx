import type { FailingItem } from '@zhibiao/shared/submission';
import { thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Answer } from '../../ui/faces';
import { unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { SearchLink } from '../../ui/search';
import { useWords } from '../../ui/words';
import { useFailing, type FigureChoice } from './use-samples';

/** The failing samples of a category with what each failed, newest first. */
export const FailingTable = ({
  choice,
  category,
  catalogue,
}: {
  readonly choice: FigureChoice;
  readonly category: string;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const asked = useFailing(choice, category);
  const title = say('samples.failing', { category: category === '' ? say('samples.noCategory') : category });
  return (
    <div className="failing" data-category={category}>
      <div className="pareto-head">
        <h3>{title}</h3>
        <SearchLink change={{ category: undefined }} className="link-button">
          {say('samples.close')}
        </SearchLink>
      </div>
      <Answer asked={asked} skeleton={<div className="sk" style={{ height: 80 }} />}>
        {({ samples, total }) => (
          <>
            <ScrollX label={title}>
              <table className="table">
                <caption className="visually-hidden">{title}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say('samples.number')}</th>
                    <th scope="col">{say('samples.unit')}</th>
                    <th scope="col">{say('samples.day')}</th>
                    <th scope="col">{say('samples.product')}</th>
                    <th scope="col">{say('samples.items')}</th>
                  </tr>
                </thead>
                <tbody>
                  {samples.map(({ number, unit, day, product, items, retested }) => (
                    <tr key={number}>
                      <th scope="row" className="code">
                        {number}
                      </th>
                      <td>{unitName(words, catalogue, unit)}</td>
                      <td>{day ?? '—'}</td>
                      <td>{product === '' ? '—' : product}</td>
                      <td className="items">
                        {items.length === 0 && say('samples.noItem')}
                        {items.map((item) => (
                          <Item key={`${item.item}|${item.result}`} item={item} />
                        ))}
                        {retested && <small className="under">{say('samples.retested')}</small>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollX>
            {samples.length < total && (
              <p className="panel-note">
                {say('samples.more', { shown: thousands(samples.length), total: thousands(total) })}
              </p>
            )}
          </>
        )}
      </Answer>
    </div>
  );
};

const Item = ({ item: { item, result, limit } }: { readonly item: FailingItem }): ReactElement => {
  const { say } = useWords();
  return (
    <span>
      <b>{item}</b> {result}
      {limit !== '' && <small className="t3"> {say('samples.limit', { limit })}</small>}
    </span>
  );
};
