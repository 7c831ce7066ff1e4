import { rectificationStates, type RectificationState } from '@zhibiao/shared/rectification';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/words';

/** How far it has come: the word, and five segments of which those that are done are filled (screens.md 2.4). */
export const StatePips = ({ state }: { readonly state: RectificationState }): ReactElement => {
  const { say } = useWords();
  const at = rectificationStates.indexOf(state);
  return (
    <span className="state-pips">
      <b>{say(`rectification.state.${state}`)}</b>
      <span aria-hidden="true">
        {rectificationStates.map((each, place) => (
          <i key={each} className={place < at ? 'done' : place === at ? 'now' : ''} />
        ))}
      </span>
    </span>
  );
};
