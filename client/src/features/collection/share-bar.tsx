import type { Progress } from '@zhibiao/shared/collection';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/words';

/** What is there, what waits, what is late and what is still to come, of what is owed; the words stand beside it. */
export const ShareBar = ({ progress }: { readonly progress: Progress }): ReactElement => {
  const { say } = useWords();
  const { owed, done, waiting, late } = progress;
  const rest = owed - done - waiting - late;
  const parts = [
    ['done', done],
    ['waiting', waiting],
    ['late', late],
    ['rest', rest],
  ] as const;
  return (
    <span className="share-bar" role="img" aria-label={say('collection.bar', { done, waiting, late, rest })}>
      {parts
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => (
          <i key={kind} className={kind} style={{ flexGrow: count }} />
        ))}
    </span>
  );
};
