import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../testing/a-person';
import { goodPassword, liveInstance } from '../testing/live-instance';
import { startTestServer, type TestServer } from '../testing/start-test-server';

interface Brought {
  readonly path: string;
  readonly input?: unknown;
  readonly answer: unknown;
}

const block = /<script type="application\/json" id="first-view">(.*?)<\/script>/s;

/** What a page brings along for this person; null for nothing. */
const broughtBy = async (person: Person, path: string): Promise<readonly Brought[] | null> => {
  const { text } = await person.get(path);
  const found = block.exec(text)?.[1];
  return found === undefined ? null : (JSON.parse(found) as readonly Brought[]);
};

const asked = ({ path, input }: Brought): string =>
  `/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});

describe('a page brings its first answers along', () => {
  test.each(['demo-leader', 'demo-county-441581', 'demo-statistician', 'demo-reviewer'])(
    'for %s, each the very answer that asking for it gives',
    async (id) => {
      const person = await server.signIn(id);
      const brought = (await broughtBy(person, '/overview')) ?? [];
      expect(brought.map(({ path }) => path)).toEqual([
        'access.session',
        'programme.show',
        'alert.list',
        'evaluation.overview',
        'publication.list',
      ]);
      for (const one of brought)
        expect([one.path, JSON.stringify(one.answer)]).toEqual([
          one.path,
          (await person.get(asked(one))).text,
        ]);
    },
  );

  test('other pages bring what their bars show, an address with a choice in it only who is signed in', async () => {
    const leader = await server.signIn('demo-leader');
    const paths = async (page: string) => (await broughtBy(leader, page))?.map(({ path }) => path);
    expect(await paths('/compare')).toEqual(['access.session', 'programme.show', 'alert.list']);
    expect(await paths('/overview?asOf=1')).toEqual(['access.session']);
    expect(await paths('/overview?period=2025-Q2')).toEqual(['access.session']);
  });

  test('and is kept nowhere then, but nobody gets a figure before signing in', async () => {
    const leader = await server.signIn('demo-leader');
    expect((await leader.get('/overview')).headers['cache-control']).toBe('private, no-store');
    expect(await broughtBy(server.nobody, '/overview')).toBeNull();
    expect((await server.nobody.get('/overview')).headers['cache-control']).toBe('no-cache');
    await leader.change('access.signOut');
    expect(await broughtBy(leader, '/overview')).toBeNull();
  });
});

describe('in a live instance', () => {
  test('nobody is brought what their role may not ask for, and nothing of that is a denial', async () => {
    const live = await liveInstance();
    await live.someone('auditing', ['auditor']);
    const { person: auditor } = await live.enter('auditing', goodPassword);
    const denials = async () =>
      (await auditor.query('audit.list', {})).entries.filter(({ event }) => event === 'denied');
    const before = (await denials()).length;
    const brought = (await broughtBy(live.sysadmin, '/overview')) ?? [];
    expect(brought.map(({ path }) => path)).not.toContain('alert.list');
    expect(await denials()).toHaveLength(before);
  });

  test('a duty comes before any figure, and no name can end the block it stands in', async () => {
    const live = await liveInstance();
    const signInName = 'tricky';
    const name = { zh: '</script><script>alert(1)</script>', en: '<!-- x' };
    const { id, token } = await live.sysadmin.change('account.create', { signInName, name });
    const { person: held } = await live.open(token);
    expect(await broughtBy(held, '/overview')).toBeNull();
    await held.change('access.changePassword', { next: goodPassword });
    await live.grant(id, ['leader']);
    const { person } = await live.enter(signInName, goodPassword);
    const [session] = (await broughtBy(person, '/overview')) ?? [];
    expect(session?.answer).toMatchObject({ result: { data: { actor: { name } } } });
    expect((await person.get('/overview')).text).not.toContain('<script>alert');
  });
});
