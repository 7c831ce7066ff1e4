import { beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import type { Person, ProcedurePath } from '../../testing/a-person';
import { aSheet, type SheetRow } from '../../testing/a-sheet';
import { everyProcedure } from '../../testing/every-procedure';
import { foreignMark, objectFields, valuesFor } from '../../testing/known-fields';
import { fieldsOf, inputShapes, sampleOf, withValue } from '../../testing/procedure-inputs';
import { otherUnit, ownUnit } from '../../testing/role-people';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let county: Person;
let theirs: Readonly<Record<string, number | string>>;

beforeAll(async () => {
  server = await startTestServer({ settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' } });
  county = await server.signIn(`demo-county-${ownUnit}`);
  theirs = (await objectFields['submission']?.others(server)) ?? {};
});

const otherNames = [otherUnit, '海丰县', `demo-county-${otherUnit}`];

/** One value in every dress in which an input could carry it. */
const dresses = (value: unknown, own: unknown): readonly unknown[] => [
  value,
  [own, value],
  { $in: [own, value] },
  `${String(own)},${String(value)}`,
];

const extraKeys = [
  'unit',
  'units',
  'actor',
  'as',
  'by',
  'role',
  'scope',
  'filter',
  'sort',
  'cursor',
  'asOf',
  'departments',
];

// Who signs in says who they want to be; everything else knows it from the session.
const procedures = everyProcedure().filter(({ operation }) => operation?.startsWith('session.') !== true);
const shapes = inputShapes();

const ask = async (path: ProcedurePath, type: 'query' | 'mutation', input: unknown) => {
  const { answer, status, data } = await (type === 'query' ? county.tryQuery : county.tryChange)(path, input);
  expect(status, path).toBeLessThan(500);
  expect(answer.text, path).not.toContain(foreignMark);
  if (path === 'alert.list' && data !== null) {
    const { open, notices, closed } = data as Record<'open' | 'notices' | 'closed', { unit: string }[]>;
    for (const { unit } of [...open, ...notices, ...closed]) expect(unit).toBe(ownUnit);
  }
  return status;
};

describe('F3 the scope comes from the session, never from the input', () => {
  test.each(procedures)(
    'F3 $path: another’s unit, name and submission in every field',
    async ({ path, type }) => {
      const shape = shapes.get(path) ?? null;
      const before = await server.factsHash();
      const ids = Object.values(theirs);
      const own = valuesFor(path, (kind) => kind.absent);
      for (const field of shape === null ? [] : fieldsOf(shape)) {
        const input = sampleOf(shape ?? {}, own, field.at);
        for (const value of [...otherNames, ...ids, String(ids[0])]) {
          for (const dress of dresses(value, ownUnit))
            await ask(path, type, withValue(input, field.at, dress));
        }
      }
      const plain = shape === null ? undefined : sampleOf(shape, own);
      for (const key of extraKeys) {
        const status = await ask(path, type, { ...(plain as object), [key]: otherUnit });
        expect([key, [400, 401, 403].includes(status) || key in (shape?.properties ?? {})]).toEqual([
          key,
          true,
        ]);
      }
      expect(await server.factsHash()).toBe(before);
    },
  );

  test('F3 a batch that mixes one’s own with another’s answers the own and refuses the other', async () => {
    const { submission } = await county.submit('own.csv', sheetOf(ownUnit));
    const draft = theirs['draft'];
    const inputs = encodeURIComponent(JSON.stringify({ 0: { submission }, 1: { submission: draft } }));
    const both = await county.get(`/trpc/submission.preview,submission.preview?batch=1&input=${inputs}`);
    expect(both.status).toBe(207);
    expect(both.text).not.toContain(foreignMark);
    const [mine, other] = both.json() as { result?: object; error?: { data: { refusal: unknown } } }[];
    expect(mine?.result).toBeDefined();
    expect(other?.error?.data.refusal).toEqual({ code: 'submission.unknown', submission: String(draft) });
    const ended = await county.send({
      method: 'POST',
      path: '/trpc/submission.discard,submission.discard?batch=1',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ 0: { submission: draft }, 1: { submission } }),
    });
    expect(ended.status).toBe(207);
    const owner = await server.signIn(`demo-county-${otherUnit}`);
    expect((await owner.tryQuery('submission.preview', { submission: draft })).status).toBe(200);
  });

  test('F3 headers and addresses that name another change nothing', async () => {
    const expected = (await county.tryQuery('alert.list', {})).answer.text;
    for (const name of [
      'X-Unit',
      'X-Actor',
      'X-User',
      'X-Forwarded-User',
      'X-Role',
      'X-Original-URL',
      'Authorization',
    ]) {
      const headers = {
        [name]: name === 'X-Original-URL' ? '/trpc/submission.history' : `demo-county-${otherUnit}`,
      };
      const answer = await county.send({ method: 'GET', path: '/trpc/alert.list?input={}', headers });
      expect([name, answer.text]).toEqual([name, expected]);
    }
    const answer = await county.get(
      `/api/originals/${theirs['draft']}?by=demo-county-${otherUnit}&unit=${otherUnit}`,
    );
    expect(answer.status).toBe(404);
  });

  test('F3 the template holds one’s own rows whatever is asked', async () => {
    for (const query of [
      '',
      `?unit=${otherUnit}`,
      `?period=2025-Q3&unit[]=${otherUnit}`,
      `?actor=demo-county-${otherUnit}`,
    ]) {
      const { bytes, status } = await county.get(`/api/templates/figures.xlsx${query}`);
      expect(status).toBe(200);
      const text = JSON.stringify(await readXlsx(bytes));
      expect(text).toContain('陆丰市');
      expect(text).not.toMatch(/海丰县|城区|陆河县/);
    }
  });
});

const sheetOf = (...units: readonly string[]): string =>
  aSheet(units.map((unit, place): SheetRow => ['食品抽检合格率', unit, `200${place + 1}Q1`, 90, 100, '']));

describe('F3 rows of a file that are another’s are refused, however the unit is written', () => {
  const spellings = [
    otherUnit,
    '海丰县',
    ' 海丰县 ',
    '海 丰 县',
    'Haifeng County',
    '４４１５２１',
    '汕尾市海丰县',
    '海丰',
    '441500',
    '汕尾市',
    '全市',
    '440000',
    '广东省',
  ];

  test.each(spellings)('F3 %s, alone and between one’s own rows', async (unit) => {
    const before = await server.factsHash();
    for (const units of [[unit], [ownUnit, unit], [ownUnit, unit, '陆丰市']]) {
      const { submission } = await county.submit('rows.csv', sheetOf(...units));
      const preview = await county.query('submission.preview', { submission });
      expect(preview.rowsGood).toBe(units.length - 1);
      expect(JSON.stringify(preview.changes)).not.toContain(otherUnit);
      const said = { reason: 'x', ledgerPosition: preview.ledgerPosition };
      expect((await county.tryChange('submission.submit', { submission, ...said })).status).toBe(409);
    }
    expect(await server.factsHash()).toBe(before);
  });

  test('F3 correcting a cell of one’s own draft to another’s unit makes the row another’s', async () => {
    const before = await server.factsHash();
    const { submission } = await county.submit('rows.csv', sheetOf(ownUnit));
    // Only figure cells can be corrected; if the unit's ever can, the row is checked again.
    for (const unit of [otherUnit, '海丰县']) {
      const corrections = [{ sheet: '', row: 2, column: 'B', text: unit }];
      const { status } = await county.tryChange('submission.correct', { submission, corrections });
      const { rowsGood, ledgerPosition } = await county.query('submission.preview', { submission });
      if (status !== 200) continue;
      expect(rowsGood).toBe(0);
      expect(
        (await county.tryChange('submission.submit', { submission, ledgerPosition, reason: 'x' })).status,
      ).toBe(409);
    }
    expect(await server.factsHash()).toBe(before);
  });

  test('F3 a department’s statistician reports what the department leads, and nothing else', async () => {
    const { index } = server.services;
    const statistician = await server.signIn('demo-statistician-department');
    const session = await statistician.query('access.session');
    const [department = ''] = session?.actor?.departments ?? [];
    const before = await server.factsHash();
    for (const indicator of index.programme.indicators) {
      if (indicator.measure !== 'sampled-proportion') continue;
      const mine = indicator.departments.lead === department;
      const row: SheetRow = [indicator.name.zh, '陆丰市', '2001Q1', 90, 100, ''];
      const { submission } = await statistician.submit('rows.csv', aSheet([row]));
      const { rowsGood } = await statistician.query('submission.preview', { submission });
      expect([indicator.code, rowsGood]).toEqual([indicator.code, mine ? 1 : 0]);
    }
    expect(await server.factsHash()).toBe(before);
  });
});
