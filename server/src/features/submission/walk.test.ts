import { beforeAll, describe, expect, test } from 'vitest';
import { approve, publishAll } from '../../testing/approve';
import type { Person } from '../../testing/a-person';
import { aSheet, aWorkbook, type SheetRow } from '../../testing/a-sheet';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

/** The third quarter has just ended: the demonstration knows of it only what was published. */
const settings = { ZHIBIAO_CLOCK: '2025-10-02T02:00:00.000Z' };

const counties = ['城区', '海丰县', '陆丰市', '陆河县', '红海湾', '华侨管理区'] as const;

const quarter = (indicator: string, counts: readonly (readonly [number, number])[]): readonly SheetRow[] =>
  counts.map(([passes, total], place) => [indicator, counties[place] ?? '', '2025Q3', passes, total]);

/** Food stands at 98.4 % before; these bring the year to 98.3 %, 陆丰市 far below. */
const food = quarter('食品抽检合格率', [
  [375, 381],
  [460, 469],
  [505, 531],
  [190, 191],
  [145, 146],
  [120, 123],
]);
const farming = quarter('农产品质量安全例行监测合格率', [
  [102, 102],
  [160, 160],
  [95, 95],
  [191, 191],
  [38, 38],
  [47, 47],
]);

let workbook: Uint8Array;
let server: TestServer;
let statistician: Person;
let leader: Person;

beforeAll(async () => {
  workbook = await aWorkbook([...food, ...farming]);
  server = await startTestServer({ settings });
  statistician = await server.signIn('demo-statistician');
  leader = await server.signIn('demo-leader');
});

const light = async (indicator: string): Promise<string | undefined> => {
  const overview = await leader.query('evaluation.overview', { basis: 'cumulative' });
  return overview?.cards.find(({ assessment }) => assessment.indicator === indicator)?.assessment.light;
};

const open = async (): Promise<readonly string[]> => {
  const alerts = await leader.query('alert.list', { year: 2025 });
  return alerts.open.map(({ indicator, unit }) => `${indicator} ${unit}`);
};

