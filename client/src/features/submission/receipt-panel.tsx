import { Link } from '@tanstack/react-router';
import { isWithReviewer, lastSubmit } from '@zhibiao/shared/publication';
import type { SubmissionSummary } from '@zhibiao/shared/submission';
import { momentText } from '@zhibiao/shared/wording';
import type { ReactElement, ReactNode } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { ProblemLine } from '../../ui/problem-line';
import { useWords } from '../../ui/words';
import type { Handed } from './consequence';
import { StepLink } from './step-link';
import { useWithdraw } from './use-submission';
import '../../ui/controls.css';
import './receipt-panel.css';

/** What was submitted and where it stands: waiting, under review, approved, or published in a version. */
export const ReceiptPanel = ({
  receipt,
  summary,
  onWithdrawn,
}: {
  readonly receipt: Handed | null;
  readonly summary: SubmissionSummary | undefined;
  readonly onWithdrawn: () => void;
}): ReactElement | null => {
  const { say } = useWords();
  const withdraw = useWithdraw();
  // The receipt is there at once; the history tells what has become of it since.
  const state = summary === undefined || summary.state === 'draft' ? 'submitted' : summary.state;
  const submitted = lastSubmit(summary?.steps ?? []);
  const submittedAt = receipt?.submittedAt ?? submitted?.at ?? null;
  const reason = summary?.reason === '' ? submitted?.reason : summary?.reason;
  if (receipt === null && summary === undefined) return null;
  const stored = receipt?.stored ?? (summary === undefined ? 0 : summary.counts.new + summary.counts.changed);
  const isWaiting = isWithReviewer(state);
  const submission = receipt?.submission ?? summary?.id;
  return (
    <section className="card receipt" data-step="done" data-stored={stored} data-state={state}>
      <div className="receipt-head" role="status">
        <LightGlyph light={isWaiting ? 'none' : 'met'} size={32} />
        <div>
          <h2>
            <Standing state={state} publication={summary?.publication ?? null} />
          </h2>
          {isWaiting ? <p>{say('receipt.waitingHint')}</p> : <p>{say('receipt.stored', { stored })}</p>}
        </div>
      </div>
      <dl>
        {summary !== undefined && <Line name={say('receipt.file')}>{summary.fileName}</Line>}
        {receipt !== null && (
          <>
            <Line name={say('receipt.figures')}>{say('receipt.counts', receipt.counts)}</Line>
            <Line name={say('receipt.alertsTitle')}>{say('receipt.toOpen', { count: receipt.alerts })}</Line>
          </>
        )}
        {submittedAt !== null && <Line name={say('receipt.submittedAt')}>{momentText(submittedAt)}</Line>}
        {reason !== undefined && reason !== '' && <Line name={say('changes.reason')}>{reason}</Line>}
      </dl>
      <ProblemLine error={withdraw.error} />
      <div className="acts">
        {state === 'submitted' && submission !== undefined && (
          <button
            type="button"
            className="button"
            data-action="withdraw"
            disabled={withdraw.isPending}
            onClick={() => withdraw.mutate({ submission }, { onSuccess: onWithdrawn })}
          >
            {say('submissions.withdraw')}
          </button>
        )}
        {!isWaiting && (
          <Link to="/overview" className="button primary" data-action="to-overview">
            {say('receipt.overview')}
          </Link>
        )}
        <StepLink
          change={{ submission: undefined, view: undefined }}
          action="another"
          {...(isWaiting ? { className: 'button primary' } : {})}
        >
          {say('receipt.another')}
        </StepLink>
      </div>
    </section>
  );
};

/** Where it stands, in one line. */
const Standing = ({
  state,
  publication,
}: {
  readonly state: SubmissionSummary['state'];
  readonly publication: number | null;
}): ReactElement => {
  const { say } = useWords();
  if (state === 'submitted') return <>{say('receipt.waiting')}</>;
  if (state === 'under-review') return <>{say('receipt.underReview')}</>;
  if (publication === null) return <>{say('submissions.state.approved')}</>;
  return <>{say('submissions.publishedIn', { number: publication })}</>;
};

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
