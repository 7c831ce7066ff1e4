import type { Approval } from '../features/submission';
import type { Person } from './a-person';
import type { TestServer } from './start-test-server';

/** Lets the demonstration's reviewer take a submitted file and approve it; nothing is published by it. */
export const approve = async (server: Pick<TestServer, 'signIn'>, submission: string): Promise<Approval> =>
  approveAs(await server.signIn('demo-reviewer'), submission);

/** The same by a reviewer who is signed in already. */
export const approveAs = async (reviewer: Person, submission: string): Promise<Approval> => {
  await reviewer.change('publication.take', { submission });
  const { preview } = await reviewer.query('publication.review', { submission });
  const ledgerPosition = preview?.ledgerPosition ?? 0;
  return reviewer.change('publication.approve', { submission, ledgerPosition, opinion: '' });
};

/** Publishes everything approved; answers its number. */
export const publishAll = async (server: Pick<TestServer, 'signIn'>): Promise<number> => {
  const reviewer = await server.signIn('demo-reviewer');
  const { position } = await reviewer.query('publication.preview');
  const words = { note: '测试发布', reason: '测试更正' };
  return (await reviewer.change('publication.publish', { ...words, position })).number;
};
