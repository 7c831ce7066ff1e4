import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { keyOf } from '../../testing/key-of';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let statistician: Person;
let reviewer: Person;

beforeAll(async () => {
  server = await startTestServer();
  statistician = await server.signIn('demo-statistician');
  reviewer = await server.signIn('demo-reviewer');
});

const head =
  '抽样编号,指标,地区,抽样日期,食品大类,食品名称,检验结论,不合格项目║检验结果║标准值,联系电话,备注';
type Line = readonly [
  number: string,
  unit: string,
  day: string,
  category: string,
  verdict: string,
  items?: string,
  note?: string,
];
const aList = (lines: readonly Line[]): string =>
  [
    head,
    ...lines.map(([number, unit, day, category, verdict, items = '', note = '']) =>
      [number, '食品抽检合格率', unit, day, category, '韭菜', verdict, items, '13800000000', note].join(','),
    ),
  ].join('\n');

const isRead = async (submission: string): Promise<void> => {
  for (;;) {
    const { state } = await statistician.query('submission.reading', { submission });
    if (state === 'ready') return;
    await new Promise((resolve) => setImmediate(resolve));
  }
};

const uploaded = async (text: string, name = '明细.csv') => {
  const { submission } = await statistician.submit(name, text);
  await isRead(submission);
  return { submission, preview: await statistician.query('submission.preview', { submission }) };
};

const approved = async (text: string) => {
  const { submission, preview } = await uploaded(text);
  const { ledgerPosition } = preview;
  const said = { reason: '复检', explanation: '已核对' };
  await statistician.change('submission.submit', { submission, ledgerPosition, ...said });
  await reviewer.change('publication.take', { submission });
  await reviewer.change('publication.approve', { submission, ledgerPosition, opinion: '' });
  return preview;
};

const figureOf = async (unit: string, period: string) => {
  const [found] = await server.services.stores.observations.current({
    indicators: ['food-pass-rate'],
    units: [unit],
    fromYear: Number(period.slice(0, 4)),
    toYear: Number(period.slice(0, 4)),
  });
  return found === undefined ? null : { period: found.period, ...found.figure, note: found.note };
};

const countsAgree = async (): Promise<void> => {
  const { samples } = server.services.stores;
  expect(await samples.counted('rows')).toEqual(await samples.counted('sums'));
};

