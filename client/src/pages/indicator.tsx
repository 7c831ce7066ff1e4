import { Link, useParams } from '@tanstack/react-router';
import { mayDo } from '@zhibiao/shared/access';
import type { IndicatorView } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import type { ReactElement } from 'react';
import { useCatalogue, type Catalogue } from '../api/use-catalogue';
import { RelatedAlerts } from '../features/alert/related-alerts';
import { lightWord } from '../features/evaluation/assessment-words';
import { ContextBar } from '../features/evaluation/context-bar';
import { DefinitionPanel } from '../features/evaluation/definition-panel';
import { HowComputed } from '../features/evaluation/how-computed';
import { KpiBand } from '../features/evaluation/kpi-band';
import { PartsPanel } from '../features/evaluation/parts-panel';
import { PlanningAid } from '../features/evaluation/planning-aid';
import { QuartersPanel } from '../features/evaluation/quarters-panel';
import { RevisionsPanel } from '../features/evaluation/revisions-panel';
import { TrendPanel } from '../features/evaluation/trend-panel';
import { UnitTabs } from '../features/evaluation/unit-tabs';
import { useIndicator } from '../features/evaluation/use-views';
import { useSession } from '../features/access/use-session';
import { SamplesPanel } from '../features/sample/samples-panel';
import { Answer } from '../ui/faces';
import { LightTag } from '../ui/light-tag';
import { usePageSearch } from '../ui/search';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import './indicator.css';

/** 指标: one indicator from its key figures down to its revisions. */
export const IndicatorPage = (): ReactElement => {
  const words = useWords();
  const { say, text } = words;
  const { code } = useParams({ from: '/frame/indicators/$code' });
  const search = usePageSearch();
  const asked = useIndicator(code, search);
  const catalogue = useCatalogue();
  const indicator = catalogue?.indicator(code);
  const name = indicator === undefined ? '' : text(indicator.name);
  useTitle(name);
  return (
    <>
      <ContextBar
        stamp={asked.data?.stamp}
        title={
          <>
            <span className="crumb">
              <Link to="/indicators">{say('indicators.title')}</Link> /
            </span>
            <h1>{name}</h1>
            {asked.data !== undefined && (
              <LightTag light={asked.data.assessment.light} word={lightWord(words, asked.data.assessment)} />
            )}
          </>
        }
      />
      <main id="content" className="indicator">
        <Answer asked={asked} skeleton={<Skeleton />} className="column">
          {(view) =>
            catalogue === undefined || indicator === undefined ? (
              <Skeleton />
            ) : (
              <Figures view={view} indicator={indicator} catalogue={catalogue} />
            )
          }
        </Answer>
        {catalogue !== undefined && indicator !== undefined && (
          <aside className="column">
            <DefinitionPanel indicator={indicator} catalogue={catalogue} />
            {asked.data !== undefined && (
              <>
                <HowComputed entries={asked.data.how} indicator={indicator} catalogue={catalogue} />
                <RevisionsPanel revisions={asked.data.revisions} catalogue={catalogue} />
              </>
            )}
            <RelatedAlerts indicator={code} catalogue={catalogue} />
          </aside>
        )}
      </main>
    </>
  );
};

const Figures = ({
  view,
  indicator,
  catalogue,
}: {
  readonly view: IndicatorView;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => (
  <>
    {indicator.reportedBy === 'lower-units' && <UnitTabs catalogue={catalogue} shown={view.unit} />}
    <KpiBand
      assessment={view.assessment}
      targetText={view.targetText}
      indicator={indicator}
      catalogue={catalogue}
    />
    <TrendPanel view={view} indicator={indicator} unit={catalogue.unit(view.unit)} catalogue={catalogue} />
    {view.planning !== null && view.targetText !== null && (
      <PlanningAid question={view.planning} indicator={indicator} targetText={view.targetText} />
    )}
    <PartsPanel view={view} indicator={indicator} catalogue={catalogue} />
    <Samples view={view} indicator={indicator} catalogue={catalogue} />
    <QuartersPanel points={view.series} control={view.control} indicator={indicator} catalogue={catalogue} />
  </>
);

const Samples = ({
  view,
  indicator,
  catalogue,
}: {
  readonly view: IndicatorView;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const session = useSession();
  const search = usePageSearch();
  const { category } = search;
  return (
    <SamplesPanel
      choice={{
        indicator: indicator.code,
        unit: view.unit,
        period: view.assessment.period,
        basis: view.assessment.basis,
        ...(search.asOf === undefined ? {} : { asOf: search.asOf }),
      }}
      category={category === '-' ? '' : category}
      mayReadSamples={session != null && mayDo('samples.read', session.actor.role)}
      indicator={indicator}
      catalogue={catalogue}
    />
  );
};

const Skeleton = (): ReactElement => (
  <div className="column" aria-hidden="true">
    <div className="sk" style={{ height: 32, width: '60%' }} />
    <div className="card" style={{ height: 104 }} />
    <div className="card" style={{ padding: 16 }}>
      <div className="sk" style={{ height: 18, width: 180 }} />
      <div className="sk" style={{ height: 260, marginTop: 16 }} />
    </div>
  </div>
);
