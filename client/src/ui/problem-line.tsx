import type { ReactElement, ReactNode } from 'react';
import { problemOf } from '../api/problem';
import { LightGlyph } from './glyph';
import { useWords } from './words';
import './faces.css';

/**
 * Why something that was asked for did not happen, beside where it was asked; nothing without an error. What it can
 * offer follows the sentence.
 */
export const ProblemLine = ({
  error,
  children,
}: {
  readonly error: unknown;
  readonly children?: ReactNode;
}): ReactElement | null => {
  const { say, refusal } = useWords();
  if (error === null || error === undefined) return null;
  const problem = problemOf(error);
  const sentence =
    problem.kind === 'refusal'
      ? refusal(problem.refusal)
      : problem.kind === 'unreachable'
        ? say('face.unreachable')
        : say('face.fault', { id: problem.requestId ?? '—' });
  return (
    <div className="banner miss" role="alert" data-problem={problem.kind}>
      <LightGlyph light="miss" />
      <span>{sentence}</span>
      {children}
    </div>
  );
};
