import { beforeAll, describe, expect, test } from 'vitest';
import type { Person, ProcedurePath } from '../../testing/a-person';
import { approve } from '../../testing/approve';
import { aSheet, aWorkbook } from '../../testing/a-sheet';
import { everyProcedure } from '../../testing/every-procedure';
import { valuesFor } from '../../testing/known-fields';
import { fieldsOf, inputShapes, looseObjects, sampleOf, withValue } from '../../testing/procedure-inputs';
import { startTestServer, type TestServer } from '../../testing/start-test-server';
import { rawHead, rawRequest, statusOfRaw } from './raw-request';

let server: TestServer;
let person: Person;

beforeAll(async () => {
  server = await startTestServer({ settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' } });
  person = await server.signIn('demo-statistician');
});

/** What sqlmap and its like send: quotes, unions, stacked statements, comments, and SQLite's own dangerous words. */
const statements = [
  "'",
  '"',
  '`',
  "' OR '1'='1",
  "') OR ('1'='1' --",
  "' UNION SELECT token_hash, actor FROM session --",
  "x'; DROP TABLE revision; --",
  "'; UPDATE submission SET state='published' WHERE 1=1; --",
  "' AND (SELECT count(*) FROM sqlite_master) > 0 --",
  "' AND 1=randomblob(100000000) --",
  "'; ATTACH DATABASE '/tmp/zhibiao-attached.sqlite' AS x; --",
  "' || load_extension('/tmp/evil') || '",
  '1 OR 1=1',
  "%' ESCAPE 'x",
  '?1 :a @b $c',
  '*',
];

const shapes = inputShapes();
// Signing in and out would change who asks.
const procedures = everyProcedure().filter(({ operation }) => operation?.startsWith('session.') !== true);

/** The form of an answer: keys and kinds, without what it says. */
const formOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 0 ? [] : [formOf(value[0])];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, formOf(item)]));
};

const formOfCall = async (
  path: ProcedurePath,
  type: 'query' | 'mutation',
  input: unknown,
): Promise<unknown> => {
  const { status, refusal, answer } = await (type === 'query' ? person.tryQuery : person.tryChange)(
    path,
    input,
  );
  return { status, code: refusal?.code ?? null, form: formOf(answer.json()) };
};

const isRefusedAtDoor = (form: unknown): boolean =>
  typeof form === 'object' &&
  form !== null &&
  Reflect.get(form, 'status') === 400 &&
  Reflect.get(form, 'code') === null;

