import { beforeAll, describe, expect, test } from 'vitest';
import { approve, publishAll } from '../../testing/approve';
import type { Person } from '../../testing/a-person';
import { aSheet, type SheetRow } from '../../testing/a-sheet';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

const food = '食品抽检合格率';
const farming = '农产品质量安全例行监测合格率';

let server: TestServer;
let statistician: Person;
let leader: Person;

/** Years long before the demonstration's: every figure in them is of this file. */
const past: readonly SheetRow[] = [
  [food, '陆丰市', '2011Q1', 96, 98],
  [food, '陆丰市', '2011Q2', 99, 101],
  [food, '陆丰市', '2011Q3', 95, 99],
  [food, '陆丰市', '2011Q4', 101, 103],
  [food, '城区', '2011Q3', 75, 75],
  [food, '城区', '2011Q4', 75, 75],
];

const draft = async (text: string, name = 'a.csv') => {
  const { submission } = await statistician.submit(name, text);
  const preview = await statistician.query('submission.preview', { submission });
  return { submission, preview, commit: { submission, ledgerPosition: preview.ledgerPosition, reason: '' } };
};
const told = async (rows: readonly SheetRow[]) => {
  const { preview } = await draft(aSheet(rows));
  return preview.issues.map(
    ({ code, level, cell }) => `${level} ${code.slice(11)} ${cell.column ?? ''}${cell.row}`,
  );
};

beforeAll(async () => {
  server = await startTestServer();
  statistician = await server.signIn('demo-statistician');
  leader = await server.signIn('demo-leader');
  const { commit } = await draft(aSheet(past));
  await statistician.change('submission.submit', commit);
  await approve(server, commit.submission);
});

describe('a preview compares every row with what the ledger knows', () => {
  test.each<readonly [string, readonly SheetRow[], readonly string[]]>([
    ['ordinary counts', [[food, '陆丰市', '2012Q1', 97, 100]], []],
    ['more failures than usual', [[food, '陆丰市', '2012Q1', 91, 100]], ['warning outlier E2']],
    ['far more failures', [[food, '陆丰市', '2012Q1', 79, 100]], ['warning outlier-confirm E2']],
    ['the counts of an earlier period', [[food, '陆丰市', '2012Q1', 95, 99]], ['warning repeats-counts E2']],
    ['perfect counts again', [[food, '城区', '2012Q1', 75, 75]], ['warning repeats-perfect-counts E2']],
    ['ten times as many', [[food, '陆丰市', '2012Q1', 973, 1000]], ['warning samples-unusual E2']],
    [
      'single periods that rise like totals',
      [
        [farming, '陆丰市', '2011Q1', 100, 100],
        [farming, '陆丰市', '2011Q2', 199, 200],
        [farming, '陆丰市', '2011Q3', 298, 300],
      ],
      ['warning looks-cumulative E4'],
    ],
    [
      'a city that is not the sum of its counties',
      [
        ...['城区', '海丰县', '陆丰市', '陆河县', '红海湾', '华侨管理区'].map(
          (unit): SheetRow => [farming, unit, '2010Q1', 49, 50],
        ),
        [farming, '汕尾市', '2010Q1', 293, 300],
      ],
      ['error units-do-not-add-up E8'],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await told(rows)).toEqual(expected);
  });

  test.each([
    ['falls', '90,92', ['error running-total-falls F3', 'error running-passes-fall F3']],
    ['stands still', '97,99', ['warning no-new-samples F3']],
    ['rises', '190,195', []],
  ])('a running total that %s', async (_, second, expected) => {
    const lines = [
      '指标,地区,期间,口径,合格数,抽检数',
      `${farming},陆河县,2011Q1,累计,97,99`,
      `${farming},陆河县,2011Q2,累计,${second}`,
    ];
    const { preview } = await draft(lines.join('\r\n'));
    expect(
      preview.issues
        .map(({ code, level, cell }) => `${level} ${code.slice(11)} ${cell.column ?? ''}${cell.row}`)
        .filter((text) => !text.includes('failures')),
    ).toEqual(expected);
  });

  test.each([
    ['2999,3000,100', 'rate-hides-failure'],
    ['2,3,66.6', 'rate-directed-rounding'],
    ['985,1000,95.8', 'rate-mismatch'],
    ['985,1000,1.5', 'rate-of-failures'],
    ['0,0,100', 'rate-without-samples'],
  ])('a typed rate beside its counts: %s', async (figures, code) => {
    const { preview } = await draft(
      `指标,地区,期间,合格数,抽检数,合格率(%)\r\n${food},海丰县,2009Q1,${figures}`,
    );
    expect(preview.issues).toContainEqual(
      expect.objectContaining({ code: `submission.${code}`, level: 'warning', explain: true }),
    );
    expect(preview).toMatchObject({ toExplain: 1, errorsTotal: 0 });
  });

  test('what contradicts the ledger alone does not make the file a bad one, and errors are not stored', async () => {
    const falling = `指标,地区,期间,口径,合格数,抽检数\r\n${food},陆丰市,2011Q4,累计,20,20`;
    const { preview, commit } = await draft(falling);
    expect(preview.outcome).toBe('accept');
    expect(preview.errorsTotal).toBeGreaterThan(0);
    expect(await statistician.tryChange('submission.submit', { ...commit, explanation: '有' })).toMatchObject(
      {
        refusal: { code: 'submission.has-errors', count: preview.errorsTotal },
      },
    );
  });
});

