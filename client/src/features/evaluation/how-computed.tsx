import type { HowEntry } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { howComputedLines } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/words';
import './how-computed.css';

/** How the numbers of the page came about, step by step, for those who open it. */
export const HowComputed = ({
  entries,
  indicator,
}: {
  readonly entries: readonly HowEntry[];
  readonly indicator: Indicator;
}): ReactElement | null => {
  const { say, language } = useWords();
  if (entries.length === 0) return null;
  return (
    <section className="card" aria-label={say('how.title')}>
      <details className="how">
        <summary>
          <h2>{say('how.title')}</h2>
          <span className="sub">{say('how.hint')}</span>
        </summary>
        <dl className="definition">
          {howComputedLines(entries, indicator, language).map(({ label, text }, at) => (
            // A step may occur twice (two comparisons of one kind), and the order of steps never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
};
