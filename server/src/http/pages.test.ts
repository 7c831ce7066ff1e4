import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../testing/a-person';
import { root, startTestServer, type TestServer } from '../testing/start-test-server';
import { builtClient } from '../start-server';

let server: TestServer;
let person: Person;
let asset = '';

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('demo-leader');
  asset =
    /\/assets\/[\w.-]+\.js/.exec(await readFile(join(builtClient(root), 'index.html'), 'utf8'))?.[0] ?? '';
});

describe('G4 every kind of answer carries the security headers', () => {
  const answers: readonly (readonly [string, number, () => ReturnType<Person['get']>])[] = [
    ['the page', 200, () => server.nobody.get('/overview')],
    ['a script of it', 200, () => server.nobody.get(asset)],
    ['an asset that is not there', 404, () => server.nobody.get('/assets/none.js')],
    ['a path that is not there', 404, () => server.nobody.get('/no/such/page')],
    ['a path that cannot be read', 404, () => server.nobody.get('/%E0%A4%A')],
    ['health', 200, () => server.nobody.get('/healthz')],
    ['numbers', 200, () => server.nobody.get('/metrics')],
    ['a procedure', 200, () => server.nobody.get('/trpc/access.roles')],
    ['a procedure that is not there', 404, () => server.nobody.get('/trpc/no.such')],
    ['a procedure refused', 401, () => server.nobody.get('/trpc/programme.show')],
    ['a ready answer', 200, () => person.get('/trpc/programme.show')],
    ['the head of the event stream', 200, () => person.send({ method: 'HEAD', path: '/api/events' })],
    [
      'a download',
      200,
      async () => (await server.signIn('demo-statistician')).get('/api/templates/figures.xlsx'),
    ],
    [
      'too large a body',
      413,
      () => person.tryChange('alert.list', 'x'.repeat(1_100_000)).then(({ answer }) => answer),
    ],
    [
      'a body that is no JSON',
      415,
      () => person.send({ method: 'POST', path: '/trpc/access.signIn', body: 'x' }),
    ],
    [
      'a foreign host',
      421,
      () => person.send({ method: 'GET', path: '/', headers: { Host: 'evil.example' } }),
    ],
    ['a method that is not served', 405, () => person.send({ method: 'PUT', path: '/' })],
    ['an upload refused', 401, () => server.nobody.upload('a.csv', 'x')],
    ['an original that is not there', 403, () => person.get('/api/originals/1')],
  ];
  test.each(answers)('%s', async (_, status, ask) => {
    const { headers, ...answer } = await ask();
    expect(answer.status).toBe(status);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/style-src(-elem)? [^;]*unsafe/);
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|https?:|data:)/);
  });

  test('G5 the page has no inline script and names no other host', async () => {
    const { text, headers } = await server.nobody.get('/');
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['cache-control']).toBe('no-cache');
    for (const [tag] of text.matchAll(/<script[^>]*>/g)) expect(tag).toContain(' src="/assets/');
    expect(text).not.toMatch(/\son\w+=|javascript:|(?:src|href)="(?:https?:)?\/\//);
  });

  test('an asset comes as the build packed it, to whoever takes that packing, and is the same asset', async () => {
    const plain = await server.nobody.get(asset);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const packing of ['br', 'gzip'] as const) {
      const headers = { 'Accept-Encoding': packing };
      const packed = await server.send({ method: 'GET', path: asset, headers });
      expect(packed.headers).toMatchObject({
        'content-encoding': packing,
        'content-type': plain.headers['content-type'],
        'cache-control': plain.headers['cache-control'],
        vary: expect.stringContaining('Accept-Encoding'),
      });
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
      expect(unpack[packing](packed.bytes).equals(plain.bytes)).toBe(true);
    }
  });

  test('G4 the event stream is kept nowhere', async () => {
    const { headers } = await person.send({ method: 'HEAD', path: '/api/events' });
    expect(headers['cache-control']).toContain('no-store');
  });

  test('G4 assets are kept for ever, answers about data never', async () => {
    expect((await server.nobody.get(asset)).headers['cache-control']).toContain('immutable');
    const overview = '/trpc/evaluation.overview?input=%7B%22basis%22%3A%22single%22%7D';
    for (const path of [
      '/trpc/access.session',
      '/trpc/alert.list?input={}',
      '/trpc/programme.show',
      overview,
      '/api/templates/figures.xlsx',
    ]) {
      const by = path.startsWith('/api') ? await server.signIn('demo-statistician') : person;
      expect([path, (await by.get(path)).headers['cache-control']]).toEqual([
        path,
        expect.stringContaining('no-store'),
      ]);
    }
  });
});
