import { figureValue } from '@zhibiao/shared/evaluation';
import type { Change } from '@zhibiao/shared/submission';
import { thousands } from '@zhibiao/shared/wording';
import { useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { indicatorName, unitName } from '../../ui/names';
import { ScrollX } from '../../ui/scroll-x';
import { useWords } from '../../ui/words';
import { figurePairs, type Pair } from './figure-pairs';
import './change-tables.css';

const shownAtFirst = 12;

/** Figures that would replace stored ones: old beside new, number by number. */
export const RevisedTable = ({
  changes,
  total,
  catalogue,
}: {
  readonly changes: readonly Change[];
  /** How many there are in all; the server sends the first 200. */
  readonly total: number;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  return (
    <section className="change-part" data-part="revised">
      <div className="hd">
        <h3>{say('changes.changed', { count: total })}</h3>
        <span className="sub">{say('changes.changedHint')}</span>
        {changes.length < total && (
          <span className="end">{say('changes.newHint', { shown: changes.length })}</span>
        )}
      </div>
      <ScrollX label={say('changes.changed', { count: total })}>
        <table className="table stacked">
          <caption className="visually-hidden">{say('changes.changed', { count: total })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('changes.indicator')}</th>
              <th scope="col">{say('changes.unit')}</th>
              <th scope="col">{say('changes.period')}</th>
              <th scope="col" className="n">
                {say('changes.field.total')}
              </th>
              <th scope="col" className="n">
                {say('changes.field.passes')}
              </th>
              <th scope="col" className="n">
                {say('changes.value')}
              </th>
              <th scope="col">{say('changes.cell')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ row, before }) => {
              const pairs =
                before === null ? null : figurePairs(before, row.figure, catalogue.target(row.indicator));
              return (
                <tr key={`${row.indicator} ${row.unit} ${row.period} ${row.basis}`} data-change="revised">
                  <th scope="row">{indicatorName(words, catalogue, row.indicator)}</th>
                  <td data-label={say('changes.unit')}>{unitName(words, catalogue, row.unit)}</td>
                  <td data-label={say('changes.period')}>{words.period(row.period, row.basis)}</td>
                  <td className="n" data-label={say('changes.field.total')}>
                    {pairs !== null && <OldNew pair={pairs.total} />}
                  </td>
                  <td className="n" data-label={say('changes.field.passes')}>
                    {pairs !== null && <OldNew pair={pairs.passes} />}
                  </td>
                  <td className="n" data-label={say('changes.value')}>
                    {pairs !== null && <OldNew pair={pairs.value} />}
                  </td>
                  <td className="t3" data-label={say('changes.cell')}>
                    {row.cell}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
};

/** Figures that nothing stands for yet. */
export const NewTable = ({
  changes,
  total,
  catalogue,
}: {
  readonly changes: readonly Change[];
  readonly total: number;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, shownAtFirst);
  return (
    <section className="change-part" data-part="new">
      <div className="hd">
        <h3>{say('changes.new', { count: total })}</h3>
        {shown.length < total && (
          <span className="sub">{say('changes.newHint', { shown: shown.length })}</span>
        )}
        {shown.length < changes.length && (
          <span className="end">
            <button type="button" className="link-button" data-action="all-new" onClick={() => setAll(true)}>
              {say('changes.showAll')}
            </button>
          </span>
        )}
      </div>
      <ScrollX label={say('changes.new', { count: total })}>
        <table className="table stacked">
          <caption className="visually-hidden">{say('changes.new', { count: total })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('changes.indicator')}</th>
              <th scope="col">{say('changes.unit')}</th>
              <th scope="col">{say('changes.period')}</th>
              <th scope="col" className="n">
                {say('changes.field.total')}
              </th>
              <th scope="col" className="n">
                {say('changes.field.passes')}
              </th>
              <th scope="col" className="n">
                {say('changes.value')}
              </th>
              <th scope="col">{say('changes.cell')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row }) => (
              <tr key={`${row.indicator} ${row.unit} ${row.period} ${row.basis}`} data-change="new">
                <th scope="row">{indicatorName(words, catalogue, row.indicator)}</th>
                <td data-label={say('changes.unit')}>{unitName(words, catalogue, row.unit)}</td>
                <td data-label={say('changes.period')}>{words.period(row.period, row.basis)}</td>
                <td className="n" data-label={say('changes.field.total')}>
                  {row.figure.kind === 'counts' ? thousands(row.figure.total) : say('value.none')}
                </td>
                <td className="n" data-label={say('changes.field.passes')}>
                  {row.figure.kind === 'counts' ? thousands(row.figure.passes) : say('value.none')}
                </td>
                <td className="n b" data-label={say('changes.value')}>
                  {figureValue(row.figure, catalogue.target(row.indicator)) ?? say('value.none')}
                </td>
                <td className="t3" data-label={say('changes.cell')}>
                  {row.cell}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
};

/** What stands and what comes: `89 → 96`; a number that stays is printed once. */
const OldNew = ({ pair }: { readonly pair: Pair<string | number> }): ReactElement => {
  const { say } = useWords();
  const [before, after] = [printed(pair.before), printed(pair.after)];
  if (before === after) return <span className="t3">{after}</span>;
  return (
    <>
      <span className="visually-hidden">{say('changes.from', { before, after })}</span>
      <span aria-hidden="true">
        <s>{before}</s> → <b>{after}</b>
      </span>
    </>
  );
};

const printed = (value: string | number | null): string =>
  value === null ? '—' : typeof value === 'number' ? thousands(value) : value;
