import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approve } from '../../testing/approve';
import type { Person } from '../../testing/a-person';
import { aSheet, aWorkbook, type SheetRow } from '../../testing/a-sheet';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let statistician: Person;
let before = '';

beforeAll(async () => {
  server = await startTestServer();
  statistician = await server.signIn('demo-statistician');
});
beforeEach(async () => {
  before = await server.factsHash();
});

const goodIn = (period: string): SheetRow => ['食品抽检合格率', '陆丰市', period, 490, 500];
const good = goodIn('2021Q4');

const draft = async (person: Person, rows: readonly SheetRow[]) => {
  const { submission } = await person.submit('a.csv', aSheet(rows));
  const preview = await person.query('submission.preview', { submission });
  return { submission, preview, commit: { submission, ledgerPosition: preview.ledgerPosition, reason: '' } };
};

describe('a bad cell', () => {
  test('is named by sheet, row and column, refuses the commit, and is corrected on the page', async () => {
    const workbook = await aWorkbook([good, ['食品抽检合格率', '陆河县', '2021Q4', 103, 97]], '抽检');
    const { submission } = await statistician.submit('坏格.xlsx', workbook);
    const preview = await statistician.query('submission.preview', { submission });
    expect(preview).toMatchObject({ outcome: 'reject-rows', rowsGood: 1, rowsRefused: 1, issuesTotal: 1 });
    expect(preview.issues).toEqual([
      {
        code: 'submission.passes-exceed-total',
        level: 'error',
        cell: { sheet: '抽检', row: 3, column: 'D' },
        params: expect.any(Object),
        explain: false,
        fixes: [],
      },
    ]);
    const commit = { submission, ledgerPosition: preview.ledgerPosition, reason: '' };
    expect(await statistician.tryChange('submission.submit', commit)).toMatchObject({
      status: 409,
      refusal: { code: 'submission.has-errors', count: 1 },
    });
    expect(await server.factsHash()).toBe(before);

    const correction = { sheet: '抽检', row: 3, column: 'D', text: '93' };
    const corrected = await statistician.change('submission.correct', {
      submission,
      corrections: [correction],
    });
    expect(corrected).toMatchObject({ outcome: 'accept', issues: [], counts: { new: 2 } });
    expect(corrected.corrections).toMatchObject([correction]);
    expect(corrected.sheetRows[1]?.cells[3]).toBe('93');
    await statistician.change('submission.submit', commit);
    // Submitted is not stored: the ledger holds approved figures only.
    expect(await server.factsHash()).toBe(before);
    await approve(server, submission);
    const [stored] = await server.services.stores.observations.current({
      units: ['441523'],
      periods: ['2021-Q4'],
    });
    expect(stored?.figure).toEqual({ kind: 'counts', passes: 93, total: 97 });
  });

  test('outside the table cannot be corrected', async () => {
    const { submission } = await draft(statistician, [good]);
    const correction = { sheet: '', row: 900, column: 'D', text: '93' };
    expect(
      await statistician.tryChange('submission.correct', { submission, corrections: [correction] }),
    ).toMatchObject({
      status: 409,
      refusal: { code: 'submission.correction-outside', cell: 'D900' },
    });
  });

  test('is corrected by one of two windows, and the other is told that the draft has moved', async () => {
    const { submission, preview } = await draft(statistician, [good]);
    const first = [{ sheet: '', row: 2, column: 'D', text: '93' }];
    const second = [{ sheet: '', row: 2, column: 'D', text: '94' }];
    const expectedReading = preview.reading;
    const after = await statistician.change('submission.correct', {
      submission,
      corrections: first,
      expectedReading,
    });
    expect(after.reading).toBe(expectedReading + 1);
    const late = { submission, corrections: second, expectedReading };
    expect(await statistician.tryChange('submission.correct', late)).toMatchObject({
      status: 409,
      refusal: { code: 'submission.reading-moved' },
    });
    expect((await statistician.query('submission.preview', { submission })).corrections).toMatchObject(first);
  });

  test('is corrected with a whole block at once: two hundred cells in one call', async () => {
    const rows = Array.from({ length: 100 }, (): SheetRow => [...good]);
    const { submission } = await draft(statistician, rows);
    const corrections = rows.flatMap((_, at) =>
      ['D', 'E'].map((column) => ({ sheet: '', row: at + 2, column, text: '96' })),
    );
    const corrected = await statistician.change('submission.correct', { submission, corrections });
    expect(corrected.corrections).toHaveLength(200);
    expect(corrected.sheetRows.every(({ cells }) => cells[3] === '96' && cells[4] === '96')).toBe(true);
  });

  test('in one of five hundred rows stores none of them', async () => {
    const indicators = ['食品抽检合格率', '制造业产品质量合格率', '农产品质量安全例行监测合格率'];
    const counties = ['城区', '海丰县', '陆丰市', '陆河县', '红海湾', '华侨管理区'];
    const rows = indicators.flatMap((indicator) =>
      counties.flatMap((unit) =>
        Array.from({ length: 28 }, (_, place): SheetRow => {
          const period = `${2010 + Math.floor(place / 4)}Q${1 + (place % 4)}`;
          // One of them has a word before its number.
          const passes =
            indicator === '食品抽检合格率' && unit === '陆丰市' && period === '2014Q4' ? '约97' : 97;
          return [indicator, unit, period, passes, 100];
        }),
      ),
    );
    const five = rows.slice(0, 500);
    expect(five).toHaveLength(500);
    const { submission, preview, commit } = await draft(statistician, five);
    expect(preview).toMatchObject({ outcome: 'reject-rows', rowsSeen: 500, rowsRefused: 1 });
    const errors = preview.issues.filter(({ level }) => level === 'error');
    expect(errors.map(({ cell }) => cell)).toEqual([{ sheet: '', row: 77, column: 'D' }]);
    expect((await statistician.tryChange('submission.submit', commit)).refusal?.code).toBe(
      'submission.has-errors',
    );
    expect(await server.factsHash()).toBe(before);
    expect((await statistician.query('submission.preview', { submission })).counts.new).toBe(499);
  });
});

