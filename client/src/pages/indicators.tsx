import { clauseText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { useCatalogue } from '../api/use-catalogue';
import { ContextBar } from '../features/evaluation/context-bar';
import { IndicatorTable } from '../features/evaluation/indicator-table';
import { useOverview } from '../features/evaluation/use-views';
import { Answer } from '../ui/faces';
import { usePageSearch } from '../ui/search';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import './indicators.css';

/** 指标: the programme as a list, and the milestones it states in words. */
export const IndicatorsPage = (): ReactElement => {
  const { say, text, period, language } = useWords();
  const asked = useOverview(usePageSearch());
  const catalogue = useCatalogue();
  const milestones = catalogue?.programme.milestones ?? [];
  useTitle(say('indicators.title'));
  return (
    <>
      <ContextBar title={<h1>{say('indicators.title')}</h1>} stamp={asked.data?.stamp} />
      <main id="content" className="indicators">
        <Answer asked={asked} skeleton={<div className="card" style={{ height: 480 }} />}>
          {(view) =>
            catalogue !== undefined && (
              <IndicatorTable cards={[...view.cards, ...view.coverage]} catalogue={catalogue} />
            )
          }
        </Answer>
        {milestones.length > 0 && (
          <section className="card">
            <div className="hd">
              <h2>{say('indicators.milestones')}</h2>
              <span className="sub">{say('indicators.milestonesHint')}</span>
            </div>
            <ul className="milestones">
              {milestones.map((milestone) => (
                <li key={`${milestone.due} ${milestone.clause.ref}`}>
                  <b>{period(milestone.due)}</b>
                  <span>{text(milestone.words)}</span>
                  <span className="t3">{clauseText(milestone.clause.ref, language)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </>
  );
};
