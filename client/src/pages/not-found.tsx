import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { EmptyFace } from '../ui/faces';
import { useWords } from '../ui/words';

/** An address that leads nowhere. */
export const NotFoundPage = (): ReactElement => {
  const { say } = useWords();
  return (
    <main id="content">
      <EmptyFace title={say('face.notFound')}>
        <span>{say('face.notFoundHint')}</span>
        <Link to="/overview" className="button primary">
          {say('face.home')}
        </Link>
      </EmptyFace>
    </main>
  );
};
