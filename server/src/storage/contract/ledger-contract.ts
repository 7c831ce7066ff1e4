import { describe, expect, test } from 'vitest';
import type { NewLedgerEntry } from '../../features/observation/observation.store';
import type { OpenEngine } from './engine';
import { aRevision, statistician, withSubmission } from './makers';
import { seededRandom } from './seeded-random';

/** What the ledger promises: nothing is lost, later speaks, and any instant can be asked for. */
export const ledgerContract = (open: OpenEngine): void => {
  describe('the ledger', () => {
    test('an empty ledger stands at 0 and knows no instant', async () => {
      const { storage, close } = await open();
      expect(await storage.stores.observations.position()).toEqual({ position: 0, recordedAt: null });
      expect(await storage.stores.observations.current({})).toEqual([]);
      expect(await storage.stores.observations.periods()).toEqual([]);
      await close();
    });

    test('every kind of figure comes back as it was given, decimals and texts included', async () => {
      const { storage, close } = await open();
      const { observations } = storage.stores;
      await withSubmission(storage.stores);
      const revisions = [
        aRevision({ unit: '1', figure: { kind: 'counts', passes: 0, total: 0 }, note: '无样本 😀 ’; DROP' }),
        aRevision({ unit: '2', figure: { kind: 'counts', passes: 999_999_999, total: 1_000_000_000 } }),
        aRevision({ unit: '3', figure: { kind: 'rate', rate: '98.50' }, source: '公告（2025）第 3 号' }),
        aRevision({ unit: '4', figure: { kind: 'rate', rate: '100' } }),
        aRevision({ unit: '5', figure: { kind: 'score', score: '84.30' }, cell: '' }),
        aRevision({ unit: '6', figure: { kind: 'score', score: '-0.5' } }),
      ];
      expect(await observations.append(revisions)).toBe(6);
      expect(await observations.current({})).toEqual(
        revisions.map((entry, place) => ({ id: place + 1, ...entry })),
      );
      await close();
    });

    test('a later revision supersedes, and history shows what it superseded and who submitted it', async () => {
      const { storage, close } = await open();
      const { observations } = storage.stores;
      await withSubmission(storage.stores);
      const first = aRevision();
      const second = aRevision({ figure: { kind: 'counts', passes: 190, total: 200 }, note: '更正' });
      await observations.append([first, aRevision({ unit: '441523' })]);
      expect(await observations.append([second])).toBe(3);
      expect((await observations.current({ units: ['441521'] })).map((entry) => entry.figure)).toEqual([
        second.figure,
      ]);
      const history = await observations.history({ units: ['441521'] });
      expect(history).toEqual([
        { id: 3, ...second, before: first.figure, by: statistician },
        { id: 1, ...first, before: null, by: statistician },
      ]);
      await close();
    });

    test('the same key twice in one append: the later row stands', async () => {
      const { storage, close } = await open();
      await withSubmission(storage.stores);
      const later = aRevision({ figure: { kind: 'counts', passes: 1, total: 2 } });
      await storage.stores.observations.append([aRevision(), later]);
      expect(await storage.stores.observations.current({})).toEqual([{ id: 2, ...later }]);
      await close();
    });

    test('a revision without a figure withdraws, and a figure after it stands again', async () => {
      const { storage, close } = await open();
      const { observations } = storage.stores;
      await withSubmission(storage.stores);
      await observations.append([aRevision(), aRevision({ figure: null })]);
      expect(await observations.current({})).toEqual([]);
      expect(await observations.periods()).toEqual([]);
      expect((await observations.history({})).map((entry) => entry.figure)).toEqual([
        null,
        aRevision().figure,
      ]);
      await observations.append([aRevision({ figure: { kind: 'rate', rate: '97.1' } })]);
      expect((await observations.current({})).map((entry) => entry.figure)).toEqual([
        { kind: 'rate', rate: '97.1' },
      ]);
      expect(await observations.periods()).toEqual(['2025-Q3']);
      await close();
    });

    test('filters narrow by indicator, unit, period, basis and year, and an empty list matches nothing', async () => {
      const { storage, close } = await open();
      const { observations } = storage.stores;
      await withSubmission(storage.stores);
      const periods = ['2023', '2024-Q4', '2025', '2025-M09', '2025-05-01/2025-06-30', '2026-Q1'];
      await observations.append([
        ...periods.map((period) => aRevision({ period })),
        aRevision({ basis: 'cumulative' }),
        aRevision({ indicator: 'drug-pass-rate', unit: '441523' }),
      ]);
      const periodsOf = async (filter: Parameters<typeof observations.current>[0]) =>
        (await observations.current(filter)).map((entry) => entry.period);
      const food = { indicators: ['food-pass-rate'], basis: 'single' } as const;
      expect(await periodsOf({ ...food, fromYear: 2025, toYear: 2025 })).toEqual([
        '2025',
        '2025-05-01/2025-06-30',
        '2025-M09',
      ]);
      expect(await periodsOf({ ...food, toYear: 2024 })).toEqual(['2023', '2024-Q4']);
      expect(await periodsOf({ ...food, fromYear: 2026 })).toEqual(['2026-Q1']);
      expect(await periodsOf({ periods: ['2025-Q3'] })).toEqual(['2025-Q3', '2025-Q3']);
      expect(await periodsOf({ basis: 'cumulative' })).toEqual(['2025-Q3']);
      expect(await periodsOf({ indicators: ['drug-pass-rate', 'nothing'], units: ['441523'] })).toEqual([
        '2025-Q3',
      ]);
      expect(await periodsOf({ units: [] })).toEqual([]);
      expect(await observations.history({ indicators: [] })).toEqual([]);
      expect(await observations.periods()).toEqual([...periods, '2025-Q3'].sort());
      await close();
    });

    test('after any sequence of revisions the current state, the newest instant and a replay agree', async () => {
      const { storage, close } = await open();
      const { observations } = storage.stores;
      await withSubmission(storage.stores);
      const random = seededRandom(20_251_016);
      const replay = new Map<string, NewLedgerEntry>();
      const standingAt: { instant: string; figures: string[] }[] = [];
      for (let day = 10; day < 30; day += 1) {
        const recordedAt = `2025-09-${day}T00:00:00.000Z`;
        const revisions = Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
          aRevision({
            unit: String(Math.floor(random() * 4)),
            period: `2025-Q${1 + Math.floor(random() * 3)}`,
            figure:
              random() < 0.2 ? null : { kind: 'counts', passes: Math.floor(random() * 100), total: 100 },
            recordedAt,
          }),
        );
        await observations.append(revisions);
        for (const entry of revisions) replay.set(`${entry.unit} ${entry.period}`, entry);
        const figures = [...replay]
          .filter(([, entry]) => entry.figure !== null)
          .map(([key, entry]) => `${key} ${JSON.stringify(entry.figure)}`)
          .sort();
        standingAt.push({ instant: recordedAt, figures });
        expect(await observations.asOf(recordedAt, {})).toEqual(await observations.current({}));
      }
      for (const { instant, figures } of standingAt) {
        const found = await observations.asOf(instant, {});
        expect(found.map((e) => `${e.unit} ${e.period} ${JSON.stringify(e.figure)}`).sort()).toEqual(figures);
        expect(await observations.asOf(instant, { units: ['2'] })).toEqual(
          found.filter((e) => e.unit === '2'),
        );
      }
      expect(await observations.asOf('2025-09-09T23:59:59.999Z', {})).toEqual([]);
      expect(await storage.inspect()).toEqual([]);
      await close();
    });
  });
};
