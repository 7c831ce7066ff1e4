import type { ReactElement, ReactNode } from 'react';
import { problemOf } from '../../api/problem';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';

/** Why something that was asked for did not happen, beside where it was asked; what it can offer follows. */
export const ProblemNote = ({
  error,
  children,
}: {
  readonly error: unknown;
  readonly children?: ReactNode;
}): ReactElement => {
  const { say, refusal } = useWords();
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