describe('G9 SQL in a text is only text', () => {
  const fields = procedures.flatMap(({ path, type }) => {
    const shape = shapes.get(path) ?? null;
    return (shape === null ? [] : fieldsOf(shape)).map((field) => ({
      path,
      type,
      field,
      name: `${path} ${field.at.join('.')}`,
    }));
  });

  test.each(fields)(
    'G9 $name: the answer has the form that it has for any unknown word',
    async ({ path, type, field }) => {
      const shape = shapes.get(path);
      if (shape === null || shape === undefined) return;
      const sample = sampleOf(
        shape,
        valuesFor(path, (kind) => kind.absent),
        field.at,
      );
      const usual = await formOfCall(path, type, withValue(sample, field.at, 'no such word'));
      for (const text of statements) {
        const found = await formOfCall(path, type, withValue(sample, field.at, text));
        // Too short or of the wrong shape is refused at the door, as any such word would be.
        if (!isRefusedAtDoor(found)) expect([text, found]).toEqual([text, usual]);
      }
    },
  );

  test('G9 in addresses, queries and cookies nothing is run either', async () => {
    const before = await server.factsHash();
    for (const text of statements) {
      const word = encodeURIComponent(text);
      for (const path of [
        `/api/originals/${word}`,
        `/api/originals/1?id=${word}`,
        `/api/templates/figures.xlsx?period=${word}`,
        `/trpc/${word}`,
        `/indicators/${word}`,
      ]) {
        expect([path, (await person.get(path)).status]).toEqual([path, expect.toBeOneOf([200, 400, 404])]);
      }
      const cookie = { Cookie: `zhibiao_session=${word}` };
      expect(
        (await person.send({ method: 'GET', path: '/trpc/programme.show', headers: cookie })).status,
      ).toBe(401);
    }
    expect(await server.factsHash()).toBe(before);
    expect(await server.instance.storage.inspect()).toEqual([]);
  });

  test('G9 in file names, cells, notes and reasons it is kept and shown as it stands', async () => {
    for (const [place, text] of statements.entries()) {
      const said = `注 ${text} 注`;
      const row = ['food-pass-rate', '陆丰市', `${2001 + place}Q1`, 90, 100, said] as const;
      const { submission } = await person.submit(`${text.replaceAll(/[\\/"]/g, '_')}.csv`, aSheet([row]));
      const { ledgerPosition, rowsGood } = await person.query('submission.preview', { submission });
      expect(rowsGood).toBe(1);
      await person.change('submission.submit', {
        submission,
        ledgerPosition,
        reason: text,
        explanation: text,
      });
      await approve(server, submission);
      const [newest] = await person.query('submission.history', {});
      expect([newest?.id, newest?.state]).toEqual([submission, 'approved']);
      const [kept] = await server.services.stores.observations.current({
        units: ['441581'],
        periods: [`${2001 + place}-Q1`],
      });
      expect(kept?.note).toContain(text);
      // As a name of an indicator or unit it is simply unknown.
      const odd = await person.submit('odd.csv', aSheet([[text, text, text, 1, 1, '']]));
      expect((await person.query('submission.preview', { submission: odd.submission })).rowsGood).toBe(0);
    }
    expect(await server.instance.storage.inspect()).toEqual([]);
  });
});

const polluted = (): unknown => (({}) as { polluted?: unknown }).polluted;
const keys = ['__proto__', 'constructor', 'prototype'];

