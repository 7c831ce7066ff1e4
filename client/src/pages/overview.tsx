import { Link, useNavigate } from '@tanstack/react-router';
import { mayDo } from '@zhibiao/shared/access';
import type { Light, OverviewCard, OverviewView } from '@zhibiao/shared/evaluation';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useCatalogue, type Catalogue } from '../api/use-catalogue';
import { useSession } from '../features/access/use-session';
import { AlertRail } from '../features/alert/alert-rail';
import { AwaitedStack, isAwaited } from '../features/evaluation/awaited-stack';
import { ContextBar } from '../features/evaluation/context-bar';
import { CoverageStrip } from '../features/evaluation/coverage-strip';
import { GaugeCard } from '../features/evaluation/gauge-card';
import { Legend } from '../features/evaluation/legend';
import { OverviewHead } from '../features/evaluation/overview-head';
import { OverviewList } from '../features/evaluation/overview-list';

import { PhoneOverview } from '../features/evaluation/phone-overview';
import { ReportingPanel } from '../features/evaluation/reporting-panel';
import { useOverview } from '../features/evaluation/use-views';
import { Answer, EmptyFace } from '../ui/faces';
import { SearchLink, usePageSearch } from '../ui/search';
import type { PageSearch } from '../ui/search-keys';
import { useKey } from '../ui/use-key';
import { useNarrow } from '../ui/use-narrow';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import { OverviewSkeleton } from './overview-skeleton';
import './overview.css';

/** 总览: the answer first, then a gauge or a row for every indicator, then what to do. */
export const OverviewPage = (): ReactElement => {
  const { say } = useWords();
  const search = usePageSearch();
  const asked = useOverview(search);
  const catalogue = useCatalogue();
  const narrow = useNarrow();
  const list = search.view === 'list' && !narrow;
  useTitle(say('overview.title'));
  const navigate = useNavigate();
  const toggleList = useCallback(
    () =>
      void navigate({
        to: '.',
        search: (previous: PageSearch) => ({
          ...previous,
          view: previous.view === 'list' ? undefined : 'list',
        }),
      }),
    [navigate],
  );
  useKey('t', toggleList);
  return (
    <>
      <ContextBar title={<h1 className="tabbed">{say('overview.title')}</h1>} stamp={asked.data?.stamp}>
        {!narrow && (
          <Link to="/wall" className="button wall-link">
            {say('wall.open')}
          </Link>
        )}
        {!narrow && (
          <div className="seg" role="group" aria-label={say('context.view')}>
            <SearchLink change={{ view: undefined }} current={!list}>
              {say('view.gauges')}
            </SearchLink>
            <SearchLink change={{ view: 'list' }} current={list}>
              {say('view.list')}
            </SearchLink>
          </div>
        )}
      </ContextBar>
      <Answer asked={asked} skeleton={<OverviewSkeleton />}>
        {(view) =>
          catalogue === undefined ? (
            <OverviewSkeleton />
          ) : (
            <Shown view={view} catalogue={catalogue} shape={narrow ? 'phone' : list ? 'list' : 'gauges'} />
          )
        }
      </Answer>
    </>
  );
};

const Shown = ({
  view,
  catalogue,
  shape,
}: {
  readonly view: OverviewView;
  readonly catalogue: Catalogue;
  readonly shape: 'gauges' | 'list' | 'phone';
}): ReactElement => {
  const { say } = useWords();
  const role = useSession()?.actor.role;
  const [filter, setFilter] = useState<Light | null>(null);
  // A light that no indicator shows any more must not leave an empty page behind.
  useEffect(
    () => setFilter((chosen) => (chosen !== null && view.counts[chosen] === 0 ? null : chosen)),
    [view],
  );
  if (view.stamp.recordedAt === null) {
    return (
      <EmptyFace title={say('overview.empty')}>
        <span>{say('overview.emptyHint')}</span>
        {role !== undefined && mayDo('submission.submit', role) && (
          <Link to="/submissions" className="button primary">
            {say('overview.toSubmissions')}
          </Link>
        )}
      </EmptyFace>
    );
  }
  const passes = (card: OverviewCard): boolean => filter === null || card.assessment.light === filter;
  const cards = view.cards.filter(passes);
  const coverage = view.coverage.filter(passes);
  const none = cards.length + coverage.length === 0 && filter !== null;
  const head = <OverviewHead view={view} filter={filter} onFilter={setFilter} />;
  const filteredOut = filter !== null && (
    <EmptyFace title={say('overview.filterNone', { light: say(`light.${filter}`) })}>
      <button type="button" className="button" onClick={() => setFilter(null)}>
        {say('overview.clearFilter')}
      </button>
    </EmptyFace>
  );
  const hasBudget = view.cards.some((card) => card.assessment.budget !== null);
  if (shape === 'list') {
    return (
      <main id="content" className="overview list">
        {head}
        {none ? (
          filteredOut
        ) : (
          <OverviewList view={view} cards={[...cards, ...coverage]} catalogue={catalogue} />
        )}
        <Legend catalogue={catalogue} budget={hasBudget} flat />
      </main>
    );
  }
  // Indicators that only report later share one place, so that eight places hold every gauge of a screen.
  const stacked = view.cards.length > 8 && view.cards.filter(isAwaited).length > 1;
  const gauges = stacked ? cards.filter((card) => !isAwaited(card)) : cards;
  const awaited = stacked ? cards.filter(isAwaited) : [];
  const roomy =
    view.cards.length <= 8 && view.cards.every(({ assessment }) => !assessment.budget && !assessment.outlook);
  return (
    <main id="content" className="overview">
      <div className="overview-left">
        {head}
        {none ? (
          filteredOut
        ) : shape === 'phone' ? (
          <PhoneOverview cards={[...cards, ...coverage]} catalogue={catalogue} />
        ) : (
          <section className="gauge-grid" aria-label={say('overview.cards')}>
            {gauges.map((card) => {
              const indicator = catalogue.indicator(card.assessment.indicator);
              return indicator === undefined ? null : (
                <GaugeCard
                  key={indicator.code}
                  card={card}
                  indicator={indicator}
                  catalogue={catalogue}
                  roomy={roomy}
                />
              );
            })}
            {threes(awaited).map((cards) => (
              <AwaitedStack key={cards[0]?.assessment.indicator} cards={cards} catalogue={catalogue} />
            ))}
          </section>
        )}
        {shape !== 'phone' && <CoverageStrip cards={coverage} catalogue={catalogue} />}
      </div>
      <aside className="rail">
        {role !== undefined && mayDo('alert.read', role) && <AlertRail catalogue={catalogue} />}
        <ReportingPanel progress={view.reporting} catalogue={catalogue} />
        {shape !== 'phone' && <Legend catalogue={catalogue} budget={hasBudget} />}
      </aside>
    </main>
  );
};

/** Three that are awaited stand in the place of one gauge; more need more places. */
const threes = (cards: readonly OverviewCard[]): readonly (readonly OverviewCard[])[] =>
  cards.length === 0 ? [] : [cards.slice(0, 3), ...threes(cards.slice(3))];
