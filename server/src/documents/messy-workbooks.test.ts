/**
 * The eleven workbooks that people really have, against the content written down beside them.
 *
 * What is compared, and where. The expected records are free of any programme: they name the nation and other
 * prefectures, and the food categories that our ledger has no key for. So the records are compared as the layout part
 * reads them, each figure with its cell, before categories are added up; then what the rules make of them (rows that
 * would be stored, errors, warnings) is compared with the refusals and warnings, through the same `readFileRows` that
 * the worker runs. Areas and indicators are compared by the register: 市城区 is 城区, 食品安全监督抽检合格率 is our
 * 食品抽检合格率. The register of the test also knows the four areas that are not ours.
 *
 * Where a file does not say something, a person answers (`ANSWERS`): 02 nowhere says that it is about the nation, 01
 * says Guangdong only in a remark (and a remark of 03 names a place that must not become an area), 05 and 11 say no
 * period. Without the answers nothing of these files is stored, which is tested too.
 *
 * Read otherwise than written, and why:
 * - 0 of 0 is `missing` in the expectation. Rule P5 stores it as "no samples" with a warning, in every file alike; it
 *   has no rate and is no record here.
 * - 2024年上半年 is the half-year, which also is the year so far: the same days either way (decision 13).
 * - `label` is the writer's wording ("2024年一季度" for a cell that says 一季度) and is not compared; the days are.
 * - 08 names indicators for tests of other kinds (农产品速测合格率) that no cell says: such rows are refused as another
 *   kind of sampling, and are compared but for that name.
 * - 09: the half-year that is not the sum of its quarters is told by the plausibility check, which sees the ledger.
 * - 10 also lists targets; they come from the programme, and the column is read as standing aside.
 * - 11 is a true .xls: refused with the words how to re-save it, as its expectation allows. The reader named in
 *   dependencies.md (hucre) does not tell hidden sheets, hidden rows, percent formats and errors of an .xls apart, and
 *   a draft would be read in silence. Saved as .xlsx, the same cells give the eleven records.
 */
