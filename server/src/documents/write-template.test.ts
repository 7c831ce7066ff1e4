import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { shanwei, statistician } from './a-reader.fixture';
import { readFileRows } from './read-file-rows';
import { writeTemplate } from './write-template';

const index = shanwei();
const county = { ...statistician, role: 'county', unit: '441581' } as const;
const context = { index, today: '2025-10-16', actor: county };

const read = (bytes: Uint8Array) => {
  const file = readFileRows({ bytes, name: 'a.xlsx' }, context);
  if (!file.ok) throw new Error(JSON.stringify(file.refusal));
  return file.value.submission;
};

/** The template as a person gives it back: the counts filled in, and whatever else they did to its cells. */
const filled = async (
  bytes: Uint8Array,
  change: (cells: (string | number | null)[], row: number) => void = () => undefined,
): Promise<Uint8Array> => {
  const { sheets } = await readXlsx(bytes);
  return writeXlsx({
    sheets: sheets.map(({ name, rows }, place) => ({
      name,
      rows: rows.map((row, at) => {
        // The template holds texts and empty cells only.
        const cells = [...row] as (string | number | null)[];
        if (place > 0 || at === 0) return cells;
        cells[4] = 90 + at;
        cells[5] = 100 + at;
        change(cells, at);
        return cells;
      }),
    })),
  });
};

const template = (language: 'zh' | 'en') =>
  writeTemplate(index, {
    actor: county,
    period: '2025-Q3',
    language,
    before: (indicator) =>
      indicator.code === 'food-pass-rate' ? { text: '505 / 531', isCumulative: false } : null,
  });

describe.each(['zh', 'en'] as const)('the template in %s', (language) => {
  test('filled in and given back it is read without a single question or warning', async () => {
    const submission = read(await filled(await template(language)));
    expect(submission.issues).toEqual([]);
    expect(submission.rows).toHaveLength(7);
    expect(submission.rows[1]).toMatchObject({
      indicator: 'food-pass-rate',
      unit: '441581',
      period: '2025-Q3',
      basis: 'single',
      figure: { kind: 'counts', passes: 92, total: 102 },
    });
  });

  test('the value before and the id of the row stand beside, as texts that are never read as figures', async () => {
    const { sheets } = await readXlsx(await template(language));
    const [heading = [], ...rows] = sheets[0]?.rows ?? [];
    expect(heading.slice(9)).toEqual(
      language === 'zh' ? ['上期值（参考）', '行标识'] : ['Previous value (reference)', 'Row id'],
    );
    expect(rows[1]?.slice(9)).toEqual(['505 / 531', 'food-pass-rate@441581']);
  });

  test('a name that somebody edits loses against the id, with a warning at its cell', async () => {
    const bytes = await filled(await template(language), (cells, row) => {
      if (row === 2) cells[0] = '农产品质量安全例行监测合格率';
      if (row === 3) cells[1] = '我们县';
    });
    const submission = read(bytes);
    expect(submission.rows.map(({ indicator, unit }) => `${indicator} ${unit}`)).toContain(
      'food-pass-rate 441581',
    );
    expect(submission.rows).toHaveLength(7);
    expect(
      submission.issues.map(({ code, level, cell }) => [code, level, `${cell.column}${cell.row}`]),
    ).toEqual([
      ['submission.row-id-wins', 'warning', 'A3'],
      ['submission.row-id-wins', 'warning', 'B4'],
    ]);
  });

  test('another period typed into it is another period: last quarter is not written over', async () => {
    const bytes = await filled(await template(language), (cells) => {
      cells[2] = '2025-Q2';
    });
    expect(new Set(read(bytes).rows.map(({ period }) => period))).toEqual(new Set(['2025-Q2']));
  });

  test('it offers its own indicators, units and period to choose from', async () => {
    const { sheets } = await readXlsx(await template(language));
    const [figures, lists] = sheets;
    expect(figures?.dataValidations?.map(({ type, range }) => [type, range])).toEqual([
      ['list', 'A2:A57'],
      ['list', 'B2:B57'],
      ['list', 'C2:C57'],
      ['list', 'D2:D57'],
    ]);
    expect(lists?.rows[1]?.slice(1)).toEqual([
      language === 'zh' ? '陆丰市' : 'Lufeng City',
      '2025-Q3',
      language === 'zh' ? '当期' : 'single',
    ]);
    expect(figures?.dataValidations?.[0]?.formula1).toContain('$A$2:$A$8');
  });
});

test('an id that no template gave out is told, and the names count', async () => {
  const bytes = await filled(await template('zh'), (cells, row) => {
    if (row === 1) cells[10] = 'food@nowhere';
    if (row === 2) cells[10] = null;
  });
  const submission = read(bytes);
  expect(submission.rows).toHaveLength(7);
  expect(submission.issues.map(({ code }) => code)).toEqual(['submission.row-id-unknown']);
});

test('an id reaches no further than its reporter', async () => {
  const bytes = await filled(await template('zh'), (cells, row) => {
    if (row === 1) cells[10] = 'food-pass-rate@441521';
  });
  expect(read(bytes).issues.map(({ code }) => code)).toContain('submission.outside-scope');
});

test('a figure that ran from the year’s start is asked for in the same way', async () => {
  const bytes = await writeTemplate(index, {
    actor: statistician,
    period: '2025-Q3',
    before: () => ({ text: '3 / 15', isCumulative: true }),
  });
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows[1]?.[3]).toBe('累计');
});
