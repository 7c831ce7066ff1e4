import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../testing/facts-of';
import { runProgram } from '../testing/run-program';
import { demonstrationFolder, root, temporaryFolder } from '../testing/start-test-server';

const cli = (words: readonly string[], folder?: string) =>
  runProgram('cli', words, folder === undefined ? {} : { ZHIBIAO_DATA: folder });

describe('zhibiao', () => {
  test('--help shows every command and the meaning of the exit status', async () => {
    const { status, stdout } = await cli(['--help']);
    expect(status).toBe(0);
    for (const command of ['assess', 'import', 'programme check', 'verify', 'demo reset', 'vectors']) {
      expect(stdout).toContain(`  ${command} `);
    }
    const own = await cli(['programme', 'check', '--help']);
    expect([own.status, own.stdout]).toEqual([0, expect.stringMatching(/^zhibiao programme check FILE/)]);
    expect(stdout).toContain('0 done, 1 refused or found something, 2 wrong usage');
  });

  test('words that it does not know are wrong usage: status 2, nothing on standard output', async () => {
    for (const words of [[], ['asess'], ['programme'], ['demo', 'drop'], ['verify', '--fix']]) {
      const { status, stdout, stderr } = await cli(words);
      expect([words, status, stdout]).toEqual([words, 2, '']);
      expect(stderr).toMatch(/verify|zhibiao/);
    }
  });
});

