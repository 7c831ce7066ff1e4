import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../testing/a-person';
import { aSheet } from '../testing/a-sheet';
import { multipart } from '../testing/multipart';
import { startTestServer, type TestServer } from '../testing/start-test-server';

let server: TestServer;
let person: Person;
let host = '';
let cookie = '';
const sheet = aSheet([['食品抽检合格率', '陆丰市', '2015Q1', 97, 100]]);
const form = multipart([{ name: 'file', fileName: 'a.csv', bytes: sheet }]);

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('demo-statistician');
  host = person.headers['Host'] ?? '';
  cookie = person.headers['Cookie'] ?? '';
});

const submissions = async () => (await person.query('submission.history', {})).length;

/** What browsers send for pages of other origins, with the victim's cookie as if it had been sent. */
const foreign: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['another site, telling', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
  ['another site of an old browser', { Origin: 'https://evil.example' }],
  ['a neighbour of the same site', { Origin: 'http://oa.127.0.0.1', 'Sec-Fetch-Site': 'same-site' }],
  ['another port of this machine', { Origin: 'http://127.0.0.1:1', 'Sec-Fetch-Site': 'same-site' }],
  ['a sandboxed frame', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
  ['an address typed by hand', { 'Sec-Fetch-Site': 'none' }],
  ['somebody who does not say from where', {}],
  ['our origin, of a page elsewhere', { Origin: 'http://127.0.0.1', 'Sec-Fetch-Site': 'cross-site' }],
];

describe('G1 a change that does not come from our own pages is refused', () => {
  test.each(foreign)('multipart from %s, even with our mark', async (_, headers) => {
    const before = await submissions();
    for (const mark of [{}, { 'X-Requested-With': 'zhibiao' }]) {
      for (const path of ['/api/uploads', '/trpc/access.signOut', '/trpc/submission.discard']) {
        const answer = await server.send({
          method: 'POST',
          path,
          headers: { Host: host, Cookie: cookie, 'Content-Type': form.contentType, ...headers, ...mark },
          body: form.body,
        });
        expect([path, answer.status]).toEqual([path, 403]);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    }
    expect(await submissions()).toBe(before);
  });

  test('a request of our origin without the mark is refused', async () => {
    for (const path of ['/api/uploads', '/trpc/access.signOut']) {
      const answer = await server.send({
        method: 'POST',
        path,
        headers: { Host: host, Cookie: cookie, Origin: server.origin, 'Content-Type': 'application/json' },
        body: '{}',
      });
      expect(answer.status).toBe(403);
    }
    expect(await person.query('access.session')).not.toBeNull();
  });

  test('one word of the browser that it is our page is enough: an intranet without HTTPS sends the origin alone', async () => {
    const own = { Host: host, Cookie: cookie, 'X-Requested-With': 'zhibiao' };
    for (const word of [{ Origin: server.origin }, { 'Sec-Fetch-Site': 'same-origin' }]) {
      const answer = await server.send({
        method: 'POST',
        path: '/api/uploads',
        headers: { ...own, ...word, 'Content-Type': form.contentType },
        body: form.body,
      });
      expect([word, answer.status]).toEqual([word, 200]);
    }
  });

  test('the session cookie is for our pages alone and out of reach of scripts', async () => {
    const { answer } = await server.nobody.tryChange('access.signIn', { id: 'demo-leader' });
    const [set = ''] = answer.headers['set-cookie'] ?? [];
    expect(set.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    expect(set.split('=')[1]?.split(';')[0]).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test('behind HTTPS the cookie is secure, the host strict, and only that origin may change anything', async () => {
    const proxied = await startTestServer({ settings: { ZHIBIAO_BASE_URL: 'https://zhibiao.example' } });
    const headers = {
      Host: `127.0.0.1:${proxied.port}`,
      'Content-Type': 'application/json',
      'X-Requested-With': 'zhibiao',
    };
    const signIn = (origin: string) =>
      proxied.send({
        method: 'POST',
        path: '/trpc/access.signIn',
        headers: { ...headers, Origin: origin },
        body: JSON.stringify({ id: 'demo-leader' }),
      });
    const own = await signIn('https://zhibiao.example');
    expect(own.headers['set-cookie']?.[0]).toContain('; Secure');
    expect(own.headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    expect((await signIn(proxied.origin)).status).toBe(403);
    // G4: the answers that are kept ready say it as well.
    const [cookie = ''] = own.headers['set-cookie'] ?? [];
    const ask = () =>
      proxied.send({
        method: 'GET',
        path: '/trpc/programme.show',
        headers: { Host: headers.Host, Cookie: cookie.split(';', 1)[0] ?? '' },
      });
    // The first answer goes the ordinary way: the session is not remembered yet.
    await ask();
    const ready = await ask();
    expect([ready.status, ready.headers.etag]).toEqual([200, expect.any(String)]);
    expect(ready.headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  });
});

describe('G2 only what is served is taken', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    form.contentType,
    'application/octet-stream',
    '',
  ])('a change as %o is no JSON and runs nothing', async (type) => {
    const answer = await person.send({
      method: 'POST',
      path: '/trpc/access.signOut',
      headers: type === '' ? {} : { 'Content-Type': type },
      body: '{}',
    });
    expect(answer.status).toBe(415);
    expect(await person.query('access.session')).not.toBeNull();
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND', 'LINK'])(
    '%s is refused everywhere',
    async (method) => {
      for (const path of ['/', '/trpc/access.signOut', '/api/uploads', '/api/originals/1', '/healthz']) {
        const answer = await person.send({ method, path });
        expect([path, answer.status]).toEqual([path, 405]);
        expect(answer.text).toBe('');
      }
    },
  );

  test('a question asked as a change, and a change asked as a question, are refused', async () => {
    expect((await person.get('/trpc/access.signOut')).status).toBe(405);
    expect((await person.tryChange('access.session')).status).toBe(405);
    expect(await person.query('access.session')).not.toBeNull();
  });

  test('G13 no other origin is ever allowed in by CORS', async () => {
    for (const path of ['/', '/healthz', '/trpc/access.session', '/api/events']) {
      const answer = await server.send({
        method: 'GET',
        path,
        headers: { Host: host, Origin: 'https://evil.example' },
      });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      const preflight = await server.send({
        method: 'OPTIONS',
        path,
        headers: {
          Host: host,
          Origin: 'https://evil.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'x-requested-with',
        },
      });
      expect(preflight.status).toBe(405);
      expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('G1 a name that merely resolves to this machine gets nothing (DNS rebinding)', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '192.168.1.5', 'localhost.evil'])(
    'host %o',
    async (name) => {
      for (const path of ['/', '/healthz', '/metrics', '/trpc/programme.show', '/trpc/access.roles']) {
        const answer = await server.send({ method: 'GET', path, headers: { Host: name, Cookie: cookie } });
        expect([path, answer.status]).toEqual([path, 421]);
        expect(answer.text).not.toContain('shanwei');
      }
    },
  );

  test('loopback names are served, with or without a port', async () => {
    for (const name of ['127.0.0.1', 'localhost', `localhost:${server.port}`, '[::1]:3000']) {
      const answer = await server.send({ method: 'GET', path: '/healthz', headers: { Host: name } });
      expect(answer.status).toBe(200);
    }
  });
});
