import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../testing/a-person';
import { everyProcedure } from '../testing/every-procedure';
import { startTestServer, type TestServer } from '../testing/start-test-server';

let server: TestServer;
let person: Person;

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('demo-statistician');
});

describe('inputs are strict', () => {
  // That every object of every input takes its own keys only is walked over in web-safety/injection.test.ts.
  test.each(everyProcedure())(
    '$path is given polluting keys and nothing is polluted',
    async ({ path, type }) => {
      for (const key of ['__proto__', 'constructor']) {
        const text = `{"${key}":{"polluted":"yes","prototype":{"polluted":"yes"}}}`;
        const answer =
          type === 'query'
            ? await person.get(`/trpc/${path}?input=${encodeURIComponent(text)}`)
            : await person.send({
                method: 'POST',
                path: `/trpc/${path}`,
                headers: { 'Content-Type': 'application/json' },
                body: text,
              });
        expect(answer.status).toBeGreaterThanOrEqual(200);
        expect(answer.status).toBeLessThan(500);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }
      if (path === 'access.signOut') person = await server.signIn('demo-statistician');
    },
  );

  test.each([
    ['a number', { submission: 1 }],
    ['a number as text', { submission: '1' }],
    ['a list', { submission: ['f'.repeat(32)] }],
    ['an operator', { submission: { $gt: '' } }],
    ['nothing', { submission: null }],
    ['an id in capitals', { submission: 'F'.repeat(32) }],
    ['an id and a line feed', { submission: `${'f'.repeat(32)}\n` }],
    ['an id too long', { submission: 'f'.repeat(33) }],
  ])('%s is no submission', async (_, input) => {
    expect((await person.tryQuery('submission.preview', input)).status).toBe(400);
  });

  test.each(['', '{', '[', '"x', 'null', '1', '[]', '\u0000', '{"a":1}}', '\uFEFF{}'])(
    'the body %o is no input',
    async (body) => {
      const answer = await person.send({
        method: 'POST',
        path: '/trpc/submission.discard',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toMatch(/SyntaxError|position|stack|zod|expected/i);
    },
  );

  test('text that looks like SQL, a path or a script is only text', async () => {
    for (const text of [
      "' OR 1=1 --",
      '"; DROP TABLE revision; --',
      '../../etc/passwd',
      '<script>',
      '%',
      '\u0000',
    ]) {
      const unknown = await person.tryQuery('evaluation.indicator', { basis: 'single', indicator: text });
      expect(unknown.refusal).toEqual({ code: 'programme.unknown-indicator', indicator: text });
      const period = await person.tryQuery('evaluation.overview', { basis: 'single', period: text });
      expect(period.refusal).toEqual({ code: 'calendar.unknown-period', period: text });
    }
    expect(await server.factsHash()).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a fault says nothing', () => {
  test('of what broke: the answer has an id, and the log has the rest', async () => {
    const broken = await startTestServer();
    const someone = await broken.signIn('demo-statistician');
    await broken.instance.storage.close();
    for (const answer of [
      (await someone.tryQuery('alert.list', {})).answer,
      await someone.get('/trpc/evaluation.overview?input=%7B%22basis%22%3A%22single%22%7D'),
      await someone.upload('a.csv', 'x'),
      await someone.get('/api/originals/1'),
    ]) {
      expect(answer.status).toBe(500);
      expect(answer.text).not.toMatch(/sqlite|database|connection|not open|Error:|\/tmp|\.ts|\.js|    at /i);
      expect(answer.text).toMatch(/"requestId":"[0-9a-f-]{36}"/);
    }
    expect((await someone.get('/readyz')).status).toBe(503);
    expect((await someone.get('/healthz')).status).toBe(200);
  });

  test('a path or a query that cannot be read is the asker’s mistake, not a fault', async () => {
    for (const path of ['/%', '/assets/%', '/trpc/%', '/api/originals/%', '/trpc/access.session?input=%']) {
      expect((await person.get(path)).status).toBeGreaterThanOrEqual(400);
      expect((await person.get(path)).status).toBeLessThan(500);
    }
  });
});
