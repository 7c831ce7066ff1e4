import { expect, test } from 'vitest';
import { startTestServer } from '../testing/start-test-server';

test('the demonstration opens with one file that waits for review and one that was given back; the ledger knows neither', async () => {
  const server = await startTestServer();
  const reviewer = await server.signIn('demo-reviewer');
  const [waiting, ...others] = await reviewer.query('publication.queue', { list: 'waiting' });
  expect([waiting?.state, others.length]).toEqual(['submitted', 0]);
  if (waiting === undefined) throw new Error('nothing waits');
  const review = await reviewer.query('publication.review', { submission: waiting.id });
  expect(review.preview).toMatchObject({ counts: { new: 1, changed: 3 } });
  expect(review.preview?.issues.filter(({ explain }) => explain)).toHaveLength(1);
  expect(
    review.preview?.effects.find(({ indicator }) => indicator === 'manufacturing-pass-rate'),
  ).toMatchObject({
    before: { rateText: '94.2' },
    after: { rateText: '94.6' },
  });
  expect(review.said.explanation).not.toBe('');

  const [returned] = await reviewer.query('publication.queue', { list: 'returned' });
  expect(returned?.state).toBe('returned');
  const author = await server.signIn('demo-statistician-department');
  const own = await author.query('submission.history', {});
  expect(own.find(({ id }) => id === returned?.id)?.state).toBe('returned');

  const leader = await server.signIn('demo-leader');
  const { position, ahead } = await reviewer.query('publication.living');
  expect([position > 0, ahead]).toEqual([true, 0]);
  const [newest] = await leader.query('publication.list');
  expect(newest?.number).toBe(5);
});
