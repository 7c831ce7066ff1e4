import type { ReactElement, ReactNode } from 'react';

/** A region that scrolls sideways by itself, so that the page never does; the keyboard can reach and scroll it. */
export const ScrollX = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: what scrolls must take the focus
  <div className="scroll-x" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
