import { compareStates, type CollectionView, type TaskView } from '@zhibiao/shared/collection';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { ScrollX } from '../../ui/scroll-x';
import { useWords, type Words } from '../../ui/words';
import { ShareBar } from './share-bar';
import { StateMark } from './state-mark';
import { fullStateText, shareText, stateText } from './state-words';

/** Units × indicators of a period: a sign and words in every cell; how complete and how punctual stands beside. */
export const CollectionMatrix = ({
  view,
  catalogue,
  own,
}: {
  readonly view: CollectionView;
  readonly catalogue: Catalogue;
  /** The reader's own unit, marked; null for those who have none. */
  readonly own: string | null;
}): ReactElement => {
  const { say, text } = useWords();
  const cells = worstByCell(view.tasks);
  const indicators = catalogue.programme.indicators.filter(({ code }) =>
    view.tasks.some(({ indicator }) => indicator === code),
  );
  return (
    <section className="card">
      <div className="hd">
        <h2>{say('collection.matrix')}</h2>
        <span className="sub">{say('collection.matrixHint')}</span>
      </div>
      <ScrollX label={say('collection.matrix')}>
        <table className="collection-matrix">
          <caption className="visually-hidden">{say('collection.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('collection.unit')}</th>
              {indicators.map((indicator) => (
                <th key={indicator.code} scope="col" title={text(indicator.name)}>
                  {text(indicator.shortName)}
                </th>
              ))}
              <th scope="col" className="sum">
                {say('collection.complete')}
              </th>
              <th scope="col" className="sum">
                {say('collection.onTime')}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.units.map((progress) => {
              const unit = catalogue.unit(progress.unit);
              return (
                <tr key={progress.unit} data-unit={progress.unit}>
                  <th scope="row" className={progress.unit === own ? 'own' : ''}>
                    {unit === undefined ? progress.unit : text(unit.shortName)}
                  </th>
                  {indicators.map(({ code }) => (
                    <Cell key={code} task={cells.get(`${progress.unit} ${code}`)} catalogue={catalogue} />
                  ))}
                  <td className="sum">
                    <ShareBar progress={progress} />
                    {say('collection.doneOf', progress)}
                  </td>
                  <td className="sum">
                    {shareText(progress.onTime, progress.decided) ?? say('collection.rateNone')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
      <Legend />
    </section>
  );
};

/** Of several tasks of one unit and indicator the one that asks most. */
const worstByCell = (tasks: readonly TaskView[]): ReadonlyMap<string, TaskView> => {
  const worst = new Map<string, TaskView>();
  for (const task of tasks) {
    const key = `${task.unit} ${task.indicator}`;
    const before = worst.get(key);
    if (before === undefined || compareStates(task.state, before.state) < 0) worst.set(key, task);
  }
  return worst;
};

const Cell = ({
  task,
  catalogue,
}: {
  readonly task: TaskView | undefined;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  if (task === undefined) return <td className="cell none">{words.say('collection.notAsked')}</td>;
  const { state } = task;
  return (
    <td className={`cell ${state.kind}`} title={cellTitle(words, catalogue, task)}>
      <span className="state">
        <StateMark kind={state.kind} />
        {stateText(words, state, task.dueOn)}
      </span>
    </td>
  );
};

const cellTitle = (words: Words, catalogue: Catalogue, task: TaskView): string => {
  const { say, text, period } = words;
  if (task.waived !== null) return say('collection.waivedWhy', { reason: text(task.waived) });
  return say('collection.cell', {
    unit: text(catalogue.unit(task.unit)?.name ?? { zh: task.unit, en: task.unit }),
    indicator: text(catalogue.indicator(task.indicator)?.name ?? { zh: task.indicator, en: task.indicator }),
    period: period(task.period),
    state: fullStateText(words, task.state, task.dueOn),
    day: task.dueOn,
  });
};

const legend = [
  ['done-on-time', 'collection.legend.onTime'],
  ['done-late', 'collection.legend.doneLate'],
  ['waiting', 'collection.legend.waiting'],
  ['open', 'collection.legend.open'],
  ['due-soon', 'collection.legend.dueSoon'],
  ['late', 'collection.legend.late'],
] as const;

const Legend = (): ReactElement => {
  const { say } = useWords();
  return (
    <div className="collection-legend">
      {legend.map(([kind, words]) => (
        <span key={kind} className={`state ${kind}`}>
          <StateMark kind={kind} />
          {say(words)}
        </span>
      ))}
    </div>
  );
};
