import { connect } from 'node:net';
import { once } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../testing/a-person';
import { everyProcedure } from '../testing/every-procedure';
import { startTestServer, type TestServer } from '../testing/start-test-server';

let server: TestServer;
let person: Person;
const json = { 'Content-Type': 'application/json' };
const procedures = everyProcedure().map(({ path }) => path);

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('demo-statistician');
});

describe('a body has a bound', () => {
  const body = JSON.stringify({ id: 'x'.repeat(1_100_000) });

  test.each([...procedures, 'no.such', '__proto__'])('1.1 MB of JSON to %s is too large', async (path) => {
    const answer = await person.send({ method: 'POST', path: `/trpc/${path}`, headers: json, body });
    expect(answer.status).toBe(413);
    expect(answer.text.length).toBeLessThan(200);
  });

  test('without a length, in chunks, it is cut off as well', async () => {
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    const head = { ...person.headers, ...json, 'Transfer-Encoding': 'chunked', Connection: 'close' };
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
    socket.write(`POST /trpc/access.signIn HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    const chunk = 'x'.repeat(50_000);
    for (let sent = 0; sent < 30; sent += 1) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  test('packed JSON is not unpacked', async () => {
    const answer = await person.send({
      method: 'POST',
      path: '/trpc/access.signOut',
      headers: { ...json, 'Content-Encoding': 'gzip' },
      body: '{}',
    });
    expect(answer.status).toBe(415);
  });

  test('headers of 20 KB and addresses of 20 KB are refused', async () => {
    const long = 'x'.repeat(20_000);
    expect((await person.send({ method: 'GET', path: '/healthz', headers: { 'X-Long': long } })).status).toBe(
      431,
    );
    expect((await person.get(`/trpc/access.session?input=${long}`)).status).toBe(431);
  });
});

describe('a batch has a bound', () => {
  const batch = (count: number, path: string) =>
    server.nobody.send({
      method: 'POST',
      path: `/trpc/${Array.from({ length: count }, () => path).join(',')}?batch=1`,
      headers: json,
      body: JSON.stringify(
        Object.fromEntries(Array.from({ length: count }, (_, place) => [place, { id: 'demo-leader' }])),
      ),
    });

  test('ten calls pass and eleven are refused', async () => {
    expect((await batch(10, 'access.signIn')).status).toBe(200);
    const eleven = await batch(11, 'access.signIn');
    expect(eleven.status).toBe(400);
    expect(eleven.headers['set-cookie']).toBeUndefined();
  });

  test('a thousand sign-ins in one request sign nobody in', async () => {
    const before = await server.services.stores.audit.list({ limit: 500, events: ['session.sign-in'] });
    const answer = await batch(1_000, 'access.signIn');
    expect([400, 431]).toContain(answer.status);
    const after = await server.services.stores.audit.list({ limit: 500, events: ['session.sign-in'] });
    expect(after).toHaveLength(before.length);
  });
});

describe('calls are counted', () => {
  test('each procedure of a batch counts, until the minute is over', async () => {
    let now = 0;
    const small = await startTestServer({
      settings: { ZHIBIAO_CALLS_PER_MINUTE: '25' },
      milliseconds: () => now,
    });
    const ten = () =>
      small.nobody.send({
        method: 'GET',
        path: `/trpc/${Array.from({ length: 10 }, () => 'access.session').join(',')}?batch=1&input={}`,
      });
    expect((await ten()).status).toBe(200);
    expect((await ten()).status).toBe(200);
    const third = await ten();
    expect(third.status).toBe(207);
    const answers = third.json() as { error?: { data: { refusal: unknown } } }[];
    expect(answers.filter(({ error }) => error !== undefined)).toHaveLength(5);
    expect(answers[9]?.error?.data.refusal).toEqual({ code: 'access.too-many-calls', perMinute: 25 });
    expect((await small.nobody.tryQuery('access.session')).status).toBe(429);
    now += 60_000;
    expect((await small.nobody.tryQuery('access.session')).status).toBe(200);
  });

  test('uploads are counted by person, whatever session they come from', async () => {
    let now = 0;
    const small = await startTestServer({
      settings: { ZHIBIAO_UPLOADS_PER_MINUTE: '2' },
      milliseconds: () => now,
    });
    const one = await small.signIn('demo-statistician');
    const two = await small.signIn('demo-statistician');
    expect((await one.upload('a.csv', 'x')).status).toBe(200);
    expect((await two.upload('a.csv', 'x')).status).toBe(200);
    const third = await one.upload('a.csv', 'x');
    expect(third.status).toBe(429);
    expect(third.json()).toEqual({ refusal: { code: 'submission.too-many', perMinute: 2 } });
    expect((await (await small.signIn('demo-county-441581')).upload('a.csv', 'x')).status).toBe(200);
    now += 60_000;
    expect((await two.upload('a.csv', 'x')).status).toBe(200);
  });
});