import { readXls, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { observationSpan } from '@zhibiao/shared/calendar';
import { ledgerOf } from '@zhibiao/shared/observation';
import { judgePlausibility, samplesOf } from '@zhibiao/shared/submission';
import { fixture } from './a-reader.fixture';
import {
  expected,
  index,
  contextOf,
  readBytes,
  readFile,
  isTidy,
  recordsOf,
  comparable,
  wanted,
  PASSED_OVER,
  cellOf,
  beyondExpected,
  missingOf,
  cellsOf,
  codeNamed,
  compareRecords,
  atless,
} from './messy-records.fixture';
import { readFileRows } from './read-file-rows';

describe('messy workbooks give exactly what is written down beside them', () => {
  test('01: a two-line heading, rates of failures, text numbers and a total row', () => {
    const { layouts, submission } = readFile('01_gd_food_2024-02_notice.xlsx');
    const want = expected('01_gd_food_2024-02_notice');
    compareRecords(recordsOf(layouts), want.records);
    expect(layouts.filter(isTidy).flatMap(({ tidy }) => tidy.totals)).toMatchObject([
      { at: { row: 38, column: 2 }, passes: 23_348, total: 23_852, agrees: true },
    ]);
    expect(beyondExpected(submission.issues, want.warnings)).toEqual([]);
    expect(submission.issues.filter(({ code }) => PASSED_OVER.has(code)).map(({ cell }) => cell.row)).toEqual(
      [38, 39],
    );
    // The ledger has no key for categories: they are one figure, and it is the total that is printed.
    expect(submission.rows).toMatchObject([
      {
        unit: '440000',
        period: '2024-M02',
        basis: 'single',
        figure: { kind: 'counts', passes: 23_348, total: 23_852 },
      },
    ]);
  });

  test('02: 其中 is a part of the row above and is never added', () => {
    const { layouts, submission } = readFile('02_national_2022Q3_qizhong.xlsx');
    const want = expected('02_national_2022Q3_qizhong');
    compareRecords(recordsOf(layouts), want.records);
    expect(recordsOf(layouts).map(({ part }) => part?.category)).toEqual(
      want.records.map((record) => record.part_of),
    );
    expect(layouts.filter(isTidy).flatMap(({ tidy }) => tidy.totals)).toMatchObject([
      { passes: 2_125_464, total: 2_189_518, agrees: true },
    ]);
    expect(beyondExpected(submission.issues)).toEqual([]);
    expect(submission.rows.map(({ figure }) => figure)).toEqual([
      { kind: 'counts', passes: 2_125_464, total: 2_189_518 },
    ]);
    expect(JSON.stringify(submission.rows)).not.toContain('2272904');
  });

  test('03: three heading lines, six ways to write a rate, and one row that cannot be', () => {
    const { layouts, submission } = readFile('03_counties_wide_2023Q4.xlsx');
    const want = expected('03_counties_wide_2023Q4');
    compareRecords(recordsOf(layouts), want.records);
    expect(missingOf(layouts)).toEqual(
      want.not_records?.filter(({ reason }) => reason.startsWith('no sampling')).map(({ at }) => at),
    );
    expect(layouts.filter(isTidy).flatMap(({ tidy }) => tidy.totals)).toMatchObject(
      (want.total_row as readonly { total: number; passes: number; agrees_with_sum: boolean }[]).map(
        ({ total, passes, agrees_with_sum: agrees }) => ({ total, passes, agrees }),
      ),
    );
    expect(beyondExpected(submission.issues, want.warnings)).toEqual([
      'warning full-width 四季度!K7',
      'warning full-width 四季度!F8',
      'error rate-out-of-range 四季度!H9',
    ]);
    expect(submission.rows).toHaveLength(want.records.length - 1);
    expect(submission.rows.some(({ cell }) => cell === '四季度!F9')).toBe(false);
    expect(submission.rows.some(({ unit }) => /shen/.test(unit))).toBe(false);
  });

  test('04: thirty-five spellings of a period', () => {
    const { layouts, submission } = readFile('04_period_spellings.xlsx');
    const want = expected('04_period_spellings');
    compareRecords(recordsOf(layouts, 'period'), want.records);
    const unread = submission.issues.filter(({ code }) => code === 'submission.period-unreadable');
    expect(unread.map(cellOf)).toEqual(want.refused?.map(({ at }) => at));
    expect(beyondExpected(submission.issues, want.warnings)).toEqual(
      want.refused?.map(({ at }) => `error period-unreadable ${at}`),
    );
    expect(submission.rows).toHaveLength(8);
  });

  test('05: samples are counted by their numbers, over the sheets that people see', () => {
    const { layouts, submission, layout } = readFile('05_haifeng_sample_detail.xlsx');
    const want = expected('05_haifeng_sample_detail');
    const [record] = want.records;
    expect(submission.rows).toMatchObject([
      {
        unit: '441521',
        indicator: codeNamed(record?.indicator ?? ''),
        figure: { kind: 'counts', passes: record?.passes, total: record?.total },
      },
    ]);
    expect(layouts.map(({ kind, grid }) => [kind, grid.sheet])).toEqual(
      want.sheets?.filter(({ use }) => use).map(({ name }) => ['samples', name]),
    );
    const { count } = samplesOf(layouts) ?? { count: null };
    expect(count?.fails).toEqual(want.fails);
    // The notice is of this day; when the samples were taken is not in the file.
    expect([count?.notice, count?.announcedOn]).toEqual(['2024年第1期', record?.period.start]);
    expect([count?.counties, count?.years]).toEqual([['441521'], [2024]]);
    expect(beyondExpected(submission.issues, want.warnings)).toEqual([]);
    expect(layout?.hints).toContainEqual({ sheet: '合格产品信息', code: 'samples-counted', text: '137/140' });
  });

  test('06: GB18030, odd digits and another period in one row', () => {
    const { submission } = readFile('06_shanwei_gb18030.csv');
    const want = expected('06_shanwei_gb18030');
    expect(
      submission.rows.map(({ unit, indicator, period, basis, figure, row, typedRate }) => ({
        area: index.unit(unit)?.name.zh,
        indicator,
        ...observationSpan(period, basis, '01-01'),
        figure,
        at: `row ${row}`,
        typedRate,
      })),
    ).toEqual(
      want.records.map(({ area, indicator, period, passes, total, at, rate_printed: printed }) => ({
        area,
        indicator: codeNamed(indicator),
        start: period.start,
        end: period.end,
        figure: { kind: 'counts', passes, total },
        at,
        typedRate: printed?.normalize('NFKC').replace('%', ''),
      })),
    );
    expect(
      submission.issues.filter(({ code }) => PASSED_OVER.has(code)).map(({ cell }) => `row ${cell.row}`),
    ).toEqual(want.not_records?.map(({ at }) => at));
    expect(beyondExpected(submission.issues)).toEqual([
      'warning thousands !D4',
      'warning thousands !E4',
      'warning full-width !D5',
      'warning full-width !E5',
      'warning thousands !D6',
      'warning rate-read-as-fraction !F7',
    ]);
  });

  test('07: four sheets of six, fractions, a date that was one, formulas and a voided row', () => {
    const { layouts, submission, layout } = readFile('07_engineering_2024Q3.xlsx');
    const want = expected('07_engineering_2024Q3');
    compareRecords(recordsOf(layouts), want.records);
    expect(layouts.map(({ grid }) => grid.sheet)).toEqual(
      want.sheets?.filter(({ use }) => use).map(({ name }) => name),
    );
    const hidden = submission.issues.filter(({ code }) => code === 'submission.hidden-sheet-skipped');
    expect(hidden.map(({ cell }) => cell.sheet)).toEqual(
      want.sheets?.filter(({ use }) => !use).map(({ name }) => name),
    );
    const skipped = submission.issues
      .filter(({ code }) => code === 'submission.hidden-row-skipped')
      .map(cellOf);
    expect([...missingOf(layouts), ...skipped].toSorted()).toEqual(
      want.missing?.map((entry) => (typeof entry === 'string' ? entry : entry.at)).toSorted(),
    );
    expect(layouts.filter(isTidy).flatMap(({ tidy }) => tidy.totals)).toMatchObject(
      [want.total_row].map(atless),
    );
    expect(beyondExpected(submission.issues, want.warnings)).toEqual([
      'warning hidden-sheet-skipped 上季度!0',
      'warning hidden-sheet-skipped _dict!0',
      'warning formula-used 房屋市政!E3',
      'warning formula-used 水利!D3',
    ]);
    // The number of projects is no denominator: it is asked, with a proposal to leave it.
    expect(layout?.headings).toMatchObject([
      {
        sheet: '房屋市政',
        column: 'B',
        heading: '抽查项目数（个）',
        samples: ['6', '8', '9'],
        proposed: 'ignored',
      },
    ]);
  });

  test('08: rapid and laboratory tests are never one figure', () => {
    const { layouts, submission } = readFile('08_agri_quick_vs_quant.xlsx');
    const want = expected('08_agri_quick_vs_quant');
    const got = recordsOf(layouts);
    const own = got.filter(({ isOwnWay }) => isOwnWay);
    expect(own.map(comparable)).toEqual(want.records.map(wanted));
    expect(own.map(({ indicator }) => indicator)).toEqual(
      want.records.map(({ indicator }) => codeNamed(indicator)),
    );
    expect(own.map(({ part }) => part?.cell ?? undefined)).toEqual(
      want.records.map((record) => record.part_of),
    );
    expect(got.filter(({ isOwnWay }) => !isOwnWay).map(comparable)).toEqual(
      want.other_method_records?.map(wanted),
    );
    const asked = submission.issues.filter(({ code }) => /methods-mixed|part-without-whole/.test(code));
    expect(asked.map(cellOf).toSorted()).toEqual(want.ask?.map(({ at }) => at).toSorted());
    expect(beyondExpected(submission.issues, want.warnings)).toEqual([
      'error methods-mixed 农产品检测!E3',
      'error scheme-other 农产品检测!D5',
      'error scheme-other 农产品检测!D6',
      'error scheme-other 农产品检测!D8',
      'error count-missing 农产品检测!F8',
      'error scheme-other 农产品检测!D9',
      'error count-missing 农产品检测!F9',
      'error scheme-other 农产品检测!D10',
      'error count-missing 农产品检测!F10',
      'error part-without-whole 农产品检测!B12',
    ]);
    expect(submission.rows.map(({ cell }) => cell)).toEqual(['农产品检测!E4', '农产品检测!E7']);
  });

  test('09: failures only, overlapping periods, a row that a filter hides', () => {
    const { layouts, submission } = readFile('09_gd_food_2023_ledger.xlsx');
    const want = expected('09_gd_food_2023_ledger');
    compareRecords(recordsOf(layouts), want.records);
    const overlap = judgePlausibility(
      submission.rows,
      ledgerOf(submission.rows, '01-01'),
      index,
    ).issues.filter(({ code }) => code === 'submission.periods-do-not-add-up');
    expect(beyondExpected([...submission.issues, ...overlap], want.warnings)).toEqual([]);
    expect(submission.rows).toHaveLength(7);
  });

  test('10: periods as columns, all of the year so far, in every form a figure can have', () => {
    const { layouts, submission } = readFile('10_tracking_sheet_2024.xlsx');
    const want = expected('10_tracking_sheet_2024');
    compareRecords(recordsOf(layouts), want.records);
    expect(recordsOf(layouts).flatMap(({ at, flag }) => (flag === null ? [] : [[at, flag]]))).toEqual([
      ['调度表!G6', '待核'],
    ]);
    expect(missingOf(layouts).toSorted()).toEqual(
      want.missing?.flatMap((entry) => cellsOf(typeof entry === 'string' ? entry : entry.at)).toSorted(),
    );
    expect(beyondExpected(submission.issues)).toEqual([]);
    expect(submission.rows.find(({ cell }) => cell === '调度表!G12')?.figure).toEqual({
      kind: 'score',
      score: '81.2',
    });
    expect(submission.rows.find(({ cell }) => cell === '调度表!G6')?.note).toContain('待核');
  });

  test('11: a true .xls is refused with one clear message; saved as .xlsx it gives its eleven records', async () => {
    const name = '11_redbay_2023Q4.xls';
    const bytes = fixture(`workbooks/${name}`);
    expect(readFileRows({ bytes, name }, contextOf(name))).toEqual({
      ok: false,
      refusal: { code: 'file.legacy-xls', params: {} },
    });
    const { sheets } = await readXls(bytes);
    const saved = await writeXlsx({
      sheets: sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows })),
    });
    const { layouts, submission } = readBytes(saved, '11_redbay_2023Q4.xlsx');
    const want = expected('11_redbay_2023Q4');
    compareRecords(recordsOf(layouts), want.records);
    expect(layouts.filter(isTidy).flatMap(({ tidy }) => tidy.totals)).toMatchObject(
      [want.total_row].map(atless),
    );
    expect(beyondExpected(submission.issues)).toEqual([]);
    expect(submission.rows).toMatchObject([
      { unit: 'red-bay', period: '2023-Q4', figure: { kind: 'counts', passes: 48, total: 49 } },
    ]);
  });
});

test('what a file does not say is asked, with what speaks for it, and nothing is stored meanwhile', () => {
  const asked = ['01_gd_food_2024-02_notice', '02_national_2022Q3_qizhong'].map((name) => {
    const bytes = fixture(`workbooks/${name}.xlsx`);
    const read = readFileRows({ bytes, name: `${name}.xlsx` }, contextOf(name, false));
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.submission.rows).toEqual([]);
    expect(read.value.submission.issues.filter(({ level }) => level === 'error')).toHaveLength(1);
    return read.value.layout?.subjects;
  });
  expect(asked).toMatchObject([
    [{ role: 'unit', proposals: [{ value: '440000' }] }],
    [{ role: 'unit', proposals: [] }],
  ]);
});
