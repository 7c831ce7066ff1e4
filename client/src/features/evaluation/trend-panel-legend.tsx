import type { ControlReading } from '@zhibiao/shared/evaluation';
import { decimals } from '@zhibiao/shared/wording';
import type { ReactElement } from 'react';
import { centreColour, limitsColour, type Control, type Signal } from '../../charts/control-layer';
import { correctionColour } from '../../charts/trend-option';
import { useWords } from '../../ui/words';
import { SignalMark } from './signal-mark';
import './rail.css';

const hints = {
  improvement: 'signal.improvementHint',
  concern: 'signal.concernHint',
  common: 'signal.commonHint',
  neutral: 'signal.neutral',
} as const;

/** What the shapes and the band of a control chart mean. */
export const TrendLegend = ({
  control,
  status,
  suffix,
  reference,
  corrected,
}: {
  readonly control: Control;
  readonly status: ControlReading['status'];
  /** `%`, or nothing for points. */
  readonly suffix: string;
  /** The dashed line's name; null where none is drawn. */
  readonly reference: string | null;
  /** Whether a point wears the ring of a correction. */
  readonly corrected: boolean;
}): ReactElement => {
  const { say } = useWords();
  const shown: readonly Signal[] = control.signals.includes('neutral')
    ? ['neutral', 'common']
    : ['improvement', 'concern', 'common'];
  return (
    <section className="legend flat" aria-label={say('signal.legend')} style={{ padding: '4px 16px 12px' }}>
      <ul>
        {shown.map((signal) => (
          <li key={signal}>
            <SignalMark signal={signal} />
            {say(hints[signal])}
          </li>
        ))}
        <li>
          <svg width={18} height={12} aria-hidden="true">
            <rect width={18} height={12} fill={limitsColour} stroke="#C3CDD8" />
          </svg>
          {say(status === 'trial' ? 'control.trialLimits' : 'control.limits')}
        </li>
        {control.centre !== null && (
          <li>
            <svg width={18} height={12} aria-hidden="true">
              <path d="M0 6h18" stroke={centreColour} />
            </svg>
            {say('control.centre', { value: `${decimals(control.centre, 1)}${suffix}` })}
          </li>
        )}
        {corrected && (
          <li>
            <svg width={18} height={18} aria-hidden="true">
              <circle cx={9} cy={9} r={7.5} fill="none" stroke={correctionColour} strokeWidth={1.6} />
              <circle cx={9} cy={9} r={3.5} fill="#1A5A9E" />
            </svg>
            {say('correction.legend')}
          </li>
        )}
        {reference !== null && (
          <li>
            <svg width={18} height={12} aria-hidden="true">
              <path d="M0 6h18" stroke="#6B4FA0" strokeWidth={1.6} strokeDasharray="5 3" />
            </svg>
            {reference}
          </li>
        )}
      </ul>
    </section>
  );
};
