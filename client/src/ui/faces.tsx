import type { ReactElement, ReactNode } from 'react';
import type { Asked } from '../api/asked';
import { problemOf } from '../api/problem';
import { LightGlyph } from './glyph';
import { useWords } from './words';
import './controls.css';
import './faces.css';

/** Why there is nothing here and what to do next. */
export const EmptyFace = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement => (
  <div className="face">
    <b>{title}</b>
    {children}
  </div>
);

/** What failed, that the rest still works, the number to quote, and another try where that can help. */
export const ProblemFace = ({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}): ReactElement => {
  const { say, refusal } = useWords();
  const problem = problemOf(error);
  if (problem.kind === 'refusal') {
    return (
      <div className="face" role="alert">
        <LightGlyph light="none" size={22} />
        <b>{say('face.refused')}</b>
        <span>{refusal(problem.refusal)}</span>
      </div>
    );
  }
  return (
    <div className="face" role="alert">
      <LightGlyph light="miss" size={22} />
      <b>{say('face.failed')}</b>
      <span>
        {problem.kind === 'unreachable'
          ? say('face.unreachable')
          : say('face.fault', { id: problem.requestId ?? '—' })}
      </span>
      <button type="button" className="button" onClick={onRetry}>
        {say('face.retry')}
      </button>
    </div>
  );
};

/** The faces of an answer: the shape of what is to come, the failure, or the answer, dimmed while it is an older one. */
export const Answer = <T,>({
  asked,
  skeleton,
  className,
  children,
}: {
  readonly asked: Asked<T>;
  readonly skeleton: ReactNode;
  readonly className?: string;
  readonly children: (data: T) => ReactNode;
}): ReactElement => {
  if (asked.data !== undefined && !(asked.isPlaceholderData && asked.error !== null)) {
    const dim = asked.isPlaceholderData ? ' dim' : '';
    return (
      <div className={`${className ?? ''}${dim}`} aria-busy={asked.isPlaceholderData}>
        {children(asked.data)}
      </div>
    );
  }
  if (asked.error !== null) return <ProblemFace error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <div className="skeleton" aria-busy="true">
      {skeleton}
    </div>
  );
};
