import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { aPerson } from './testing/a-person';
import { aSheet } from './testing/a-sheet';
import { httpClient } from './testing/http-client';
import { portOf, runProgram, startProgram, type Running } from './testing/run-program';
import { demonstrationFolder, temporaryFolder } from './testing/start-test-server';

const running: Running[] = [];
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

const start = (folder: string): Running => {
  const program = startProgram('main', ['demonstration'], { PORT: '0', ZHIBIAO_DATA: folder });
  running.push(program);
  return program;
};

describe('the built server', () => {
  test('fills an empty folder, prints its address and serves page, answers and health', async () => {
    const port = await portOf(start(join(await temporaryFolder(), 'new')));
    const nobody = aPerson(httpClient(port), port, '');
    expect((await nobody.get('/healthz')).text).toBe('ok\n');
    expect((await nobody.get('/readyz')).text).toBe('ok\n');
    expect((await nobody.get('/')).text).toContain('<div id="root">');
    expect((await nobody.query('access.roles')).length).toBeGreaterThan(5);
    expect((await nobody.get('/metrics')).text).toMatch(/^zhibiao_ledger_position [1-9]\d*$/m);
  });

  test('a second process on the same folder ends at once and names the first', async () => {
    const folder = await demonstrationFolder();
    const first = start(folder);
    await portOf(first);
    const settings = { PORT: '0', ZHIBIAO_DATA: folder };
    for (const second of [
      await runProgram('main', ['demonstration'], settings),
      await runProgram('cli', ['demo', 'reset'], settings),
    ]) {
      expect(second.status).toBe(1);
      expect(second.stderr).toContain(`进程号 ${first.child.pid}`);
      expect(second.stderr).toContain(`pid ${first.child.pid}`);
      expect(second.stderr).not.toContain('    at ');
    }
    expect(first.child.exitCode).toBeNull();
  });

  test('killed with -9 it leaves nothing to clean up', async () => {
    const folder = await demonstrationFolder();
    const first = start(folder);
    await portOf(first);
    first.child.kill('SIGKILL');
    await first.ended;
    await portOf(start(folder));
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it with status 0, open streams and all',
    async (signal) => {
      const folder = await demonstrationFolder();
      const program = start(folder);
      const port = await portOf(program);
      const client = httpClient(port);
      const signedIn = await aPerson(client, port, '').tryChange('access.signIn', {
        id: 'demo-statistician',
      });
      const person = aPerson(client, port, signedIn.answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '');
      const stream = await person.listen();
      const { submission } = await person.submit(
        'a.csv',
        aSheet([['食品抽检合格率', '陆丰市', '2015Q1', 97, 100]]),
      );
      const { ledgerPosition } = await person.query('submission.preview', { submission });
      const committed = person.tryChange('submission.submit', { submission, ledgerPosition, reason: '' });
      const asked = performance.now();
      program.child.kill(signal);
      // Whoever was being answered gets the answer, or never a false one.
      expect([200, 'gone']).toContain(await committed.then(({ status }) => status).catch(() => 'gone'));
      await stream.ended;
      expect(await program.ended).toBe(0);
      expect(performance.now() - asked).toBeLessThan(10_000);
      expect(program.stderr()).toBe('');
      expect(existsSync(join(folder, 'zhibiao.sqlite-wal'))).toBe(false);
      client.close();
    },
  );
});

describe('a start that cannot be is refused in plain words of both languages', () => {
  const plain = (stderr: string): void => {
    expect(stderr).toMatch(/[。]\n/);
    expect(stderr).toMatch(/\.\n$/);
    expect(stderr).not.toMatch(/Error|undefined|\{\w+\}|    at /);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  };

  test.each<readonly [string, readonly string[], Readonly<Record<string, string>>]>([
    ['ZHIBIAO_DATE', ['demonstration'], { ZHIBIAO_DATE: 'x' }],
    ['PORT', ['demonstration'], { PORT: '99999' }],
    ['HOST', ['demonstration'], { HOST: '0.0.0.0' }],
    ['ZHIBIAO_BASE_URL', ['live'], {}],
    ['ZHIBIAO_INSECURE_HTTP', ['live'], { ZHIBIAO_INSECURE_HTTP: 'yes' }],
    ['npm start', [], {}],
  ])('%s', async (named, words, settings) => {
    const folder = join(await temporaryFolder(), 'never-made');
    const { status, stderr } = await runProgram('main', words, {
      PORT: '0',
      ZHIBIAO_DATA: folder,
      ...settings,
    });
    expect(status).toBe(1);
    expect(stderr).toContain(named);
    plain(stderr);
    expect(existsSync(folder)).toBe(false);
  });

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const folder = await demonstrationFolder();
    const { status, stderr } = await runProgram('main', ['demonstration'], {
      PORT: port,
      ZHIBIAO_DATA: folder,
    });
    expect(status).toBe(1);
    expect(stderr).toContain(port);
    plain(stderr);
    other.close();
  });
});
