import { useState, type ReactElement } from 'react';
import { ProblemLine } from '../../ui/problem-line';
import { useWords } from '../../ui/words';
import { useDiscard } from './use-submission';

/** Gives a draft up after one more question, since edits made on the page go with it. */
export const DiscardButton = ({
  submission,
  word,
  className,
  onDiscarded,
}: {
  readonly submission: string;
  readonly word: string;
  readonly className: string;
  readonly onDiscarded?: () => void;
}): ReactElement => {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  const discard = useDiscard();
  if (discard.error !== null) return <ProblemLine error={discard.error} />;
  if (!asking) {
    return (
      <button type="button" className={className} data-action="discard" onClick={() => setAsking(true)}>
        {word}
      </button>
    );
  }
  return (
    <span className="discard-ask" role="group" aria-label={say('submissions.discardAsk')}>
      <span>{say('submissions.discardAsk')}</span>
      <button
        type="button"
        className={className}
        data-action="discard-confirm"
        disabled={discard.isPending}
        onClick={() => discard.mutate({ submission }, { onSuccess: () => onDiscarded?.() })}
      >
        {say('submissions.discardYes')}
      </button>
      <button type="button" className={className} data-action="discard-keep" onClick={() => setAsking(false)}>
        {say('submissions.discardNo')}
      </button>
    </span>
  );
};
