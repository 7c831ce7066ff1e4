import type { Outcome, ReadSubmission } from './types';

/** How an upload that could be read ends: refused rows come before warnings. */
export const outcomeOf = (read: Pick<ReadSubmission, 'errors' | 'warnings'>): Outcome => {
  if (read.errors > 0) return 'reject-rows';
  return read.warnings > 0 ? 'accept-with-warning' : 'accept';
};
