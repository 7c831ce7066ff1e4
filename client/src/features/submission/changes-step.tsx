import type { PreviewView } from '@zhibiao/shared/submission';
import { thousands } from '@zhibiao/shared/wording';
import { useRef, useState, type ReactElement } from 'react';
import { problemOf } from '../../api/problem';
import type { Catalogue } from '../../api/use-catalogue';
import { LightGlyph } from '../../ui/glyph';
import { ProblemLine } from '../../ui/problem-line';
import { useWords } from '../../ui/words';
import { NewTable, RevisedTable } from './change-tables';
import { DiscardButton } from './discard-button';
import { consequenceOf, type Handed } from './consequence';
import { EffectsPanel } from './effects-panel';
import { ExplainField } from './explain-field';
import { lacksExplanation, ownExplanations, type Explained } from './explained';
import { ReasonField } from './reason-field';
import { StepLink } from './step-link';
import { useCommit, useEffects } from './use-submission';
import '../../ui/controls.css';
import './check-step.css';

/** 看变化: what would be written, what it would move, and the button that says so before it is pressed. */
export const ChangesStep = ({
  view,
  catalogue,
  reason,
  onReason,
  explained,
  onExplained,
  onCompareAgain,
  onCommitted,
  onDiscarded,
}: {
  readonly view: PreviewView;
  readonly catalogue: Catalogue;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly explained: Explained;
  readonly onExplained: (explained: Explained) => void;
  readonly onCompareAgain: () => void;
  readonly onCommitted: (handed: Handed) => void;
  readonly onDiscarded: () => void;
}): ReactElement => {
  const { say } = useWords();
  const commit = useCommit();
  const field = useRef<HTMLTextAreaElement>(null);
  const explaining = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);
  // What was seen is what may be stored: newer data must be looked at before the button works again.
  const [seen, setSeen] = useState(view.ledgerPosition);
  const moved = seen !== view.ledgerPosition;
  const { counts, changes } = view;
  const effects = useEffects(view);
  const consequence = effects.data === undefined ? null : consequenceOf(view, effects.data);
  const nothing = counts.new + counts.changed === 0;
  const refused = commit.error === null ? null : problemOf(commit.error);
  const ledgerMoved = refused?.kind === 'refusal' && refused.refusal.code === 'submission.ledger-moved';
  const isUnexplained = lacksExplanation(view, explained);
  const tryCommit = (): void => {
    if (counts.changed > 0 && reason.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    if (isUnexplained) {
      setMissing(true);
      explaining.current?.focus();
      return;
    }
    commit.mutate(
      {
        submission: view.submission,
        ledgerPosition: view.ledgerPosition,
        reason: reason.trim(),
        explanation: explained.all.trim(),
        explanations: ownExplanations(view, explained),
      },
      { onSuccess: (receipt) => onCommitted({ ...receipt, alerts: consequence?.alerts ?? 0 }) },
    );
  };
  return (
    <div className="changes" data-step="changes">
      <section className="card pane">
        <div className="hd pane-head">
          <h2>{say('changes.title')}</h2>
          <span className="sub">{view.fileName}</span>
        </div>
        <div className="pane-body">
          {moved && commit.error === null && !commit.isPending && (
            <div className="banner risk" role="status" data-moved="">
              <LightGlyph light="risk" />
              <span>{say('changes.moved')}</span>
              <button
                type="button"
                className="button"
                data-action="looked"
                onClick={() => setSeen(view.ledgerPosition)}
              >
                {say('changes.looked')}
              </button>
            </div>
          )}
          <Kinds counts={counts} />
          {nothing ? (
            <div className="nothing" data-nothing="">
              <LightGlyph light="met" size={22} />
              <b>{say('changes.nothing')}</b>
              <span>{say('changes.nothingHint')}</span>
            </div>
          ) : (
            <>
              {counts.changed > 0 && (
                <RevisedTable
                  changes={changes.filter(({ kind }) => kind === 'changed')}
                  total={counts.changed}
                  catalogue={catalogue}
                />
              )}
              {counts.new > 0 && (
                <NewTable
                  changes={changes.filter(({ kind }) => kind === 'new')}
                  total={counts.new}
                  catalogue={catalogue}
                />
              )}
            </>
          )}
        </div>
        {commit.error !== null && (
          <div className="pane-note">
            <ProblemLine error={commit.error}>
              {ledgerMoved && (
                <button
                  type="button"
                  className="button"
                  data-action="compare-again"
                  onClick={() => {
                    commit.reset();
                    onCompareAgain();
                  }}
                >
                  {say('changes.compareAgain')}
                </button>
              )}
            </ProblemLine>
          </div>
        )}
        <div className="pane-foot">
          <p id="consequence" className="consequence" role="status">
            {nothing
              ? say('changes.nothing')
              : consequence === null
                ? say('changes.foreseeing')
                : say('changes.consequence', consequence)}
          </p>
          <div className="acts">
            <StepLink change={{ view: undefined }} action="back">
              {say('changes.back')}
            </StepLink>
            {nothing ? (
              <>
                <DiscardButton
                  submission={view.submission}
                  word={say('check.discard')}
                  className="button"
                  onDiscarded={onDiscarded}
                />
                <StepLink
                  change={{ submission: undefined, view: undefined }}
                  action="another"
                  className="button primary"
                >
                  {say('receipt.another')}
                </StepLink>
              </>
            ) : (
              <button
                type="button"
                className="button primary"
                data-action="commit"
                aria-describedby="consequence"
                // What it does must have been there to look at.
                disabled={commit.isPending || moved || ledgerMoved || consequence === null}
                onClick={tryCommit}
              >
                {say(commit.isPending ? 'changes.committing' : 'changes.commit')}
              </button>
            )}
          </div>
        </div>
      </section>
      <aside className="side">
        <EffectsPanel asked={effects} catalogue={catalogue} />
        {view.toExplain > 0 && (
          <ExplainField
            view={view}
            value={explained}
            missing={missing && isUnexplained}
            field={explaining}
            onChange={onExplained}
          />
        )}
        {!nothing && (
          <ReasonField
            value={reason}
            required={counts.changed > 0}
            missing={missing && reason.trim() === ''}
            field={field}
            onChange={onReason}
          />
        )}
      </aside>
    </div>
  );
};

const Kinds = ({ counts }: { readonly counts: PreviewView['counts'] }): ReactElement => {
  const { say } = useWords();
  const kinds = [
    { name: 'new', word: say('changes.kindNew'), count: counts.new },
    { name: 'changed', word: say('changes.kindChanged'), count: counts.changed },
    { name: 'same', word: say('changes.kindSame'), count: counts.same },
    { name: 'refused', word: say('changes.kindRefused'), count: counts.refused },
  ];
  return (
    <dl className="kinds" aria-label={say('changes.kinds')}>
      {kinds.map(({ name, word, count }) => (
        <div key={name} className={count === 0 ? 'zero' : ''} data-kind={name} data-count={count}>
          <dt>{word}</dt>
          <dd>{thousands(count)}</dd>
        </div>
      ))}
    </dl>
  );
};
