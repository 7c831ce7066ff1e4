import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Person } from '../../testing/a-person';
import { aSheet, type SheetRow } from '../../testing/a-sheet';
import type { Answer } from '../../testing/http-client';
import { goodPassword, liveInstance } from '../../testing/live-instance';
import { multipart } from '../../testing/multipart';
import { startTestServer, type TestServer } from '../../testing/start-test-server';
import { zhDictionary } from '@zhibiao/shared/wording';
import { receiptOf } from './answers';

let server: TestServer;
let county: Person;
let token: string;

/** A schema of the document as it is served, so that an answer is held against what a stranger would read. */
const described = async (name: string): Promise<z.ZodType> => {
  const answer = await server.send({ method: 'GET', path: '/api/v1/openapi.json', headers: host() });
  const document = answer.json() as {
    components: { schemas: Record<string, Parameters<typeof z.fromJSONSchema>[0]> };
  };
  return z.fromJSONSchema(document.components.schemas[name] ?? false);
};

const host = (): Record<string, string> => ({ Host: `127.0.0.1:${server.port}` });

const ask = (
  path: string,
  key: string | null,
  more: Partial<Parameters<TestServer['send']>[0]> = {},
): Promise<Answer> =>
  server.send({
    method: 'GET',
    path,
    ...more,
    headers: { ...host(), ...(key === null ? {} : { Authorization: `Bearer ${key}` }), ...more.headers },
  });

const sendRows = (rows: readonly object[], query = '', key: string | null = token): Promise<Answer> =>
  ask(`/api/v1/submissions${query}`, key, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ rows }),
  });

const sendFile = (name: string, bytes: string | Uint8Array, query = ''): Promise<Answer> => {
  const { contentType, body } = multipart([{ name: 'file', fileName: name, bytes }]);
  return ask(`/api/v1/submissions${query}`, token, {
    method: 'POST',
    headers: { 'Content-Type': contentType },
    body,
  });
};

const food = { indicator: 'food-pass-rate', unit: '441581', passes: 97, total: 100 };

beforeAll(async () => {
  server = await startTestServer();
  county = await server.signIn('demo-county-441581');
  ({ token } = await county.change('token.create', { label: '检验所', days: 30 }));
});

describe('a token', () => {
  test('is shown once, and kept as a hash', async () => {
    expect(token).toMatch(/^zb_[\w-]{43}$/);
    const own = await county.query('token.own');
    expect(own).toMatchObject([{ label: '检验所', state: 'valid', lastUsedAt: null }]);
    expect(JSON.stringify(own)).not.toContain(token.slice(3));
    expect(await server.services.stores.apiTokens.byHash(token)).toBeNull();
  });

  test('lives a year at most, and nobody has more than twenty', async () => {
    expect((await county.tryChange('token.create', { label: 'x', days: 366 })).status).toBe(400);
    const other = await server.signIn('demo-county-441521');
    for (let made = 0; made < 20; made += 1)
      await other.change('token.create', { label: `${made}`, days: 1 });
    expect((await other.tryChange('token.create', { label: 'x', days: 1 })).refusal).toEqual({
      code: 'access.too-many-tokens',
      most: 20,
    });
  });

  test('opens the door for programs, each use noted, and nothing else', async () => {
    const before = (await server.services.stores.audit.head()).sequence;
    expect((await sendRows([{ ...food, period: '2010-Q1' }], '?dryRun=true')).status).toBe(200);
    const entries = await server.services.stores.audit.after(before, 10);
    expect(entries.map(({ event, actor }) => [event, actor?.id])).toEqual([
      ['token.use', 'demo-county-441581'],
    ]);
    expect((await county.query('token.own'))[0]?.lastUsedAt).not.toBeNull();
    // Neither tRPC nor the routes of the page know it, with or without a page's marks.
    const marks = { ...server.nobody.headers, Authorization: `Bearer ${token}` };
    for (const path of [
      '/trpc/token.own',
      '/trpc/submission.history?input=%7B%7D',
      '/api/templates/figures.xlsx',
    ])
      expect([path, (await server.send({ method: 'GET', path, headers: marks })).status]).toEqual([
        path,
        401,
      ]);
  });

  test('no cookie opens the door for programs', async () => {
    const answer = await county.send({
      method: 'POST',
      path: '/api/v1/submissions',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ rows: [{ ...food, period: '2010-Q1' }] }),
    });
    expect([answer.status, answer.json()]).toMatchObject([
      401,
      { refusal: { code: 'access.token-refused' } },
    ]);
  });

  test.each(['', 'x', 'zb_', `zb_${'A'.repeat(43)}`, `${'A'.repeat(60)}`])(
    '%o opens nothing',
    async (key) => {
      const answer = await sendRows([{ ...food, period: '2010-Q1' }], '', key);
      expect([answer.status, answer.json()]).toMatchObject([
        401,
        { refusal: { code: 'access.token-refused' } },
      ]);
    },
  );

  test('revoked it opens nothing, and somebody else’s cannot be revoked', async () => {
    const { id, token: mine } = await county.change('token.create', { label: 'x', days: 1 });
    const stranger = await server.signIn('demo-statistician');
    expect((await stranger.tryChange('token.revoke', { id })).refusal?.code).toBe('access.unknown-token');
    expect((await ask(`/api/v1/submissions/${'0'.repeat(32)}`, mine)).status).toBe(404);
    await county.change('token.revoke', { id });
    expect((await ask(`/api/v1/submissions/${'0'.repeat(32)}`, mine)).status).toBe(401);
  });

  test('expired it opens nothing', async () => {
    let now = '2025-10-16T02:00:00.000Z';
    const clock = { now: () => now, today: () => now.slice(0, 10) };
    const other = await startTestServer({ clock });
    const person = await other.signIn('demo-statistician');
    const made = await person.change('token.create', { label: 'x', days: 1 });
    const status = async () =>
      (
        await other.send({
          method: 'GET',
          path: `/api/v1/submissions/${'0'.repeat(32)}`,
          headers: { Host: `127.0.0.1:${other.port}`, Authorization: `Bearer ${made.token}` },
        })
      ).status;
    expect(await status()).toBe(404);
    now = '2025-10-17T02:00:00.000Z';
    expect(await status()).toBe(401);
  });
});

