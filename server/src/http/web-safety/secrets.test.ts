import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aPerson, type Person, type ProcedurePath } from '../../testing/a-person';
import { aSheet } from '../../testing/a-sheet';
import { httpClient } from '../../testing/http-client';
import { cookieOf } from '../../testing/live-instance';
import { portOf, runProgram, startProgram } from '../../testing/run-program';
import { temporaryFolder } from '../../testing/start-test-server';

/** One canary for each secret that a person types. */
const typed = {
  sysadmin: 'Oak7-lantern-drift-canary1',
  secadmin: 'Elm5-harbour-quilt-canary2',
  statistician: 'Ash9-mountain-river-canary3',
  wrong: 'Fir3-never-chosen-canary4',
  asName: 'Yew8-typed-as-a-name-canary5',
} as const;

const text = (name: string) => ({ zh: name, en: name });

describe('H2 secrets are shown nowhere', () => {
  test('H2 not in answers, the log, the process list, the data folder, or what the command line says', async () => {
    const folder = await temporaryFolder();
    const settings = { PORT: '0', ZHIBIAO_DATA: folder, ZHIBIAO_INSECURE_HTTP: '1' };
    const program = startProgram('main', ['live'], settings);
    const printed: string[] = [];
    program.lines.on('line', (line) => printed.push(line));
    const port = await portOf(program);
    const client = httpClient(port);
    const said: string[] = [];
    const someone = (cookie: string): Person => aPerson(client, port, cookie);
    const call = async (person: Person, path: ProcedurePath, input?: unknown) => {
      const called = await person.tryChange(path, input);
      said.push(called.answer.text);
      return called;
    };
    const nobody = someone('');
    /** What opens something, as it was handed to its owner: it may stand in that one answer and nowhere else. */
    const handed: string[] = [];
    const handedIn = (answer: string, name: string): string => {
      const found = new RegExp(`"${name}":"([^"]+)"`).exec(answer)?.[1] ?? '';
      expect(found.length).toBeGreaterThan(15);
      handed.push(found);
      said.pop();
      return found;
    };
    const enter = async (name: string, password: string): Promise<Person> => {
      const entered = await call(nobody, 'access.enter', { name, password });
      const cookie = cookieOf(entered);
      if (cookie !== '') handed.push(cookie.split('=')[1] ?? '');
      return someone(cookie);
    };
    const open = async (token: string, password: string): Promise<void> => {
      const opened = await call(nobody, 'access.openLink', { token });
      handed.push(cookieOf(opened).split('=')[1] ?? '');
      await call(someone(cookieOf(opened)), 'access.changePassword', { next: password });
    };

    const link = await readFile(join(folder, 'set-up-link.txt'), 'utf8');
    const made = await call(nobody, 'access.setUp', {
      token: link.trim().split('#')[1],
      sysadmin: { signInName: 'sys', name: text('甲'), password: typed.sysadmin },
      secadmin: { signInName: 'sec', name: text('乙') },
    });
    await open(handedIn(made.answer.text, 'token'), typed.secadmin);
    const sysadmin = await enter('sys', typed.sysadmin);
    const secadmin = await enter('sec', typed.secadmin);
    const created = await call(sysadmin, 'account.create', { signInName: 'stat', name: text('丙') });
    const id = /"id":"([^"]+)"/.exec(created.answer.text)?.[1] ?? '';
    await open(handedIn(created.answer.text, 'token'), typed.statistician);
    const grants = [{ role: 'statistician', departments: [], unit: null }];
    expect((await call(secadmin, 'account.grant', { id, grants, password: typed.secadmin })).status).toBe(
      200,
    );
    const statistician = await enter('stat', typed.statistician);
    // Mistakes: a wrong password, a password where the name belongs, each in a call that fails.
    await enter('sys', typed.wrong);
    await enter(typed.asName, typed.wrong);
    await call(secadmin, 'account.grant', { id, grants, password: typed.wrong });
    await call(statistician, 'access.changePassword', {
      current: typed.wrong,
      next: typed.wrong,
      more: typed.asName,
    });
    const factor = await call(statistician, 'access.beginFactor', { password: typed.statistician });
    handedIn(factor.answer.text, 'secret');
    await call(statistician, 'access.confirmFactor', { code: '000000' });
    await call(sysadmin, 'account.startLink', { id });
    handedIn(said.at(-1) ?? '', 'token');
    for (const path of ['account.list', 'access.account', 'access.session', 'submission.history'] as const) {
      for (const person of [sysadmin, secadmin, statistician])
        said.push((await person.tryQuery(path, path === 'submission.history' ? {} : undefined)).answer.text);
    }
    said.push((await secadmin.tryQuery('account.policy')).answer.text);
    said.push(
      (await statistician.upload('a.csv', aSheet([['食品抽检合格率', '陆丰市', '2001Q1', 90, 100]]))).text,
    );
    for (const path of ['/healthz', '/metrics', '/no/such', '/trpc/%', '/api/originals/%'])
      said.push((await sysadmin.get(path)).text);

    const shown = await Promise.all(
      ['cmdline', 'environ'].map((name) =>
        readFile(`/proc/${program.child.pid ?? 0}/${name}`, 'utf8').catch(() => ''),
      ),
    );
    client.close();
    program.child.kill('SIGTERM');
    await program.ended;
    const verified = await runProgram('cli', ['verify', '--json'], { ZHIBIAO_DATA: folder });
    const listed = await runProgram('cli', ['user', 'list', '--json'], { ZHIBIAO_DATA: folder });
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    const kept = await Promise.all(
      files.map(
        async ({ parentPath, name }) =>
          [name, (await readFile(join(parentPath, name))).toString('latin1')] as const,
      ),
    );
    expect(kept.some(([name, bytes]) => name.endsWith('.sqlite') && bytes.includes('stat'))).toBe(true);

    const keys = kept.filter(([name]) => /key/.test(name));
    expect(keys).toHaveLength(1);
    const secrets = [...Object.values(typed), ...handed, keys[0]?.[1].trim() ?? ''];
    expect(secrets.length).toBeGreaterThan(12);
    for (const secret of secrets) expect(secret.length).toBeGreaterThan(15);
    const places: readonly (readonly [string, string])[] = [
      ['answers', said.join('\n')],
      ['printed', printed.join('\n')],
      ['log', program.stderr()],
      ['process list', shown.join('\n')],
      ['verify', verified.stdout + verified.stderr],
      ['user list', listed.stdout + listed.stderr],
      ...kept.filter((file) => !keys.includes(file)),
    ];
    for (const [place, whole] of places) {
      expect([place, secrets.filter((secret) => whole.includes(secret))]).toEqual([place, []]);
    }
  }, 60_000);
});
