import { lastSubmit } from '@zhibiao/shared/publication';
import type { PointedCell, PreviewView } from '@zhibiao/shared/submission';
import { momentText } from '@zhibiao/shared/wording';
import { useState, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { LightGlyph } from '../../ui/glyph';
import { ProblemLine } from '../../ui/problem-line';
import { useWords } from '../../ui/words';
import { EffectsTable } from './effects-table';
import { ReviewTables } from './review-tables';
import { useDecisions, type Review } from './use-publication';

/** One submission under review: what it would change, automatic checks, and the two ways it can end. */
export const ReviewDesk = ({
  review,
  catalogue,
}: {
  readonly review: Review;
  readonly catalogue: Catalogue;
}): ReactElement => {
  const { say, text } = useWords();
  const { summary, preview, said, isOwn } = review;
  const { take, giveBack, approve } = useDecisions();
  const [opinion, setOpinion] = useState('');
  const [cells, setCells] = useState<readonly PointedCell[]>([]);
  const isUnderReview = summary.state === 'under-review';
  const busy = take.isPending || giveBack.isPending || approve.isPending;
  const point = (cell: PointedCell): void =>
    setCells((pointed) => [...pointed.filter((one) => keyOf(one) !== keyOf(cell)), cell]);
  const submission = summary.id;
  const submitted = lastSubmit(summary.steps);
  return (
    <>
      <section className="card desk" data-submission={submission} data-state={summary.state}>
        <Steps review={review} />
        <div className="desk-body">
          <h2>{summary.fileName}</h2>
          <p className="sub">
            {say('review.by', {
              name: text(summary.by),
              moment: momentText(submitted?.at ?? summary.uploadedAt),
            })}
          </p>
          {preview === null ? (
            <StepHistory review={review} />
          ) : (
            <>
              <ReviewTables
                view={preview}
                said={said}
                catalogue={catalogue}
                onPoint={isUnderReview && !isOwn ? point : null}
              />
              <EffectsTable effects={preview.effects} alerts={preview.alertsToOpen} catalogue={catalogue} />
            </>
          )}
        </div>
        <ProblemLine error={take.error ?? giveBack.error ?? approve.error} />
        <div className="desk-foot">
          <a href={`/api/originals/${submission}`} className="button" download>
            {say('review.original')}
          </a>
          {preview !== null && isOwn && <span className="own-note">{say('review.isOwn')}</span>}
          {preview !== null && !isOwn && (
            <div className="acts">
              {isUnderReview ? (
                <>
                  <button
                    type="button"
                    className="button danger"
                    data-action="return"
                    disabled={busy}
                    onClick={() => giveBack.mutate({ submission, reason: opinion, cells: [...cells] })}
                  >
                    {say('review.return')}
                  </button>
                  <button
                    type="button"
                    className="button primary"
                    data-action="approve"
                    disabled={busy}
                    onClick={() =>
                      approve.mutate({ submission, ledgerPosition: preview.ledgerPosition, opinion })
                    }
                  >
                    {say(approve.isPending ? 'review.busy' : 'review.approve')}
                  </button>
                </>
              ) : (
                <>
                  <span className="sub">{say('review.takeHint')}</span>
                  <button
                    type="button"
                    className="button primary"
                    data-action="take"
                    disabled={busy}
                    onClick={() => take.mutate({ submission })}
                  >
                    {say('review.take')}
                  </button>
                </>
              )}
            </div>
          )}
        </div>
      </section>
      <aside className="side">
        {preview !== null && <Checks review={review} preview={preview} />}
        {isUnderReview && !isOwn && (
          <section className="card opinion">
            <div className="hd">
              <h2>{say('review.opinion')}</h2>
            </div>
            <label>
              <span className="sub">{say('review.opinionHint')}</span>
              <textarea
                className="field"
                name="opinion"
                maxLength={500}
                value={opinion}
                onChange={(event) => setOpinion(event.target.value)}
              />
            </label>
            <h3>{say('review.cells')}</h3>
            {cells.length === 0 ? (
              <p className="sub">{say('review.cellsNone')}</p>
            ) : (
              <ul className="pointed">
                {cells.map((cell) => (
                  <li key={keyOf(cell)} data-pointed={keyOf(cell)}>
                    <b>{`${cell.column ?? ''}${cell.row}`}</b>
                    <input
                      className="field"
                      aria-label={`${say('review.opinion')} ${cell.column ?? ''}${cell.row}`}
                      maxLength={500}
                      value={cell.text}
                      onChange={(event) => {
                        const typed = event.target.value;
                        setCells((pointed) =>
                          pointed.map((one) => (keyOf(one) === keyOf(cell) ? { ...one, text: typed } : one)),
                        );
                      }}
                    />
                    <button
                      type="button"
                      className="link-button"
                      onClick={() =>
                        setCells((pointed) => pointed.filter((one) => keyOf(one) !== keyOf(cell)))
                      }
                    >
                      {say('review.dropCell')}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
      </aside>
    </>
  );
};

const keyOf = ({ sheet, column, row }: PointedCell): string => `${sheet}!${column ?? ''}${row}`;

const Steps = ({ review: { summary } }: { readonly review: Review }): ReactElement => {
  const { say } = useWords();
  const at =
    summary.publication !== null
      ? 3
      : summary.state === 'approved'
        ? 2
        : summary.state === 'submitted'
          ? 0
          : 1;
  const steps = [say('review.stepSubmitted'), say('review.stepReview'), say('review.stepPublish')];
  return (
    <ol className="review-steps" aria-label={say('review.steps')}>
      {steps.map((word, place) => (
        <li
          key={word}
          className={place < at ? 'done' : place === at ? 'now' : ''}
          aria-current={place === at ? 'step' : undefined}
        >
          <i aria-hidden="true" />
          {word}
        </li>
      ))}
    </ol>
  );
};

/** What has happened to it so far, for a submission that nobody decides any more. */
const StepHistory = ({ review: { summary } }: { readonly review: Review }): ReactElement => {
  const { say, text } = useWords();
  return (
    <ul className="step-history">
      {summary.steps.map((step) => (
        <li key={step.at}>
          <span className="tag">{say(`submissions.state.${step.state}`)}</span>
          <span>{text(step.by)}</span>
          <time className="t3">{momentText(step.at)}</time>
          {step.reason !== '' && <p>{step.reason}</p>}
          {step.cells.length > 0 && (
            <p>
              {step.cells
                .map(({ column, row, text: note }) => `${column ?? ''}${row} ${note}`.trim())
                .join(say('submissions.comma'))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};

/** What the rules have looked at already, so that a reviewer does not count cells. */
const Checks = ({
  review,
  preview,
}: {
  readonly review: Review;
  readonly preview: PreviewView;
}): ReactElement => {
  const { say } = useWords();
  const strange = preview.issues.filter(({ level }) => level === 'warning').length;
  const checks = [
    { passed: preview.errorsTotal === 0, word: say('review.checkErrors') },
    {
      passed: preview.counts.changed === 0 || (review.said.reason ?? '') !== '',
      word: say('review.checkReason'),
    },
    { passed: true, word: say('review.checkExplained') },
    { passed: !review.isOwn, word: say('review.checkFourEyes') },
    { passed: true, word: say('review.checkLedger') },
    {
      passed: strange === 0,
      word:
        strange === 0 ? say('review.checkNothingStrange') : say('review.checkStrange', { count: strange }),
    },
  ];
  const warned = checks.filter(({ passed }) => !passed).length;
  return (
    <section className="card checks">
      <div className="hd">
        <h2>{say('review.checks')}</h2>
        <span className="sub end">{say('review.checksSum', { passed: checks.length - warned, warned })}</span>
      </div>
      <ul>
        {checks.map(({ passed, word }) => (
          <li key={word}>
            <LightGlyph light={passed ? 'met' : 'risk'} size={14} />
            {word}
          </li>
        ))}
      </ul>
    </section>
  );
};
