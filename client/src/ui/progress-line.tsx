import type { ReactElement } from 'react';
import './progress-line.css';

/** How far something is, 0…1, as a bar that moves and in words. */
export const ProgressLine = ({
  share,
  label,
}: {
  readonly share: number;
  readonly label: string;
}): ReactElement => (
  <div className="progress-line">
    <progress max={1} value={share} aria-label={label} />
    <span>{label}</span>
  </div>
);