describe('G11 no input reaches what all objects share', () => {
  test('G11 every object that an input may hold names its keys and refuses others', () => {
    expect(procedures.length).toBeGreaterThan(8);
    for (const [path, shape] of shapes)
      expect([path, shape === null ? [] : looseObjects(shape)]).toEqual([path, []]);
  });

  test.each(everyProcedure())(
    'G11 $path: polluting keys at the top and inside every object',
    async ({ path, type }) => {
      const shape = shapes.get(path) ?? null;
      for (const key of keys) {
        const evil = `"${key}":{"polluted":"yes","prototype":{"polluted":"yes"}}`;
        const sample =
          shape === null
            ? {}
            : sampleOf(
                shape,
                valuesFor(path, (kind) => kind.absent),
              );
        const text = JSON.stringify(sample) ?? '{}';
        // Written into the text: an object of this language could not carry the key.
        for (const body of [`{${evil}}`, text.replaceAll('{', `{${evil}${text === '{}' ? '' : ','}`)]) {
          const { status } =
            type === 'query'
              ? await person.get(`/trpc/${path}?input=${encodeURIComponent(body)}`)
              : await person.send({
                  method: 'POST',
                  path: `/trpc/${path}`,
                  headers: { 'Content-Type': 'application/json' },
                  body,
                });
          // What reads no input may answer; everything else refuses the key.
          if (shape !== null)
            expect([path, body, status]).toEqual([path, body, expect.toBeOneOf([400, 401, 403])]);
          expect(status).toBeLessThan(500);
          expect(polluted()).toBeUndefined();
        }
      }
      person = await server.signIn('demo-statistician');
    },
  );

  test('G11 in queries, in a batch and in headers', async () => {
    for (const key of keys) {
      for (const query of [
        `${key}[polluted]=yes`,
        `${key}.polluted=yes`,
        `a[${key}][polluted]=yes`,
        `batch=1&input={"${key}":{"polluted":"yes"}}`,
      ]) {
        for (const path of [
          '/overview',
          '/healthz',
          '/api/templates/figures.xlsx',
          '/trpc/access.session',
          `/trpc/${key}`,
          `/trpc/access.${key}`,
        ]) {
          expect((await person.get(`${path}?${encodeURI(query)}`)).status).toBeLessThan(500);
        }
      }
      expect(
        (await person.send({ method: 'GET', path: '/healthz', headers: { [key]: 'polluted' } })).status,
      ).toBe(200);
      expect(polluted()).toBeUndefined();
    }
  });

  test('G11 in the header row, the names and the cells of a file, as text and as workbook', async () => {
    for (const key of [...keys, 'toString', 'hasOwnProperty', '__defineGetter__']) {
      const heading = `指标,地区,期间,合格数,抽检数,${key}\r\n食品抽检合格率,陆丰市,2001Q1,90,100,yes\r\n`;
      const first = heading.replace('指标', key);
      const cells = aSheet([[key, key, key, key, key, key]]);
      for (const file of [heading, first, `${key},polluted\r\nyes,yes\r\n`, cells]) {
        const answer = await person.upload('x.csv', file);
        expect(answer.status).toBe(200);
        const { submission } = answer.json() as { submission: number };
        expect((await person.tryQuery('submission.preview', { submission })).status).toBe(200);
        expect(polluted()).toBeUndefined();
      }
      const workbook = await person.upload('x.xlsx', await aWorkbook([[key, key, key, key, key, key]], key));
      expect(workbook.status).toBe(200);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('G14 the event stream opens for a session and for nothing else', () => {
  const ways = (token: string): readonly (readonly [string, string, Readonly<Record<string, string>>])[] => [
    ['nothing at all', '/api/events', {}],
    ['a token in the query', `/api/events?token=${token}&session=${token}&zhibiao_session=${token}`, {}],
    ['a token in the path', `/api/events;zhibiao_session=${token}`, {}],
    [
      'parameters of a connection',
      `/api/events?connectionParams=${encodeURIComponent(JSON.stringify({ token }))}`,
      {},
    ],
    ['an Authorization header', '/api/events', { Authorization: `Bearer ${token}` }],
    ['a cookie of another name', '/api/events', { Cookie: `session=${token}` }],
    ['a token cut short', '/api/events', { Cookie: `zhibiao_session=${token.slice(0, -1)}` }],
    ['a made-up token', '/api/events', { Cookie: `zhibiao_session=${'A'.repeat(43)}` }],
    ['an event to go on from', '/api/events?lastEventId=1', { 'Last-Event-ID': '1' }],
  ];

  test('G14 anonymous, and by a good token in any place but its cookie', async () => {
    const token = (person.headers['Cookie'] ?? '').split('=')[1] ?? '';
    expect(token).toHaveLength(43);
    for (const [way, path, headers] of ways(token)) {
      for (const at of [path, path.replace('/api/events', '/trpc/alert.list')]) {
        const answer = await rawRequest(
          server.port,
          rawHead(`GET ${at}`, { Host: `127.0.0.1:${server.port}`, Connection: 'close', ...headers }),
        );
        expect([way, at, statusOfRaw(answer)]).toEqual([way, at, expect.toBeOneOf([401, 404])]);
        expect(answer).not.toContain(token);
      }
    }
    expect(server.services.events.count).toBe(0);
  });

  test('G14 with a session that has ended, and an open stream ends with its session', async () => {
    const leaving = await server.signIn('demo-leader');
    const stream = await leaving.listen();
    expect(stream.status).toBe(200);
    await leaving.change('access.signOut');
    await stream.ended;
    expect((await leaving.get('/api/events')).status).toBe(401);
  });

  test('G14 asking for another’s topic opens one’s own', async () => {
    const county = await server.signIn('demo-county-441581');
    for (const query of ['?topic=441521', '?unit=441521', '?channel=review', '?role=reviewer']) {
      const answer = await county.send({ method: 'HEAD', path: `/api/events${query}` });
      expect([200, 400]).toContain(answer.status);
    }
    const sysadmin = await server.signIn('demo-sysadmin');
    expect((await sysadmin.get('/api/events')).status).toBe(403);
  });
});
