import type { Alert } from '@zhibiao/shared/alert';
import { dayOfInstant } from '@zhibiao/shared/calendar';
import { alertLevelText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { EmptyFace } from '../../ui/faces';
import { ScrollX } from '../../ui/scroll-x';
import { SearchLink } from '../../ui/search';
import { useNarrow } from '../../ui/use-narrow';
import { useWords } from '../../ui/words';
import { alertFilters, listedUnder, type AlertFilter } from './alert-filter';
import { AlertLink } from './alert-link';
import { alertWords } from './alert-words';
import { LevelGlyph, LevelTag } from './level-tag';
import type { Alerts } from './use-alerts';
import { worstFirst } from './worst-first';
import './alert-table.css';

/** Every alert in a row, with who answers for it; the row's name leads to the figures. Notices stand below, quietly. */
export const AlertTable = ({
  alerts,
  filter,
  catalogue,
}: {
  readonly alerts: Alerts;
  readonly filter: AlertFilter;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say, language } = useWords();
  const isWhole = (code: string): boolean => catalogue.unit(code)?.kind === 'whole';
  const listed = listedUnder(alerts, filter);
  const rows = filter === 'closed' ? listed : worstFirst(listed, isWhole);
  const notices = filter === 'all' ? worstFirst(alerts.notices, isWhole) : [];
  return (
    <section className="card">
      <div className="alert-filter" role="group" aria-label={say('alerts.filter')}>
        {alertFilters.map((name) => (
          <SearchLink
            key={name}
            change={{ view: name === 'all' ? undefined : name }}
            current={name === filter}
          >
            <b>{listedUnder(alerts, name).length}</b>
            <span>
              {name !== 'all' && name !== 'closed' && <LevelGlyph level={name} />}
              {name === 'all' || name === 'closed' ? say(`alerts.${name}`) : alertLevelText(name, language)}
            </span>
          </SearchLink>
        ))}
      </div>
      {rows.length === 0 ? <Empty filter={filter} /> : <AlertRows rows={rows} catalogue={catalogue} />}
      {notices.length > 0 && (
        <div className="alert-notices">
          <div className="hd">
            <h2>{alertLevelText('blue', language)}</h2>
            <span>{say('alerts.noticesHint')}</span>
          </div>
          <AlertRows rows={notices} catalogue={catalogue} />
        </div>
      )}
    </section>
  );
};

const Empty = ({ filter }: { readonly filter: AlertFilter }): ReactElement => {
  const { say } = useWords();
  if (filter === 'all') return <EmptyFace title={say('alerts.none')}>{say('alerts.noneHint')}</EmptyFace>;
  return (
    <EmptyFace title={say(filter === 'closed' ? 'alerts.noneClosed' : 'alerts.noneHere')}>
      <SearchLink change={{ view: undefined }}>{say('alerts.clear')}</SearchLink>
    </EmptyFace>
  );
};

interface RowsOf {
  readonly rows: readonly Alert[];
  readonly catalogue: Catalogue;
}

const AlertRows = ({ rows, catalogue }: RowsOf): ReactElement => {
  const { say } = useWords();
  const narrow = useNarrow();
  if (narrow)
    return (
      <ul className="alert-cards">
        {rows.map((alert) => (
          <AlertCard key={alert.id} alert={alert} catalogue={catalogue} />
        ))}
      </ul>
    );
  return (
    <ScrollX label={say('alerts.title')}>
      <table className="table alert-table">
        <caption className="visually-hidden">{say('alerts.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('alerts.level')}</th>
            <th scope="col">{say('alerts.column')}</th>
            <th scope="col" className="n">
              {say('alerts.figure')}
            </th>
            <th scope="col" className="n">
              {say('alerts.target')}
            </th>
            <th scope="col">{say('alerts.owner')}</th>
            <th scope="col">{say('alerts.sinceColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((alert) => (
            <Row key={alert.id} alert={alert} catalogue={catalogue} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
};

interface OneAlert {
  readonly alert: Alert;
  readonly catalogue: Catalogue;
}

/** The level; an alarm that has closed says so. */
const Level = ({ alert }: Pick<OneAlert, 'alert'>): ReactElement => {
  const { say } = useWords();
  return alert.level === 'none' ? (
    <LevelTag level="none" word={say('alerts.closed')} />
  ) : (
    <LevelTag level={alert.level} />
  );
};

/** Since which period it stands, and on which day it was raised or closed. */
const useSince = ({ since, period, level, openedAt, changedAt }: Alert): readonly [string, string] => {
  const words = useWords();
  if (level === 'none')
    return [words.period(period), words.say('alerts.closedOn', { day: dayOfInstant(changedAt) })];
  if (since === null) return [words.period(period), ''];
  const raised = openedAt === null ? '' : words.say('alerts.openedOn', { day: dayOfInstant(openedAt) });
  return [words.period(since), raised];
};

const Row = ({ alert, catalogue }: OneAlert): ReactElement => {
  const said = alertWords(useWords(), catalogue, alert);
  const [since, raised] = useSince(alert);
  return (
    <tr className={alert.level === 'none' || alert.level === 'blue' ? 'calm' : ''}>
      <td>
        <Level alert={alert} />
      </td>
      <th scope="row">
        <AlertLink alert={alert} catalogue={catalogue}>
          {said.name}
        </AlertLink>
        <small>{said.sentence}</small>
      </th>
      <td className="n figure">{said.figure}</td>
      <td className="n">{said.target}</td>
      <td className="t2">{said.owner}</td>
      <td className="since">
        {since}
        {raised !== '' && <small>{raised}</small>}
      </td>
    </tr>
  );
};

const AlertCard = ({ alert, catalogue }: OneAlert): ReactElement => {
  const words = useWords();
  const said = alertWords(words, catalogue, alert);
  const [since] = useSince(alert);
  return (
    <li>
      <AlertLink alert={alert} catalogue={catalogue}>
        <span className="head">
          <Level alert={alert} />
          <span className="name">{said.name}</span>
        </span>
        <p>{said.sentence}</p>
        <p className="foot">
          <span>{said.owner}</span>
          <span>{alert.since === null ? since : words.say('alerts.since', { period: since })}</span>
        </p>
      </AlertLink>
    </li>
  );
};