describe('programme check', () => {
  const good = join(root, 'data/programmes/shanwei-2025.json');
  const wrong = async (change: (text: string) => string): Promise<string> => {
    const file = join(await temporaryFolder(), 'programme.json');
    await writeFile(file, change(await readFile(good, 'utf8')));
    return file;
  };
  const units = ['--units', join(root, 'data/units/shanwei.json')];

  test.each([
    ['programmes/shanwei-2025.json', { indicators: 12 }],
    ['programmes/examples/nhs-ae.json', { indicators: 1 }],
    ['units/shanwei.json', { units: 9 }],
    ['units/examples/nhs-trusts.json', { units: 141 }],
  ])('%s is in order', async (path, facts) => {
    const { status, json } = await cli(['programme', 'check', join(root, 'data', path), '--json']);
    expect([status, json()]).toMatchObject([0, { ok: true, ...facts }]);
  });

  test.each<readonly [string, (text: string) => string, string, RegExp]>([
    [
      'an unknown unit',
      (text) => text.replace('"unit": "441500"', '"unit": "441599"'),
      'programme.unknown-unit',
      /^\/plans\/\d+\/unit$/,
    ],
    [
      'a target without a clause',
      (text) => text.replace(/,\s*"clause": \{[^}]*\}/, ''),
      'programme.target-without-clause',
      /^\/targets\/0\b/,
    ],
    [
      'a key that is not known',
      (text) => text.replace('"yearStart"', '"yearBegin"'),
      'programme.unknown-key',
      /^/,
    ],
    [
      'an unknown indicator',
      (text) => text.replace(/("targets": \[\s*\{\s*"indicator": ")[^"]+/, '$1nothing'),
      'programme.unknown-indicator',
      /^\/targets\/0\/indicator$/,
    ],
  ])('%s is refused with path and reason', async (_, change, code, path) => {
    const file = await wrong(change);
    const { status, stderr, stdout } = await cli(['programme', 'check', file, ...units]);
    expect([status, stdout]).toEqual([1, '']);
    const { problems } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as {
      problems: readonly { code: string; path: string; zh: string; en: string }[];
    };
    const found = problems.find((problem) => problem.code === code);
    expect(found?.path).toMatch(path);
    expect(found?.zh).toMatch(/。$/);
    expect(stderr.split('\n')[0]).toContain(`${file} /`);
  });

  test('units inside each other in a circle are refused with path and reason', async () => {
    const file = join(await temporaryFolder(), 'units.json');
    const json = JSON.parse(await readFile(join(root, 'data/units/shanwei.json'), 'utf8')) as {
      units: { code: string; kind: string; parent: string | null }[];
    };
    const [one, two] = json.units.filter(({ kind }) => kind === 'part');
    if (one === undefined || two === undefined) throw new Error('no parts');
    one.parent = two.code;
    two.parent = one.code;
    await writeFile(file, JSON.stringify(json));
    const { status, stderr } = await cli(['programme', 'check', file]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/\/units\/\d+\/parent/);
  });

  test('a circle of indicators within each other is refused with path and reason', async () => {
    const file = await wrong((text) => {
      const json = JSON.parse(text) as { indicators: Record<string, unknown>[] };
      const [one, two] = json.indicators;
      if (one === undefined || two === undefined) throw new Error('no indicators');
      one['within'] = two['code'];
      two['within'] = one['code'];
      return JSON.stringify(json);
    });
    const { status, stderr } = await cli(['programme', 'check', file, ...units]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/within/);
  });

  test('no JSON, no file, no units file are three different answers', async () => {
    const broken = await cli(['programme', 'check', await wrong(() => '{')]);
    expect([broken.status, broken.stderr]).toEqual([1, expect.stringContaining('JSON')]);
    expect((await cli(['programme', 'check', '/none.json'])).status).toBe(2);
    const lost = await cli(['programme', 'check', await wrong((text) => text)]);
    expect([lost.status, lost.stderr]).toEqual([1, expect.stringContaining('--units')]);
  });
});

describe('verify', () => {
  const edited = async (...statements: readonly string[]) => {
    const folder = await demonstrationFolder();
    const database = new Sqlite(join(folder, 'zhibiao.sqlite'));
    database.pragma('foreign_keys = OFF');
    for (const statement of statements) database.exec(statement);
    database.close();
    const { status, json } = await cli(['verify', '--json'], folder);
    const { found } = json() as { found: readonly { check: string; detail: string }[] };
    return { status, found };
  };

  test('an untouched instance is clean', async () => {
    expect(await edited()).toEqual({ status: 0, found: [] });
  });

  test('a figure that somebody edited past its trigger is named', async () => {
    const { status, found } = await edited(
      'DROP TRIGGER revision_no_update',
      `UPDATE revision SET passes = passes - 40 WHERE indicator = 'food-pass-rate' AND unit = '441581' AND period = '2025-Q3'`,
    );
    expect(status).toBe(1);
    expect(found).toContainEqual({ check: 'append-only', detail: 'revision_no_update is gone' });
    expect(found).toContainEqual({
      check: 'assessment-differs',
      detail: 'food-pass-rate 441581 2025-Q3 cumulative',
    });
    expect(found).toContainEqual({
      check: 'assessment-differs',
      detail: 'food-pass-rate 441500 2025-Q3 cumulative',
    });
  });

  test('the same with the trigger put back is still named', async () => {
    const { status, found } = await edited(
      'DROP TRIGGER revision_no_update',
      `UPDATE revision SET passes = passes - 40 WHERE indicator = 'food-pass-rate' AND unit = '441581' AND period = '2025-Q3'`,
      `CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision BEGIN SELECT raise(ABORT, 'revision is append-only'); END`,
    );
    expect(status).toBe(1);
    expect(found.map(({ check }) => check)).toContain('assessment-differs');
  });

  test('a sample whose verdict was turned is named by its group and by the figure that no longer equals it', async () => {
    const { status, found } = await edited(
      'DROP TRIGGER sample_row_no_update',
      `UPDATE sample_row SET verdict = 1 WHERE number = (SELECT min(number) FROM sample_row WHERE verdict = 0)`,
      `CREATE TRIGGER sample_row_no_update BEFORE UPDATE ON sample_row
       WHEN (SELECT approved FROM sample_batch WHERE id = OLD.batch) IS NOT NULL
       BEGIN SELECT raise(ABORT, 'sample_row is append-only'); END`,
    );
    expect(status).toBe(1);
    expect(found).toEqual([
      {
        check: 'samples-sum-differs',
        detail: expect.stringMatching(
          /^agri-pass-rate \S+ 2025-Q1 \S+: \d+\/\d+ kept, \d+\/\d+ by the samples$/,
        ) as string,
      },
      {
        check: 'sampled-figure-differs',
        detail: expect.stringMatching(/^agri-pass-rate \S+ 2025-Q1: \d+\/\d+ in the ledger, /) as string,
      },
    ]);
  });

  test('an assessment that is gone, an original that is gone or changed, are named', async () => {
    const gone = await edited(
      `DELETE FROM assessment_sheet WHERE indicator = 'agri-pass-rate' AND period = '2025-Q2'`,
    );
    expect(gone.status).toBe(1);
    expect(gone.found.every(({ check }) => check === 'assessment-missing')).toBe(true);

    const folder = await demonstrationFolder();
    const originals = join(folder, 'originals');
    const kept = (await readdir(originals, { recursive: true })).filter((path) => path.includes('/')).sort();
    await rm(join(originals, kept[0] ?? ''));
    await writeFile(join(originals, kept[1] ?? ''), 'x');
    const { status, stdout } = await cli(['verify'], folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^original-missing: submission \d+/m);
    expect(stdout).toMatch(/^original-changed: submission \d+/m);
  });

  test('a folder without a database is said to be so, and stays so', async () => {
    const folder = join(await temporaryFolder(), 'none');
    const { status, stderr } = await cli(['verify', '--json'], folder);
    expect(status).toBe(1);
    expect(stderr).toContain('demo reset');
    expect(JSON.parse(stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({
      problem: { code: 'storage.missing' },
    });
  });
});

describe('demo reset', () => {
  test('rebuilds the demonstration whatever became of its database, and the same one each time', async () => {
    const folder = await demonstrationFolder();
    const before = await factsOf(folder);
    await writeFile(join(folder, 'zhibiao.sqlite'), 'garbage'.repeat(1000));
    expect((await cli(['verify'], folder)).status).toBe(1);
    const { status, stdout } = await cli(['demo', 'reset'], folder);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/: \d+ revisions$/)]);
    expect(await factsOf(folder)).toEqual(before);
  });

  test("refuses a live instance's folder and somebody else's", async () => {
    const live = await temporaryFolder();
    await writeFile(join(live, 'instance.json'), '{"mode":"live"}');
    await writeFile(join(live, 'zhibiao.sqlite'), 'precious');
    const { status, stderr } = await cli(['demo', 'reset'], live);
    expect([status, stderr]).toEqual([1, expect.stringContaining('live')]);
    expect(await readFile(join(live, 'zhibiao.sqlite'), 'utf8')).toBe('precious');
    const home = await temporaryFolder();
    await writeFile(join(home, 'zhibiao.sqlite'), 'precious');
    expect((await cli(['demo', 'reset'], home)).status).toBe(1);
    expect(await readFile(join(home, 'zhibiao.sqlite'), 'utf8')).toBe('precious');
  });
});

describe('vectors', () => {
  const golden = (name: string): string => join(root, 'shared/src/statistics/golden', name);

  test('prints how many agree, and ends with 0 when all do', async () => {
    const { status, stdout } = await cli(['vectors', golden('01-wilson.json')]);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d{2,} passed, 0 failed$/)]);
  });

  test('names each difference and ends with 1', async () => {
    const file = join(await temporaryFolder(), 'wrong.json');
    const text = await readFile(golden('01-wilson.json'), 'utf8');
    await writeFile(file, text.replace(/("lower": )0\.\d+/, '$10.123456'));
    const { status, stdout } = await cli(['vectors', file]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/expected 0\.123456, got 0\.\d+\n\d+ passed, 1 failed$/);
  });

  test('no file is wrong usage, a missing or broken one is said plainly', async () => {
    expect((await cli(['vectors'])).status).toBe(2);
    const gone = await cli(['vectors', '/none.json']);
    expect([gone.status, gone.stderr]).toEqual([1, expect.stringContaining('/none.json')]);
  });
});
