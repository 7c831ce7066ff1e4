import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../testing/a-person';
import { root, startTestServer, temporaryFolder, type TestServer } from '../testing/start-test-server';
import { builtClient } from '../start-server';

const canary = 'canary-that-nobody-may-read';
let server: TestServer;
let person: Person;
let asset = '';

beforeAll(async () => {
  // The web root lies in a folder whose other files must never be seen.
  const around = await temporaryFolder();
  const web = join(around, 'dist');
  await cp(builtClient(root), web, { recursive: true });
  await writeFile(join(around, 'canary.txt'), canary);
  await writeFile(join(web, '.hidden'), canary);
  await mkdir(join(around, 'dist-other'));
  await writeFile(join(around, 'dist-other', 'canary.txt'), canary);
  server = await startTestServer({ clientFolder: web });
  await writeFile(join(server.folder, 'canary.txt'), canary);
  person = await server.signIn('demo-leader');
  asset = /\/assets\/[\w.-]+\.js/.exec(await readFile(join(web, 'index.html'), 'utf8'))?.[0] ?? '';
});

describe('every kind of answer carries the security headers', () => {
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
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/style-src(-elem)? [^;]*unsafe/);
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|https?:|data:)/);
  });

  test('the page has no inline script and names no other host', async () => {
    const { text, headers } = await server.nobody.get('/');
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['cache-control']).toBe('no-cache');
    for (const [tag] of text.matchAll(/<script[^>]*>/g)) expect(tag).toContain(' src="/assets/');
    expect(text).not.toMatch(/\son\w+=|javascript:|(?:src|href)="(?:https?:)?\/\//);
  });

  test('assets are kept for ever, answers about data never', async () => {
    expect((await server.nobody.get(asset)).headers['cache-control']).toContain('immutable');
    for (const path of ['/trpc/access.session', '/trpc/alert.list?input={}', '/api/templates/figures.xlsx']) {
      const by = path.startsWith('/api') ? await server.signIn('demo-statistician') : person;
      expect([path, (await by.get(path)).headers['cache-control']]).toEqual([
        path,
        expect.stringContaining('no-store'),
      ]);
    }
  });
});

/** Ways to climb out of a folder: plain, encoded once and twice, with backslashes, zero bytes and odd dots. */
const climbs = [
  '../canary.txt',
  '..%2fcanary.txt',
  '..%2Fcanary.txt',
  '%2e%2e/canary.txt',
  '%2e%2e%2fcanary.txt',
  '%2E%2E%2Fcanary.txt',
  '.%2e/canary.txt',
  '%2e./canary.txt',
  '..\\canary.txt',
  '..%5ccanary.txt',
  '%2e%2e%5ccanary.txt',
  '%2e%2e\\canary.txt',
  '..%252fcanary.txt',
  '%252e%252e%252fcanary.txt',
  '%252e%252e/canary.txt',
  '..%c0%afcanary.txt',
  '%c0%ae%c0%ae/canary.txt',
  '..%ef%bc%8fcanary.txt',
  '%ef%bc%8e%ef%bc%8e/canary.txt',
  '%u002e%u002e/canary.txt',
  '..;/canary.txt',
  '..%00/canary.txt',
  '../canary.txt%00.js',
  '..%0d%0a/canary.txt',
  '....//canary.txt',
  '....\\/canary.txt',
  './../canary.txt',
  './/..//canary.txt',
  '/../canary.txt',
  '//canary.txt',
  '../dist/../canary.txt',
  '../dist-other/canary.txt',
  '..%2fdist-other%2fcanary.txt',
  'x/../../canary.txt',
  'x%2f..%2f..%2fcanary.txt',
  '../../../../../../../../etc/passwd',
  '%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '.hidden',
  '%2ehidden',
  'file:///etc/passwd',
];

describe('no path leads out of the web root', () => {
  test.each(climbs)('%s', async (climb) => {
    const places = ['/', '/assets/', '/indicators/', '/api/originals/', '/api/templates/', '/trpc/'];
    for (const place of places) {
      const answer = await getRaw(`${place}${climb}`);
      expect(answer).not.toContain(canary);
      expect(answer).not.toContain('root:x:');
      // A page address is a page whatever stands in it; everything else is not there.
      const status = Number(answer.slice(9, 12));
      if (status === 200) expect(answer).toContain('<div id="root">');
      else expect([400, 401, 403, 404, 405]).toContain(status);
    }
  });

  test('nor does a link that lies beside it', async () => {
    const around = await temporaryFolder();
    await symlink('/etc/passwd', join(around, 'link.txt'));
    expect(await getRaw('/link.txt')).toMatch(/^HTTP\/1\.1 404/);
  });
});

/** Sends a path as it stands: a polite client would tidy it first. */
const getRaw = async (path: string): Promise<string> => {
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const lines = Object.entries({ ...person.headers, Connection: 'close' }).map(([k, v]) => `${k}: ${v}`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
};
