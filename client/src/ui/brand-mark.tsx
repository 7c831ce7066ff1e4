import type { ReactElement } from 'react';

/** The gauge that stands for the product. */
export const BrandMark = ({ size = 24 }: { readonly size?: number }): ReactElement => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    aria-hidden="true"
    style={{ display: 'block', flex: 'none' }}
  >
    <path
      d="M3.2 17.5a9.6 9.6 0 1 1 17.6 0"
      fill="none"
      stroke="#7CC0FF"
      strokeWidth={3}
      strokeLinecap="round"
    />
    <path d="M16.4 3.1l-1.7 4" stroke="#fff" strokeWidth={2.4} strokeLinecap="round" />
    <circle cx={12} cy={14.6} r={2.4} fill="#fff" />
  </svg>
);
