import { mayDo } from '@zhibiao/shared/access';
import type { ReactElement } from 'react';
import { useCatalogue } from '../api/use-catalogue';
import { useSession } from '../features/access/use-session';
import { alertFilter } from '../features/alert/alert-filter';
import { AlertTable } from '../features/alert/alert-table';
import { useAlerts } from '../features/alert/use-alerts';
import { Ledger } from '../features/rectification/ledger';
import { useLedger, useRectifications } from '../features/rectification/use-rectifications';
import '../ui/context-bar.css';
import '../ui/controls.css';
import { Answer } from '../ui/faces';
import { SearchLink, usePageSearch } from '../ui/search';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import { Rectifications } from './rectifications';
import './alerts.css';

/** 预警: what is below its target by level, and what is done about it: 整改, and of that what waits for the reader. */
export const AlertsPage = (): ReactElement => {
  const { say } = useWords();
  const session = useSession();
  const asked = useAlerts();
  const catalogue = useCatalogue();
  const { view, asOf, period, unit } = usePageSearch();
  // An older version has its alerts; what people do about them is always of today.
  const mayRead = session != null && mayDo('rectification.read', session.actor.role) && asOf === undefined;
  const rectifications = useRectifications(mayRead);
  const shown =
    mayRead && (view === 'rectification' || view === 'mine' || view === 'ledger') ? view : 'levels';
  const year = period !== undefined && /^20\d\d$/.test(period) ? Number(period) : undefined;
  const ledger = useLedger({ year, unit }, shown === 'ledger');
  const mine = (rectifications.data ?? []).filter(({ waitsForMe }) => waitsForMe).length;
  useTitle(say('alerts.title'));
  return (
    <>
      <div className="context">
        <h1>{say('alerts.title')}</h1>
        {mayRead && (
          <nav className="seg" aria-label={say('rectification.views')}>
            <View name={undefined} shown={shown} word={say('rectification.levels')} />
            <View name="rectification" shown={shown} word={say('rectification.all')} />
            <View name="mine" shown={shown} word={say('rectification.mine', { count: mine })} />
            <View name="ledger" shown={shown} word={say('rectification.ledger')} />
          </nav>
        )}
        <span className="crumb">{say(orders[shown])}</span>
      </div>
      <main id="content" className="alerts">
        {shown === 'ledger' ? (
          <Answer asked={ledger} skeleton={<div className="card" style={{ height: 420 }} />}>
            {(of) => catalogue !== undefined && <Ledger view={of} unit={unit} catalogue={catalogue} />}
          </Answer>
        ) : shown !== 'levels' ? (
          catalogue !== undefined && (
            <Rectifications asked={rectifications} isMine={shown === 'mine'} catalogue={catalogue} />
          )
        ) : (
          <Answer asked={asked} skeleton={<div className="card" style={{ height: 420 }} />}>
            {(alerts) =>
              catalogue !== undefined && (
                <AlertTable alerts={alerts} filter={alertFilter(view)} catalogue={catalogue} />
              )
            }
          </Answer>
        )}
      </main>
    </>
  );
};

const orders = {
  levels: 'alerts.order',
  rectification: 'rectification.order',
  mine: 'rectification.order',
  ledger: 'ledger.order',
} as const;

const View = ({
  name,
  shown,
  word,
}: {
  readonly name: 'rectification' | 'mine' | 'ledger' | undefined;
  readonly shown: string;
  readonly word: string;
}): ReactElement => (
  <SearchLink
    change={{ view: name, state: undefined, rectification: undefined, period: undefined, unit: undefined }}
    current={(name ?? 'levels') === shown}
  >
    {word}
  </SearchLink>
);
