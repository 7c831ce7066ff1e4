import type { ReactElement } from 'react';

/** Pages that the phone's bottom bar reaches. */
export type TabName = 'overview' | 'compare' | 'alerts' | 'submissions' | 'review' | 'audit' | 'admin';

/** The drawing over a tab's word. */
export const TabIcon = ({ name }: { readonly name: TabName }): ReactElement => (
  <svg
    width={22}
    height={22}
    viewBox="0 0 22 22"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
  >
    {icons[name]}
  </svg>
);

const icons: Record<TabName, ReactElement> = {
  overview: (
    <>
      <path d="M3.5 15.5a8 8 0 1 1 15 0" strokeLinecap="round" />
      <path d="M11 14l3.4-5" strokeLinecap="round" />
    </>
  ),
  compare: <path d="M3 18V9M8.3 18V4M13.6 18v-7M19 18V7" strokeWidth={2.4} />,
  alerts: (
    <>
      <path d="M11 3l8.5 15h-17z" strokeLinejoin="round" />
      <path d="M11 9v4" strokeLinecap="round" />
    </>
  ),
  admin: (
    <>
      <circle cx={11} cy={7.5} r={4} />
      <path d="M3.5 19a7.5 7.5 0 0 1 15 0" strokeLinecap="round" />
    </>
  ),
  review: (
    <>
      <path d="M5 3.5h12v15H5z" strokeLinejoin="round" />
      <path d="M8 11l2.3 2.3L14.2 9" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  audit: (
    <>
      <path d="M4 5h14M4 11h8M4 17h6" strokeLinecap="round" />
      <circle cx={15.5} cy={14} r={3} />
      <path d="M17.7 16.2l2.3 2.3" strokeLinecap="round" />
    </>
  ),
  submissions: <path d="M11 14V4M7 8l4-4 4 4M4 14v4h14v-4" strokeLinecap="round" strokeLinejoin="round" />,
};
