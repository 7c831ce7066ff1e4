import type { CollectionView } from '@zhibiao/shared/collection';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { ScrollX } from '../../ui/scroll-x';
import { SearchLink } from '../../ui/search';
import { useWords } from '../../ui/words';
import { StateMark } from './state-mark';
import { fullStateText } from './state-words';

/** What is overdue, longest first: who, what, since when, and whose it is. */
export const LateList = ({
  view,
  catalogue,
}: {
  readonly view: CollectionView;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say, text, period } = words;
  return (
    <section className="card late-list">
      <div className="hd">
        <h2>{say('collection.late', { count: view.lateTotal })}</h2>
        <span className="sub">{say('collection.lateHint')}</span>
        {view.late.length < view.lateTotal && (
          <span className="end">{say('collection.lateMore', { count: view.late.length })}</span>
        )}
      </div>
      <ScrollX label={say('collection.late', { count: view.lateTotal })}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('collection.state')}</th>
              <th scope="col">{say('collection.unit')}</th>
              <th scope="col">{say('collection.indicator')}</th>
              <th scope="col">{say('collection.period')}</th>
              <th scope="col">{say('collection.due')}</th>
              <th scope="col">{say('collection.department')}</th>
            </tr>
          </thead>
          <tbody>
            {view.late.map((task) => {
              const indicator = catalogue.indicator(task.indicator);
              const unit = catalogue.unit(task.unit);
              const lead = indicator && catalogue.department(indicator.departments.lead);
              return (
                <tr key={`${task.unit} ${task.indicator} ${task.period}`} data-late={task.period}>
                  <td>
                    <span className={`state ${task.state.kind}`}>
                      <StateMark kind={task.state.kind} />
                      {fullStateText(words, task.state, task.dueOn)}
                    </span>
                  </td>
                  <td>{unit === undefined ? task.unit : text(unit.name)}</td>
                  <td>{indicator === undefined ? task.indicator : text(indicator.name)}</td>
                  <td>
                    {view.periods.includes(task.period) ? (
                      <SearchLink change={{ period: task.period }}>{period(task.period)}</SearchLink>
                    ) : (
                      period(task.period)
                    )}
                  </td>
                  <td>{task.dueOn}</td>
                  <td className="t2">{lead === undefined ? '' : text(lead.name)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
};