test('a slip is offered and a click makes it; then nothing is strange', async () => {
  const { submission, preview } = await draft(aSheet([[food, '陆丰市', '2012Q1', 79, 100]]));
  const [fix] = preview.issues[0]?.fixes ?? [];
  expect(fix).toEqual({ text: '97', cells: [{ sheet: '', row: 2, column: 'D', text: '97' }] });
  const corrected = await statistician.change('submission.correct', {
    submission,
    corrections: fix?.cells ?? [],
  });
  expect(corrected).toMatchObject({ issues: [], toExplain: 0, corrections: [{ stood: '79', text: '97' }] });
});

describe('a strange figure is stored with its explanation', () => {
  const rows: readonly SheetRow[] = [
    [food, '陆丰市', '2012Q1', 79, 100],
    [food, '城区', '2012Q1', 75, 75],
    [food, '海丰县', '2012Q1', 98, 100],
  ];

  test('only: without one, or with blanks, nothing is stored', async () => {
    const { commit } = await draft(aSheet(rows));
    for (const said of [{}, { explanation: '  ' }]) {
      expect(await statistician.tryChange('submission.submit', { ...commit, ...said })).toMatchObject({
        status: 409,
        refusal: { code: 'submission.explanation-missing', count: 2 },
      });
    }
    const explanations = [{ sheet: '', row: 2, text: '集中抽了问题产品' }];
    expect(await statistician.tryChange('submission.submit', { ...commit, explanations })).toMatchObject({
      refusal: { code: 'submission.explanation-missing', count: 1 },
    });
  });

  test('one of its own or the one for all, kept with the revision and read on the page of the indicator', async () => {
    const { commit } = await draft(aSheet(rows));
    const explanations = [{ sheet: '', row: 2, text: '集中抽了问题产品' }];
    await statistician.change('submission.submit', { ...commit, explanation: '已核实', explanations });
    await approve(server, commit.submission);
    await publishAll(server);
    const notesOf = async (unit: string) => {
      const page = await leader.query('evaluation.indicator', {
        indicator: 'food-pass-rate',
        unit,
        basis: 'single',
      });
      return page?.revisions.map(({ period, note }) => `${period} ${note}`);
    };
    expect(await notesOf('441581')).toContain('2012-Q1 ※ 集中抽了问题产品');
    expect(await notesOf('441502')).toContain('2012-Q1 ※ 已核实');
    expect(await notesOf('441521')).not.toContain('2012-Q1 ');
  });

  test('but not again where the ledger holds it already', async () => {
    const { preview } = await draft(aSheet([...rows, [food, '陆河县', '2012Q1', 98, 100]]));
    expect(preview).toMatchObject({ toExplain: 0, issues: [], counts: { new: 1, same: 3 } });
  });
});
