import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtClient } from '../../start-server';
import type { Person } from '../../testing/a-person';
import { root, startTestServer, type TestServer } from '../../testing/start-test-server';
import { createHttpServer } from '../app';
import { patience } from '../patience';
import { rawHead, rawRequest, statusOfRaw } from './raw-request';

let server: TestServer;
let person: Person;
let hasty: Server;
let hastyPort = 0;

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('demo-statistician');
  // The same application with less patience, so that nobody waits a minute here.
  hasty = createHttpServer(server.services, builtClient(root), {
    headers: 150,
    request: 300,
    leastBytes: 10_000,
    file: 5_000,
    idle: 100,
    check: 20,
  });
  hasty.listen(0, '127.0.0.1');
  await once(hasty, 'listening');
  const address = hasty.address();
  hastyPort = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(() => {
  hasty.closeAllConnections();
  hasty.close();
});

const head = (line: string, more: Readonly<Record<string, string>> = {}): string =>
  rawHead(line, { ...person.headers, Connection: 'close', ...more });

const upload = { 'Content-Type': 'application/json' };

describe('G15 odd methods are refused', () => {
  test.each([
    'TRACE',
    'TRACK',
    'OPTIONS',
    'PUT',
    'DELETE',
    'PATCH',
    'PROPFIND',
    'MKCOL',
    'LINK',
    'PURGE',
    'get',
    'FOO',
    'QUERY',
    'M-SEARCH',
  ])('G15 %s', async (method) => {
    for (const path of ['/', '/trpc/access.signOut', '/api/uploads', '/healthz']) {
      const answer = await rawRequest(server.port, head(`${method} ${path}`));
      // A word that is no method at all ends at the parser.
      expect([path, statusOfRaw(answer)]).toEqual([path, expect.toBeOneOf([400, 405])]);
      // A TRACE would echo the cookie.
      expect(answer).not.toContain('zhibiao_session');
    }
    expect(await person.query('access.session')).not.toBeNull();
  });

  test('G15 CONNECT, to us or through us, opens no tunnel', async () => {
    for (const target of ['127.0.0.1:80', 'evil.example:443', '/']) {
      const answer = await rawRequest(server.port, head(`CONNECT ${target}`));
      expect([0, 400, 405]).toContain(statusOfRaw(answer));
    }
  });

  test('G15 an upgrade to another protocol is not taken', async () => {
    for (const protocol of ['h2c', 'websocket', 'TLS/1.0']) {
      const answer = await rawRequest(
        server.port,
        head('GET /healthz', { Connection: 'Upgrade, close', Upgrade: protocol }),
      );
      expect(statusOfRaw(answer)).not.toBe(101);
    }
  });
});

describe('G15 a request that two readers would cut differently is refused', () => {
  const smuggled = 'GET /trpc/access.session HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
  const body = `0\r\n\r\n${smuggled}`;
  const post = (lines: string): string => {
    const { Host = '', ...others } = person.headers;
    return rawHead('POST /trpc/access.signOut', { Host, ...others, ...upload }).replace(/\r\n$/, lines);
  };
  const length = `Content-Length: ${body.length}\r\n`;
  const chunked = 'Transfer-Encoding: chunked\r\n';

  test.each<readonly [string, string]>([
    ['both a length and chunks', `${length}${chunked}\r\n${body}`],
    ['both, the other way round', `${chunked}${length}\r\n${body}`],
    ['two lengths that differ', `Content-Length: 0\r\n${length}\r\n${body}`],
    ['two lengths in one line', `Content-Length: 0, ${body.length}\r\n\r\n${body}`],
    ['a length with a sign', `Content-Length: +${body.length}\r\n\r\n${body}`],
    ['a negative length', `Content-Length: -1\r\n\r\n${body}`],
    ['a length that is no number', `Content-Length: 0x10\r\n\r\n${body}`],
    ['chunks under another name', `Transfer-Encoding: xchunked\r\n\r\n${body}`],
    ['chunks that are not the last coding', `Transfer-Encoding: chunked, identity\r\n\r\n${body}`],
    ['a space before the colon', `Content-Length : ${body.length}\r\n\r\n${body}`],
    ['a folded line', `X-A: b\r\n c: d\r\n${length}${chunked}\r\n${body}`],
    ['bare line ends', `X-A: b\n${chunked}${length}\r\n${body}`],
    ['a chunk size that is no number', `${chunked}\r\nzz\r\n${smuggled}`],
    ['a zero byte in a header', `X-A: b\0c\r\n\r\n`],
    ['two hosts', `Host: evil.example\r\n${chunked}${length}\r\n${body}`],
  ])('G15 %s', async (_, lines) => {
    const answer = await rawRequest(server.port, post(lines));
    expect(statusOfRaw(answer)).toBe(400);
    // One refusal and no second answer: nothing of the rest was taken for a request.
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(await person.query('access.session')).not.toBeNull();
  });
});

