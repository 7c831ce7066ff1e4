import { expect, test } from 'vitest';
import { aSheet } from '../../testing/a-sheet';
import { approve, publishAll } from '../../testing/approve';
import { startTestServer } from '../../testing/start-test-server';

test('an old version has the alerts that were known then: new ones are not in it, closed ones are', async () => {
  const server = await startTestServer();
  const [leader, statistician, county] = [
    await server.signIn('demo-leader'),
    await server.signIn('demo-statistician'),
    await server.signIn('demo-county-441581'),
  ];
  const alertsOf = async (person = leader, asOf?: string) => {
    const said = await person.query('alert.list', asOf === undefined ? {} : { asOf });
    // When it was last touched is no part of what it says.
    return [...said.open, ...said.notices]
      .map(({ changedAt: _touched, ...alert }) => alert)
      .sort((one, other) => one.id - other.id);
  };
  const published = await alertsOf();
  expect(published.length).toBeGreaterThan(0);

  // 30 failures of 531 raise an alarm for 陆丰市's food; all of manufacturing passed closes one.
  const { submission } = await statistician.submit(
    'a.csv',
    aSheet([
      ['食品抽检合格率', '陆丰市', '2025Q3', 501, 531],
      ['制造业产品质量合格率', '陆丰市', '2025Q3', 97, 97],
    ]),
  );
  const { ledgerPosition } = await statistician.query('submission.preview', { submission });
  const said = { reason: '复检后更正', explanation: '复检后更正' };
  await statistician.change('submission.submit', { submission, ledgerPosition, ...said });
  await approve(server, submission);
  await publishAll(server);
  const now = await alertsOf();
  expect(now).not.toEqual(published);

  for (const asOf of ['5', '2025-10-15']) {
    expect(await alertsOf(leader, asOf)).toEqual(published);
  }
  expect(await alertsOf(leader, '6')).toEqual(now);
  expect((await leader.query('alert.list', { asOf: '1' })).open.every(({ year }) => year === 2024)).toBe(
    true,
  );
  // A county sees its own, then as now; and nobody sees a version that never was.
  const own = await county.query('alert.list', { asOf: '5' });
  expect(own.open.length).toBeGreaterThan(0);
  expect(own.open.every(({ unit }) => unit === '441581')).toBe(true);
  expect((await leader.tryQuery('alert.list', { asOf: '99' })).refusal?.code).toBe('publication.unknown');
});
