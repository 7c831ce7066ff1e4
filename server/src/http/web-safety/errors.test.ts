import { rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Refusal } from '@zhibiao/shared/result';
import { refusalSentence, zhDictionary } from '@zhibiao/shared/wording';
import type { Person } from '../../testing/a-person';
import { aSheet } from '../../testing/a-sheet';
import type { Answer } from '../../testing/http-client';
import { multipart } from '../../testing/multipart';
import { startTestServer, type TestServer } from '../../testing/start-test-server';
import { rawHead, statusOfRaw } from './raw-request';

/** What an answer must never say: tables, statements, files, stacks, libraries, versions. */
const leaks =
  /sqlite|select |insert |constraint|table|column "|\/tmp|\/work|\/home|node_modules|\.ts\b|\.js:|    at |Error:|stack|zod|express|trpc|busboy|errno|ENOENT|SyntaxError|Unexpected token|v\d+\.\d+\.\d+/i;

const json = { 'Content-Type': 'application/json' };
const sheet = aSheet([['食品抽检合格率', '陆丰市', '2001Q1', 90, 100]]);

interface Ground {
  readonly server: TestServer;
  readonly person: Person;
  /** The same product with its database closed behind its back. */
  readonly broken: Person;
  /** And one whose originals have gone. */
  readonly hollow: Person;
  readonly submission: string;
}

const get =
  (path: string) =>
  ({ person }: Ground) =>
    person.get(path);
const post =
  (path: string, body: string, headers: Readonly<Record<string, string>> = json) =>
  ({ person }: Ground) =>
    person.send({ method: 'POST', path, headers, body });
const form = multipart([{ name: 'file', fileName: 'a.csv', bytes: sheet }]);

/** Forty ways to make it fail. */
const failures: readonly (readonly [string, (ground: Ground) => Promise<Answer>])[] = [
  ['a body that is no JSON', post('/trpc/submission.discard', '{')],
  ['a body that is no object', post('/trpc/submission.discard', '[]')],
  ['a wrong kind', post('/trpc/submission.discard', '{"submission":"1"}')],
  ['a key too many', post('/trpc/submission.discard', '{"submission":1,"x":1}')],
  ['a number out of range', post('/trpc/submission.discard', '{"submission":1e99}')],
  ['a zero byte', post('/trpc/submission.discard', '{"submission":"\\u0000"}')],
  ['a lone surrogate', post('/trpc/access.signIn', '{"id":"\\ud800"}')],
  ['an unknown person', post('/trpc/access.signIn', '{"id":"nobody"}')],
  ['a submission that is not there', post('/trpc/submission.discard', '{"submission":999999}')],
  [
    'a commit without a draft',
    post('/trpc/submission.submit', '{"submission":999999,"ledgerPosition":0,"reason":""}'),
  ],
  [
    'a commit against a moved ledger',
    ({ person, submission }) =>
      person
        .tryChange('submission.submit', { submission, ledgerPosition: 0, reason: '' })
        .then(({ answer }) => answer),
  ],
  ['a text for JSON', post('/trpc/submission.discard', '{}', { 'Content-Type': 'text/plain' })],
  [
    'a form for JSON',
    post('/trpc/submission.discard', form.body.toString('latin1'), { 'Content-Type': form.contentType }),
  ],
  ['too much JSON', post('/trpc/submission.discard', 'x'.repeat(1_100_000))],
  [
    'too many calls in one',
    get(`/trpc/${Array.from({ length: 11 }, () => 'access.session').join(',')}?batch=1&input={}`),
  ],
  ['an input that is no JSON', get('/trpc/alert.list?input={')],
  ['a batch that is none', get('/trpc/alert.list,alert.list?batch=1&input=[')],
  ['a procedure that is not there', get('/trpc/no.such')],
  ['a procedure of every object', get('/trpc/__proto__.toString')],
  ['a change asked as a question', get('/trpc/submission.discard')],
  [
    'an unknown indicator',
    get(`/trpc/evaluation.indicator?input=${encodeURIComponent('{"basis":"single","indicator":"no"}')}`),
  ],
  [
    'an unknown period',
    get(`/trpc/evaluation.overview?input=${encodeURIComponent('{"basis":"single","period":"1999-Q1"}')}`),
  ],
  ['an encoding that cannot be read', get('/api/originals/%E0%A4%A')],
  ['the same in a page', get('/indicators/%')],
  ['the same in an asset', get('/assets/%ff')],
  ['an asset that is not there', get('/assets/none.js')],
  ['a page that is not there', get('/no/such/page')],
  ['an original that is not there', get('/api/originals/999999')],
  ['a route that is not there', get('/api/no/such')],
  ['an upload that is no form', post('/api/uploads', '{}')],
  [
    'an upload without an end',
    post('/api/uploads', form.body.subarray(0, 80).toString('latin1'), { 'Content-Type': form.contentType }),
  ],
  ['an upload without a boundary', post('/api/uploads', 'x', { 'Content-Type': 'multipart/form-data' })],
  ['an upload that is too large', ({ person }) => person.upload('a.csv', Buffer.alloc(21_000_000, 'x'))],
  ['nobody signed in', ({ server }) => server.nobody.get('/trpc/programme.show')],
  ['nobody signed in at a route', ({ server }) => server.nobody.get('/api/originals/1')],
  ['a foreign page', post('/trpc/access.signOut', '{}', { ...json, Origin: 'https://evil.example' })],
  [
    'a foreign name',
    ({ person }) => person.send({ method: 'GET', path: '/', headers: { Host: 'evil.example' } }),
  ],
  [
    'a closed database, at a question',
    ({ broken }) => broken.tryQuery('alert.list', {}).then(({ answer }) => answer),
  ],
  [
    'a closed database, at a page',
    ({ broken }) => broken.get(`/trpc/evaluation.overview?input=${encodeURIComponent('{"basis":"single"}')}`),
  ],
  ['a closed database, at an upload', ({ broken }) => broken.upload('a.csv', sheet)],
  ['a closed database, at a download', ({ broken }) => broken.get('/api/originals/1')],
  [
    'a closed database, signing in',
    ({ broken }) => broken.tryChange('access.signIn', { id: 'demo-leader' }).then(({ answer }) => answer),
  ],
  ['no folder to keep originals in', ({ hollow }) => hollow.upload('a.csv', sheet)],
];