describe('a list of samples', () => {
  test('becomes observations of distinct sample numbers once it is approved, and counts again what was there', async () => {
    const { submission, preview } = await uploaded(
      aList([
        ['XBJ001', '海丰县', '2015-08-12', '蔬菜制品', '合格'],
        ['XBJ002', '海丰县', '2015-08-12', '蔬菜制品', '不合格', '噻虫胺║0.31mg/kg║≤0.2mg/kg'],
        ['XBJ002', '海丰县', '2015-08-12', '蔬菜制品', '不合格', '吡虫啉║0.5mg/kg║≤0.2mg/kg'],
        ['XBJ001', '海丰县', '2015-08-12', '蔬菜制品', '合格'],
        ['XBJ003', '陆河县', '2015/8/20', '餐饮食品', '未检出不合格项目'],
      ]),
    );
    expect(preview.samples).toEqual({
      samples: 3,
      failing: 1,
      retests: 0,
      new: 3,
      revised: 0,
      same: 0,
      personal: ['联系电话'],
    });
    expect(preview.rowsSeen).toBe(5);
    expect(preview.issues.map(({ code, cell }) => [code, cell.row])).toEqual([
      ['submission.sample-personal-dropped', 1],
      ['submission.sample-repeated', 5],
    ]);
    expect(JSON.stringify(preview)).not.toContain('13800000000');
    expect(preview.counts).toMatchObject({ new: 2, changed: 0, same: 0 });
    const counted = await server.services.stores.samples.counted('sums');
    expect(counted.filter(({ indicator }) => indicator === 'food-pass-rate')).toEqual([]);
    expect(await figureOf('441521', '2015-Q3')).toBeNull();

    const { ledgerPosition } = preview;
    await statistician.change('submission.submit', { submission, ledgerPosition, reason: '' });
    await reviewer.change('publication.take', { submission });
    await reviewer.change('publication.approve', { submission, ledgerPosition, opinion: '' });
    expect(await figureOf('441521', '2015-Q3')).toMatchObject({ period: '2015-Q3', passes: 1, total: 2 });
    expect((await figureOf('441521', '2015-Q3'))?.note).toContain('由 2 个样品的明细汇总');
    await countsAgree();
  });

  test('that was sent before says nothing new; a retest changes the verdict by a revision', async () => {
    const lines: readonly Line[] = [
      ['XBJ101', '陆河县', '2016-02-01', '水产制品', '合格'],
      ['XBJ102', '陆河县', '2016-02-02', '水产制品', '不合格', '铅║1║≤0.5'],
    ];
    await approved(aList(lines));
    const again = await uploaded(aList(lines));
    expect(again.preview.samples).toMatchObject({ new: 0, revised: 0, same: 2 });
    expect(again.preview.counts).toMatchObject({ new: 0, changed: 0, same: 1 });
    const { ledgerPosition } = again.preview;
    const refused = await statistician.tryChange('submission.submit', {
      submission: again.submission,
      ledgerPosition,
      reason: '',
    });
    expect(refused.refusal?.code).toBe('submission.nothing-to-store');
    await statistician.change('submission.discard', { submission: again.submission });

    const filter = { indicator: 'food-pass-rate', units: ['441523'], periods: ['2016-Q1'] };
    const { samples } = server.services.stores;
    expect(await samples.failing(filter, 10)).toHaveLength(1);
    const retest: Line = [
      'XBJ102',
      '陆河县',
      '2016-02-02',
      '水产制品',
      '不合格',
      '铅║1║≤0.5',
      '复检结论：合格',
    ];
    const preview = await approved(aList([retest]));
    expect(preview.samples).toMatchObject({ new: 0, revised: 1, retests: 1, failing: 0 });
    expect(preview.changes[0]).toMatchObject({
      kind: 'changed',
      before: { passes: 1, total: 2 },
      row: { figure: { passes: 2, total: 2 } },
    });
    expect(await figureOf('441523', '2016-Q1')).toMatchObject({ passes: 2, total: 2 });
    expect(await samples.failing(filter, 10)).toEqual([]);
    expect(await samples.items(filter)).toEqual([]);
    await countsAgree();
  });

  test('with lines that contradict each other or have no number is refused line by line', async () => {
    const { preview } = await uploaded(
      aList([
        ['XBJ201', '陆河县', '2017-02-01', '水产制品', '合格'],
        ['XBJ201', '陆河县', '2017-02-01', '水产制品', '不合格'],
        ['/', '陆河县', '2017-02-01', '水产制品', '合格'],
        ['XBJ202', '陆河县', '2017-02-01', '水产制品', '待检'],
        ['XBJ203', '火星县', '2017-02-01', '水产制品', '合格'],
        ['XBJ204', '陆河县', '2017年的春天', '水产制品', '合格'],
      ]),
    );
    expect(
      preview.issues.filter(({ level }) => level === 'error').map(({ code, cell }) => [cell.row, code]),
    ).toEqual([
      [3, 'submission.sample-contradicts'],
      [4, 'submission.sample-number-missing'],
      [5, 'submission.sample-verdict-unreadable'],
      [6, 'submission.unit-unknown'],
      [7, 'submission.sample-day-unreadable'],
    ]);
    expect(preview.rowsRefused).toBe(5);
  });

  test('holds its figures: a table cannot change what samples add up to', async () => {
    await approved(aList([['XBJ301', '陆河县', '2018-02-01', '水产制品', '合格']]));
    const { preview, submission } = await uploaded(
      '指标,地区,期间,合格数,抽检数\n食品抽检合格率,陆河县,2018Q1,5,9',
      '表.csv',
    );
    const refused = await statistician.tryChange('submission.submit', {
      submission,
      ledgerPosition: preview.ledgerPosition,
      reason: '更正',
      explanation: '已核对',
    });
    expect(refused.refusal?.code).toBe('submission.held-by-samples');
    await statistician.change('submission.discard', { submission });
  });

  test('waiting while another is approved is summed up anew, and approved only as it was seen', async () => {
    const first = await uploaded(aList([['XBJ401', '陆河县', '2019-02-01', '水产制品', '合格']]));
    await approved(aList([['XBJ402', '陆河县', '2019-02-02', '水产制品', '不合格']]));
    const refused = await statistician.tryChange('submission.submit', {
      submission: first.submission,
      ledgerPosition: first.preview.ledgerPosition,
      reason: '补报',
    });
    expect(refused.refusal?.code).toBe('submission.ledger-moved');
    const fresh = await statistician.query('submission.preview', { submission: first.submission });
    expect(fresh.changes[0]).toMatchObject({ row: { figure: { passes: 1, total: 2 } } });
    await statistician.change('submission.discard', { submission: first.submission });
  });

  test('that is discarded leaves no row behind', async () => {
    const { submission } = await uploaded(aList([['XBJ501', '陆河县', '2020-02-01', '水产制品', '合格']]));
    const { samples } = server.services.stores;
    expect(await samples.batchOf(await keyOf(server, submission))).not.toBeNull();
    await statistician.change('submission.discard', { submission });
    await server.services.samples.remove(0);
    expect(await samples.batchOf(await keyOf(server, submission))).toBeNull();
  });
});

