import { rectificationStates, type RectificationState } from '@zhibiao/shared/rectification';
import type { ReactElement, ReactNode } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { EmptyFace } from '../../ui/faces';
import { ScrollX } from '../../ui/scroll-x';
import { SearchLink } from '../../ui/search';
import { useWords } from '../../ui/words';
import { dueWords, ownerName } from './rectification-words';
import { StatePips } from './state-pips';
import type { RectificationRow } from './use-rectifications';
import './rectification.css';

/** What the alert of a row says, in the words of the page that knows alerts. */
export interface AlertSaid {
  readonly name: string;
  readonly reasons: string;
  readonly sentence: string;
  readonly glyph: ReactNode;
  readonly tag: ReactNode;
}

/** Every rectification in a row, nearest last day first; a choice of state above, and one row chosen. */
export const RectificationBoard = ({
  rows,
  state,
  chosen,
  isMine,
  saidOf,
  catalogue,
}: {
  readonly rows: readonly RectificationRow[];
  /** Only those that stand here; null for all. */
  readonly state: RectificationState | null;
  readonly chosen: string | undefined;
  readonly isMine: boolean;
  readonly saidOf: (row: RectificationRow) => AlertSaid;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  const listed = rows.filter((row) => state === null || row.state === state);
  return (
    <section className="card board">
      <div className="state-filter" role="group" aria-label={say('rectification.filter')}>
        <SearchLink change={{ state: undefined, rectification: undefined }} current={state === null}>
          <b>{rows.length}</b>
          <span>{say('rectification.every')}</span>
        </SearchLink>
        {rectificationStates.map((each) => (
          <SearchLink key={each} change={{ state: each, rectification: undefined }} current={each === state}>
            <b>{rows.filter((row) => row.state === each).length}</b>
            <span>{say(`rectification.state.${each}`)}</span>
          </SearchLink>
        ))}
      </div>
      {listed.length === 0 ? (
        <EmptyFace
          title={say(
            rows.length > 0
              ? 'rectification.noneHere'
              : isMine
                ? 'rectification.noneMine'
                : 'rectification.none',
          )}
        >
          {rows.length === 0 && say('rectification.noneHint')}
        </EmptyFace>
      ) : (
        <ScrollX label={say('rectification.all')}>
          <table className="table board-table">
            <caption className="visually-hidden">{say('rectification.all')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('rectification.column')}</th>
                <th scope="col">{say('rectification.owner')}</th>
                <th scope="col">{say('rectification.progress')}</th>
                <th scope="col">{say('rectification.due')}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  isChosen={row.id === chosen}
                  said={saidOf(row)}
                  catalogue={catalogue}
                />
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
    </section>
  );
};

const Row = ({
  row,
  isChosen,
  said,
  catalogue,
}: {
  readonly row: RectificationRow;
  readonly isChosen: boolean;
  readonly said: AlertSaid;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const due = dueWords(words, row);
  return (
    <tr
      className={`${isChosen ? 'chosen' : ''} ${row.state === 'closed' ? 'calm' : ''}`}
      data-rectification={row.id}
      data-state={row.state}
    >
      <th scope="row">
        {said.glyph}
        <SearchLink change={{ rectification: row.id }} current={isChosen}>
          {said.name}
        </SearchLink>
        <small>{said.reasons}</small>
      </th>
      <td>{ownerName(words, catalogue, row.owner)}</td>
      <td>
        <StatePips state={row.state} />
      </td>
      <td className={`due ${due.tone}`}>
        {row.dueOn !== null && <b>{row.dueOn}</b>}
        <small>{due.words}</small>
      </td>
    </tr>
  );
};
