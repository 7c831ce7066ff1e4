import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditEvents, type AuditEntry } from '@zhibiao/shared/access';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { aSheet } from '../../../testing/a-sheet';
import type { Person } from '../../../testing/a-person';
import { keyOf } from '../../../testing/key-of';
import { root, startTestServer, type TestServer } from '../../../testing/start-test-server';

let server: TestServer;
let statistician: Person;
let auditor: Person;

beforeAll(async () => {
  server = await startTestServer();
  statistician = await server.signIn('demo-statistician');
  auditor = await server.signIn('demo-auditor');
});

const list = (limit = 500) => server.services.stores.audit.list({ limit });

/** The entries that an act leaves. */
const leftBy = async (act: () => Promise<unknown>): Promise<readonly AuditEntry[]> => {
  const { sequence } = await server.services.stores.audit.head();
  await act();
  return server.services.stores.audit.after(sequence, 500);
};

const theOne = async (event: string, act: () => Promise<unknown>): Promise<AuditEntry> => {
  const found = (await leftBy(act)).filter((entry) => entry.event === event);
  expect(found.map((entry) => entry.event)).toEqual([event]);
  const [entry] = found;
  if (entry === undefined) throw new Error('no entry');
  expect(entry.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(entry.chain).toMatch(/^[0-9a-f]{64}$/);
  return entry;
};

/** What every entry of somebody signed in holds, whatever they did. */
const complete = (id: string, role: string) => ({
  actor: { id, role, name: { zh: expect.any(String) as string, en: expect.any(String) as string } },
  ip: expect.stringMatching(/127\.0\.0\.1$/) as string,
  session: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
  requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
});

const sheet = (passes: number, total = 500) =>
  aSheet([['food-pass-rate', '441581', '2009-Q1', passes, total]]);

const committed = async (person: Person, file: string): Promise<string> => {
  const { submission } = await person.submit('figures.csv', file);
  const { ledgerPosition } = await person.query('submission.preview', { submission });
  await person.change('submission.submit', {
    submission,
    ledgerPosition,
    reason: 'checked',
    explanation: 'so',
  });
  return submission;
};

describe('I1, I2: each act leaves exactly one complete entry', () => {
  const mine = complete('demo-statistician', 'statistician');

  test('sign-in and sign-out', async () => {
    const signedIn = await theOne('session.sign-in', () => server.signIn('demo-leader'));
    expect(signedIn).toMatchObject({ ...complete('demo-leader', 'leader'), outcome: 'done' });
    const leader = await server.signIn('demo-leader');
    const out = await theOne('session.sign-out', () => leader.change('access.signOut'));
    expect(out).toMatchObject({ ...complete('demo-leader', 'leader'), outcome: 'done' });
  });

  test('a failed sign-in, without the name that was typed: it may be a password', async () => {
    const failed = await theOne('session.sign-in', () =>
      server.nobody.tryChange('access.signIn', { id: 'Hunter2!secret' }),
    );
    expect(failed).toMatchObject({ actor: null, outcome: 'refused', session: '' });
    expect(failed.object).toMatch(/^account:name [0-9a-f]{16}$/);
    expect(JSON.stringify(await list())).not.toContain('Hunter2');
  });

  test('an upload, a correction, a discard', async () => {
    let submission = '';
    const upload = await theOne('submission.upload', async () => {
      ({ submission } = await statistician.submit('figures.csv', sheet(700)));
    });
    expect(upload).toMatchObject({
      ...mine,
      object: `submission:${await keyOf(server, submission)}`,
      outcome: 'done',
    });
    expect(JSON.parse(upload.after ?? '')).toMatchObject({ rows: 1, errors: 1 });
    const cell = { sheet: '', row: 2, column: 'D', text: '450' };
    const correct = await theOne('submission.correct', () =>
      statistician.change('submission.correct', { submission, corrections: [cell] }),
    );
    expect(correct).toMatchObject({ ...mine, object: `submission:${await keyOf(server, submission)}` });
    expect(JSON.parse(correct.after ?? '')).toEqual({ corrections: [{ ...cell, stood: '700' }] });
    const discard = await theOne('submission.discard', () =>
      statistician.change('submission.discard', { submission }),
    );
    expect(discard).toMatchObject({
      ...mine,
      object: `submission:${await keyOf(server, submission)}`,
      outcome: 'done',
    });
  });

  test('a file that is refused as a whole', async () => {
    const refused = await theOne('submission.upload', () =>
      statistician.upload('x.csv', 'no,figures\r\n1,2\r\n'),
    );
    expect(refused).toMatchObject({ ...mine, outcome: 'refused' });
    expect(JSON.parse(refused.after ?? '')).toMatchObject({ refusal: expect.any(String) as string });
  });

  test('a submission, with the ledger it was checked against and the reason', async () => {
    const commit = await theOne('submission.submit', () => committed(statistician, sheet(480)));
    expect(commit).toMatchObject({ ...mine, outcome: 'done' });
    expect(JSON.parse(commit.before ?? '')).toHaveProperty('ledgerPosition');
    expect(JSON.parse(commit.after ?? '')).toMatchObject({ stored: 1, reason: 'checked' });
  });

  test('downloads of an original and of the template', async () => {
    const submission = await committed(statistician, sheet(481));
    const original = await theOne('submission.original', () =>
      statistician.get(`/api/originals/${submission}`),
    );
    expect(original).toMatchObject({ ...mine, object: `submission:${await keyOf(server, submission)}` });
    const template = await theOne('template.download', () => statistician.get('/api/templates/figures.xlsx'));
    expect(template).toMatchObject({ ...mine, object: 'figures.xlsx' });
  });

  test('start and stop, with the version, and another version at the next start', async () => {
    const first = await startTestServer();
    const [start] = await first.services.stores.audit.list({ limit: 1, events: ['system.start'] });
    expect(JSON.parse(start?.after ?? '')).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      mode: 'demonstration',
    });
    await first.stop();
    const again = await startTestServer({ folder: first.folder });
    const kept = await again.services.stores.audit.list({
      limit: 9,
      events: ['system.start', 'system.stop'],
    });
    expect(kept.map(({ event }) => event)).toEqual(['system.start', 'system.stop', 'system.start']);
    await again.stop();
  });

  test('what the auditor does: reading, verifying, exporting', async () => {
    const his = complete('demo-auditor', 'auditor');
    const read = await theOne('audit.read', () =>
      auditor.query('audit.list', { event: 'submission.submit' }),
    );
    expect(read).toMatchObject(his);
    expect(JSON.parse(read.after ?? '')).toEqual({ event: 'submission.submit' });
    const verified = await theOne('audit.verify', () => auditor.change('audit.verify'));
    expect(verified).toMatchObject({ ...his, outcome: 'done' });
    const exported = await theOne('audit.export', () => auditor.get('/api/audit.csv?outcome=refused'));
    expect(exported).toMatchObject(his);
    expect(JSON.parse(exported.after ?? '')).toMatchObject({ outcome: 'refused' });
  });

  test('every event that the server writes is known and has its words', () => {
    const sources = readdirSync(join(root, 'server/src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.(?:test|long)\.ts$|^(?:testing|storage)/.test(path))
      .map((path) => readFileSync(join(root, 'server/src', path), 'utf8'));
    const written = sources.flatMap((text) =>
      [...text.matchAll(/\bevent: '([a-z-]+\.[a-z-]+)'/g)].map(([, event]) => event),
    );
    expect(new Set(written).size).toBeGreaterThan(25);
    expect(written.filter((event) => !auditEvents.some((known) => known === event))).toEqual([]);
  });
});

describe('F1, I1: every denied call stands in the trail', () => {
  test('by role, by nobody, by scope, by route and by a foreign page', async () => {
    const denied: readonly (readonly [string, string | null, () => Promise<unknown>])[] = [
      ['audit.read', 'demo-statistician', () => statistician.tryQuery('audit.list', {})],
      ['submission.history', null, () => server.nobody.tryQuery('submission.history', {})],
      [
        'submission.upload',
        'demo-statistician',
        () => statistician.tryQuery('submission.preview', { submission: 'f'.repeat(32) }),
      ],
      ['audit.export', 'demo-statistician', () => statistician.get('/api/audit.csv')],
      ['submission.original', 'demo-statistician', () => statistician.get('/api/originals/999999')],
      ['submission.upload', null, () => server.nobody.upload('x.csv', 'x')],
      [
        'cross-site',
        null,
        () =>
          server.send({
            method: 'POST',
            path: '/trpc/access.signOut',
            headers: { Host: `127.0.0.1:${server.port}`, Origin: 'https://evil.example' },
          }),
      ],
    ];
    for (const [operation, who, act] of denied) {
      const entry = await theOne('access.denied', act);
      expect([entry.object, entry.actor?.id ?? null, entry.outcome]).toEqual([operation, who, 'refused']);
      expect(JSON.parse(entry.after ?? '')).toHaveProperty('refusal.code');
    }
  });

  test('a flood is counted: twenty one by one, the rest in one entry when the minute is over', async () => {
    let now = 0;
    const flooded = await startTestServer({ milliseconds: () => now });
    const county = await flooded.signIn('demo-county-441581');
    const before = (await flooded.services.stores.audit.head()).sequence;
    for (let turn = 0; turn < 75; turn += 1) await county.tryQuery('audit.list', {});
    expect((await flooded.services.stores.audit.head()).sequence - before).toBe(20);
    now = 61_000;
    await county.tryQuery('audit.list', {});
    const later = await flooded.services.stores.audit.after(before + 20, 9);
    expect(
      later.map(({ after }) => JSON.parse(after ?? '') as { more?: number }).map(({ more }) => more),
    ).toEqual([55, undefined]);
    expect(later[0]?.actor?.id).toBe('demo-county-441581');
    await flooded.stop();
  });
});

describe('I6: without its entry nothing happens', () => {
  /** Makes every new entry fail while something runs. */
  const withoutAudit = async <T>(folder: string, act: () => Promise<T>): Promise<T> => {
    const shell = new Sqlite(join(folder, 'zhibiao.sqlite'));
    shell.exec(
      `CREATE TRIGGER no_audit BEFORE INSERT ON audit_entry BEGIN SELECT raise(ABORT, 'the audit is down'); END`,
    );
    try {
      return await act();
    } finally {
      shell.exec('DROP TRIGGER no_audit');
      shell.close();
    }
  };

  test('commit, discard, correction, upload, sign-in, sign-out, download and export fail with it', async () => {
    const { submission } = await statistician.submit('figures.csv', sheet(470));
    const { ledgerPosition } = await statistician.query('submission.preview', { submission });
    const hash = await server.factsHash();
    const count = (table: string): unknown => {
      const shell = new Sqlite(join(server.folder, 'zhibiao.sqlite'), { readonly: true });
      const rows = shell.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      shell.close();
      return rows;
    };
    const tables = ['revision', 'submission', 'session', 'alert_event', 'audit_entry'];
    const before = tables.map(count);
    await withoutAudit(server.folder, async () => {
      const said = { submission, ledgerPosition, reason: 'x', explanation: 'x' };
      const corrections = [{ sheet: '', row: 2, column: 'D', text: '451' }];
      const statuses = [
        (await statistician.tryChange('submission.submit', said)).status,
        (await statistician.tryChange('submission.discard', { submission })).status,
        (await statistician.tryChange('submission.correct', { submission, corrections })).status,
        (await statistician.upload('other.csv', sheet(471))).status,
        (await server.nobody.tryChange('access.signIn', { id: 'demo-leader' })).status,
        (await statistician.tryChange('access.signOut')).status,
        (await statistician.get('/api/originals/1')).status,
        (await auditor.tryQuery('audit.list', {})).status,
        (await auditor.get('/api/audit.csv')).status,
      ];
      expect(statuses.every((status) => status >= 404)).toBe(true);
    });
    expect(tables.map(count)).toEqual(before);
    expect(await server.factsHash()).toBe(hash);
    const { changes } = await statistician.query('submission.preview', { submission });
    expect(changes).toBeDefined();
    expect((await server.services.stores.submissions.findOutside(submission))?.state).toBe('draft');
  });
});

describe('the auditor', () => {
  test('searches, pages and sees who, what and when; nobody else does', async () => {
    const page = await auditor.query('audit.list', { person: '统计员', object: 'submission:' });
    expect(page.entries.length).toBeGreaterThan(3);
    expect(page.entries.every(({ actor }) => actor?.id.startsWith('demo-statistician'))).toBe(true);
    expect(page.keepDays).toBe(1096);
    expect((await auditor.query('audit.list', { until: '2024-12-31' })).entries).toEqual([]);
    for (const id of ['demo-leader', 'demo-reviewer', 'demo-sysadmin', 'demo-secadmin']) {
      const other = await server.signIn(id);
      expect((await other.tryQuery('audit.list', {})).status).toBe(403);
      expect((await other.tryChange('audit.verify')).status).toBe(403);
      expect((await other.get('/api/audit.csv')).status).toBe(403);
    }
  });

  test('takes a copy away that opens in a spreadsheet and holds no formula', async () => {
    await server.nobody.send({ method: 'GET', path: '/api/originals/1' });
    const { submission } = await statistician.submit('=cmd.csv', sheet(469));
    await statistician.get(`/api/originals/${submission}`);
    const { status, bytes, text, headers } = await auditor.get('/api/audit.csv?language=en');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="audit-\d+\.csv"/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = text.slice(1).trimEnd().split('\r\n');
    expect(lines[0]).toContain('No.,Time,Account,Person');
    expect(lines).toHaveLength(Number(/^(\d+),/.exec(lines[1] ?? '')?.[1]) + 1);
    expect(text).not.toMatch(/(?:^|,|\r\n)"?[=+@\t-]/m);
    expect((await auditor.get('/api/audit.csv?sort=1')).status).toBe(400);
  });

  test('verifies, and is told of the first bad entry', async () => {
    const touched = await startTestServer();
    const his = await touched.signIn('demo-auditor');
    expect(await his.change('audit.verify')).toMatchObject({ kind: 'whole' });
    const shell = new Sqlite(join(touched.folder, 'zhibiao.sqlite'));
    shell.exec(
      `DROP TRIGGER audit_entry_no_update; UPDATE audit_entry SET ip = '10.0.0.1' WHERE sequence = 2`,
    );
    shell.close();
    expect(await his.change('audit.verify')).toMatchObject({
      kind: 'broken',
      found: { kind: 'changed', sequence: 2 },
    });
    await touched.stop();
  });
});
