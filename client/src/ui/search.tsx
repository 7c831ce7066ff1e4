import { Link, useSearch } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { PageSearch } from './search-keys';

/** What the reader has chosen on this page. */
export const usePageSearch = (): PageSearch => useSearch({ strict: false });

/** A link to the same page with another choice; everything else chosen stays. */
export const SearchLink = ({
  change,
  className,
  current,
  label,
  children,
}: {
  /** Undefined takes a key out of the address. */
  readonly change: PageSearch;
  readonly className?: string;
  /** True for the choice that is shown now. */
  readonly current?: boolean;
  readonly label?: string;
  readonly children: ReactNode;
}): ReactElement => (
  <Link
    to="."
    search={(previous: PageSearch) => ({ ...previous, ...change })}
    className={`${className ?? ''}${current === true ? ' on' : ''}`}
    activeOptions={{ exact: true, includeSearch: true }}
    aria-current={current === true ? 'true' : undefined}
    aria-label={label}
    resetScroll={false}
  >
    {children}
  </Link>
);
