import type { ReactElement } from 'react';

/** An arrow out of a tray. */
export const UploadIcon = (): ReactElement => (
  <svg width={28} height={28} viewBox="0 0 28 28" aria-hidden="true" className="upload-icon">
    <path d="M14 19V6M9 11l5-5 5 5M5 18v5h18v-5" fill="none" stroke="#1A5A9E" strokeWidth={1.8} />
  </svg>
);
