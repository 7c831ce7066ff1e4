import type { ReactElement } from 'react';
import { problemOf } from '../api/problem';
import { LightGlyph } from './glyph';
import { useWords } from './words';
import './faces.css';

/** Why something that was asked for did not happen, beside where it was asked; nothing without an error. */
export const ProblemLine = ({ error }: { readonly error: unknown }): ReactElement | null => {
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
    </div>
  );
};
