import type { ReactElement } from 'react';
import { useCatalogue } from '../api/use-catalogue';
import { alertFilter } from '../features/alert/alert-filter';
import { AlertTable } from '../features/alert/alert-table';
import { useAlerts } from '../features/alert/use-alerts';
import '../ui/context-bar.css';
import { Answer } from '../ui/faces';
import { usePageSearch } from '../ui/search';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import './alerts.css';

/** 预警: what is below its target, who answers for it, and what has recovered. */
export const AlertsPage = (): ReactElement => {
  const { say } = useWords();
  const asked = useAlerts();
  const catalogue = useCatalogue();
  const filter = alertFilter(usePageSearch().view);
  useTitle(say('alerts.title'));
  return (
    <>
      <div className="context">
        <h1>{say('alerts.title')}</h1>
        <span className="crumb">{say('alerts.order')}</span>
      </div>
      <main id="content" className="alerts">
        <Answer asked={asked} skeleton={<div className="card" style={{ height: 420 }} />}>
          {(alerts) =>
            catalogue !== undefined && <AlertTable alerts={alerts} filter={filter} catalogue={catalogue} />
          }
        </Answer>
      </main>
    </>
  );
};
