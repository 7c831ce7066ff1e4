import { Link } from '@tanstack/react-router';
import type { Receipt, SubmissionSummary } from '@zhibiao/shared/submission';
import { momentText } from '@zhibiao/shared/wording';
import type { ReactElement, ReactNode } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import { StepLink } from './step-link';
import '../../ui/controls.css';
import './receipt-panel.css';

/** What was stored and what it set off. After a reload the history alone tells, which knows no alerts. */
export const ReceiptPanel = ({
  receipt,
  summary,
}: {
  readonly receipt: Receipt | null;
  readonly summary: SubmissionSummary | undefined;
}): ReactElement | null => {
  const { say } = useWords();
  const counts = receipt?.counts ?? summary?.counts;
  const committedAt = receipt?.committedAt ?? summary?.committedAt ?? null;
  if (counts === undefined) return null;
  return (
    <section className="card receipt" data-step="done" data-stored={counts.new + counts.changed}>
      <div className="receipt-head" role="status">
        <LightGlyph light="met" size={32} />
        <div>
          <h2>{say('receipt.title')}</h2>
          <p>{say('receipt.stored', { stored: counts.new + counts.changed })}</p>
        </div>
      </div>
      <dl>
        {summary !== undefined && <Line name={say('receipt.file')}>{summary.fileName}</Line>}
        <Line name={say('receipt.figures')}>{say('receipt.counts', counts)}</Line>
        {receipt !== null && (
          <>
            <Line name={say('receipt.alertsTitle')}>
              {say('receipt.alerts', {
                opened: receipt.alertsOpened,
                recovered: receipt.alertsRecovered,
              })}
            </Line>
            <Line name={say('receipt.position')}>{receipt.ledgerPosition}</Line>
          </>
        )}
        {committedAt !== null && <Line name={say('receipt.when')}>{momentText(committedAt)}</Line>}
        {summary !== undefined && summary.reason !== '' && (
          <Line name={say('changes.reason')}>{summary.reason}</Line>
        )}
      </dl>
      <div className="acts">
        <Link to="/overview" className="button primary" data-action="to-overview">
          {say('receipt.overview')}
        </Link>
        <Link to="/compare" className="button" data-action="to-compare">
          {say('receipt.compare')}
        </Link>
        <StepLink change={{ submission: undefined, view: undefined }} action="another">
          {say('receipt.another')}
        </StepLink>
      </div>
    </section>
  );
};

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
