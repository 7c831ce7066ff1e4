import { expect, test } from 'vitest';
import { emptyInstance, goodPassword, liveInstance } from '../testing/live-instance';
import { runProgram } from '../testing/run-program';
import { temporaryFolder } from '../testing/start-test-server';

test('accounts are added, listed, disabled and let in again from the command line, and the audit tells of it', async () => {
  const { server, someone } = await liveInstance();
  await someone('wang', ['leader']);
  const user = (...words: string[]) =>
    runProgram('cli', ['user', ...words], {
      ZHIBIAO_DATA: server.folder,
      ZHIBIAO_BASE_URL: 'https://z.example',
    });
  // While the server holds the folder nobody else writes into it.
  expect((await user('list')).status).toBe(1);
  await server.stop();
  const added = await user('add', 'li', '--name', '李四', '--json');
  expect(added.json()).toMatchObject({
    signInName: 'li',
    link: expect.stringMatching(/^https:\/\/z\.example\/link#/),
  });
  const again = await user('add', 'LI', '--name', '李四');
  expect([again.status, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain('已有人用');
  const listed = await user('list');
  expect(listed.stdout).toMatch(/^li\t李四\t-\tenabled\tnever used, idle 0 days$/m);
  expect(listed.stdout).toMatch(/^sys\t人sys\tsysadmin\tenabled\tidle \d+ days$/m);
  expect((await user('disable', 'wang')).status).toBe(0);
  expect((await user('disable', 'nobody')).stderr).toContain('没有账号');
  expect((await user('list')).stdout).toMatch(/^wang\t人wang\tleader\tdisabled\t/m);
  const reset = await user('reset', 'wang', '--second-factor');
  expect((await user('add')).status).toBe(2);

  const after = await emptyInstance({ folder: server.folder });
  expect((await after.enter('wang', goodPassword)).status).toBe(200);
  // The link was made at the time of the machine, which the test's clock has not reached.
  expect((await after.open(reset.stdout.split('#')[1]?.trim() ?? '')).data).toMatchObject({
    kind: 'in',
    duty: 'change-password',
  });
  const trail = await after.server.instance.storage.stores.audit.list({ limit: 50 });
  const fromHost = trail.filter(({ ip }) => ip === '').map(({ event }) => event);
  for (const event of ['account.create', 'account.disable', 'account.enable', 'account.link'])
    expect(fromHost).toContain(event);
});

test('without an instance, and before its set-up, there is nothing to manage', async () => {
  const folder = await temporaryFolder();
  const none = await runProgram('cli', ['user', 'list'], { ZHIBIAO_DATA: folder });
  expect([none.status, none.stdout]).toEqual([1, '']);
  const { server } = await emptyInstance();
  await server.stop();
  const early = await runProgram('cli', ['user', 'add', 'x1', '--name', 'x'], {
    ZHIBIAO_DATA: server.folder,
  });
  expect(early.status).toBe(1);
  expect(early.stderr).toContain('首次设置');
});
