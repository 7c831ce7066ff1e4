import type { RectificationStep } from '@zhibiao/shared/rectification';
import { describe, expect, test } from 'vitest';
import type { OpenEngine } from './engine';
import { now, opened, statistician } from './makers';

const [one, other, third] = ['1', '2', '3'].map((digit) => digit.repeat(32)) as [string, string, string];

const aStep = (parts: Partial<RectificationStep> = {}): RectificationStep => ({
  act: 'open',
  state: 'new',
  owner: { kind: 'unit', unit: '441581' },
  dueOn: '2025-10-20',
  at: now,
  by: null,
  said: {},
  finding: { level: 'orange', rateText: '95.80' },
  ...parts,
});

const signed = aStep({
  act: 'sign',
  state: 'signed-for',
  dueOn: '2025-10-23',
  by: { id: statistician.id, name: statistician.name },
  said: { text: '已收到', measures: [{ what: '约谈', by: '2025-11-01' }], retest: { passes: 1, total: 2 } },
  finding: { level: 'none', rateText: null },
});

/** What became of an alert is kept step by step, and no step ever changes. */
export const rectificationsContract = (open: OpenEngine): void => {
  describe('rectifications', () => {
    test('are numbered within their year and keep their steps in order', async () => {
      const { storage, close } = await open();
      const { alerts, rectifications } = storage.stores;
      await alerts.record(
        [opened(), opened({ unit: '441523' }), opened({ year: 2024, period: '2024', since: '2024' })],
        now,
      );
      const ids = new Map((await alerts.list({})).map(({ id, unit, year }) => [`${unit} ${year}`, id]));
      const alertOf = (key: string): number => ids.get(key) ?? -1;
      await rectifications.open(alertOf('441581 2025'), one, aStep());
      const department = { kind: 'department', department: 'market-supervision' } as const;
      await rectifications.open(alertOf('441581 2024'), other, aStep({ owner: department }));
      await rectifications.open(alertOf('441523 2025'), third, aStep());
      await rectifications.add(one, signed);
      const known = await rectifications.list();
      expect(known.map(({ id, year, number, unit }) => [id, year, number, unit])).toEqual([
        [one, 2025, 1, '441581'],
        [third, 2025, 2, '441523'],
        [other, 2024, 1, '441581'],
      ]);
      expect(known[0]?.steps).toEqual([aStep(), signed]);
      expect(known[2]?.steps).toEqual([aStep({ owner: department })]);
      expect(await rectifications.find(one)).toEqual(known[0]);
      expect(await rectifications.find('f'.repeat(32))).toBeNull();
      await close();
    });

    test('an alert has one at most, and nothing is kept of what was undone', async () => {
      const { storage, close } = await open();
      const { alerts, rectifications } = storage.stores;
      await alerts.record([opened()], now);
      const [alert] = await alerts.list({});
      await rectifications.open(alert?.id ?? -1, one, aStep());
      const before = await storage.factsHash();
      await expect(rectifications.open(alert?.id ?? -1, other, aStep())).rejects.toThrow();
      await expect(rectifications.open(999, other, aStep())).rejects.toThrow();
      await expect(rectifications.add(other, signed)).rejects.toThrow();
      await expect(rectifications.add(one, { ...signed, dueOn: null })).rejects.toThrow();
      await expect(rectifications.add(one, { ...signed, by: null })).rejects.toThrow();
      expect(await storage.factsHash()).toBe(before);
      await rectifications.add(one, signed);
      expect(await storage.factsHash()).not.toBe(before);
      await close();
    });

    test('neither they nor their steps are changed, deleted or replaced', async () => {
      const { storage, sql, close } = await open();
      const { alerts, rectifications } = storage.stores;
      await alerts.record([opened()], now);
      const [alert] = await alerts.list({});
      await rectifications.open(alert?.id ?? -1, one, aStep());
      for (const attempt of [
        'UPDATE rectification SET number = 9',
        'DELETE FROM rectification',
        "UPDATE rectification_step SET state = 'closed'",
        'DELETE FROM rectification_step',
        'INSERT OR REPLACE INTO rectification SELECT * FROM rectification',
        'INSERT OR REPLACE INTO rectification_step SELECT * FROM rectification_step',
      ]) {
        expect(() => sql(attempt), attempt).toThrow('append-only');
      }
      await close();
    });
  });
};