describe('the door follows the rules of the page', () => {
  const rows: readonly SheetRow[] = [
    ['食品抽检合格率', '陆丰市', '2011Q1', 97, 100],
    ['食品抽检合格率', '陆丰市', '2011Q2', 101, 100],
    ['食品抽检合格率', '海丰县', '2011Q3', 97, 100],
    ['食品抽检合格率', '陆丰市', '2011Q4', '９７', 100],
  ];

  test('the same file gives the same preview by page, by door and by dry run', async () => {
    const sheet = aSheet(rows);
    const before = await server.factsHash();
    const dry = (await sendFile('a.csv', sheet, '?dryRun=true')).json();
    expect(await server.factsHash()).toBe(before);
    const sent = (await sendFile('a.csv', sheet)).json();
    const { submission } = await county.submit('a.csv', sheet);
    const preview = await county.query('submission.preview', { submission });
    const view = { ...preview, ...(await county.query('submission.effects', { submission })) };
    const words = { language: 'zh', dictionary: zhDictionary } as const;
    const page = receiptOf(view, words, { dryRun: false, submission: null, state: 'draft', refusal: null });
    expect(page).toMatchObject({ errorsTotal: 2, rows: { seen: 4, refused: 2 } });
    expect(dry).toEqual({ ...page, dryRun: true });
    expect(sent).toEqual({
      ...page,
      submission: (sent as { submission: string }).submission,
      refusal: { code: 'submission.has-errors', text: expect.stringContaining('2') as string },
    });
  });

  test('rows as JSON say the same as a file with these rows', async () => {
    const period = '2012-Q1';
    const byRows = (await sendRows([{ ...food, period }], '?dryRun=true')).json();
    const byFile = (
      await sendFile('a.csv', aSheet([['food-pass-rate', '441581', period, 97, 100]]), '?dryRun=true')
    ).json();
    expect(byRows).toEqual(byFile);
    expect(byRows).toMatchObject({ outcome: 'accept', changes: { new: 1 } });
  });

  test('what is good goes to the reviewers, and where it stands can be asked for', async () => {
    const answer = await sendRows([{ ...food, period: '2012-Q2' }]);
    expect(answer.status).toBe(201);
    const { submission, state } = answer.json() as { submission: string; state: string };
    expect(state).toBe('submitted');
    const status = await ask(`/api/v1/submissions/${submission}`, token);
    expect(status.json()).toMatchObject({ submission, state: 'submitted', steps: [{ state: 'submitted' }] });
    const stranger = await server.signIn('demo-county-441521');
    const [first] = await stranger.query('token.own');
    await stranger.change('token.revoke', { id: first?.id ?? '' });
    const { token: foreign } = await stranger.change('token.create', { label: 'x', days: 1 });
    expect((await ask(`/api/v1/submissions/${submission}`, foreign)).status).toBe(404);
  });

  test('somebody else’s unit is outside the scope of the token’s owner', async () => {
    const answer = (await sendRows([{ ...food, unit: '441521', period: '2012-Q3' }], '?dryRun=true')).json();
    expect(answer).toMatchObject({
      outcome: 'reject-rows',
      issues: [{ code: 'submission.outside-scope', level: 'error', row: 2 }],
    });
  });

  test('refusals are told in the caller’s language', async () => {
    const chinese = await sendRows([{ ...food, period: '2012-Q3' }], '', null);
    expect(chinese.text).toContain('令牌无效');
    const english = await ask('/api/v1/submissions/x', null, {
      headers: { 'Accept-Language': 'en-GB,en;q=0.9' },
    });
    expect(english.text).toContain('The token opens nothing');
    const dry = await sendRows([{ ...food, period: 'never' }], '?dryRun=true&language=en');
    expect((dry.json() as { issues: { text: string }[] }).issues[0]?.text).not.toMatch(/\p{Script=Han}/u);
  });

  test.each<readonly [string, () => Promise<Answer>, number]>([
    ['no rows', () => sendRows([]), 400],
    ['a field that nobody knows', () => sendRows([{ ...food, period: '2012-Q3', colour: 'red' }]), 400],
    ['an odd dry run', () => sendRows([{ ...food, period: '2012-Q3' }], '?dryRun=maybe'), 400],
    [
      'text',
      () =>
        ask('/api/v1/submissions', token, {
          method: 'POST',
          headers: { 'Content-Type': 'text/plain' },
          body: 'x',
        }),
      415,
    ],
    [
      'broken JSON',
      () =>
        ask('/api/v1/submissions', token, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: '{',
        }),
      400,
    ],
    ['a form without a file', () => sendFile('', ''), 400],
  ])('%s is refused and nothing is kept', async (_, send, status) => {
    const listed = await county.query('submission.history', {});
    const answer = await send();
    expect(answer.status).toBe(status);
    expect((await described('Refusal')).safeParse(answer.json()).error).toBeUndefined();
    expect(await county.query('submission.history', {})).toEqual(listed);
  });

  test('a filled template goes in as it is', async () => {
    const { bytes } = await county.get('/api/templates/figures.xlsx?period=2025-Q3');
    expect((await readXlsx(bytes)).sheets).toHaveLength(2);
    const answer = (await sendFile('模板.xlsx', bytes, '?dryRun=true')).json();
    expect(answer).toMatchObject({ rows: { seen: 7 } });
  });
});

