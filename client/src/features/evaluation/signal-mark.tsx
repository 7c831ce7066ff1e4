import type { ControlPoint } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';
import { signalColours, type Signal } from '../../charts/control-layer';

/** The shape of a signal; the word is beside it, so readers do not hear the shape. */
export const SignalMark = ({ signal }: { readonly signal: Signal }): ReactElement => (
  <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true" className="glyph">
    {signal === 'improvement' ? (
      <path d="M6 1l5.5 10H.5z" fill={signalColours.improvement} />
    ) : signal === 'concern' ? (
      <path d="M6 11L.5 1h11z" fill={signalColours.concern} />
    ) : (
      <circle cx={6} cy={6} r={4} fill={signalColours[signal]} />
    )}
  </svg>
);

/** The signal of a point; null for gaps and below six points. */
export const signalOf = ({ variation }: Pick<ControlPoint, 'variation'>): Signal | null =>
  variation === 'neutral-high' || variation === 'neutral-low' ? 'neutral' : variation;
