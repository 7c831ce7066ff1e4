import { expect, test } from 'vitest';
import { startTestServer } from '../../testing/start-test-server';

test('a corrected county carries its correction, and the sum it is part of; versions before it know of none', async () => {
  const server = await startTestServer();
  const leader = await server.signIn('demo-leader');
  const pointOf = async (unit: string, asOf?: string) => {
    const page = { indicator: 'manufacturing-pass-rate', unit, basis: 'cumulative' } as const;
    const view = await leader.query('evaluation.indicator', {
      ...page,
      ...(asOf === undefined ? {} : { asOf }),
    });
    expect(view.series.filter(({ correction }) => correction !== undefined).length).toBeLessThanOrEqual(1);
    return view.series.find(({ period }) => period === '2025-Q2')?.correction;
  };
  const when = {
    number: 4,
    publishedAt: '2025-09-03T01:00:00.000Z',
    reason: expect.stringContaining('复检'),
  };
  expect(await pointOf('441581')).toEqual({
    ...when,
    before: { rateText: '86.6', figure: { kind: 'counts', passes: 84, total: 97 } },
    after: { rateText: '87.6', figure: { kind: 'counts', passes: 85, total: 97 } },
  });
  expect(await pointOf('441500')).toMatchObject({
    ...when,
    before: { rateText: '92.5' },
    after: { rateText: '92.8' },
  });
  expect(await pointOf('441521')).toBeUndefined();
  expect(await pointOf('441581', '4')).toMatchObject({ number: 4 });
  expect(await pointOf('441581', '3')).toBeUndefined();
});
