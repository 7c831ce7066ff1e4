import type { CollectionView } from '@zhibiao/shared/collection';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { useWords } from '../../ui/words';
import { ShareBar } from './share-bar';
import { shareText } from './state-words';

/** How complete and how punctual a period is, on the whole and by the department that leads. */
export const ProgressPanel = ({
  view,
  catalogue,
}: {
  readonly view: CollectionView;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say, text } = useWords();
  const { owed, done, waiting, late, onTime, decided } = view.whole;
  const none = say('collection.rateNone');
  return (
    <section className="card progress-panel">
      <div className="hd">
        <h2>{say('collection.progress')}</h2>
      </div>
      <div className="rates">
        <p>
          <b>{shareText(done, owed) ?? none}</b>
          <span>{say('collection.complete')}</span>
        </p>
        <p>
          <b>{shareText(onTime, decided) ?? none}</b>
          <span>{say('collection.onTime')}</span>
        </p>
      </div>
      <ShareBar progress={view.whole} />
      <dl className="parts">
        {(
          [
            ['done', done, say('collection.done')],
            ['waiting', waiting, say('collection.waiting')],
            ['late', late, say('collection.lateShort')],
            ['rest', owed - done - waiting - late, say('collection.rest')],
          ] as const
        ).map(([kind, count, name]) => (
          <div key={kind}>
            <dt>
              <i className={kind} aria-hidden="true" />
              {name}
            </dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <table className="table">
        <caption className="visually-hidden">{say('collection.byDepartment')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('collection.byDepartment')}</th>
            <th scope="col" className="n">
              {say('collection.complete')}
            </th>
            <th scope="col" className="n">
              {say('collection.onTime')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.departments.map((progress) => {
            const department = catalogue.department(progress.department);
            return (
              <tr key={progress.department}>
                <td className="department">
                  {department === undefined ? progress.department : text(department.name)}
                </td>
                <td className="n">{say('collection.doneOf', progress)}</td>
                <td className="n">{shareText(progress.onTime, progress.decided) ?? none}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="panel-note">{say('collection.onTimeNote')}</p>
    </section>
  );
};
