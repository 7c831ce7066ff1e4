import type { ReactElement } from 'react';
import { problemOf } from '../../api/problem';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';

/** Why something that was asked for did not happen; nothing where it did. */
export const ProblemLine = ({ error }: { readonly error: unknown }): ReactElement | null => {
  const { say, refusal } = useWords();
  if (error === null || error === undefined) return null;
  const problem = problemOf(error);
  return (
    <div className="banner miss" role="alert" data-problem={problem.kind}>
      <LightGlyph light="miss" />
      <span>
        {problem.kind === 'refusal'
          ? refusal(problem.refusal)
          : problem.kind === 'unreachable'
            ? say('face.unreachable')
            : say('face.fault', { id: problem.requestId ?? '—' })}
      </span>
    </div>
  );
};
