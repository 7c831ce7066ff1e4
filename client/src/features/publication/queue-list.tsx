import { lastSubmit } from '@zhibiao/shared/publication';
import type { SubmissionSummary } from '@zhibiao/shared/submission';
import { momentText } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { EmptyFace } from '../../ui/faces';
import { SearchLink } from '../../ui/search';
import { useWords } from '../../ui/words';
import type { Queue, QueueName } from './use-publication';

/** The submissions of one list; the chosen one is marked. */
export const QueueList = ({
  name,
  queue,
  chosen,
}: {
  readonly name: QueueName;
  readonly queue: Queue;
  readonly chosen: string | undefined;
}): ReactElement => {
  const { say, text } = useWords();
  const title = {
    waiting: say('review.waiting'),
    returned: say('review.returned'),
    approved: say('review.approved'),
  }[name];
  return (
    <section className="card queue" aria-label={title}>
      <div className="hd">
        <h2>{title}</h2>
        <span className="sub end">{say('review.byTime')}</span>
      </div>
      {queue.length === 0 ? (
        <EmptyFace
          title={
            name === 'waiting'
              ? say('review.emptyWaiting')
              : name === 'returned'
                ? say('review.emptyReturned')
                : say('review.emptyApproved')
          }
        >
          {name === 'waiting' && <span>{say('review.emptyWaitingHint')}</span>}
        </EmptyFace>
      ) : (
        <ul>
          {queue.map((item) => (
            <li key={item.id} data-submission={item.id} data-state={item.state}>
              <SearchLink change={{ submission: item.id }} current={item.id === chosen}>
                <b>{item.fileName}</b>
                <span>{text(item.by)}</span>
                <small>
                  <span className={`tag${item.publication === null ? '' : ' blue'}`}>
                    {item.publication === null
                      ? say(`submissions.state.${item.state}`)
                      : say('submissions.publishedIn', { number: item.publication })}
                  </span>
                  <time>{momentText(lastMove(item))}</time>
                </small>
              </SearchLink>
            </li>
          ))}
        </ul>
      )}
      <p className="queue-foot">{say('review.ownNote')}</p>
    </section>
  );
};

const lastMove = ({ steps, approvedAt, uploadedAt }: SubmissionSummary): string =>
  lastSubmit(steps)?.at ?? approvedAt ?? uploadedAt;
