import type { ComparisonView } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';
import { useCatalogue, type Catalogue } from '../api/use-catalogue';
import { useSession } from '../features/access/use-session';
import { ContextBar } from '../features/evaluation/context-bar';
import { FunnelPanel } from '../features/evaluation/funnel-panel';
import { HowComputed } from '../features/evaluation/how-computed';
import { Matrix } from '../features/evaluation/matrix';
import { MixPanel } from '../features/evaluation/mix-panel';
import { RankingPanel } from '../features/evaluation/ranking-panel';
import { TileMap } from '../features/evaluation/tile-map';
import { useComparison } from '../features/evaluation/use-views';
import { Answer, EmptyFace } from '../ui/faces';
import { usePageSearch } from '../ui/search';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import './compare.css';

/** 县区对比: every indicator of every county, then one of them in order. */
export const ComparePage = (): ReactElement => {
  const { say } = useWords();
  const asked = useComparison(usePageSearch());
  const catalogue = useCatalogue();
  const own = useSession()?.actor.unit ?? null;
  useTitle(say('compare.title'));
  return (
    <>
      <ContextBar title={<h1 className="tabbed">{say('compare.title')}</h1>} stamp={asked.data?.stamp} />
      <main id="content">
        <Answer asked={asked} skeleton={<Skeleton />} className="compare">
          {(view) =>
            catalogue === undefined ? <Skeleton /> : <Shown view={view} catalogue={catalogue} own={own} />
          }
        </Answer>
      </main>
    </>
  );
};

const Shown = ({
  view,
  catalogue,
  own,
}: {
  readonly view: ComparisonView;
  readonly catalogue: Catalogue;
  readonly own: string | null;
}): ReactElement => {
  const { say } = useWords();
  const indicator = catalogue.indicator(view.ranked.indicator);
  if (view.rows.length === 0 || indicator === undefined) return <EmptyFace title={say('compare.empty')} />;
  const row = view.rows.find((candidate) => candidate.indicator === view.ranked.indicator);
  const { decomposition } = view.ranked;
  // Without a single sample there is nothing to draw, and the ranking says so.
  const funnel = view.ranked.funnel?.centre == null ? null : view.ranked.funnel;
  return (
    <>
      <Matrix view={view} catalogue={catalogue} own={own} />
      <TileMap indicator={indicator} assessments={row?.cells ?? []} catalogue={catalogue} />
      <div className={funnel === null ? 'wide' : 'wide pair'}>
        <RankingPanel ranked={view.ranked} indicator={indicator} catalogue={catalogue} own={own} />
        {funnel !== null && (
          <FunnelPanel ranked={view.ranked} funnel={funnel} indicator={indicator} catalogue={catalogue} />
        )}
      </div>
      {decomposition !== null && (
        <div className="wide">
          <MixPanel reading={decomposition} indicator={indicator} catalogue={catalogue} />
        </div>
      )}
      <div className="wide">
        <HowComputed entries={view.how} indicator={indicator} catalogue={catalogue} />
      </div>
    </>
  );
};

const Skeleton = (): ReactElement => (
  <div className="compare" aria-hidden="true">
    <div className="card" style={{ height: 380 }} />
    <div className="card" style={{ height: 380 }} />
    <div className="card wide" style={{ height: 320 }} />
  </div>
);
