import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { approve, publishAll } from '../testing/approve';
import type { Person } from '../testing/a-person';
import { aSheet } from '../testing/a-sheet';
import { startTestServer, type TestServer } from '../testing/start-test-server';

let server: TestServer;
let person: Person;

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('demo-leader');
});

const questions: readonly (readonly [string, unknown])[] = [
  ['programme.show', undefined],
  ['evaluation.overview', { basis: 'cumulative' }],
  ['evaluation.overview', { basis: 'single', period: '2025-Q2' }],
  ['evaluation.comparison', { basis: 'cumulative' }],
  ['evaluation.comparison', { basis: 'single', indicator: 'water-works-pass-rate' }],
  ['evaluation.indicator', { basis: 'cumulative', indicator: 'food-pass-rate', unit: '441581' }],
];

const address = (path: string, input: unknown) =>
  `/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`;

/** A batch of one always goes the ordinary way. */
const ordinary = async (path: string, input: unknown): Promise<string> => {
  const inputs = input === undefined ? '' : `&input=${encodeURIComponent(JSON.stringify({ 0: input }))}`;
  const answer = await person.get(`/trpc/${path}?batch=1${inputs}`);
  expect(answer.headers.etag).toBeUndefined();
  return answer.text.slice(1, -1);
};

describe('a ready answer', () => {
  test.each(questions)(
    'of %s %o is the ordinary answer byte for byte, first and second time',
    async (path, input) => {
      const expected = await ordinary(path, input);
      for (const _ of [1, 2]) {
        const answer = await person.get(address(path, input));
        expect(answer.status).toBe(200);
        expect(answer.headers.etag).toMatch(/^"[\w-]{27}"$/);
        expect(answer.text).toBe(expected);
      }
      const packed = await person.send({
        method: 'GET',
        path: address(path, input),
        headers: { 'Accept-Encoding': 'gzip' },
      });
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(packed.bytes).toString()).toBe(expected);
    },
  );

  test('is not sent again to whoever has it, and is sent anew once something is published', async () => {
    const path = address('evaluation.overview', { basis: 'cumulative' });
    const { headers, text } = await person.get(path);
    const condition = { 'If-None-Match': headers.etag ?? '' };
    const same = await person.send({ method: 'GET', path, headers: condition });
    expect([same.status, same.text]).toEqual([304, '']);

    const statistician = await server.signIn('demo-statistician');
    const { submission } = await statistician.submit(
      'a.csv',
      aSheet([['食品抽检合格率', '陆丰市', '2025Q3', 400, 531]]),
    );
    const { ledgerPosition } = await statistician.query('submission.preview', { submission });
    expect((await person.send({ method: 'GET', path, headers: condition })).status).toBe(304);
    const said = { reason: '更正', explanation: '已核实' };
    await statistician.change('submission.submit', { submission, ledgerPosition, ...said });
    await approve(server, submission);
    // Approved is not published.
    expect((await person.send({ method: 'GET', path, headers: condition })).status).toBe(304);
    await publishAll(server);
    const changed = await person.send({ method: 'GET', path, headers: condition });
    expect(changed.status).toBe(200);
    expect(changed.text).not.toBe(text);
    expect(changed.text).toBe(await ordinary('evaluation.overview', { basis: 'cumulative' }));
  });

  test('is never given without a session, with an ended one, or to a foreign name', async () => {
    const path = address('programme.show', undefined);
    const leaving = await server.signIn('demo-leader');
    expect((await leaving.get(path)).status).toBe(200);
    const cookie = leaving.headers['Cookie'] ?? '';
    await leaving.change('access.signOut');
    for (const headers of [{}, { Cookie: cookie }, { Cookie: 'zhibiao_session=' }]) {
      const answer = await server.send({
        method: 'GET',
        path,
        headers: { Host: `127.0.0.1:${server.port}`, ...headers },
      });
      expect(answer.status).toBe(401);
      expect(answer.headers.etag).toBeUndefined();
    }
    const rebound = await person.send({ method: 'GET', path, headers: { Host: 'evil.example' } });
    expect(rebound.status).toBe(421);
  });

  test('is not given to a wrong question, whose refusal is the ordinary one', async () => {
    expect(
      (await person.tryQuery('evaluation.overview', { basis: 'cumulative', period: '1999-Q1' })).refusal,
    ).toEqual({ code: 'calendar.unknown-period', period: '1999-Q1' });
    expect((await person.tryQuery('evaluation.overview', { basis: 'both' })).status).toBe(400);
    expect((await person.tryQuery('evaluation.overview', { basis: 'single', more: 1 })).status).toBe(400);
    expect((await person.get('/trpc/evaluation.overview?input=%7B')).status).toBe(400);
    expect((await person.get('/trpc/evaluation.overview')).status).toBe(400);
  });

  test('G4 stays private to whoever asked and is kept nowhere', async () => {
    const { headers } = await person.get(address('programme.show', undefined));
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.vary).toContain('Cookie');
  });
});
