import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfig, type Mode } from './config';
import { openInstance } from './open-instance';
import { tellProblem } from './operator-problem';
import { demonstrationFolder, root, temporaryFolder } from './testing/start-test-server';

const open = (mode: Mode, folder: string, settings: Readonly<Record<string, string>> = {}) =>
  openInstance(parseConfig(mode, { ZHIBIAO_DATA: folder, ...settings }, root), root, () => undefined);

const problemOf = (opening: Promise<unknown>) =>
  opening.then(
    () => {
      throw new Error('was opened');
    },
    (error: unknown) => {
      const problem = tellProblem(error);
      if (problem === null) throw error;
      return problem;
    },
  );

describe('a data folder', () => {
  test('of the demonstration cannot be opened as live, nor the other way round, and stays as it is', async () => {
    const [demonstration, live] = [await demonstrationFolder(), await temporaryFolder()];
    await (await open('live', live)).storage.close();
    expect(await problemOf(open('live', demonstration))).toMatchObject({
      code: 'instance.other-mode',
      params: { folder: demonstration, found: 'demonstration', wanted: 'live' },
    });
    const problem = await problemOf(open('demonstration', live));
    expect(problem.code).toBe('instance.other-mode');
    expect(problem.zh).toContain('ZHIBIAO_DATA');
    const again = await open('live', live);
    expect((await again.storage.stores.observations.position()).position).toBe(0);
    await again.storage.close();
  });

  test('is made for its owner alone', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b');
    await (await open('live', folder)).storage.close();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'instance.json'))).mode & 0o777).toBe(0o600);
  });

  test("with somebody's files in it is left alone", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'thesis.docx'), 'x');
    const { mode } = await stat(folder);
    expect(await problemOf(open('demonstration', folder))).toMatchObject({ code: 'instance.not-empty' });
    expect(await readdir(folder)).toEqual(['thesis.docx']);
    expect((await stat(folder)).mode).toBe(mode);
  });

  test('that is a file, or whose mark makes no sense, is refused by name', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'file');
    await writeFile(file, 'x');
    expect(await problemOf(open('demonstration', file))).toMatchObject({
      code: 'instance.folder-unusable',
      params: { folder: file },
    });
    const odd = join(folder, 'odd');
    await mkdir(odd);
    for (const mark of ['', '{', 'null', '{"mode":"both"}']) {
      await writeFile(join(odd, 'instance.json'), mark);
      expect(await problemOf(open('demonstration', odd))).toMatchObject({ code: 'instance.mark-unreadable' });
      expect(await readFile(join(odd, 'instance.json'), 'utf8')).toBe(mark);
    }
  });

  test.each([
    ['storage.empty-file', ''],
    ['storage.foreign', '<html>not a database</html>'.repeat(100)],
  ])(
    'whose database is broken is refused with the way out (%s), and the file is not touched',
    async (code, text) => {
      const folder = await demonstrationFolder();
      const file = join(folder, 'zhibiao.sqlite');
      await writeFile(file, text);
      const problem = await problemOf(open('demonstration', folder));
      expect(problem).toMatchObject({ code, params: { file } });
      expect(problem.en).toContain('demo reset');
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );
});

describe('the demonstration', () => {
  test('is filled once, and the same again on the next start', async () => {
    const folder = await demonstrationFolder();
    const first = await open('demonstration', folder);
    const hash = await first.storage.factsHash();
    await first.storage.close();
    const second = await open('demonstration', folder);
    expect(await second.storage.factsHash()).toBe(hash);
    expect(await second.storage.inspect()).toEqual([]);
    await second.storage.close();
  });

  test('that was interrupted while it was filled is filled anew', async () => {
    const folder = await demonstrationFolder();
    const whole = await open('demonstration', folder);
    const hash = await whole.storage.factsHash();
    await whole.storage.close();
    await writeFile(join(folder, 'filling'), '');
    const again = await open('demonstration', folder);
    expect(await again.storage.factsHash()).toBe(hash);
    expect(await readdir(folder)).not.toContain('filling');
    await again.storage.close();
  });

  test('goes on behind its newest record after a restart: later is later', async () => {
    const folder = await demonstrationFolder();
    const before = await open('demonstration', folder);
    const { recordedAt } = await before.storage.stores.observations.position();
    await before.storage.close();
    const after = await open('demonstration', folder);
    expect(after.clock.now() >= (recordedAt ?? '')).toBe(true);
    expect(after.clock.today()).toBe('2025-10-16');
    await after.storage.close();
  });
});

describe('a programme with a mistake', () => {
  test('stops the start with file, path, reason and the command that shows the rest', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'programmes'));
    await mkdir(join(folder, 'units'));
    const json = await readFile(join(root, 'data/programmes/shanwei-2025.json'), 'utf8');
    await writeFile(
      join(folder, 'units/shanwei.json'),
      await readFile(join(root, 'data/units/shanwei.json'), 'utf8'),
    );
    const file = join(folder, 'programmes/wrong.json');
    const start = (text: string) =>
      writeFile(file, text).then(() =>
        problemOf(open('live', join(folder, 'data'), { ZHIBIAO_PROGRAMME: file })),
      );
    const wrong = await start(json.replace('"food-pass-rate"', '"food-pass-rate!"'));
    expect(wrong).toMatchObject({ code: 'instance.programme-wrong', params: { file } });
    expect(wrong.zh).toContain('/indicators/1/code');
    expect(wrong.en).toContain(`programme check ${file}`);
    expect(wrong.en).not.toContain('{reason}');
    expect((await start('{')).code).toBe('instance.not-json');
    expect((await start(json.replace('"units": "shanwei"', '"units": "nowhere"'))).code).toBe(
      'instance.units-missing',
    );
    // The calendar that the programme's rectifications count by is a third file.
    expect(await start(json)).toMatchObject({
      code: 'instance.file-unreadable',
      params: { file: join(folder, 'calendars/china.json') },
    });
    const gone = open('live', join(folder, 'data'), { ZHIBIAO_PROGRAMME: join(folder, 'none.json') });
    expect((await problemOf(gone)).code).toBe('instance.file-unreadable');
  });
});
