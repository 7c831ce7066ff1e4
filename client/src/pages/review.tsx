import { Link } from '@tanstack/react-router';
import { mayDo } from '@zhibiao/shared/access';
import type { ReactElement } from 'react';
import { useCatalogue, type Catalogue } from '../api/use-catalogue';
import { useSession } from '../features/access/use-session';
import { PublishPanel } from '../features/publication/publish-panel';
import { QueueList } from '../features/publication/queue-list';
import { ReviewDesk } from '../features/publication/review-desk';
import { useQueue, useReview, useToPublish, type QueueName } from '../features/publication/use-publication';
import { Answer, EmptyFace } from '../ui/faces';
import { SearchLink, usePageSearch } from '../ui/search';
import { useTitle } from '../ui/use-title';
import { useWords } from '../ui/words';
import '../ui/context-bar.css';
import '../ui/controls.css';
import '../ui/tag.css';
import './review.css';

/** 审核发布: what waits for a reviewer, what waits to be published, and what was decided. */
export const ReviewPage = (): ReactElement => {
  const { say, refusal } = useWords();
  const session = useSession();
  const catalogue = useCatalogue();
  const { view, submission } = usePageSearch();
  useTitle(say('review.title'));
  const tab = view === 'publish' || view === 'returned' || view === 'approved' ? view : 'waiting';
  const may = session != null && mayDo('review.decide', session.actor.role);
  return (
    <>
      <div className="context">
        <h1>{say('review.title')}</h1>
        <nav className="seg" aria-label={say('review.lists')}>
          <Tab name="waiting" tab={tab} word={say('review.waiting')} />
          <Tab name="publish" tab={tab} word={say('review.toPublish')} />
          <Tab name="approved" tab={tab} word={say('review.approved')} />
          <Tab name="returned" tab={tab} word={say('review.returned')} />
        </nav>
      </div>
      <main id="content" className={`review ${tab}`}>
        {session == null || catalogue === undefined ? (
          <div className="card" style={{ height: 420 }} />
        ) : !may ? (
          <section className="card">
            <EmptyFace title={refusal({ code: 'access.not-allowed', operation: 'review.decide' })} />
          </section>
        ) : tab === 'publish' ? (
          <ToPublishView today={session.today} catalogue={catalogue} />
        ) : (
          <Reviews key={tab} name={tab} chosen={submission} catalogue={catalogue} />
        )}
      </main>
    </>
  );
};

const Tab = ({
  name,
  tab,
  word,
}: {
  readonly name: string;
  readonly tab: string;
  readonly word: string;
}): ReactElement => (
  <SearchLink
    change={{ view: name === 'waiting' ? undefined : name, submission: undefined }}
    current={name === tab}
  >
    {word}
  </SearchLink>
);

const ToPublishView = ({
  today,
  catalogue,
}: {
  readonly today: string;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  return (
    <Answer asked={useToPublish()} skeleton={<div className="card" style={{ height: 420 }} />}>
      {(preview) => (
        <PublishPanel
          view={preview}
          today={today}
          catalogue={catalogue}
          previewLink={
            <Link to="/overview" search={{ asOf: 'living' }} className="linked">
              {say('publish.preview')}
            </Link>
          }
        />
      )}
    </Answer>
  );
};

const Reviews = ({
  name,
  chosen,
  catalogue,
}: {
  readonly name: QueueName;
  readonly chosen: string | undefined;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say } = useWords();
  const queue = useQueue(name);
  // The oldest waiting comes first; what was decided last is of interest first.
  const shown = chosen ?? (name === 'waiting' ? queue.data?.at(-1)?.id : queue.data?.[0]?.id);
  const review = useReview(shown);
  return (
    <>
      <Answer asked={queue} skeleton={<div className="card" style={{ height: 420 }} />}>
        {(list) => <QueueList name={name} queue={list} chosen={shown} />}
      </Answer>
      {shown === undefined ? (
        <section className="card desk">
          <EmptyFace title={say('review.choose')} />
        </section>
      ) : (
        <Answer asked={review} skeleton={<div className="card" style={{ height: 420 }} />}>
          {(view) => <ReviewDesk key={view.summary.id} review={view} catalogue={catalogue} />}
        </Answer>
      )}
    </>
  );
};
