import type { Light, OverviewView } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';
import { LightGlyph } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import './overview-head.css';

const lights: readonly Light[] = ['met', 'risk', 'miss', 'none'];

/** A count stays on the line of what it counts. */
const unparted = (sentence: string): string => sentence.replaceAll(/(\d) /g, '$1\u00a0');

/** The sentence a leader can repeat, and the lights counted; a light pressed shows only its indicators. */
export const OverviewHead = ({
  view,
  filter,
  onFilter,
}: {
  readonly view: OverviewView;
  readonly filter: Light | null;
  readonly onFilter: (light: Light | null) => void;
}): ReactElement => {
  const { say, text } = useWords();
  return (
    <div className="overview-head">
      <div className="say">
        <h2>{unparted(text(view.headline))}</h2>
        {view.focus !== null && <p>{unparted(text(view.focus))}</p>}
      </div>
      <div className="chips" role="group" aria-label={say('overview.filter')}>
        {lights.map((light) => (
          <button
            key={light}
            type="button"
            className="chip"
            aria-pressed={filter === light}
            aria-label={`${say(`light.${light}`)} ${view.counts[light]}`}
            onClick={() => onFilter(filter === light ? null : light)}
          >
            <LightGlyph light={light} size={15} />
            <span className="word">{say(`light.${light}`)}</span>
            <b>{view.counts[light]}</b>
          </button>
        ))}
      </div>
    </div>
  );
};
