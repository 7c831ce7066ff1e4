import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let leader: Person;
beforeAll(async () => {
  server = await startTestServer();
  leader = await server.signIn('demo-leader');
});

describe('the ledger of a year', () => {
  test('lists every rectification of the year, and its sums count just those', async () => {
    const { year, years, lines, sums, units } = await leader.query('rectification.ledger', {});
    expect([year, years]).toEqual([2025, [2025]]);
    const listed = (await leader.query('rectification.list')).filter((row) => row.year === year);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.map(({ id }) => id).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, place) => place + 1));
    expect(sums[0]).toMatchObject({
      unit: null,
      opened: lines.length,
      closed: listed.filter(({ state }) => state === 'closed').length,
    });
    expect(sums.slice(1).map(({ unit }) => unit)).toEqual(units);
  });

  test('of one unit, or of a year without any', async () => {
    const { units, lines } = await leader.query('rectification.ledger', { year: 2025 });
    const unit = units[0] ?? '';
    const own = await leader.query('rectification.ledger', { year: 2025, unit });
    expect(own.lines).toEqual(lines.filter((line) => line.unit === unit));
    const empty = await leader.query('rectification.ledger', { year: 2019 });
    expect([empty.lines, empty.years]).toEqual([[], [2025, 2019]]);
  });

  test('a county’s holds its own and nothing else, on the page and in the file', async () => {
    const all = await leader.query('rectification.ledger', {});
    const unit = all.units.find((code) => code.startsWith('4415') && code !== '441500') ?? all.units[0] ?? '';
    const county = await server.signIn(`demo-county-${unit}`);
    const own = await county.query('rectification.ledger', {});
    expect(new Set(own.lines.map((line) => line.unit))).toEqual(new Set([unit]));
    const foreign = all.units.find((code) => code !== unit) ?? '';
    expect((await county.query('rectification.ledger', { unit: foreign })).lines).toEqual([]);
    const file = await county.get('/api/rectifications.xlsx?language=zh');
    const { sheets } = await readXlsx(file.bytes);
    expect(sheets[0]?.rows).toHaveLength(own.lines.length + 1);
  });

  test('as a workbook in the language of its reader, and the export is written down', async () => {
    const { lines } = await leader.query('rectification.ledger', { year: 2025 });
    for (const [language, name, heading] of [
      ['zh', '2025 台账', '编号'],
      ['en', '2025 Ledger', 'No.'],
    ] as const) {
      const { status, bytes } = await leader.get(`/api/rectifications.xlsx?year=2025&language=${language}`);
      const { sheets } = await readXlsx(bytes);
      expect([status, sheets[0]?.name, sheets[0]?.rows[0]?.[0]]).toEqual([200, name, heading]);
      expect(sheets[0]?.rows[1]?.[0]).toBe(`YJ-2025-${String(lines[0]?.number).padStart(3, '0')}`);
      expect(sheets[1]?.rows[1]?.[1]).toBe(lines.length);
    }
    const [entry] = await server.services.stores.audit.list({ limit: 1 });
    expect([entry?.event, entry?.actor?.id]).toEqual(['rectification.export', 'demo-leader']);
    expect((await leader.get('/api/rectifications.xlsx?year=abc')).status).toBe(400);
  });
});
