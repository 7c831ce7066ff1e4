import { ok, refuse } from '@zhibiao/shared/result';
import { describe, expect, test } from 'vitest';
import type { Stores } from '../../stores';
import type { OpenEngine } from './engine';
import {
  anAssessment,
  anEntry,
  aRevision,
  aSubmission,
  keepAssessments,
  now,
  opened,
  withSubmission,
} from './makers';

/** What a transaction promises: all or nothing, one after another, and nobody sees the middle. */
export const transactionContract = (open: OpenEngine): void => {
  describe('a transaction', () => {
    test('keeps everything when its work agrees, and reads what it wrote itself', async () => {
      const { storage, close } = await open();
      const result = await storage.stores.transaction(async (stores) => {
        const submission = await stores.submissions.create(aSubmission());
        await stores.observations.append([aRevision({ submission })]);
        return ok((await stores.observations.current({})).length);
      });
      expect(result).toEqual(ok(1));
      expect(await storage.stores.observations.current({})).toHaveLength(1);
      await close();
    });

    test('leaves nothing when its work refuses', async () => {
      const { storage, close } = await open();
      await withSubmission(storage.stores);
      const before = await storage.factsHash();
      const result = await storage.stores.transaction(async (stores) => {
        await writeEverywhere(stores);
        return refuse({ code: 'submission.ledger-moved' });
      });
      expect(result).toEqual(refuse({ code: 'submission.ledger-moved' }));
      expect(await storage.factsHash()).toBe(before);
      expect(await storage.stores.audit.list({ limit: 10 })).toEqual([]);
      expect(await storage.stores.assessments.all()).toEqual([]);
      expect(await storage.stores.submissions.list({ limit: 10 })).toHaveLength(1);
      await close();
    });

    test('leaves nothing when its work throws, and hands the error on', async () => {
      const { storage, close } = await open();
      await withSubmission(storage.stores);
      const before = await storage.factsHash();
      const fault = new Error('planned');
      await expect(
        storage.stores.transaction(async (stores) => {
          await writeEverywhere(stores);
          throw fault;
        }),
      ).rejects.toBe(fault);
      expect(await storage.factsHash()).toBe(before);
      expect(await storage.stores.audit.list({ limit: 10 })).toEqual([]);
      await close();
    });

    test('leaves nothing at whichever row a bulk write fails', async () => {
      const { storage, close } = await open();
      await withSubmission(storage.stores);
      const before = await storage.factsHash();
      const rows = 12;
      for (let bad = 0; bad < rows; bad += 1) {
        const revisions = Array.from({ length: rows }, (_, row) =>
          aRevision({
            unit: String(row),
            figure: { kind: 'counts', passes: row === bad ? 201 : 1, total: 200 },
          }),
        );
        await expect(storage.stores.observations.append(revisions)).rejects.toThrow();
        await expect(
          storage.stores.transaction(async (stores) => {
            await keepAssessments(stores, [anAssessment()]);
            await stores.observations.append(revisions);
            return ok(null);
          }),
        ).rejects.toThrow();
        expect(await storage.factsHash()).toBe(before);
      }
      expect(await storage.stores.assessments.all()).toEqual([]);
      await close();
    });

    test('cannot be kept after a write failed in it, even if its work swallowed the error', async () => {
      const { storage, close } = await open();
      await withSubmission(storage.stores);
      const before = await storage.factsHash();
      await expect(
        storage.stores.transaction(async (stores) => {
          const bad = aRevision({ figure: { kind: 'counts', passes: 3, total: 2 } });
          await stores.observations.append([aRevision(), bad]).catch(() => 0);
          return ok(null);
        }),
      ).rejects.toThrow();
      expect(await storage.factsHash()).toBe(before);
      await close();
    });

    test('another request’s write during a failing transaction neither vanishes nor slips in', async () => {
      const { storage, close } = await open();
      await withSubmission(storage.stores);
      const gate = aGate();
      const failing = storage.stores.transaction(async (stores) => {
        await stores.observations.append([aRevision({ unit: 'mine' })]);
        await gate.passed;
        return refuse({ code: 'submission.ledger-moved' });
      });
      // Begun while the first transaction stands open, as a second request would.
      const other = storage.stores.observations.append([aRevision({ unit: 'theirs' })]);
      const audited = storage.stores.audit.append([anEntry()]);
      gate.open();
      expect((await failing).ok).toBe(false);
      expect(await other).toBe(1);
      expect(await audited).toBe(1);
      const units = (await storage.stores.observations.current({})).map((entry) => entry.unit);
      expect(units).toEqual(['theirs']);
      await close();
    });

    test('waits for the one before it and sees what that one left', async () => {
      const { storage, close } = await open();
      await withSubmission(storage.stores);
      const steps: string[] = [];
      const one = (name: string) =>
        storage.stores.transaction(async (stores) => {
          steps.push(`${name} begins`);
          const { position } = await stores.observations.position();
          await stores.observations.append([aRevision({ unit: name })]);
          await Promise.resolve();
          steps.push(`${name} ends`);
          return ok(position);
        });
      expect(await Promise.all([one('a'), one('b'), one('c')])).toEqual([ok(0), ok(1), ok(2)]);
      expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
      await close();
    });

    test('is invisible to readers until it is kept', async () => {
      const { storage, close } = await open();
      await withSubmission(storage.stores);
      const written = aGate();
      const gate = aGate();
      const running = storage.stores.transaction(async (stores) => {
        await writeEverywhere(stores);
        written.open();
        await gate.passed;
        return ok(null);
      });
      await written.passed;
      expect(await storage.stores.observations.position()).toEqual({ position: 0, recordedAt: null });
      expect(await storage.stores.assessments.all()).toEqual([]);
      expect(await storage.stores.alerts.list({})).toEqual([]);
      gate.open();
      await running;
      expect(await storage.stores.observations.position()).toEqual({ position: 1, recordedAt: now });
      expect(await storage.stores.assessments.all()).toEqual([anAssessment()]);
      expect(await storage.stores.alerts.list({})).toHaveLength(1);
      await close();
    });

    test('reports misuse instead of waiting for itself: outer stores, a second one inside, stores kept for later', async () => {
      const { storage, close } = await open();
      await withSubmission(storage.stores);
      const inside = storage.stores.transaction(async () => {
        await storage.stores.observations.append([aRevision()]);
        return ok(null);
      });
      await expect(inside).rejects.toThrow('only through the stores that it was given');
      const nested = storage.stores.transaction((stores) =>
        stores.transaction(() => Promise.resolve(ok(null))),
      );
      await expect(nested).rejects.toThrow('inside another');
      const kept: Stores[] = [];
      await storage.stores.transaction((stores) => {
        kept.push(stores);
        return Promise.resolve(ok(null));
      });
      for (const stores of kept) {
        await expect(stores.observations.append([aRevision()])).rejects.toThrow(
          'after its transaction had ended',
        );
      }
      const unawaited = storage.stores.transaction((stores) => {
        stores.observations.append(manyRevisions()).catch(() => undefined);
        return Promise.resolve(ok(null));
      });
      await expect(unawaited).rejects.toThrow('await them');
      expect(await storage.stores.observations.current({})).toEqual([]);
      await close();
    });
  });
};

const writeEverywhere = async (stores: Stores): Promise<void> => {
  const submission = await stores.submissions.create(aSubmission());
  await stores.submissions.keepDraft(submission, '{}');
  await stores.observations.append([aRevision({ submission })]);
  await keepAssessments(stores, [anAssessment()]);
  await stores.alerts.record([opened()], now);
  await stores.audit.append([anEntry()]);
};

const manyRevisions = () => Array.from({ length: 1000 }, (_, row) => aRevision({ unit: String(row) }));

const aGate = (): { readonly passed: Promise<void>; readonly open: () => void } => {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
};
