import type { Role } from './types';

const everyone: readonly Role[] = ['leader', 'statistician', 'county', 'reviewer'];

/**
 * The one table of who may do what. `public` needs no session. What is not listed is denied; a test
 * enumerates every procedure and route and fails on one that names no row here.
 */
export const operations = {
  'health.read': 'public',
  'session.read': 'public',
  'session.sign-in': 'public',
  'session.sign-out': 'public',
  'page.read': 'public',
  'dashboard.read': everyone,
  'programme.read': everyone,
  'events.read': everyone,
  'alert.read': everyone,
  'submission.upload': ['statistician', 'county'],
  'submission.commit': ['statistician', 'county'],
  'submission.discard': ['statistician', 'county'],
  'submission.history': ['statistician', 'county', 'reviewer'],
  'submission.original': ['statistician', 'county', 'reviewer'],
  'template.read': ['statistician', 'county', 'reviewer'],
} as const satisfies Record<string, 'public' | readonly Role[]>;

/** A row of the table. */
export type Operation = keyof typeof operations;

/** Whether a role may do it; without a session only what is public. */
export const mayDo = (operation: Operation, role: Role | null): boolean => {
  const allowed: 'public' | readonly Role[] = operations[operation];
  if (allowed === 'public') return true;
  return role !== null && allowed.includes(role);
};
