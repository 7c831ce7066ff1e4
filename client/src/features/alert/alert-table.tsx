import { Link } from '@tanstack/react-router';
import type { Alert } from '@zhibiao/shared/alert';
import { dayOfInstant } from '@zhibiao/shared/calendar';
import { pointsText } from '@zhibiao/shared/wording';
import type { ReactElement, ReactNode } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { EmptyFace } from '../../ui/faces';
import { LightGlyph } from '../../ui/glyph';
import { LightTag } from '../../ui/light-tag';
import { ScrollX } from '../../ui/scroll-x';
import { SearchLink } from '../../ui/search';
import { useNarrow } from '../../ui/use-narrow';
import { useWords } from '../../ui/words';
import { alertWords } from './alert-words';
import type { Alerts } from './use-alerts';
import { worstFirst } from './worst-first';
import './alert-table.css';

/** Which alerts are listed. */
export type AlertFilter = 'all' | 'open' | 'recovered';

/** Reads the address's `view`; anything unknown lists them all. */
export const alertFilter = (view: string | undefined): AlertFilter =>
  view === 'open' || view === 'recovered' ? view : 'all';

/** Every alert in a row, with who answers for it; the row's name leads to the figures. */
export const AlertTable = ({
  alerts,
  filter,
  catalogue,
}: {
  readonly alerts: Alerts;
  readonly filter: AlertFilter;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  const narrow = useNarrow();
  const open = worstFirst(alerts.open, (code) => catalogue.unit(code)?.kind === 'whole');
  const listed = { all: [...open, ...alerts.recovered], open, recovered: alerts.recovered };
  const rows = listed[filter];
  const filters: readonly AlertFilter[] = ['all', 'open', 'recovered'];
  return (
    <section className="card">
      <div className="alert-filter" role="group" aria-label={say('alerts.filter')}>
        {filters.map((name) => (
          <SearchLink
            key={name}
            change={{ view: name === 'all' ? undefined : name }}
            current={name === filter}
          >
            <b>{listed[name].length}</b>
            {say(`alerts.${name}`)}
          </SearchLink>
        ))}
      </div>
      {rows.length === 0 ? (
        <EmptyFace title={say(filter === 'recovered' ? 'alerts.noneRecovered' : 'alerts.none')}>
          {filter !== 'recovered' && say('alerts.noneHint')}
        </EmptyFace>
      ) : narrow ? (
        <ul className="alert-cards">
          {rows.map((alert) => (
            <AlertCard key={alert.id} alert={alert} catalogue={catalogue} />
          ))}
        </ul>
      ) : (
        <ScrollX label={say('alerts.title')}>
          <table className="table alert-table">
            <caption className="visually-hidden">{say('alerts.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('alerts.column')}</th>
                <th scope="col">{say('alerts.unit')}</th>
                <th scope="col">{say('alerts.owner')}</th>
                <th scope="col">{say('alerts.state')}</th>
                <th scope="col" className="n">
                  {say('alerts.shortfall')}
                </th>
                <th scope="col">{say('alerts.period')}</th>
                <th scope="col">{say('alerts.opened')}</th>
                <th scope="col">{say('alerts.changed')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((alert) => (
                <Row key={alert.id} alert={alert} catalogue={catalogue} />
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
    </section>
  );
};

const Row = ({
  alert,
  catalogue,
}: {
  readonly alert: Alert;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const said = alertWords(words, catalogue, alert);
  const recovered = alert.state === 'recovered';
  const isScore = catalogue.indicator(alert.indicator)?.measure === 'score';
  return (
    <tr className={recovered ? 'recovered' : ''}>
      <th scope="row">
        <span className="name">
          <LightGlyph light={recovered ? 'met' : alert.light} />
          <AlertLink alert={alert} catalogue={catalogue}>
            {said.name}
          </AlertLink>
        </span>
        <small>{said.detail}</small>
      </th>
      <td className="t2">{said.unit}</td>
      <td className="t2">{said.owner}</td>
      <td>
        {recovered ? (
          <LightTag light="met" word={say('alerts.recovered')} />
        ) : (
          <LightTag light={alert.light} />
        )}
      </td>
      <td className="n">
        {pointsText(alert.shortfall)} {say(isScore ? 'unit.points' : 'unit.pp')}
      </td>
      <td>{words.period(alert.period)}</td>
      <td>{dayOfInstant(alert.openedAt)}</td>
      <td>{dayOfInstant(alert.changedAt)}</td>
    </tr>
  );
};

const AlertCard = ({
  alert,
  catalogue,
}: {
  readonly alert: Alert;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const said = alertWords(words, catalogue, alert);
  const recovered = alert.state === 'recovered';
  return (
    <li>
      <AlertLink alert={alert} catalogue={catalogue}>
        <span className="name">
          <LightGlyph light={recovered ? 'met' : alert.light} />
          {said.name}
        </span>
        <p>{said.detail}</p>
        <p>
          {words.say(recovered ? 'alerts.recovered' : `light.${alert.light}`)}
          {words.say('definition.comma')}
          {said.owner}
          {words.say('definition.comma')}
          {words.say('alerts.since', { day: dayOfInstant(alert.openedAt) })}
        </p>
      </AlertLink>
    </li>
  );
};

const AlertLink = ({
  alert,
  catalogue,
  children,
}: {
  readonly alert: Alert;
  readonly catalogue: Catalogue;
  readonly children: ReactNode;
}): ReactElement => (
  <Link
    to="/indicators/$code"
    params={{ code: alert.indicator }}
    search={catalogue.unit(alert.unit)?.kind === 'part' ? { unit: alert.unit } : {}}
  >
    {children}
  </Link>
);
