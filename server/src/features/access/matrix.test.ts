import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { mayDo, operations, roles, type Operation, type Rule } from '@zhibiao/shared/access';
import type { Person } from '../../testing/a-person';
import { everyDoor, unregistered, type Door } from '../../testing/doors';
import type { Answer } from '../../testing/http-client';
import { objectFields, type ObjectKind } from '../../testing/known-fields';
import { actorFor, keepAccount, signInFor, type Caller } from '../../testing/role-people';
import { root, startTestServer, type TestServer } from '../../testing/start-test-server';

/** Whose the object is that a call names; `none` where it names no object. */
type Whose = 'own' | 'other' | 'absent' | 'none';

interface Cell {
  readonly door: Door;
  readonly caller: Caller;
  readonly whose: Whose;
  /** `token`: only with a one-time token, which none of these calls has. */
  readonly expected: 'allow' | 'deny' | 'token';
}

const callers: readonly Caller[] = [...roles, 'anonymous'];
const doors = everyDoor();

/** The authorisation matrix as people agreed on it. */
const [heading = [], ...matrix] = readFileSync(join(root, 'shared/src/access/authz-matrix.csv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));

/** How the matrix speaks of an object in its second column. */
const scopes: Record<Whose, RegExp> = {
  own: /\bown\b|oneself/,
  other: /other|somebody else/,
  absent: /other|somebody else/,
  none: /^/,
};

/** What the matrix says of one operation, role and object. */
const expectedOf = (operation: Operation, caller: Caller, whose: Whose): Cell['expected'] => {
  const rule: Rule = operations[operation];
  // The display on the wall has no column: a test beside the table holds it to what a leader reads.
  if (caller === 'wall') return mayDo(operation, 'wall') ? 'allow' : 'deny';
  const rows = matrix.filter(([name]) => name === rule.matrix);
  const fitting = rows.filter(([, scope = '']) => scopes[whose].test(scope));
  const column = heading.indexOf(caller);
  const says = (fitting.length === 0 ? rows : fitting).map((row) => row[column]);
  if (says.includes('Y')) return 'allow';
  if (says.includes('token')) return 'token';
  return says.includes('own') && (whose === 'own' || whose === 'none') ? 'allow' : 'deny';
};

const cells: readonly Cell[] = doors.flatMap((door) =>
  callers.flatMap((caller) =>
    whoseOf(door.kind, caller).map(
      (whose): Cell => ({
        door,
        caller,
        whose,
        expected: expectedOf(door.operation, caller, whose),
      }),
    ),
  ),
);

/** What can be asked for: nobody but those who can have one has one of their own. */
function whoseOf(kind: ObjectKind | null, caller: Caller): readonly Whose[] {
  if (kind === null) return ['none'];
  return kind.owners.includes(caller) ? ['own', 'other', 'absent'] : ['other', 'absent'];
}

const objectWords: Record<Whose, string> = {
  own: 'their own',
  other: 'somebody else’s',
  absent: 'one that is not there',
  none: 'no object',
};

const kinds = [...new Set(Object.values(objectFields))];
const others = new Map<ObjectKind, Readonly<Record<string, number | string>>>();
let server: TestServer;
let now = 0;
let audit: TestServer['services']['stores']['audit'];

beforeAll(async () => {
  server = await startTestServer({
    mode: 'live',
    settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' },
    milliseconds: () => now,
  });
  audit = server.services.stores.audit;
  for (const role of roles) await keepAccount(server, actorFor(server, role));
  for (const kind of kinds) others.set(kind, await kind.others(server));
});

/** An answer without what differs from one request to the next: the number of the request and the id asked for. */
const textOf = ({ status, text }: Answer, id: unknown): string =>
  `${status} ${text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'R').replaceAll(JSON.stringify(String(id)), 'ID')}`;

const knockAll = async (door: Door, person: Person, ids: readonly unknown[]): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const id of ids) texts.push(textOf(await door.knock(person, id), id));
  return texts;
};