describe('a commit is declined and nothing is stored', () => {
  test('when the ledger moved after the preview', async () => {
    const { submission, preview, commit } = await draft(statistician, [goodIn('2019Q1')]);
    const other = await draft(statistician, [goodIn('2019Q2')]);
    await statistician.change('submission.submit', other.commit);
    await approve(server, other.submission);
    const moved = await server.factsHash();
    expect(await statistician.tryChange('submission.submit', commit)).toMatchObject({
      status: 409,
      refusal: { code: 'submission.ledger-moved' },
    });
    expect(await server.factsHash()).toBe(moved);
    const again = await statistician.query('submission.preview', { submission });
    expect(again.ledgerPosition).toBe(preview.ledgerPosition + 1);
    await statistician.change('submission.submit', { ...commit, ledgerPosition: again.ledgerPosition });
  });

  test('when figures change and nobody says why', async () => {
    const { preview, commit } = await draft(statistician, [goodIn('2024Q4')]);
    expect(preview.counts.changed).toBe(1);
    expect((await statistician.tryChange('submission.submit', commit)).refusal?.code).toBe(
      'submission.reason-missing',
    );
    expect(await server.factsHash()).toBe(before);
  });

  test('approved twice for two people at once: one wins, the other is told that the ledger moved', async () => {
    const county = await server.signIn('demo-county-441581');
    const one = await draft(statistician, [goodIn('2018Q1')]);
    const two = await draft(county, [goodIn('2018Q1')]);
    await statistician.change('submission.submit', one.commit);
    await county.change('submission.submit', two.commit);
    const reviewer = await server.signIn('demo-reviewer');
    const decisions = [one, two].map(({ submission, preview: { ledgerPosition } }) => ({
      submission,
      ledgerPosition,
      opinion: '',
    }));
    for (const { submission } of decisions) await reviewer.change('publication.take', { submission });
    const ended = await Promise.all(
      decisions.map((decision) => reviewer.tryChange('publication.approve', decision)),
    );
    expect(ended.map(({ status }) => status).sort((first, second) => first - second)).toEqual([200, 409]);
    expect(ended.map(({ refusal }) => refusal?.code).filter(Boolean)).toEqual(['submission.ledger-moved']);
  });

  test('for a draft that was discarded, and its preview is gone', async () => {
    const { submission, commit } = await draft(statistician, [goodIn('2017Q1')]);
    await statistician.change('submission.discard', { submission });
    expect(await statistician.tryQuery('submission.preview', { submission })).toMatchObject({
      status: 409,
      refusal: { code: 'submission.not-draft' },
    });
    expect((await statistician.tryChange('submission.submit', commit)).refusal?.code).toBe(
      'submission.not-draft',
    );
    expect((await statistician.tryChange('submission.discard', { submission })).refusal?.code).toBe(
      'submission.not-draft',
    );
    expect(await server.factsHash()).toBe(before);
    const [newest] = await statistician.query('submission.history', {});
    expect(newest).toMatchObject({ id: submission, state: 'discarded' });
  });
});