describe('the door is not run in', () => {
  test('more than so many requests a minute are declined, and the trail tells of it', async () => {
    const small = await startTestServer({ settings: { ZHIBIAO_CALLS_PER_MINUTE: '5' } });
    const person = await small.signIn('demo-statistician');
    const made = await person.change('token.create', { label: 'x', days: 1 });
    const headers = { Host: `127.0.0.1:${small.port}`, Authorization: `Bearer ${made.token}` };
    const path = `/api/v1/submissions/${'0'.repeat(32)}`;
    const before = (await small.services.stores.audit.head()).sequence;
    const statuses: number[] = [];
    for (let asked = 0; asked < 7; asked += 1) {
      statuses.push((await small.send({ method: 'GET', path, headers })).status);
    }
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
    const events = (await small.services.stores.audit.after(before, 20)).map(({ event }) => event);
    expect(events.filter((event) => event === 'token.use')).toHaveLength(5);
    expect(events.filter((event) => event === 'access.denied')).toHaveLength(2);
  });

  test('a foreign name that leads to a demonstration is no way in', async () => {
    const path = '/api/v1/submissions/x';
    const headers = { Host: 'evil.example', Authorization: `Bearer ${token}` };
    expect((await server.send({ method: 'GET', path, headers })).status).toBe(421);
  });
});

describe('the document of the interface', () => {
  test('it is OpenAPI 3.1, and every answer fits what it says', async () => {
    const document = (
      await server.send({ method: 'GET', path: '/api/v1/openapi.json', headers: host() })
    ).json();
    expect(document).toMatchObject({
      openapi: '3.1.0',
      paths: { '/api/v1/submissions': {}, '/api/v1/submissions/{id}': {} },
    });
    const receipt = await described('Receipt');
    const sent = await sendRows([{ ...food, period: '2013-Q1' }]);
    for (const answer of [
      await sendRows([{ ...food, period: '2013-Q1', passes: 101 }], '?dryRun=true'),
      await sendFile('a.csv', 'no,figures\r\nhere,1\r\n', '?dryRun=true'),
      await sendFile('a.csv', 'no,figures\r\nhere,1\r\n'),
      sent,
    ]) {
      expect(receipt.safeParse(answer.json()).error).toBeUndefined();
    }
    const { submission } = sent.json() as { submission: string };
    const status = await ask(`/api/v1/submissions/${submission}`, token);
    expect((await described('Status')).safeParse(status.json()).error).toBeUndefined();
    // The check can fail: an answer that is not described does.
    expect(receipt.safeParse({ ...(sent.json() as object), more: 1 }).success).toBe(false);
  });
});

describe('in a live instance', () => {
  test('a token reaches as far as its owner does at the moment, and dies with their right', async () => {
    const live = await liveInstance();
    const id = await live.someone('reporter', ['statistician']);
    const { person: reporter } = await live.enter('reporter', goodPassword);
    const made = await reporter.change('token.create', { label: 'x', days: 365 });
    const status = async () =>
      (
        await live.server.send({
          method: 'GET',
          path: `/api/v1/submissions/${'0'.repeat(32)}`,
          headers: { Host: `127.0.0.1:${live.server.port}`, Authorization: `Bearer ${made.token}` },
        })
      ).status;
    expect(await status()).toBe(404);
    await live.grant(id, ['leader']);
    expect(await status()).toBe(401);
  });
});
