import { beforeAll, describe, expect, test } from 'vitest';
import { approve, publishAll } from '../testing/approve';
import { aSheet } from '../testing/a-sheet';
import { actorFor, personOf } from '../testing/role-people';
import { startTestServer, type TestServer } from '../testing/start-test-server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

describe('the event stream', () => {
  test('is refused to nobody in particular', async () => {
    expect((await server.nobody.get('/api/events')).status).toBe(401);
    const stranger = await server.nobody.send({
      method: 'GET',
      path: '/api/events',
      headers: { Cookie: `zhibiao_session=${'A'.repeat(43)}` },
    });
    expect(stranger.status).toBe(401);
    expect(server.services.events.count).toBe(0);
  });

  test('opens five times for one session and not a sixth time, nor does one session use up another', async () => {
    const [one, two] = [await server.signIn('demo-leader'), await server.signIn('demo-leader')];
    const five = await Promise.all([1, 2, 3, 4, 5].map(() => one.listen()));
    expect(five.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const sixth = await one.get('/api/events');
    expect(sixth.status).toBe(429);
    expect(sixth.headers['retry-after']).toBe('30');
    const other = await two.listen();
    expect(other.status).toBe(200);
    five[0]?.close();
    await five[0]?.ended;
    await expect.poll(() => server.services.events.count).toBe(5);
    const again = await one.listen();
    expect(again.status).toBe(200);
    for (const stream of [...five, other, again]) stream.close();
    await expect.poll(() => server.services.events.count).toBe(0);
  });

  test('ends with the session: at sign-out, and when somebody else is signed in over it', async () => {
    const person = await server.signIn('demo-leader');
    const stream = await person.listen();
    await person.change('access.signOut');
    await stream.ended;
    expect((await person.get('/api/events')).status).toBe(401);
    expect((await person.tryQuery('programme.show')).status).toBe(401);

    const next = await server.signIn('demo-leader');
    const nextStream = await next.listen();
    await next.change('access.signIn', { id: 'demo-reviewer' });
    await nextStream.ended;
    expect((await next.tryQuery('programme.show')).status).toBe(401);
  });

  test('says a number and no more: a publication to everybody, the ledger to those who may see it', async () => {
    const [leader, county, statistician] = await Promise.all(
      ['demo-leader', 'demo-county-441523', 'demo-statistician'].map((id) => server.signIn(id)),
    );
    if (leader === undefined || county === undefined || statistician === undefined) throw new Error('nobody');
    const streams = await Promise.all([leader, county].map((person) => person.listen()));
    const { submission } = await statistician.submit(
      'a.csv',
      aSheet([['食品抽检合格率', '陆丰市', '2015Q1', 97, 100]]),
    );
    const { ledgerPosition } = await statistician.query('submission.preview', { submission });
    await statistician.change('submission.submit', { submission, ledgerPosition, reason: '' });
    await approve(server, submission);
    const number = await publishAll(server);
    const [forLeader, forCounty] = streams;
    // A leader reads publications: that something was submitted and approved is not told to them.
    expect(await forLeader?.next()).toEqual({ event: 'publication', data: { number } });
    const heard = [];
    for (const _ of [1, 2, 3, 4]) heard.push(await forCounty?.next());
    expect(heard).toEqual([
      { event: 'review', data: {} },
      { event: 'review', data: {} },
      { event: 'ledger', data: { position: ledgerPosition + 1 } },
      { event: 'publication', data: { number } },
    ]);
    for (const stream of streams) stream.close();
  });

  test('a step in a rectification is told to leaders too, and not to the wall, which shows none', async () => {
    const [leader, reviewer] = await Promise.all(
      ['demo-leader', 'demo-reviewer'].map((id) => server.signIn(id)),
    );
    const wall = await personOf(server, actorFor(server, 'wall'));
    if (leader === undefined || reviewer === undefined) throw new Error('nobody');
    const [forLeader, forWall] = await Promise.all([leader.listen(), wall.listen()]);
    const own = (await reviewer.query('rectification.list')).find(({ acts }) => acts.includes('comment'));
    const said = { rectification: own?.id ?? '', text: '请抓紧' };
    await reviewer.change('rectification.comment', said);
    expect(await forLeader.next()).toEqual({ event: 'rectification', data: {} });
    const number = server.services.events.publication;
    server.services.events.published(number);
    expect(await forWall.next()).toEqual({ event: 'publication', data: { number } });
    for (const stream of [forLeader, forWall]) stream.close();
  });

  test('is not opened by asking for its head alone', async () => {
    const person = await server.signIn('demo-leader');
    expect((await person.send({ method: 'HEAD', path: '/api/events' })).status).toBe(200);
    expect(server.services.events.count).toBe(0);
  });

  test('a hundred pages that come and go leave no stream open', async () => {
    for (let round = 0; round < 20; round += 1) {
      const person = await server.signIn('demo-leader');
      const streams = await Promise.all([1, 2, 3, 4, 5].map(() => person.listen()));
      for (const stream of streams) stream.close();
    }
    await expect.poll(() => server.services.events.count).toBe(0);
  });
});
