import type { SampleGroup, SampleRow, SampleVerdict } from '@zhibiao/shared/sample';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SampleStaging } from '../../features/sample/sample-staging.store';
import type { OpenEngine, Opened } from './engine';
import { withSubmission } from './makers';

const group = (unit: string, category = ''): SampleGroup => ({
  indicator: 'food-pass-rate',
  unit,
  period: '2025-Q3',
  category,
});
const groups = [group('441521'), group('441521', '蔬菜'), group('441581')];

const aRow = (
  number: number,
  at: number,
  verdict: SampleVerdict,
  parts: Partial<SampleRow> = {},
): SampleRow => ({
  number: `XBJ25${number}`,
  group: at,
  verdict,
  day: 20250812,
  product: verdict % 2 === 1 ? '韭菜' : '',
  items: verdict % 2 === 1 ? [{ item: '噻虫胺', result: '0.31', limit: '≤0.2' }] : [],
  line: number + 1,
  ...parts,
});

const food = { indicator: 'food-pass-rate', units: ['441521', '441581'], periods: ['2025-Q3'] } as const;

/** A batch with these rows, its sums kept, not approved. */
const stage = async (
  { storage }: Opened,
  staging: SampleStaging,
  rows: readonly SampleRow[],
): Promise<{
  readonly batch: number;
  readonly outcome: ReturnType<SampleStaging['reconcile']>['outcome'];
}> => {
  const batch = staging.begin(await withSubmission(storage.stores));
  staging.write(batch, rows, groups);
  const { outcome, keep } = staging.reconcile(batch);
  keep();
  return { batch, outcome };
};

/** Runs on a fresh engine with a staging of its own; both are closed afterwards. */
const beside = async (
  open: OpenEngine,
  work: (opened: Opened, staging: SampleStaging) => Promise<void>,
): Promise<void> => {
  const opened = await open();
  const staging = opened.staging();
  try {
    await work(opened, staging);
  } finally {
    staging.close();
    await opened.close();
  }
};

/** Samples are staged beside the store, count from their approval on, and stay what they were. */
export const samplesContract = (open: OpenEngine): void => {
  describe('samples', () => {
    test('a number counts once; what a second line with it means is told', () =>
      beside(open, async ({ storage }, staging) => {
        const batch = staging.begin(await withSubmission(storage.stores));
        const seconds = staging.write(
          batch,
          [
            aRow(1, 0, 0),
            aRow(2, 0, 1),
            aRow(3, 2, 1),
            aRow(1, 0, 0, { line: 11 }),
            aRow(1, 2, 0, { line: 12 }),
            aRow(2, 0, 2, { line: 13 }),
            aRow(3, 2, 1, { line: 14, items: [{ item: '铅', result: '1', limit: '' }] }),
          ],
          groups,
        );
        expect(seconds.map(({ line, first, kind }) => [line, first, kind])).toEqual([
          [11, 2, 'repeated'],
          [12, 2, 'contradicts'],
          [13, 3, 'joined'],
          [14, 4, 'joined'],
        ]);
        const { outcome } = staging.reconcile(batch);
        expect(outcome).toMatchObject({ samples: 3, failing: 1, retests: 1, new: 3, revised: 0, same: 0 });
        expect(
          outcome.observations.map(({ unit, figure: { passes, total } }) => [unit, passes, total]),
        ).toEqual([
          ['441521', 2, 2],
          ['441581', 0, 1],
        ]);
      }));

    test('who wrote the samples knows what they come to as exactly as who asks the rows', () => {
      const row = fc.record({
        number: fc.integer({ min: 1, max: 9 }),
        at: fc.nat(2),
        verdict: fc.constantFrom<SampleVerdict[]>(0, 1, 2, 3),
      });
      return beside(open, async (opened, staging) => {
        await fc.assert(
          fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 120 }), async (lines) => {
            const rows = lines.map(({ number, at, verdict }, line) =>
              aRow(number, at, verdict, { line: line + 2 }),
            );
            const { batch, outcome } = await stage(opened, staging, rows);
            const other = opened.staging();
            expect(other.reconcile(batch).outcome).toEqual(outcome);
            other.close();
          }),
          { numRuns: 40, seed: 20_251_016 },
        );
      });
    });

    test('nothing counts before its approval, and an earlier state of the ledger keeps its samples', () =>
      beside(open, async (opened, staging) => {
        const { samples } = opened.storage.stores;
        const first = await stage(opened, staging, [aRow(1, 0, 0), aRow(2, 1, 1), aRow(3, 2, 0)]);
        expect([await samples.counts(food), await samples.approvals()]).toEqual([[], 0]);
        await samples.approve(first.batch, 3);
        expect(await samples.heldKeys()).toEqual(
          new Set(['food-pass-rate|441521|2025-Q3', 'food-pass-rate|441581|2025-Q3']),
        );
        const second = await stage(opened, staging, [aRow(2, 2, 0), aRow(3, 2, 0), aRow(4, 2, 1)]);
        expect(second.outcome).toMatchObject({ new: 1, revised: 1, same: 1, approvals: 1 });
        await samples.approve(second.batch, 5);
        const short = (counts: Awaited<ReturnType<typeof samples.counts>>) =>
          counts.map(({ unit, category, passes, total }) => [unit, category, passes, total]);
        expect(short(await samples.counts(food))).toEqual([
          ['441521', '', 1, 1],
          ['441581', '', 2, 3],
        ]);
        expect(short(await samples.upTo(3).counts(food))).toEqual([
          ['441521', '', 1, 1],
          ['441521', '蔬菜', 0, 1],
          ['441581', '', 1, 1],
        ]);
        expect(await samples.counted('sums')).toEqual(await samples.counted('rows'));
        expect((await samples.failing(food, 9)).map(({ number }) => number)).toEqual(['XBJ254']);
        expect((await samples.upTo(3).failing(food, 9)).map(({ number }) => number)).toEqual(['XBJ252']);
        expect(await samples.items(food)).toEqual([{ item: '噻虫胺', failures: 1 }]);
        expect((await samples.sources(food)).map(({ samples: moved }) => moved)).toEqual([1, 3]);
      }));

    test('an approved batch is neither approved again nor changed nor removed', () =>
      beside(open, async (opened, staging) => {
        const { samples } = opened.storage.stores;
        const { batch } = await stage(opened, staging, [aRow(1, 0, 1)]);
        await samples.approve(batch, 1);
        await expect(samples.approve(batch, 2)).rejects.toThrow(/approved before/);
        expect(() => staging.removeSome(batch)).toThrow(/append-only/);
        for (const table of ['sample_row', 'sample_failure', 'sample_sum', 'sample_item_sum', 'sample_batch'])
          expect(() => opened.sql(`DELETE FROM ${table}`)).toThrow();
        expect(() => opened.sql('UPDATE sample_row SET verdict = 0')).toThrow();
      }));

    test('a batch that nobody approved leaves nothing behind', () =>
      beside(open, async (opened, staging) => {
        const { samples } = opened.storage.stores;
        const { batch } = await stage(opened, staging, [aRow(1, 0, 1), aRow(2, 2, 0)]);
        expect(await samples.leftOver()).toEqual([batch]);
        while (staging.removeSome(batch));
        expect(await samples.leftOver()).toEqual([]);
        for (const table of ['sample_row', 'sample_failure', 'sample_sum', 'sample_item_sum'])
          expect(opened.sql(`SELECT * FROM ${table}`)).toEqual([]);
      }));
  });
};