/** Every code inside an answer with what stands beside it. */
const refusalsIn = (value: unknown): readonly Refusal[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = Reflect.get(value, 'refusal') as Refusal | null | undefined;
  return [...(own == null ? [] : [own]), ...Object.values(value).flatMap(refusalsIn)];
};

describe.each([['production'], [undefined]])(
  `G8 errors do not talk: ${failures.length} failures with NODE_ENV %s`,
  (environment) => {
    let ground: Ground;
    beforeAll(async () => {
      const before = process.env['NODE_ENV'];
      if (environment === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = environment;
      const [server, shut, empty] = [
        await startTestServer(),
        await startTestServer(),
        await startTestServer(),
      ];
      const person = await server.signIn('demo-statistician');
      const { submission } = await person.submit('a.csv', sheet);
      const [broken, hollow] = [
        await shut.signIn('demo-statistician'),
        await empty.signIn('demo-statistician'),
      ];
      await shut.instance.storage.close();
      await rename(join(empty.folder, 'originals'), join(empty.folder, 'gone'));
      await rm(join(empty.folder, 'originals'), { recursive: true, force: true });
      ground = { server, person, broken, hollow, submission };
      return () => {
        process.env['NODE_ENV'] = before;
      };
    });

    test('G8 there are at least forty', () => {
      expect(failures.length).toBeGreaterThanOrEqual(40);
    });

    test.each(failures)('G8 %s', async (what, fail) => {
      const answer = await fail(ground);
      if (what === 'no folder to keep originals in' && answer.status === 200) return;
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toMatch(leaks);
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      if (!/^[[{]/.test(answer.text)) {
        expect(answer.text.length).toBeLessThan(10);
        return;
      }
      const told: unknown = answer.json();
      // A refusal has its sentence; everything else has the number that the page tells with its own.
      const refusals = refusalsIn(told);
      for (const refusal of refusals)
        expect(refusalSentence(refusal, zhDictionary.refusals)).toMatch(/\p{Script=Han}/u);
      // Only a batch too long for any page of ours is refused before it has a number; its head has one.
      if (what === 'too many calls in one') return;
      const numbered = answer.text.includes(`"requestId":"${String(answer.headers['x-request-id'])}"`);
      expect(refusals.length > 0 || numbered || answer.text.includes('"fileRefusal"')).toBe(true);
    });
  },
);

describe('Done when 5: floods and foreign forms are refused', () => {
  let server: TestServer;
  let person: Person;
  beforeAll(async () => {
    server = await startTestServer();
    person = await server.signIn('demo-statistician');
  });

  const signIns = async (): Promise<number> =>
    (await server.services.stores.audit.list({ limit: 500, events: ['session.sign-in'] })).length;

  test('A5 C5 a thousand log-ins in one batch sign nobody in', async () => {
    const before = await signIns();
    const path = `/trpc/${Array.from({ length: 1_000 }, () => 'a').join(',')}?batch=1`;
    for (const name of ['access.signIn', 'access.enter']) {
      const body = JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 1_000 }, (_, place) => [
            place,
            { id: 'demo-leader', name: 'a', password: 'b' },
          ]),
        ),
      );
      // Written out in the address it is too long; shortened by the comma trick it is too many.
      const long = `/trpc/${Array.from({ length: 1_000 }, () => name).join(',')}?batch=1`;
      for (const address of [
        long,
        path,
        `/trpc/${Array.from({ length: 11 }, () => name).join(',')}?batch=1`,
      ]) {
        const answer = await server.nobody.send({ method: 'POST', path: address, headers: json, body });
        expect([400, 413, 431]).toContain(answer.status);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    }
    expect(await signIns()).toBe(before);
  });

  test('A5 60 MB of JSON are refused while they arrive, and not kept in memory', async () => {
    const before = process.memoryUsage().rss;
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    const closed = new Promise<void>((done) => socket.once('close', () => done()));
    socket.write(
      rawHead('POST /trpc/access.signIn', { ...person.headers, ...json, 'Content-Length': '60000000' }),
    );
    const chunk = Buffer.alloc(1_000_000, 'x');
    for (let sent = 0; sent < 60 && socket.writable; sent += 1) {
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => undefined), closed]);
    }
    await closed;
    expect(statusOfRaw(answer)).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    expect((await server.nobody.get('/healthz')).status).toBe(200);
  });

  test('G1 a cross-site and a same-site multipart post change nothing', async () => {
    const before = await server.factsHash();
    const listed = (await person.query('submission.history', {})).length;
    for (const site of ['cross-site', 'same-site']) {
      for (const origin of ['https://evil.example', 'http://oa.shanwei.gov.cn', 'null']) {
        for (const path of ['/api/uploads', '/trpc/submission.discard', '/trpc/access.signOut']) {
          const headers = { 'Content-Type': form.contentType, Origin: origin, 'Sec-Fetch-Site': site };
          const answer = await person.send({ method: 'POST', path, headers, body: form.body });
          expect([site, origin, path, answer.status]).toEqual([site, origin, path, 403]);
        }
      }
    }
    expect((await person.query('submission.history', {})).length).toBe(listed);
    expect(await server.factsHash()).toBe(before);
  });
});
