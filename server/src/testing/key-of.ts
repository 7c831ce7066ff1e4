import type { TestServer } from './start-test-server';

/** The number that a submission has inside, where ledger and audit trail name it; 0 for one that is not there. */
export const keyOf = async (
  { services }: Pick<TestServer, 'services'>,
  submission: string,
): Promise<number> => (await services.stores.submissions.findOutside(submission))?.id ?? 0;
