import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Answer, EmptyFace } from '../../ui/faces';
import { useWords } from '../../ui/words';
import { alertWords } from './alert-words';
import { LevelTag } from './level-tag';
import { useAlerts } from './use-alerts';
import { worstFirst } from './worst-first';
import './alert-rail.css';

/** The first open alerts beside the gauges, each leading to its indicator. */
export const AlertRail = ({
  catalogue,
  limit = 5,
}: {
  readonly catalogue: Catalogue;
  readonly limit?: number;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  const asked = useAlerts();
  return (
    <section className="card" aria-label={say('alerts.title')}>
      <div className="hd" style={{ paddingBottom: 6 }}>
        <h2>
          {asked.data === undefined
            ? say('alerts.title')
            : say('alerts.current', { count: asked.data.open.length })}
        </h2>
        <span className="end">
          <Link to="/alerts">{say('alerts.all')} ›</Link>
        </span>
      </div>
      <Answer asked={asked} skeleton={<RailSkeleton />}>
        {({ open }) =>
          open.length === 0 ? (
            <EmptyFace title={say('alerts.none')}>{say('alerts.noneHint')}</EmptyFace>
          ) : (
            <ul className="alert-rail">
              {worstFirst(open, (code) => catalogue.unit(code)?.kind === 'whole')
                .slice(0, limit)
                .map((alert) => {
                  const said = alertWords(words, catalogue, alert);
                  const isPart = catalogue.unit(alert.unit)?.kind === 'part';
                  return (
                    <li key={alert.id}>
                      <Link
                        to="/indicators/$code"
                        params={{ code: alert.indicator }}
                        search={isPart ? { unit: alert.unit } : {}}
                      >
                        <span className="name">
                          <LevelTag level={alert.level} />
                          <span>{said.name}</span>
                        </span>
                        <span className="detail" style={{ display: 'block' }}>
                          {said.reasons}
                        </span>
                        <span className="foot">
                          <span>{said.owner}</span>
                          <span>
                            {alert.since !== null &&
                              say('alerts.since', { period: words.shortPeriod(alert.since) })}
                          </span>
                        </span>
                      </Link>
                    </li>
                  );
                })}
            </ul>
          )
        }
      </Answer>
    </section>
  );
};

const RailSkeleton = (): ReactElement => (
  <div style={{ padding: '8px 14px 14px' }}>
    {[1, 2, 3].map((row) => (
      <div key={row} className="sk" style={{ height: 44, marginBottom: 12 }} />
    ))}
  </div>
);
