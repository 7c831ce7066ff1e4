import type { CollectionView } from '@zhibiao/shared/collection';
import { mayDo } from '@zhibiao/shared/access';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useCatalogue, type Catalogue } from '../api/use-catalogue';
import { useSession } from '../features/access/use-session';
import { CollectionMatrix } from '../features/collection/collection-matrix';
import { LateList } from '../features/collection/late-list';
import { ProgressPanel } from '../features/collection/progress-panel';
import { useCollection } from '../features/collection/use-collection';
import { PeriodStepper } from '../features/evaluation/context-bar';
import { Answer, EmptyFace } from '../ui/faces';
import { usePageSearch } from '../ui/search';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import '../features/collection/collection.css';
import '../ui/context-bar.css';
import '../ui/controls.css';

/** 报送进度: who owes which figure of a period, told by the figures that are there. */
export const CollectionPage = (): ReactElement => {
  const { say } = useWords();
  const asked = useCollection(usePageSearch().period);
  const catalogue = useCatalogue();
  const actor = useSession()?.actor;
  useTitle(say('collection.title'));
  return (
    <>
      <div className="context">
        <h1>{say('collection.title')}</h1>
        {asked.data !== undefined && <PeriodStepper stamp={asked.data} />}
        {actor !== undefined && mayDo('submission.upload', actor.role) && (
          <Link to="/submissions" className="button" style={{ marginLeft: 'auto' }}>
            {say('collection.toSubmissions')}
          </Link>
        )}
      </div>
      <main id="content">
        <Answer asked={asked} skeleton={<Skeleton />} className="collection">
          {(view) =>
            catalogue === undefined ? (
              <Skeleton />
            ) : (
              <Shown view={view} catalogue={catalogue} own={actor?.unit ?? null} />
            )
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
  readonly view: CollectionView;
  readonly catalogue: Catalogue;
  readonly own: string | null;
}): ReactElement => {
  const { say } = useWords();
  if (view.tasks.length === 0 && view.lateTotal === 0) return <EmptyFace title={say('collection.empty')} />;
  return (
    <>
      <Headline view={view} />
      <div className="column">
        {view.late.length > 0 && <LateList view={view} catalogue={catalogue} />}
        {view.tasks.length > 0 && <CollectionMatrix view={view} catalogue={catalogue} own={own} />}
      </div>
      <aside className="column">
        <ProgressPanel view={view} catalogue={catalogue} />
      </aside>
    </>
  );
};

/** One sentence to repeat in a meeting. */
const Headline = ({ view }: { readonly view: CollectionView }): ReactElement => {
  const { say, period } = useWords();
  const { owed, done, waiting } = view.whole;
  const named = { period: period(view.period), owed, done, waiting };
  return (
    <p className="headline">
      <b>
        {owed === 0
          ? say('collection.noneOwed', named)
          : say(done === owed ? 'collection.allDone' : 'collection.partDone', named)}
      </b>{' '}
      {view.lateTotal > 0 ? say('collection.lateNow', { count: view.lateTotal }) : say('collection.noneLate')}
    </p>
  );
};

const Skeleton = (): ReactElement => (
  <div className="collection" aria-hidden="true">
    <div className="card" style={{ height: 420 }} />
    <div className="card" style={{ height: 420 }} />
  </div>
);