describe(`F1 the authorisation matrix over HTTP: ${cells.length} cells (${doors.length} ways in × ${callers.length} roles × own, another's, absent)`, () => {
  test('F1 every field that names a thing is registered with a way to make one', () => {
    expect(unregistered()).toEqual([]);
  });

  test('F1 no way in and no role is without a cell, and no cell is there twice', () => {
    const named = cells.map(({ door, caller, whose }) => `${caller}: ${door.name} (${whose})`);
    expect(new Set(named).size).toBe(cells.length);
    for (const door of doors)
      expect([
        door.name,
        new Set(cells.filter((cell) => cell.door === door).map(({ caller }) => caller)),
      ]).toEqual([door.name, new Set(callers)]);
    // A matrix that lost its rows would be green as well.
    expect(cells.length).toBeGreaterThan(1_000);
  });

  describe.each(callers)('F1 as %s', (caller) => {
    const mine = cells.filter((cell) => cell.caller === caller);
    const denied = doors.filter((door) =>
      mine.some((cell) => cell.door === door && cell.expected === 'deny'),
    );
    const allowed = mine
      .filter(({ expected }) => expected === 'allow')
      .map((cell) => [`${caller} may: ${cell.door.name} (${objectWords[cell.whose]})`, cell] as const);

    test(`F1 ${caller}: what is denied is denied alike whatever there is, is audited, and changes nothing`, async () => {
      const person = await signInFor(server, caller);
      for (const door of denied) {
        const { kind } = door;
        // The trail keeps twenty denials a minute from one person.
        now += 60_000;
        const from = (await audit.head()).sequence;
        const refused = new Set(
          mine.filter((cell) => cell.door === door && cell.expected === 'deny').map(({ whose }) => whose),
        );
        const own = kind !== null && refused.has('own') ? [await kind.make(server, caller, person)] : [];
        const there = kind !== null && refused.has('other') ? Object.values(others.get(kind) ?? {}) : [];
        const none = kind === null ? [null] : refused.has('absent') ? [kind.absent] : [];
        if (refused.has('other')) expect(there.length).toBeGreaterThan(0);
        const before = await server.factsHash();
        const [absent, ...existing] = await knockAll(door, person, [...none, ...there, ...own]);
        const status = kind === null ? (caller === 'anonymous' ? /^401 / : /^403 /) : /^(401|403|404) /;
        expect([door.name, absent]).toEqual([door.name, expect.stringMatching(status)]);
        for (const text of existing) expect([door.name, text]).toEqual([door.name, absent]);
        expect([door.name, await server.factsHash()]).toEqual([door.name, before]);
        const kept = await audit.after(from, 100);
        const denials = kept.filter(({ event }) => event === 'access.denied');
        expect([door.name, denials.length]).toEqual([door.name, existing.length + 1]);
        for (const { actor, object, outcome } of denials) {
          const who = caller === 'anonymous' ? null : actorFor(server, caller).id;
          expect([door.name, actor?.id ?? null, object, outcome]).toEqual([
            door.name,
            who,
            door.operation,
            'refused',
          ]);
        }
      }
    });

    const withToken = mine.filter(({ expected }) => expected === 'token');
    test(`F1 ${caller}: without its one-time token nothing of ${withToken.length} is opened`, async () => {
      for (const { door } of withToken) {
        const { status, text } = await door.knock(await signInFor(server, caller), door.kind?.absent ?? null);
        expect([400, 401, 403, 404, 409], text).toContain(status);
      }
    });

    test.each(allowed)('F1 %s', async (_, { door, whose }) => {
      // A session of its own: the call may end it.
      const person = await signInFor(server, caller);
      const { kind } = door;
      const ids =
        kind === null || whose === 'none'
          ? [null]
          : whose === 'own'
            ? [await kind.make(server, caller, person)]
            : whose === 'absent'
              ? [kind.absent]
              : Object.values(others.get(kind) ?? {});
      for (const id of ids) {
        const { status, text } = await door.knock(person, id);
        // The rules of the thing itself may still say no; who asks may not be why, nor what was sent.
        expect(text).not.toMatch(/"code":"access\.(not-allowed|not-signed-in|outside-scope|duty-first)"/);
        expect(
          [401, 404].includes(status) && whose !== 'absent' && !text.includes('"code":"access.'),
          text,
        ).toBe(false);
        expect(status, text).not.toBe(400);
        expect(status, text).toBeLessThan(500);
      }
    });
  });
});
