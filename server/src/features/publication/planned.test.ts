import { expect, test } from 'vitest';
import { aSheet } from '../../testing/a-sheet';
import { approve } from '../../testing/approve';
import { startTestServer } from '../../testing/start-test-server';
import { publishDue } from './plan-publication';

test('a planned publication is made when the clock has come to it, not before, and only once', async () => {
  const server = await startTestServer();
  const reviewer = await server.signIn('demo-reviewer');
  const statistician = await server.signIn('demo-statistician');
  const { submission } = await statistician.submit(
    'a.csv',
    aSheet([['食品抽检合格率', '陆丰市', '2016Q1', 97, 100]]),
  );
  const { ledgerPosition } = await statistician.query('submission.preview', { submission });
  await statistician.change('submission.submit', { submission, ledgerPosition, reason: '' });
  const plannedFor = '2025-10-17T01:00:00.000Z';
  const { stores, index } = server.services;
  const at = (now: string) =>
    publishDue({ stores, index, clock: { now: () => now, today: () => now.slice(0, 10) } })();

  await reviewer.change('publication.plan', { plannedFor, note: '补报', reason: '' });
  expect(await at('2025-10-17T00:59:59.999Z')).toBeNull();
  await approve(server, submission);
  expect(await at(plannedFor)).toBe(6);
  expect(await at('2025-10-17T01:00:01.000Z')).toBeNull();
  expect(await stores.publications.newest()).toMatchObject({
    number: 6,
    note: '补报',
    publishedAt: plannedFor,
  });

  // With nothing approved by then it ends as refused, and the trail says so.
  await reviewer.change('publication.plan', { plannedFor, note: '补报', reason: '' });
  expect(await at(plannedFor)).toBeNull();
  expect(await stores.publications.openPlan()).toBeNull();
  const [entry] = await stores.audit.list({ limit: 1, events: ['publication.publish'] });
  expect(entry).toMatchObject({ outcome: 'refused', after: '{"refusal":"publication.nothing-to-publish"}' });
});
