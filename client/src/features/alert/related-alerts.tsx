import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { Answer } from '../../ui/faces';
import { SearchLink } from '../../ui/search';
import { useWords } from '../../ui/words';
import { alertWords } from './alert-words';
import { LevelTag } from './level-tag';
import { useAlerts } from './use-alerts';
import './related-alerts.css';

/** The open alerts of one indicator; each shows its unit on the same page. */
export const RelatedAlerts = ({
  indicator,
  catalogue,
}: {
  readonly indicator: string;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  return (
    <section className="card">
      <div className="hd">
        <h2>{say('related.title')}</h2>
      </div>
      <Answer asked={useAlerts()} skeleton={<div className="sk" style={{ height: 26, margin: 16 }} />}>
        {({ open }) => {
          const here = open.filter((alert) => alert.indicator === indicator);
          if (here.length === 0) return <p className="quiet">{say('related.none')}</p>;
          return (
            <ul className="related-alerts">
              {here.map((alert) => (
                <li key={alert.id}>
                  <LevelTag level={alert.level} />
                  <SearchLink
                    change={{ unit: catalogue.unit(alert.unit)?.kind === 'part' ? alert.unit : undefined }}
                  >
                    {alertWords(words, catalogue, alert).name}
                  </SearchLink>
                  <p>{alertWords(words, catalogue, alert).reasons}</p>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </section>
  );
};
