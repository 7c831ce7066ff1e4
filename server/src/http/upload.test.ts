import { connect } from 'node:net';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../testing/a-person';
import { aSheet } from '../testing/a-sheet';
import { multipart, type Part } from '../testing/multipart';
import { startTestServer, type TestServer } from '../testing/start-test-server';

let server: TestServer;
let person: Person;
const sheet = aSheet([['食品抽检合格率', '陆丰市', '2015Q1', 97, 100]]);
const file = { name: 'file', fileName: 'a.csv', bytes: sheet };

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('demo-statistician');
});

const post = (contentType: string, body: Buffer | string) =>
  person.send({ method: 'POST', path: '/api/uploads', headers: { 'Content-Type': contentType }, body });

const postParts = (parts: readonly Part[], options?: { readonly closed?: boolean }) => {
  const { contentType, body } = multipart(parts, options);
  return post(contentType, body);
};

const keptFiles = async (): Promise<readonly string[]> =>
  (await readdir(join(server.folder, 'originals'), { recursive: true })).sort();

describe('a broken form is refused and leaves nothing behind', () => {
  const form = multipart([file]);
  const fields = Array.from({ length: 1_000 }, (_, place) => ({ name: `f${place}`, bytes: 'x' }));
  test.each<readonly [string, () => ReturnType<typeof post>]>([
    ['no boundary in the type', () => post('multipart/form-data', form.body)],
    ['another boundary than the body', () => post('multipart/form-data; boundary=other', form.body)],
    ['no last boundary', () => postParts([file], { closed: false })],
    ['cut in the middle of the head', () => post(form.contentType, form.body.subarray(0, 60))],
    ['nothing in it', () => post(form.contentType, '')],
    ['no file', () => postParts([{ name: 'note', bytes: 'x' }])],
    ['a file without a name', () => postParts([{ ...file, fileName: '' }])],
    ['two files', () => postParts([file, file])],
    ['a thousand fields', () => postParts([...fields, file])],
    [
      'a field of 2 MB',
      () => postParts([...[1, 2, 3, 4, 5].map(() => ({ name: 'f', bytes: 'x'.repeat(400_000) })), file]),
    ],
    ['a part with a head of 64 KB', () => postParts([{ ...file, name: 'x'.repeat(65_536) }])],
    ['no form at all', () => post('application/json', '{}')],
    ['text', () => post('text/plain', sheet)],
  ])('%s', async (_, send) => {
    const [kept, listed] = [await keptFiles(), await person.query('submission.history', {})];
    const answer = await send();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.json()).toEqual({ refusal: { code: 'submission.upload-interrupted' } });
    expect(await keptFiles()).toEqual(kept);
    expect(await person.query('submission.history', {})).toEqual(listed);
  });

  test('fifty clients that hang up half way leave no file, no submission and a server that serves', async () => {
    const [kept, listed] = [await keptFiles(), await person.query('submission.history', {})];
    const { contentType, body } = multipart([{ ...file, bytes: 'x'.repeat(200_000) }]);
    const head = Object.entries({
      ...person.headers,
      'Content-Type': contentType,
      'Content-Length': String(body.length),
    });
    const hangUp = async (place: number): Promise<void> => {
      const socket = connect(server.port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(
        `POST /api/uploads HTTP/1.1\r\n${head.map(([k, v]) => `${k}: ${v}`).join('\r\n')}\r\n\r\n`,
      );
      const sent = Math.floor((body.length * place) / 50);
      await new Promise((done) => socket.write(body.subarray(0, sent), done));
      socket.destroy();
      await once(socket, 'close');
    };
    await Promise.all(Array.from({ length: 50 }, (_, place) => hangUp(place)));
    expect((await person.upload('a.csv', sheet)).status).toBe(200);
    const [newest, ...others] = await person.query('submission.history', {});
    expect(newest?.fileName).toBe('a.csv');
    expect(others).toEqual(listed.slice(0, 99));
    expect((await keptFiles()).length).toBeLessThanOrEqual(kept.length + 2);
  });
});

describe('a file has a bound', () => {
  test('21 MB are refused with the bound in the answer, and nothing is kept', async () => {
    const kept = await keptFiles();
    const answer = await person.upload('a.csv', Buffer.alloc(21_000_000, 'x'));
    expect(answer.status).toBe(413);
    expect(answer.json()).toEqual({
      fileRefusal: { code: 'file.too-large', params: { found: 22, allowed: 20 } },
    });
    expect(await keptFiles()).toEqual(kept);
  });
});

describe('an original', () => {
  let submission = '';
  const name = "a'; x=/..\\报送 <b>%0D%0ASet-Cookie: y.csv";
  beforeAll(async () => {
    ({ submission } = await person.submit(name, sheet));
  });

  test('comes back as a download under its cleaned name, byte for byte, and is never rendered', async () => {
    const answer = await person.get(`/api/originals/${submission}`);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(sheet);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const disposition = answer.headers['content-disposition'] ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\w. ()-]+"; filename\*=UTF-8''[\w.%~-]+$/);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('stands under a name made here, readable by the owner only, outside of what is served', async () => {
    const kept = await keptFiles();
    expect(
      kept.filter((path) => path.includes('/')).every((path) => /^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(path)),
    ).toBe(true);
  });

  test.each([
    '0',
    '-1',
    '1e1',
    '0x1',
    '1.0',
    '%201',
    '%31%00',
    '999999999999999999999',
    'NaN',
    '..%2f1',
    '[1]',
  ])('is not found by the odd number %o', async (id) => {
    const answer = await person.get(`/api/originals/${id}`);
    expect([400, 404]).toContain(answer.status);
  });

  test('is not there for somebody else, for a leader, or for nobody', async () => {
    const path = `/api/originals/${submission}`;
    expect((await (await server.signIn('demo-county-441581')).get(path)).status).toBe(404);
    expect((await (await server.signIn('demo-leader')).get(path)).status).toBe(403);
    expect((await server.nobody.get(path)).status).toBe(401);
    expect((await (await server.signIn('demo-reviewer')).get(path)).text).toBe(sheet);
  });
});
