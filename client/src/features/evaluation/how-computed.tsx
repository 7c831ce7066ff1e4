import { useLocation } from '@tanstack/react-router';
import type { HowEntry } from '@zhibiao/shared/evaluation';
import type { Indicator } from '@zhibiao/shared/programme';
import { howComputedLines } from '@zhibiao/shared/wording';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { shortIndicatorName, unitName } from '../../ui/names';
import { useWords } from '../../ui/words';
import { howAnchor } from './how-link';
import './how-computed.css';

/**
 * How the numbers of the page came about, step by step, for those who open it: down to the submissions behind them.
 * A link to a step opens the card at it.
 */
export const HowComputed = ({
  entries,
  indicator,
  catalogue,
}: {
  readonly entries: readonly HowEntry[];
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
}): ReactElement | null => {
  const words = useWords();
  const { say, language } = words;
  const details = useOpenedByLink(entries);
  if (entries.length === 0) return null;
  const lines = howComputedLines(entries, indicator, {
    language,
    yearStart: catalogue.programme.yearStart,
    unitName: (code) => unitName(words, catalogue, code),
    indicatorName: (code) => shortIndicatorName(words, catalogue, code),
  });
  const isFirst = (at: number): boolean => lines.findIndex(({ code }) => code === lines[at]?.code) === at;
  return (
    <section className="card" aria-label={say('how.title')}>
      <details className="how" id="how" ref={details}>
        <summary>
          <h2>{say('how.title')}</h2>
          <span className="sub">{say('how.hint')}</span>
        </summary>
        <dl className="definition">
          {lines.map(({ code, label, text: told }, at) => (
            // A step may occur twice (two comparisons of one kind), and the order of steps never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at} id={isFirst(at) ? howAnchor(code) : undefined}>
              <dt>{label}</dt>
              <dd>{told}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
};

/**
 * Opens the card when the address names it or a step in it, and brings that step into sight; again when the steps of
 * another period have arrived, for they stand in other places.
 */
const useOpenedByLink = (entries: readonly HowEntry[]) => {
  const details = useRef<HTMLDetailsElement>(null);
  const location = useLocation();
  useEffect(() => {
    const card = details.current;
    if (card === null || !/^how(-|$)/.test(location.hash)) return;
    card.open = true;
    for (const marked of card.querySelectorAll('.asked')) marked.classList.remove('asked');
    const step = document.getElementById(location.hash) ?? card;
    if (step !== card) step.classList.add('asked');
    step.scrollIntoView({ block: 'center' });
    card.querySelector('summary')?.focus({ preventScroll: true });
  }, [location, entries]);
  return details;
};
