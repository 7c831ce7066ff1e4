import { describe, expect, test } from 'vitest';
import type { Stores } from '../../stores';
import type { OpenEngine } from './engine';
import { anAssessment, aRevision, keepAssessments, now, statistician, withSubmission } from './makers';

const later = '2025-10-17T02:00:00.000Z';

const counts = (passes: number) => ({ kind: 'counts', passes, total: 200 }) as const;

const publish = (stores: Stores, position: number, parts: { note?: string; reason?: string } = {}) =>
  stores.publications.add({
    position,
    publishedAt: now,
    by: statistician,
    note: '三季度',
    reason: '',
    ...parts,
  });

/** What is published stays what it was, whatever the ledger does afterwards. */
export const publicationsContract = (open: OpenEngine): void => {
  describe('the ledger up to a position', () => {
    test('later revisions do not exist: figures, history, periods and the position itself', async () => {
      const { storage, close } = await open();
      const { observations } = storage.stores;
      await withSubmission(storage.stores);
      await observations.append([
        aRevision({ figure: counts(190) }),
        aRevision({ unit: '441523', figure: counts(180) }),
      ]);
      const then = await observations.current({});
      await observations.append([
        aRevision({ figure: counts(191), recordedAt: later }),
        aRevision({ period: '2025-Q4', figure: counts(150), recordedAt: later }),
        aRevision({ unit: '441523', figure: null, recordedAt: later }),
      ]);
      const bound = observations.upTo(2);
      expect(await bound.current({})).toEqual(then);
      expect(await bound.current({ units: ['441523'], fromYear: 2025, toYear: 2025 })).toEqual([then[1]]);
      expect(await bound.position()).toEqual({ position: 2, recordedAt: now });
      expect(await bound.periods()).toEqual(['2025-Q3']);
      expect((await bound.history({})).map(({ id }) => id)).toEqual([2, 1]);
      expect(await observations.upTo(5).current({})).toEqual(await observations.current({}));
      expect(await observations.upTo(0).position()).toEqual({ position: 0, recordedAt: null });
      expect(await observations.upTo(0).current({})).toEqual([]);
      await close();
    });

    test('what came between two positions, each beside what it superseded', async () => {
      const { storage, close } = await open();
      const { observations } = storage.stores;
      await withSubmission(storage.stores);
      await observations.append([aRevision({ figure: counts(190) }), aRevision({ unit: '441523' })]);
      await observations.append([aRevision({ figure: counts(191) }), aRevision({ figure: counts(192) })]);
      const between = await observations.between(2, 4);
      expect(between.map(({ id, before, figure }) => [id, before, figure])).toEqual([
        [4, counts(191), counts(192)],
        [3, counts(190), counts(191)],
      ]);
      expect((await observations.between(1, 3)).map(({ id, before }) => [id, before])).toEqual([
        [3, counts(190)],
        [2, null],
      ]);
      expect(between).toEqual((await observations.history({})).filter(({ id }) => id > 2));
      await close();
    });
  });

  describe('publications', () => {
    const two = async (stores: Stores): Promise<void> => {
      await withSubmission(stores);
      await stores.observations.append([
        aRevision(),
        aRevision({ unit: '441523' }),
        aRevision({ unit: '441581' }),
      ]);
      await keepAssessments(stores, [anAssessment(), anAssessment({ period: '2025-Q2' })]);
      await publish(stores, 1);
      await keepAssessments(stores, [anAssessment({ light: 'miss' }), anAssessment({ period: '2025-Q4' })]);
      await publish(stores, 3, { reason: '更正' });
    };

    test('are numbered from 1, and each shows what was judged when it was made', async () => {
      const { storage, sql, close } = await open();
      const { publications } = storage.stores;
      expect(await publications.newest()).toBeNull();
      await two(storage.stores);
      const [first, second] = await publications.list();
      expect(first).toMatchObject({ number: 1, position: 1, note: '三季度', reason: '', publishedAt: now });
      expect(second).toMatchObject({ number: 2, position: 3, reason: '更正' });
      expect(await publications.newest()).toEqual(second);
      expect(await publications.sheets(1).all()).toEqual([
        anAssessment({ period: '2025-Q2' }),
        anAssessment(),
      ]);
      expect(await publications.sheets(2).all()).toEqual([
        anAssessment({ period: '2025-Q2' }),
        anAssessment({ light: 'miss' }),
        anAssessment({ period: '2025-Q4' }),
      ]);
      expect(await publications.sheets(1).periods()).toEqual(['2025-Q2', '2025-Q3']);
      expect(await publications.sheets(1).find({ period: '2025-Q3', basis: 'cumulative' })).toEqual([
        anAssessment(),
      ]);
      expect(await publications.sheets(2).sheet({ indicator: 'food-pass-rate', fromYear: 2026 })).toEqual([]);
      // What did not change is kept once.
      expect(sql('SELECT publication, period FROM published_sheet ORDER BY 1, 2')).toHaveLength(4);
      await close();
    });

    test('a sheet that is gone is gone from the next publication and stays in the one before', async () => {
      const { storage, close } = await open();
      const { publications, assessments } = storage.stores;
      await two(storage.stores);
      await storage.stores.observations.append([aRevision()]);
      await assessments.clear();
      await keepAssessments(storage.stores, [anAssessment({ light: 'miss' })]);
      await publish(storage.stores, 4);
      expect((await publications.sheets(3).all()).map(({ period }) => period)).toEqual(['2025-Q3']);
      expect((await publications.sheets(2).all()).map(({ period }) => period)).toHaveLength(3);
      await close();
    });

    test('the hash is that of the sheets shown: it can be worked out again, and one changed letter shows', async () => {
      const { storage, sql, close } = await open();
      const { publications } = storage.stores;
      await two(storage.stores);
      for (const { number, hash } of await publications.list())
        expect(await publications.hashOf(number)).toBe(hash);
      sql('DROP TRIGGER published_sheet_no_update');
      sql(
        "UPDATE published_sheet SET content = replace(content, '197', '198') WHERE publication = 2 AND period = '2025-Q3'",
      );
      const [first, second] = await publications.list();
      expect(await publications.hashOf(1)).toBe(first?.hash);
      expect(await publications.hashOf(2)).not.toBe(second?.hash);
      await close();
    });

    test('nothing published is changed or deleted, and none is slipped in between', async () => {
      const { storage, sql, close } = await open();
      await two(storage.stores);
      for (const attempt of [
        "UPDATE publication SET note = 'x'",
        'DELETE FROM publication',
        "UPDATE published_sheet SET content = 'x'",
        'DELETE FROM published_sheet',
        `INSERT INTO publication SELECT 4, 9, published_at, by_id, by_role, by_name_zh, by_name_en, note, reason, hash
         FROM publication WHERE number = 1`,
        `INSERT INTO publication SELECT 3, 3, published_at, by_id, by_role, by_name_zh, by_name_en, note, reason, hash
         FROM publication WHERE number = 1`,
        `INSERT OR REPLACE INTO publication SELECT 1, 9, published_at, by_id, by_role, by_name_zh, by_name_en, note,
         reason, hash FROM publication WHERE number = 1`,
      ]) {
        expect(() => sql(attempt), attempt).toThrow(/append-only|follow one another/);
      }
      await expect(publish(storage.stores, 3)).rejects.toThrow('follow one another');
      await close();
    });

    test('one plan is open at a time; it is settled once', async () => {
      const { storage, close } = await open();
      const { publications } = storage.stores;
      const plan = { plannedFor: later, plannedAt: now, by: statistician, note: '三季度', reason: '' };
      expect(await publications.openPlan()).toBeNull();
      const id = await publications.plan(plan);
      await expect(publications.plan(plan)).rejects.toThrow();
      expect(await publications.openPlan()).toMatchObject({
        id,
        plannedFor: later,
        note: '三季度',
        author: statistician,
      });
      expect(await publications.settlePlan(id, 'cancelled', now)).toBe(true);
      expect(await publications.settlePlan(id, 'published', now)).toBe(false);
      expect(await publications.openPlan()).toBeNull();
      await publications.plan(plan);
      await close();
    });
  });
};
