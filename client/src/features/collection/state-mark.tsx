import type { TaskState } from '@zhibiao/shared/collection';
import type { ReactElement } from 'react';

/**
 * The sign of where a task stands; its word is always beside it. The shapes are not those of the lights: a figure that
 * is there on time may still miss its target.
 */
export const StateMark = ({ kind }: { readonly kind: TaskState['kind'] }): ReactElement => (
  <svg width={13} height={13} viewBox="0 0 16 16" aria-hidden="true" className={`state-mark ${kind}`}>
    {marks[kind]}
  </svg>
);

const line = { fill: 'none', strokeWidth: 2.2, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const marks: Record<TaskState['kind'], ReactElement> = {
  'done-on-time': <path d="M2.5 8.6l3.6 3.7 7.4-8.4" {...line} stroke="currentColor" />,
  'done-late': (
    <>
      <path d="M2.5 6.6l3.6 3.4 7.4-7.4" {...line} stroke="currentColor" />
      <path d="M3 14.4h10" {...line} stroke="currentColor" strokeDasharray="1.6 3" />
    </>
  ),
  waiting: (
    <>
      <circle cx={8} cy={8} r={6.2} fill="none" stroke="currentColor" strokeWidth={1.8} />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  'due-soon': (
    <>
      <circle cx={8} cy={8} r={6.4} fill="none" stroke="currentColor" strokeWidth={1.8} />
      <path d="M8 4.4V8l2.6 1.8" {...line} strokeWidth={1.8} stroke="currentColor" />
    </>
  ),
  open: <circle cx={8} cy={8} r={6.2} fill="none" stroke="currentColor" strokeWidth={1.8} />,
  late: (
    <>
      <path d="M8 .8L15.2 8 8 15.2.8 8z" fill="currentColor" />
      <path d="M8 4.6v4" {...line} strokeWidth={2} stroke="#fff" />
      <circle cx={8} cy={11.4} r={1.1} fill="#fff" />
    </>
  ),
  'not-open': <path d="M3.5 8h9" {...line} stroke="currentColor" />,
  waived: (
    <>
      <circle cx={8} cy={8} r={6.2} fill="none" stroke="currentColor" strokeWidth={1.6} />
      <path d="M3.8 12.2l8.4-8.4" {...line} strokeWidth={1.6} stroke="currentColor" />
    </>
  ),
};
