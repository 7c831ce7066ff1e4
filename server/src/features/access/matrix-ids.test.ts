import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { everyProcedure } from '../../testing/every-procedure';
import { objectFields, registered, valuesFor } from '../../testing/known-fields';
import { fieldsOf, inputShapes, sampleOf, withValue } from '../../testing/procedure-inputs';
import { actorFor, keepAccount, signInFor, type Caller } from '../../testing/role-people';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
const people = new Map<Caller, Person>();
const roles = ['county', 'reviewer', 'sysadmin', 'secadmin'] as const;

beforeAll(async () => {
  server = await startTestServer({ mode: 'live', settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' } });
  for (const role of roles) {
    await keepAccount(server, actorFor(server, role));
    people.set(role, await signInFor(server, role));
  }
});

const personOf = (role: Caller): Person => {
  const person = people.get(role);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  return person;
};

const shapes = inputShapes();

/** Every field of every procedure that names a thing by its id. */
const idFields = everyProcedure().flatMap(({ path, type }) => {
  const shape = shapes.get(path) ?? null;
  return (shape === null ? [] : fieldsOf(shape)).flatMap((field) => {
    const kind = registered(objectFields, path, field.name);
    return kind === undefined || shape === null
      ? []
      : [{ path, type, field, kind, shape, name: `${path} ${field.name}` }];
  });
});

/** An id in the dress of another kind: what a loose comparison would take for the id. */
const disguises = (id: number | string): readonly unknown[] => [
  typeof id === 'number' ? String(id) : Number.NaN,
  [id],
  [[id]],
  { id },
  { $gt: '' },
  { $ne: null },
  { toString: String(id) },
  { length: 1, 0: id },
  true,
  null,
  typeof id === 'number' ? id + 0.5 : [id, id],
  typeof id === 'number' ? -id : {},
  typeof id === 'number' ? 1e300 : 7,
];

/** Texts that are no id of anything: placeholders, wildcards, spellings of the same number. */
const placeholders = (id: number | string): readonly string[] => [
  ':id',
  '{id}',
  '%7Bid%7D',
  'undefined',
  'null',
  'NaN',
  'Infinity',
  '*',
  '%25',
  '_',
  '%00',
  `${id}%00`,
  `0${id}`,
  `+${id}`,
  `${id}.0`,
  `${id}e0`,
  `0x${id}`,
  `${id}%20`,
  `%20${id}`,
  `${id},${id}`,
  `${id};x`,
];

describe('F11 a thing is found by its exact id, of its own kind, and by nothing like it', () => {
  test('F11 there are fields to ask', () => {
    expect(idFields.length).toBeGreaterThanOrEqual(10);
  });

  test.each(idFields)(
    'F11 $name takes no other kind of value',
    async ({ path, type, field, kind, shape }) => {
      const there = Object.values(await kind.others(server).catch(() => ({ known: kind.absent })));
      const before = await server.factsHash();
      for (const id of there) {
        for (const disguise of disguises(id)) {
          const sample = sampleOf(
            shape,
            valuesFor(path, (each) => each.absent),
            field.at,
          );
          const input = withValue(sample, field.at, disguise);
          for (const role of roles) {
            const { status } = await personOf(role)[type === 'query' ? 'tryQuery' : 'tryChange'](path, input);
            expect([role, disguise, status]).toEqual([role, disguise, expect.toBeOneOf([400, 401, 403])]);
          }
        }
      }
      expect(await server.factsHash()).toBe(before);
    },
  );

  test('F11 a download is found by the exact id alone', async () => {
    const county = personOf('county');
    const { submission } = await county.submit('a.csv', 'x');
    expect((await county.get(`/api/originals/${submission}`)).status).toBe(200);
    for (const text of placeholders(submission)) {
      expect([text, (await county.get(`/api/originals/${text}`)).status]).toEqual([
        text,
        expect.toBeOneOf([400, 404]),
      ]);
    }
  });

  test('F11 an account is found by its whole id alone, never by a part, a pattern or another writing', async () => {
    const { id } = actorFor(server, 'county');
    const sysadmin = personOf('sysadmin');
    for (const text of [
      id.slice(0, -1),
      `${id}x`,
      id.toUpperCase(),
      '%',
      '_'.repeat(24),
      '*',
      `${id} `,
      ` ${id}`,
      'null',
      'undefined',
    ]) {
      const { status } = await sysadmin.tryChange('account.endSessions', { id: text });
      expect([text, status]).toEqual([text, 404]);
    }
    expect((await sysadmin.tryChange('account.endSessions', { id })).status).toBe(200);
    people.set('county', await signInFor(server, 'county'));
  });
});

describe('F11 what opens something cannot be guessed', () => {
  test('F11 tokens of sessions: 256 bits, none like another, only their hashes kept', async () => {
    const actor = actorFor(server, 'county');
    const opening = { accountId: actor.id, actor, duty: null, address: '', browser: '' };
    const tokens = await Promise.all(
      Array.from({ length: 200 }, () => server.services.sessions.open(opening)),
    );
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    // No place of a token is the same in all of them: nothing is counted up, nothing is a clock.
    for (let place = 0; place < 43; place += 1) {
      expect(new Set(tokens.map((token) => token[place])).size).toBeGreaterThan(5);
    }
    const kept = JSON.stringify(await server.services.stores.sessions.listOf(actor.id));
    for (const token of tokens) expect(kept).not.toContain(token);
  });

  test('F11 ids of submissions are drawn, not counted, and no answer tells the number inside', async () => {
    const county = personOf('county');
    const ids: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) ids.push((await county.submit('a.csv', 'x')).submission);
    expect(new Set(ids).size).toBe(20);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
    for (let place = 0; place < 32; place += 1) {
      expect(new Set(ids.map((id) => id[place])).size).toBeGreaterThan(3);
    }
    const history = await county.query('submission.history', {});
    for (const { id } of history) expect(id).toMatch(/^[0-9a-f]{32}$/);
    for (const count of [1, 2, history.length]) {
      expect((await county.get(`/api/originals/${count}`)).status).toBe(404);
      expect((await county.tryQuery('submission.preview', { submission: count })).status).toBe(400);
      expect((await county.tryQuery('submission.preview', { submission: String(count) })).status).toBe(400);
    }
  });

  test('F11 ids of accounts are drawn, not counted', async () => {
    const sysadmin = personOf('sysadmin');
    const ids: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const { data } = await sysadmin.tryChange('account.create', {
        signInName: `person-${turn}`,
        name: { zh: '甲', en: 'A' },
      });
      ids.push(JSON.stringify(data));
    }
    const drawn = ids.map((text) => /"id":"([^"]{24})"/.exec(text)?.[1] ?? '');
    expect(drawn.every((id) => id.length === 24)).toBe(true);
    for (let place = 4; place < 24; place += 1) {
      expect(new Set(drawn.map((id) => id[place])).size).toBeGreaterThan(3);
    }
  });
});
