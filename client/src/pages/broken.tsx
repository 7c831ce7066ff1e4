import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { EmptyFace } from '../ui/faces';
import { useWords } from '../ui/words';

/** A page whose drawing failed: the bars around it stay. */
export const BrokenPage = ({ reset }: ErrorComponentProps): ReactElement => {
  const { say } = useWords();
  return (
    <main id="content">
      <EmptyFace title={say('face.broken')}>
        <button type="button" className="button" onClick={reset}>
          {say('face.retry')}
        </button>
      </EmptyFace>
    </main>
  );
};