describe('a quarter is walked from the file to every page', () => {
  let submission = '';
  let position = 0;

  test('a clean workbook is read and nothing is stored by it', async () => {
    const before = await server.factsHash();
    const receipt = await statistician.submit('2025年第三季度.xlsx', workbook);
    expect(receipt.fileRefusal).toBeNull();
    ({ submission } = receipt);
    expect(await server.factsHash()).toBe(before);
  });

  test('the preview says what is new and which headlines and alerts would turn', async () => {
    const preview = await statistician.query('submission.preview', { submission });
    expect(preview).toMatchObject({
      outcome: 'accept',
      rowsSeen: 12,
      rowsGood: 12,
      // 陆丰市 is far below what it used to be: not the file's fault, but somebody must say that it is so.
      issues: [{ code: 'submission.outlier', cell: { row: 4, column: 'E' }, explain: true }],
      toExplain: 1,
      counts: { new: 12, changed: 0, same: 0, refused: 0 },
      columns: [{ letter: 'A', heading: '指标' }, {}, {}, {}, {}, {}],
    });
    const { effects } = await statistician.query('submission.effects', { submission });
    expect(effects).toMatchObject([
      { indicator: 'food-pass-rate', unit: '441500', period: '2025-Q3', after: { verdict: 'short' } },
      { indicator: 'agri-pass-rate', unit: '441500', period: '2025-Q3', after: { verdict: 'met' } },
    ]);
    expect(preview.changes[0]).toMatchObject({ kind: 'new', before: null, row: { cell: '报送表!E2' } });
    position = preview.ledgerPosition;
  });

  test('it is submitted, approved and published as the preview showed, and every open page is told', async () => {
    const openBefore = await open();
    const stream = await leader.listen();
    const told = stream.next();
    const { alertsToOpen } = await statistician.query('submission.effects', { submission });
    const receipt = await statistician.change('submission.submit', {
      submission,
      ledgerPosition: position,
      reason: '',
      explanation: '飞行检查集中抽了问题产品',
    });
    expect(receipt).toMatchObject({ stored: 12, counts: { new: 12, changed: 0, same: 0 } });
    expect(await approve(server, submission)).toMatchObject({ stored: 12, ledgerPosition: position + 12 });
    // The leader's pages and the alerts follow what is published.
    expect(await open()).toEqual(openBefore);
    const number = await publishAll(server);
    const started = performance.now();
    expect(await told).toEqual({ event: 'publication', data: { number } });
    expect(performance.now() - started).toBeLessThan(2_000);
    stream.close();
    const opened = (await open()).filter((alert) => !openBefore.includes(alert));
    expect(opened.sort()).toEqual(alertsToOpen.map(({ indicator, unit }) => `${indicator} ${unit}`).sort());
    expect(opened).toContain('food-pass-rate 441500');
  });

  test('overview, comparison and indicator page show the new quarter', async () => {
    expect(await light('food-pass-rate')).not.toBe('met');
    const overview = await leader.query('evaluation.overview', { basis: 'cumulative' });
    expect(overview?.stamp).toMatchObject({ period: '2025-Q3', ledgerPosition: position + 12 });
    const comparison = await leader.query('evaluation.comparison', {
      basis: 'single',
      period: '2025-Q3',
      indicator: 'food-pass-rate',
    });
    const lufeng = comparison?.ranked.units.find(({ assessment }) => assessment.unit === '441581');
    expect(lufeng?.assessment.figure).toEqual({ kind: 'counts', passes: 505, total: 531 });
    expect(lufeng?.rank).toBe(6);
    const page = await leader.query('evaluation.indicator', {
      indicator: 'food-pass-rate',
      unit: '441581',
      basis: 'single',
    });
    expect(page?.series.at(-1)).toMatchObject({ period: '2025-Q3', rateText: '95.1', revisions: 1 });
  });

  test('the history tells who stored what, and the original can be fetched byte for byte', async () => {
    const [newest] = await statistician.query('submission.history', {});
    expect(newest).toMatchObject({
      id: submission,
      state: 'approved',
      fileName: '2025年第三季度.xlsx',
      counts: { new: 12, changed: 0, same: 0, refused: 0 },
    });
    const original = await statistician.get(`/api/originals/${submission}`);
    expect(original.bytes.equals(workbook)).toBe(true);
  });

  test('the same file again changes nothing and is refused as nothing to store', async () => {
    const before = await server.factsHash();
    const { submission: again } = await statistician.submit('again.xlsx', workbook);
    const preview = await statistician.query('submission.preview', { submission: again });
    expect(preview.counts).toEqual({ new: 0, changed: 0, same: 12, refused: 0 });
    expect(preview.changes).toEqual([]);
    const commit = await statistician.tryChange('submission.submit', {
      submission: again,
      ledgerPosition: preview.ledgerPosition,
      reason: '',
    });
    expect(commit).toMatchObject({ status: 409, refusal: { code: 'submission.nothing-to-store' } });
    expect(await server.factsHash()).toBe(before);
  });

  test('a corrected figure needs a reason, replaces nothing, and closes the alert it had opened', async () => {
    const { submission: next } = await statistician.submit(
      'corrected.csv',
      aSheet([['食品抽检合格率', '陆丰市', '2025Q3', 531, 531]]),
    );
    const { ledgerPosition, counts, changes } = await statistician.query('submission.preview', {
      submission: next,
    });
    expect(counts).toEqual({ new: 0, changed: 1, same: 0, refused: 0 });
    expect(changes[0]?.before).toEqual({ kind: 'counts', passes: 505, total: 531 });
    const request = { submission: next, ledgerPosition };
    expect(await statistician.tryChange('submission.submit', { ...request, reason: '  ' })).toMatchObject({
      status: 409,
      refusal: { code: 'submission.reason-missing' },
    });
    await statistician.change('submission.submit', {
      ...request,
      reason: '复检后更正',
      explanation: '26 批复检全部合格',
    });
    await approve(server, next);
    await publishAll(server);
    expect(await open()).not.toContain('food-pass-rate 441500');
    const page = await leader.query('evaluation.indicator', {
      indicator: 'food-pass-rate',
      unit: '441581',
      basis: 'single',
    });
    expect(page?.series.at(-1)).toMatchObject({ rateText: '100.0', revisions: 2 });
    expect(page?.revisions[0]).toMatchObject({
      before: { passes: 505 },
      after: { passes: 531 },
      note: '复检后更正 ※ 26 批复检全部合格',
      by: { zh: '市市场监管局 统计员' },
    });
  });

  test('submitting again after a lost answer stores nothing a second time', async () => {
    const before = await server.factsHash();
    const again = await statistician.tryChange('submission.submit', {
      submission,
      ledgerPosition: position,
      reason: '',
    });
    expect(again).toMatchObject({ status: 409, refusal: { code: 'submission.not-draft' } });
    expect(await server.factsHash()).toBe(before);
  });
});
