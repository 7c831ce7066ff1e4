import { Link } from '@tanstack/react-router';
import type { TaskView } from '@zhibiao/shared/collection';
import type { Language } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { useWords } from '../../ui/words';
import { StateMark } from './state-mark';
import { stateText } from './state-words';
import { useOwnTasks } from './use-collection';
import './collection.css';

const mostShown = 8;

/** What the reader owes, in one sentence with its deadline, the list under it, and the template to fill in. */
export const OwnTasks = ({
  catalogue,
  templateAddress,
}: {
  readonly catalogue: Catalogue;
  readonly templateAddress: (period: string, language: Language) => string;
}): ReactElement | null => {
  const { say, period, language } = useWords();
  const { data } = useOwnTasks();
  if (data === undefined) return null;
  const { tasks } = data;
  const late = tasks.filter(({ state }) => state.kind === 'late');
  const now = tasks.filter(({ state }) => state.kind !== 'late');
  const [next] = now;
  const together = now.filter((task) => task.period === next?.period && task.dueOn === next.dueOn);
  const first = next?.period ?? late[0]?.period;
  return (
    <section className={`card own-tasks${late.length > 0 ? ' has-late' : ''}`} data-own={data.total}>
      <div className="hd">
        <h2>{say('own.title')}</h2>
        <span className="end">
          <Link to="/collection">{say('own.all')}</Link>
        </span>
      </div>
      <p className="sentence">
        {next !== undefined && (
          <b>{say('own.now', { period: period(next.period), count: together.length, day: next.dueOn })}</b>
        )}
        {late.length > 0 && (
          <span className="state late">
            <StateMark kind="late" />
            {say(next === undefined ? 'own.onlyLate' : 'own.late', { count: late.length })}
          </span>
        )}
        {tasks.length === 0 && (
          <>
            <span className="state done-on-time">
              <StateMark kind="done-on-time" />
              {say('own.none')}
            </span>
            <small className="t3">{say('own.noneHint')}</small>
          </>
        )}
      </p>
      {tasks.length > 0 && (
        <ul>
          {[...late, ...now].slice(0, mostShown).map((task) => (
            <Row key={`${task.unit} ${task.indicator} ${task.period}`} task={task} catalogue={catalogue} />
          ))}
        </ul>
      )}
      {first !== undefined && (
        <div className="act">
          <a href={templateAddress(first, language)} className="button" data-action="own-template" download>
            {next === undefined ? say('own.templateLate', { period: period(first) }) : say('own.template')}
          </a>
        </div>
      )}
    </section>
  );
};

const Row = ({
  task,
  catalogue,
}: {
  readonly task: TaskView;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { text, period } = words;
  const unit = catalogue.unit(task.unit);
  const indicator = catalogue.indicator(task.indicator);
  return (
    <li>
      <span className={`state ${task.state.kind}`}>
        <StateMark kind={task.state.kind} />
        {stateText(words, task.state, task.dueOn)}
      </span>
      <span className="what">
        {unit === undefined ? task.unit : text(unit.shortName)}{' '}
        {indicator === undefined ? task.indicator : text(indicator.name)}
      </span>
      <span className="t3">{period(task.period)}</span>
    </li>
  );
};