describe('a submission belongs to one person', () => {
  test("somebody else's is as unknown as one that never was, for every act", async () => {
    const { submission, commit } = await draft(statistician, [goodIn('2017Q2')]);
    const county = await server.signIn('demo-county-441581');
    const correction = { sheet: '', row: 2, column: 'D', text: '1' };
    const acts = (id: string) => [
      county.tryQuery('submission.preview', { submission: id }),
      county.tryChange('submission.correct', { submission: id, corrections: [correction] }),
      county.tryChange('submission.submit', { ...commit, submission: id }),
      county.tryChange('submission.discard', { submission: id }),
    ];
    for (const [id, others] of [
      [submission, await Promise.all(acts(submission))],
      ['f'.repeat(32), await Promise.all(acts('f'.repeat(32)))],
    ] as const) {
      for (const { status, refusal } of others) {
        expect({ status, refusal }).toEqual({
          status: 404,
          refusal: { code: 'submission.unknown', submission: String(id) },
        });
      }
    }
    expect((await county.get(`/api/originals/${submission}`)).status).toBe(404);
    expect((await county.query('submission.history', {})).map(({ id }) => id)).not.toContain(submission);
    expect((await statistician.query('submission.preview', { submission })).submission).toBe(submission);
  });

  test('a reviewer reads every original and every line of the history, and changes nothing', async () => {
    const { submission } = await draft(statistician, [goodIn('2017Q3')]);
    const reviewer = await server.signIn('demo-reviewer');
    expect((await reviewer.get(`/api/originals/${submission}`)).status).toBe(200);
    expect((await reviewer.query('submission.history', {})).map(({ id }) => id)).toContain(submission);
    expect((await reviewer.tryChange('submission.discard', { submission })).status).toBe(403);
    expect((await reviewer.upload('a.csv', aSheet([good]))).status).toBe(403);
  });
});

describe("figures outside one's scope are refused row by row", () => {
  test('a county sends its own unit only', async () => {
    const county = await server.signIn('demo-county-441581');
    const { preview, commit } = await draft(county, [
      goodIn('2016Q1'),
      ['食品抽检合格率', '陆河县', '2016Q1', 97, 100],
      ['食品抽检合格率', '汕尾市', '2016Q1', 97, 100],
    ]);
    expect(preview).toMatchObject({ outcome: 'reject-rows', rowsGood: 1, rowsRefused: 2 });
    expect(preview.issues.map(({ code, cell }) => [code, cell.row])).toEqual([
      ['submission.outside-scope', 3],
      ['submission.outside-scope', 4],
    ]);
    expect((await county.tryChange('submission.submit', commit)).refusal?.code).toBe('submission.has-errors');
    expect(await server.factsHash()).toBe(before);
  });

  test('a department sends the indicators it leads, and no others by correcting a name', async () => {
    const department = await server.signIn('demo-statistician-department');
    const own: SheetRow = ['农产品质量安全例行监测合格率', '陆河县', '2016Q1', 97, 100];
    const { submission, preview } = await draft(department, [own, goodIn('2016Q2')]);
    expect(preview.issues.map(({ code, cell }) => [code, cell.row])).toEqual([
      ['submission.outside-scope', 3],
    ]);
    const correction = { sheet: '', row: 2, column: 'A', text: '食品抽检合格率' };
    const corrected = await department.change('submission.correct', {
      submission,
      corrections: [correction],
    });
    expect(corrected.rowsGood).toBe(0);
    const mine = await draft(department, [own]);
    await department.change('submission.submit', mine.commit);
  });
});
