import type { ReactElement } from 'react';
import type { Catalogue } from '../../api/use-catalogue';
import { ReferenceMark, TargetMark } from '../../ui/glyph';
import { useWords } from '../../ui/words';
import { referenceName } from './assessment-words';
import './rail.css';

/** How to read the marks; the budget line is explained only where one is shown. */
export const Legend = ({
  catalogue,
  budget,
  flat = false,
}: {
  readonly catalogue: Catalogue;
  readonly budget: boolean;
  /** In one line under a table, without its own card. */
  readonly flat?: boolean;
}): ReactElement => {
  const words = useWords();
  const { say } = words;
  return (
    <section className={flat ? 'legend flat' : 'card legend'} aria-label={say('legend.title')}>
      <ul>
        <li>
          <TargetMark size={12} />
          {say('legend.target')}
        </li>
        <li>
          <ReferenceMark size={12} />
          {say('reference.average', { name: referenceName(words, catalogue) })}
        </li>
        <li>
          <svg width={14} height={12} aria-hidden="true">
            <path d="M7 2v8" stroke="#33445A" strokeWidth={4} strokeLinecap="round" />
          </svg>
          {say('legend.value')}
        </li>
        <li>
          <svg width={14} height={12} aria-hidden="true">
            <path d="M0 6h14" stroke="#6F7D8F" strokeWidth={4} opacity={0.6} />
          </svg>
          {say('legend.interval')}
        </li>
        {budget && (
          <li className="wide">
            <svg width={14} height={12} aria-hidden="true">
              <rect y={2} width={9} height={8} fill="#6C8299" />
              <path d="M12 0v12" stroke="#14202E" strokeWidth={2} />
            </svg>
            {say('legend.budget')}
          </li>
        )}
        <li className="wide">
          <svg width={14} height={12} aria-hidden="true">
            <path d="M0 9l5-5 4 3 5-6" fill="none" stroke="#1A5A9E" strokeWidth={1.6} />
          </svg>
          {say('legend.spark')}
        </li>
      </ul>
    </section>
  );
};
