import { beforeAll, describe, expect, test } from 'vitest';
import { demonstrationActors, mayDo, operations, type Operation, type Role } from '@zhibiao/shared/access';
import { createApp } from '../../http/app';
import { routeOperations } from '../../http/file-routes';
import { machineOperations } from '../../http/machine/machine-routes';
import { builtClient } from '../../start-server';
import type { Person } from '../../testing/a-person';
import { everyProcedure } from '../../testing/every-procedure';
import { root, startTestServer, type TestServer } from '../../testing/start-test-server';
import { procedure, router } from '../../trpc';

/** One person of every role that the demonstration has; the last is nobody. */
const ids = {
  leader: 'demo-leader',
  statistician: 'demo-statistician',
  county: 'demo-county-441581',
  reviewer: 'demo-reviewer',
  sysadmin: 'demo-sysadmin',
  secadmin: 'demo-secadmin',
} as const satisfies Partial<Record<Role, string>>;
const roles = Object.keys(ids) as readonly (keyof typeof ids)[]; // the keys of the record above

const procedures = everyProcedure();

let server: TestServer;
const people = new Map<Role | null, Person>();

beforeAll(async () => {
  server = await startTestServer({ settings: { ZHIBIAO_CALLS_PER_MINUTE: '100000' } });
  people.set(null, server.nobody);
});

describe('F2 nothing is reachable that the table of operations does not name', () => {
  test('every procedure names a row of the table', () => {
    expect(procedures.length).toBeGreaterThan(12);
    for (const { path, operation } of procedures) {
      expect(Object.keys(operations), path).toContain(operation);
    }
  });

  test('every route outside tRPC stands in the list of routes, with a row of the table', () => {
    const found = new Set<string>();
    walkRoutes(createApp(server.services, builtClient(root)), found);
    const pages = [...found].filter((route) => !(route in routeOperations) && !(route in machineOperations));
    // Pages are files of the client: public, and there is nothing in them.
    expect(pages.every((route) => /^GET \/(?!api|trpc)/.test(route))).toBe(true);
    for (const [route, operation] of Object.entries({ ...routeOperations, ...machineOperations })) {
      expect(found, route).toContain(route);
      expect(Object.keys(operations)).toContain(operation);
    }
  });

  test('every row of the table is used by a procedure, a route or the pages', () => {
    const used = new Set<string | undefined>([
      ...procedures.map(({ operation }) => operation),
      ...Object.values(routeOperations),
      'page.read',
    ]);
    expect(Object.keys(operations).filter((operation) => !used.has(operation))).toEqual([]);
  });

  test('an operation that the table does not know opens no door', async () => {
    const odd = router({ odd: procedure('no.such' as Operation).query(() => 'reached') });
    const caller = odd.createCaller({
      services: server.services,
      actor: null,
      duty: null,
      accountId: null,
      session: null,
      requestId: '',
      address: '',
      browser: '',
      setSession: () => undefined,
    });
    await expect(caller.odd()).rejects.toThrow();
  });
});

describe.each([...roles, null])('as %s', (role) => {
  beforeAll(async () => {
    if (role !== null) people.set(role, await server.signIn(ids[role]));
  });

  test.each(procedures)('$path is $operation, and only who may do that gets past the door', async (entry) => {
    const person = people.get(role);
    if (person === undefined) throw new Error('nobody signed in');
    // Signing out would end the session that the other cases use.
    if (entry.path === 'access.signOut' || entry.path === 'access.signIn') return;
    const call = entry.type === 'query' ? person.tryQuery : person.tryChange;
    const { status, refusal } = await call(entry.path, entry.type === 'query' ? undefined : {});
    const allowed = mayDo(entry.operation as Operation, role);
    if (allowed) expect([200, 400, 409]).toContain(status);
    else if (role === null) expect([status, refusal]).toEqual([401, { code: 'access.not-signed-in' }]);
    else expect([status, refusal]).toEqual([403, { code: 'access.not-allowed', operation: entry.operation }]);
  });

  test.each(Object.entries(routeOperations))('%s is %s', async (route, operation) => {
    const person = people.get(role);
    if (person === undefined) throw new Error('nobody signed in');
    const [method = '', path = ''] = route.split(' ');
    // The stream would stay open: its head asks the same question.
    const { status } = await person.send({
      method: path === '/api/events' ? 'HEAD' : method,
      path: path.replace(':id', '999999'),
    });
    if (mayDo(operation, role)) expect([200, 404, 415]).toContain(status);
    else expect(status).toBe(role === null ? 401 : 403);
  });
});

describe('who somebody is comes from the session alone', () => {
  test('no input names an actor, a role or a unit to act as', async () => {
    const county = await server.signIn('demo-county-441581');
    for (const extra of ['role', 'actor', 'unit', 'as', 'userId', 'isAdmin', 'departments']) {
      const { status } = await county.tryChange('submission.submit', {
        submission: 1,
        ledgerPosition: 0,
        reason: '',
        [extra]: 'reviewer',
      });
      expect([extra, status]).toEqual([extra, 400]);
    }
    const listed = await county.tryQuery('alert.list', { unit: '441502' });
    expect(listed.status).toBe(400);
  });

  test('a county sees the alerts of its own unit only', async () => {
    const county = await server.signIn('demo-county-441581');
    const { open, notices, closed } = await county.query('alert.list', {});
    expect(open.length).toBeGreaterThan(0);
    expect(new Set([...open, ...notices, ...closed].map(({ unit }) => unit))).toEqual(new Set(['441581']));
  });

  test('only people of the demonstration can be signed in as, and a live instance has none', async () => {
    for (const id of ['', 'admin', '__proto__', 'constructor', 'demo-county-440000']) {
      expect((await server.nobody.tryChange('access.signIn', { id })).refusal?.code).toBe(
        'access.unknown-role',
      );
    }
    const live = await startTestServer({ mode: 'live' });
    expect(await live.nobody.query('access.roles')).toEqual([]);
    const { index } = server.services;
    for (const { id } of demonstrationActors(index.programme.departments, index.register)) {
      expect((await live.nobody.tryChange('access.signIn', { id })).status).toBe(403);
    }
  });

  test('the order of the cookie header, other cookies and a made-up token change nothing', async () => {
    const leader = await server.signIn('demo-leader');
    const token = leader.headers['Cookie'] ?? '';
    const ask = async (cookie: string) =>
      (await server.nobody.send({ method: 'GET', path: '/trpc/access.session', headers: { Cookie: cookie } }))
        .text;
    expect(await ask(`a=b; ${token}; c=d`)).toContain('demo-leader');
    expect(await ask(`${token}x`)).toContain('"data":null');
    expect(await ask(token.toUpperCase())).toContain('"data":null');
    expect(await ask(`zhibiao_session=${'A'.repeat(43)}; ${token}`)).toContain('"data":null');
  });
});

interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Record<string, boolean> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Collects `GET /path` of an Express application, routers inside it included. */
function walkRoutes(app: unknown, found: Set<string>): void {
  // Express keeps its layers so since version 4; there is no public way to list routes.
  const stack = (app as { router: { stack: readonly Layer[] } }).router.stack;
  const visit = (layers: readonly Layer[]): void => {
    for (const { route, handle } of layers) {
      for (const path of route === undefined ? [] : [route.path].flat()) {
        for (const method of Object.keys(route?.methods ?? {})) found.add(`${method.toUpperCase()} ${path}`);
      }
      visit(handle?.stack ?? []);
    }
  };
  visit(stack);
}
