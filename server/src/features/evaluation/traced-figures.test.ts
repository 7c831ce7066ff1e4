import { createHash } from 'node:crypto';
import type { Assessment, HowEntry } from '@zhibiao/shared/evaluation';
import { splitCsv } from '@zhibiao/shared/submission';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../storage/contract/seeded-random';
import { approve, publishAll } from '../../testing/approve';
import type { Person } from '../../testing/a-person';
import { aSheet, aWorkbook, type SheetRow } from '../../testing/a-sheet';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let reviewer: Person;

const counties = ['城区', '海丰县', '陆丰市', '陆河县', '红海湾', '华侨管理区'];

const handIn = async (name: string, bytes: Uint8Array | string): Promise<void> => {
  const statistician = await server.signIn('demo-statistician');
  const { submission } = await statistician.submit(name, bytes);
  const { ledgerPosition } = await statistician.query('submission.preview', { submission });
  const said = { reason: '补报', explanation: '已核对' };
  await statistician.change('submission.submit', { submission, ledgerPosition, ...said });
  await approve(server, submission);
};

// Beside the demonstration's own files: figures that came through the door, as a workbook and as text.
beforeAll(async () => {
  server = await startTestServer({ settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' } });
  const rowsOf = (period: string): SheetRow[] =>
    counties.map((unit, place) => ['食品抽检合格率', unit, period, 190 + place, 200 + place, '']);
  await handIn('三季度.xlsx', await aWorkbook(rowsOf('2025Q3'), '抽检'));
  await handIn('二季度.csv', aSheet(rowsOf('2025Q2')));
  await publishAll(server);
  reviewer = await server.signIn('demo-reviewer');
});

/** A figure as some page shows it, and how to find it again. */
interface ShownFigure {
  readonly page: string;
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly basis: 'single' | 'cumulative';
  readonly figure: NonNullable<Assessment['figure']>;
}

const shownIn = (page: string, assessments: readonly Assessment[]): readonly ShownFigure[] =>
  assessments.flatMap(({ indicator, unit, period, basis, figure }) =>
    figure === null ? [] : [{ page, indicator, unit, period, basis, figure }],
  );

/** Every figure of overview, comparison and indicator pages, as the procedures answer them over HTTP. */
const everyShown = async (): Promise<readonly ShownFigure[]> => {
  const shown: ShownFigure[] = [];
  for (const basis of ['single', 'cumulative'] as const) {
    for (const period of ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3']) {
      const overview = await reviewer.query('evaluation.overview', { basis, period });
      const cards = [...overview.cards, ...overview.coverage].map(({ assessment }) => assessment);
      shown.push(...shownIn('overview', cards));
      const comparison = await reviewer.query('evaluation.comparison', { basis, period });
      shown.push(
        ...shownIn(
          'compare',
          comparison.rows.flatMap(({ whole, cells }) => [whole, ...cells]),
        ),
      );
      for (const { indicator } of cards) {
        const view = await reviewer.query('evaluation.indicator', { basis, period, indicator });
        shown.push(...shownIn('indicator', [view.assessment, ...view.parts.map((part) => part.assessment)]));
      }
    }
  }
  return shown;
};

/** The text of a cell, `抽检!E4`, of an original as it was downloaded; a CSV is one sheet without a name. */
const cellOf = async (
  bytes: Buffer,
  cell: string,
): Promise<readonly [string, (column: string) => string]> => {
  const [, column = '', row = ''] = /([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const sheetName = cell.includes('!') ? cell.slice(0, cell.lastIndexOf('!')) : '';
  const isWorkbook = bytes.subarray(0, 2).toString() === 'PK';
  const rows: (readonly unknown[])[] = [];
  if (isWorkbook) {
    rows.push(...((await readXlsx(bytes)).sheets.find(({ name }) => name === sheetName)?.rows ?? []));
  } else {
    splitCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''), (fields, place) => {
      rows[place - 1] = fields;
      return true;
    });
  }
  const at = (letter: string): string => {
    const cell = rows[Number(row) - 1]?.[letter.charCodeAt(0) - 'A'.charCodeAt(0)];
    return typeof cell === 'string' || typeof cell === 'number' ? `${cell}` : '';
  };
  return [at(column), at];
};

const before = (column: string): string => String.fromCharCode(column.charCodeAt(0) - 1);

/** Follows one source from the page to the very cell of the very file; answers the figure that stands there. */
const follow = async ({ formula, numbers }: HowEntry): Promise<void> => {
  const { submission, file, sha256, cell, at, byZh } = numbers;
  expect(numbers).toMatchObject({
    submission: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    cell: expect.stringMatching(/[A-Z]\d+$/) as string,
    file: expect.stringMatching(/\S/) as string,
    byZh: expect.stringMatching(/\S/) as string,
  });
  expect(Date.parse(String(at))).not.toBeNaN();
  const answer = await reviewer.get(`/api/originals/${submission}`);
  expect(answer.status).toBe(200);
  expect(createHash('sha256').update(answer.bytes).digest('hex')).toBe(sha256);
  const kept = await server.services.stores.submissions.findOutside(String(submission));
  expect([kept?.fileName, kept?.sha256, kept?.by.name.zh]).toEqual([file, sha256, byZh]);
  const [text, cellIn] = await cellOf(answer.bytes, String(cell));
  const column = /([A-Z])\d+$/.exec(String(cell))?.[1] ?? '';
  const counts = /^(\d+) \/ (\d+)$/.exec(formula ?? '');
  if (counts === null) {
    // A finished rate or a score stands in a cell of its own of that row.
    const said = (formula ?? '').replace('%', '');
    expect([text, cellIn('G'), cellIn('H')].map(Number)).toContain(Number(said));
    return;
  }
  const [, passes, total] = counts;
  expect([cellIn(before(column)), text]).toEqual([passes, total]);
};

test('B11 a hundred random figures of the pages lead to upload, file, row, user and time, and stand in that cell', async () => {
  const shown = await everyShown();
  expect(new Set(shown.map(({ page }) => page))).toEqual(new Set(['overview', 'compare', 'indicator']));
  expect(shown.length).toBeGreaterThan(300);
  const random = seededRandom(20251124);
  const drawn = Array.from({ length: 100 }, () => shown[Math.floor(random() * shown.length)]);
  const files = new Set<unknown>();
  let followed = 0;
  for (const one of drawn) {
    if (one === undefined) throw new Error('drawn outside the list');
    const { indicator, unit, period, basis, figure } = one;
    const { assessment, how } = await reviewer.query('evaluation.indicator', {
      indicator,
      unit,
      period,
      basis,
    });
    expect(assessment.figure).toEqual(figure);
    const sources = how.filter(({ code }) => code === 'source');
    expect([one, sources.length]).toEqual([one, expect.any(Number)]);
    expect(sources.length, JSON.stringify(one)).toBeGreaterThan(0);
    for (const source of sources) {
      await follow(source);
      files.add(source.numbers['sha256']);
      followed += 1;
    }
  }
  expect(followed).toBeGreaterThanOrEqual(100);
  // Not one file over and over.
  expect(files.size).toBeGreaterThan(10);
}, 300_000);
