import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { PageSearch } from '../../ui/search-keys';

/** A button that is an address: leads to another step of this page, so that Back works. */
export const StepLink = ({
  change,
  action,
  className = 'button',
  children,
}: {
  readonly change: PageSearch;
  readonly action: string;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactElement => (
  <Link
    to="."
    search={(previous: PageSearch) => ({ ...previous, ...change })}
    className={className}
    data-action={action}
  >
    {children}
  </Link>
);
