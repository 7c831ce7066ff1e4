import { Link, useSearch } from '@tanstack/react-router';
import type { Basis } from '@zhibiao/shared/calendar';
import type { ReactElement, ReactNode } from 'react';

/** What a reader has chosen, as it stands in the address; every page reads the same keys. */
export interface PageSearch {
  readonly period?: string | undefined;
  readonly basis?: Basis | undefined;
  readonly unit?: string | undefined;
  readonly view?: string | undefined;
  readonly indicator?: string | undefined;
  readonly submission?: number | undefined;
}

/** Reads the keys of the address; what is not understood is left out. */
export const readPageSearch = (raw: Record<string, unknown>): PageSearch => {
  const basis = raw['basis'];
  const submission = Number(raw['submission']);
  return {
    ...given('period', raw['period']),
    ...(basis === 'single' || basis === 'cumulative' ? { basis } : {}),
    ...given('unit', raw['unit']),
    ...given('view', raw['view']),
    ...given('indicator', raw['indicator']),
    ...(Number.isSafeInteger(submission) && submission > 0 ? { submission } : {}),
  };
};

/** Plain `key=value` both ways, so that addresses can be typed and read by people. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));

/** The address part for a search; `/` and `:` stay readable. */
export const stringifySearch = (search: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value));
  }
  const text = params.toString().replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
};

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

const given = <K extends string>(key: K, value: unknown): { [key in K]?: string } => {
  // The computed key widens to string; it is exactly K.
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [key in K]?: string }) : {};
};
