import type { Light } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';

/** The shape of a light. Colour never stands alone: the word is beside it, so the shape is hidden from readers. */
export const LightGlyph = ({
  light,
  size = 14,
}: {
  readonly light: Light;
  readonly size?: number;
}): ReactElement => (
  <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className="glyph">
    {shapes[light]}
  </svg>
);

/** The hollow violet diamond: a reference, the province. */
export const ReferenceMark = ({ size = 11 }: { readonly size?: number }): ReactElement => (
  <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ verticalAlign: -1 }}>
    <path d="M6 1l5 5-5 5-5-5z" fill="#fff" stroke="#6B4FA0" strokeWidth={1.8} />
  </svg>
);

/** The solid ink tick: a target. */
export const TargetMark = ({ size = 11 }: { readonly size?: number }): ReactElement => (
  <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ verticalAlign: -1 }}>
    <path d="M6 0v12" stroke="#14202E" strokeWidth={2.4} />
  </svg>
);

const stroke = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const shapes: Record<Light, ReactElement> = {
  met: (
    <>
      <circle cx={8} cy={8} r={7.2} fill="#0B7A62" />
      <path d="M4.6 8.3l2.4 2.4 4.4-5" {...stroke} stroke="#fff" strokeWidth={1.9} />
    </>
  ),
  risk: (
    <>
      <path d="M8 .9L15.6 14.6H.4z" fill="#B97700" stroke="#B97700" strokeLinejoin="round" />
      <path d="M8 5.6v4.2" {...stroke} stroke="#fff" strokeWidth={1.9} />
      <circle cx={8} cy={12.4} r={1.1} fill="#fff" />
    </>
  ),
  miss: (
    <>
      <rect x={1} y={1} width={14} height={14} rx={1.6} fill="#C4302B" />
      <path d="M5 5l6 6M11 5l-6 6" {...stroke} stroke="#fff" strokeWidth={1.9} />
    </>
  ),
  none: (
    <>
      <circle cx={8} cy={8} r={6.6} fill="none" stroke="#6F7D8F" strokeWidth={1.5} strokeDasharray="2.6 2" />
      <path d="M5.2 8h5.6" {...stroke} stroke="#6F7D8F" strokeWidth={1.7} />
    </>
  ),
};