describe('G15 large and slow requests end', () => {
  test('G15 headers of 100 KB, in one or in many, are refused', async () => {
    const long = { 'X-Long': 'x'.repeat(100_000) };
    expect(statusOfRaw(await rawRequest(server.port, head('GET /healthz', long)))).toBe(431);
    const many = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, place) => [`X-${place}`, 'x'.repeat(40)]),
    );
    expect(statusOfRaw(await rawRequest(server.port, head('GET /healthz', many)))).toBe(431);
    expect(statusOfRaw(await rawRequest(server.port, head(`GET /${'x'.repeat(100_000)}`)))).toBe(431);
  });

  /** Opens a connection, says this, then one byte at a time; answers what came until the server closed it. */
  const drip = async (start: string, bytes: string): Promise<string> => {
    const socket = connect(hastyPort, '127.0.0.1');
    await once(socket, 'connect');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.write(start);
    let at = 0;
    const dripping = setInterval(() => {
      if (socket.writable) socket.write(bytes[at % bytes.length] ?? 'x');
      at += 1;
    }, 20);
    await once(socket, 'close');
    clearInterval(dripping);
    return Buffer.concat(chunks).toString('latin1');
  };

  /** Sends this at once, the body a part each 100 ms; answers what came until the server closed the connection. */
  const inParts = async (start: string, body: string, part: number): Promise<string> => {
    const socket = connect(hastyPort, '127.0.0.1');
    await once(socket, 'connect');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.write(start);
    let at = 0;
    const sending = setInterval(() => {
      if (socket.writable && at < body.length) socket.write(body.slice(at, at + part));
      at += part;
    }, 100);
    await once(socket, 'close');
    clearInterval(sending);
    return Buffer.concat(chunks).toString('latin1');
  };

  test('G15 headers that drip in are cut off', async () => {
    expect(statusOfRaw(await drip('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ', 'x'))).toBe(408);
  });

  test('G15 a body that drips in is cut off, JSON and upload alike', async () => {
    const slow = { 'Content-Length': '900000' };
    const json = rawHead('POST /trpc/submission.discard', { ...person.headers, ...upload, ...slow });
    expect([0, 408]).toContain(statusOfRaw(await drip(json, ' ')));
    const form = { 'Content-Type': 'multipart/form-data; boundary=b' };
    const file = rawHead('POST /api/uploads', { ...person.headers, ...form, ...slow });
    expect([0, 400, 408]).toContain(statusOfRaw(await drip(file, '-')));
    expect((await server.nobody.get('/healthz')).status).toBe(200);
  });

  test('G15 a file on a slow line comes whole as long as it keeps coming, and nothing else may take as long', async () => {
    const lines = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    const part = '2025-Q3,food-pass-rate,441521,1,1\n'.repeat(300);
    // Ten parts of 10 kB at one each 100 ms: three times as long as any other request may take.
    const body = `${lines}${part.repeat(10)}\r\n--b--\r\n`;
    const length = { 'Content-Length': String(body.length) };
    const form = { 'Content-Type': 'multipart/form-data; boundary=b', Connection: 'close' };
    const file = rawHead('POST /api/uploads', { ...person.headers, ...form, ...length });
    expect([200, 422]).toContain(statusOfRaw(await inParts(file, body, 10_200)));
    const json = rawHead('POST /trpc/submission.discard', { ...person.headers, ...upload, ...length });
    expect([0, 408]).toContain(statusOfRaw(await inParts(json, ' '.repeat(body.length), 10_200)));
  });

  test('G15 a connection that says nothing more is closed', async () => {
    const socket = connect(hastyPort, '127.0.0.1');
    socket.resume();
    await once(socket, 'connect');
    socket.write(rawHead('GET /healthz', { Host: '127.0.0.1' }));
    await once(socket, 'close');
    const silent = connect(hastyPort, '127.0.0.1');
    silent.resume();
    silent.on('error', () => undefined);
    await once(silent, 'close');
  });

  test('G15 the product itself waits no longer than it must', () => {
    expect(patience.headers).toBeLessThanOrEqual(15_000);
    expect(patience.request).toBeLessThanOrEqual(60_000);
    // A file: no slower than 16 kB a second, and never longer than half an hour.
    expect(patience.leastBytes / patience.request).toBeGreaterThanOrEqual(16);
    expect(patience.file).toBeLessThanOrEqual(1_800_000);
    expect(patience.idle).toBeLessThanOrEqual(15_000);
    expect(patience.check).toBeLessThanOrEqual(5_000);
  });
});
