import type { ReadingView } from '@zhibiao/shared/submission';
import { thousands } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { ProgressLine } from '../../ui/progress-line';
import { useWords } from '../../ui/words';
import { DiscardButton } from './discard-button';

/** A list of samples that is being read on the server: how far it is, and a way to give it up. One may leave meanwhile. */
export const ReadingStep = ({
  submission,
  fileName,
  reading,
  onDiscarded,
}: {
  readonly submission: string;
  readonly fileName: string;
  readonly reading: Extract<ReadingView, { state: 'reading' }>;
  readonly onDiscarded: () => void;
}): ReactElement => {
  const { say } = useWords();
  const share = reading.size === 0 ? 0 : reading.bytes / reading.size;
  return (
    <section className="card reading-step" data-step="reading" aria-label={say('reading.title')}>
      <div className="hd">
        <h2>{say('reading.title')}</h2>
        <span className="sub">{fileName}</span>
      </div>
      <ProgressLine
        share={share}
        label={
          share < 1
            ? say('reading.rows', { rows: thousands(reading.rows), percent: Math.floor(share * 100) })
            : say('reading.adding')
        }
      />
      <p className="panel-note">{say('reading.hint')}</p>
      <p className="reading-acts">
        <DiscardButton
          submission={submission}
          word={say('reading.cancel')}
          className="button"
          onDiscarded={onDiscarded}
        />
      </p>
    </section>
  );
};
