import type { ReactElement } from 'react';
import { encode } from 'uqr';

/** A text as a square code, drawn as one path; dark on white whatever the page is. */
export const SquareCode = ({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}): ReactElement => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="square-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={200}
      height={200}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