describe('a list in a workbook', () => {
  const headings = ['抽样编号', '地区', '抽样日期', '食品大类', '食品名称', '不合格项目', '联系电话'];
  const sample = (number: number, unit: string, item = ''): readonly string[] => [
    `XBJ2016000${number}`,
    unit,
    '2016-05-12',
    '水果',
    '柑橘',
    item,
    '13800000000',
  ];
  const workbook = (rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
    writeXlsx({
      sheets: [
        { name: '食品合格样品', rows: [headings, ...rows.map((row) => [...row])] },
        {
          name: '食品不合格样品',
          rows: [['2016年二季度'], headings, [...sample(9, '陆丰市', '铅║0.3mg/kg║≤0.1')]],
        },
        { name: '草稿', hidden: true, rows: [headings, [...sample(8, '城区')]] },
      ],
    });

  test('is kept line by line like a text, sheet by sheet, without what is hidden or about persons', async () => {
    const bytes = await workbook([sample(1, '海丰县'), sample(2, '陆丰市'), sample(2, '陆丰市')]);
    const { submission } = await statistician.submit('明细.xlsx', bytes);
    await isRead(submission);
    const preview = await statistician.query('submission.preview', { submission });
    expect(preview.samples).toMatchObject({ samples: 3, failing: 1, new: 3, personal: ['联系电话'] });
    expect(preview.issues.map(({ code, cell: { sheet, row } }) => [code, sheet, row])).toEqual(
      expect.arrayContaining([
        ['submission.hidden-sheet-skipped', '草稿', 0],
        ['submission.sample-personal-dropped', '食品不合格样品', 2],
        ['submission.sample-repeated', '食品合格样品', 4],
      ]),
    );
    expect(JSON.stringify(preview)).not.toContain('13800000000');
    const { ledgerPosition } = preview;
    const said = { reason: '补报', explanation: '已核对' };
    await statistician.change('submission.submit', { submission, ledgerPosition, ...said });
    await reviewer.change('publication.take', { submission });
    await reviewer.change('publication.approve', { submission, ledgerPosition, opinion: '' });
    const asked = {
      indicator: 'food-pass-rate',
      unit: '441581',
      period: '2016-Q2',
      basis: 'single',
    } as const;
    const { samples, total } = await reviewer.query('sample.failing', { ...asked, asOf: 'living' });
    expect([total, samples.map(({ number }) => number)]).toEqual([1, ['XBJ20160009']]);
  });

  test('of which somebody must be asked first is counted, and its lines are not kept', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '食品合格样品',
          rows: [headings.filter((_, at) => at !== 1), sample(3, '').filter((_, at) => at !== 1)],
        },
      ],
    });
    const { submission } = await statistician.submit('明细.xlsx', bytes);
    const preview = await statistician.query('submission.preview', { submission });
    expect(preview.samples).toBeNull();
    expect(preview.rowsSeen).toBe(1);
  });
});
