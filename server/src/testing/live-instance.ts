import type { Grant, Role } from '@zhibiao/shared/access';
import { dayOfInstant, type Instant } from '@zhibiao/shared/calendar';
import type { Clock } from '../clock';
import { aPerson, type Called, type Person } from './a-person';
import { httpClient } from './http-client';
import { startTestServer, type TestServer, type TestServerOptions } from './start-test-server';

/** A clock that stands until a test moves it. */
export interface MovableClock extends Clock {
  readonly move: (minutes: number) => void;
}

/** Starts at nine in the morning of 5 January 2026 in Shanghai. */
export const movableClock = (): MovableClock => {
  let at = Date.parse('2026-01-05T01:00:00.000Z');
  const now = (): Instant => new Date(at).toISOString();
  return {
    now,
    today: () => dayOfInstant(now()),
    move: (minutes) => {
      at += minutes * 60_000;
    },
  };
};

/** A password that both profiles take. */
export const goodPassword = 'Kj8-mountain-river';

/** Passwords of the administrators of a live instance made for a test. */
export const passwords = { sysadmin: 'Oak7-lantern-drift', secadmin: 'Elm5-harbour-quilt' } as const;

/** How a sign-in came out. */
export interface Entered extends Called<{ readonly kind: string }> {
  /** Whoever is in now; nobody in particular when it failed. */
  readonly person: Person;
  readonly cookie: string;
}

/** A live server with two administrators, and short ways to what people do there. */
export interface LiveInstance {
  readonly server: TestServer;
  readonly clock: MovableClock;
  readonly sysadmin: Person;
  readonly secadmin: Person;
  /** Somebody with this cookie, `name=token`. */
  readonly withCookie: (cookie: string) => Person;
  readonly enter: (
    name: string,
    password: string,
    more?: Readonly<Record<string, string>>,
  ) => Promise<Entered>;
  /** Opens a one-time link. */
  readonly open: (token: string, code?: string) => Promise<Entered>;
  /** Makes an account without role; answers its id and link. */
  readonly create: (name: string) => Promise<{ readonly id: string; readonly token: string }>;
  readonly grant: (id: string, grants: readonly (Role | Grant)[]) => Promise<void>;
  /** Makes an account that has chosen its password and holds these roles; answers its id. */
  readonly someone: (name: string, grants: readonly (Role | Grant)[], password?: string) => Promise<string>;
}

/** The token in the address that a start prints. */
export const tokenOf = (path: string | null): string => path?.split('#')[1] ?? '';

const text = (name: string) => ({ zh: `人${name}`, en: `Person ${name}` });

/** The cookie that an answer sets, `name=token`. */
export const cookieOf = (called: Called<unknown>): string =>
  called.answer.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';

/** A live instance before its set-up. */
export const emptyInstance = async (
  options: TestServerOptions = {},
): Promise<Pick<LiveInstance, 'server' | 'clock' | 'withCookie' | 'enter' | 'open'>> => {
  const clock = movableClock();
  let minutes = 0;
  const server = await startTestServer({
    mode: 'live',
    clock,
    // A minute a call: the limits per minute have tests of their own.
    milliseconds: () => (minutes += 61_000),
    ...options,
  });
  const client = httpClient(server.port);
  const withCookie = (cookie: string): Person => aPerson(client, server.port, cookie);
  const entered = (called: Called<{ readonly kind: string }>): Entered => {
    const cookie = cookieOf(called);
    return { ...called, cookie, person: withCookie(cookie) };
  };
  return {
    server,
    clock,
    withCookie,
    enter: async (name, password, more = {}) =>
      entered(await server.nobody.tryChange('access.enter', { name, password, ...more })),
    open: async (token, code) =>
      entered(
        await server.nobody.tryChange('access.openLink', code === undefined ? { token } : { token, code }),
      ),
  };
};

/** A live instance after its set-up, both administrators signed in. */
export const liveInstance = async (options: TestServerOptions = {}): Promise<LiveInstance> => {
  const instance = await emptyInstance(options);
  const { server, enter, open } = instance;
  const { token } = await server.nobody.change('access.setUp', {
    token: tokenOf(server.setUpPath),
    sysadmin: { signInName: 'sys', name: text('sys'), password: passwords.sysadmin },
    secadmin: { signInName: 'sec', name: text('sec') },
  });
  const choose = async (link: string, password: string): Promise<void> => {
    const { person } = await open(link);
    await person.change('access.changePassword', { next: password });
  };
  await choose(token, passwords.secadmin);
  const { person: sysadmin } = await enter('sys', passwords.sysadmin);
  const { person: secadmin } = await enter('sec', passwords.secadmin);
  const create = (name: string) => sysadmin.change('account.create', { signInName: name, name: text(name) });
  const grant = async (id: string, grants: readonly (Role | Grant)[]): Promise<void> => {
    const whole = grants.map((one) =>
      typeof one === 'string'
        ? { role: one, departments: [], unit: null }
        : { ...one, departments: [...one.departments] },
    );
    await secadmin.change('account.grant', { id, grants: whole, password: passwords.secadmin });
  };
  return {
    ...instance,
    sysadmin,
    secadmin,
    create,
    grant,
    someone: async (name, grants, password = goodPassword) => {
      const made = await create(name);
      await choose(made.token, password);
      await grant(made.id, grants);
      return made.id;
    },
  };
};
