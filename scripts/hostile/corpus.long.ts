import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileBytes, hostileCorpus } from '../../server/src/testing/hostile-corpus';
import adapter from './adapter.mjs';

const { cases, defaults } = hostileCorpus();
const highest = { mb: 0, ms: 0, waitMs: 0 };

beforeAll(() => adapter.start());
afterAll(async () => {
  await adapter.stop();
  console.log(
    `${cases.length} files: at most ${highest.mb} MB, ${Math.round(highest.ms)} ms a file from upload to approval, and ${Math.round(highest.waitMs)} ms waiting (p99) for others`,
  );
});

describe('every file of the hostile corpus against a built server of its own, with an empty ledger', () => {
  test.each(cases.map((entry) => [entry.id, entry.what, entry] as const))(
    '%s %s',
    async (_, _what, entry) => {
      await adapter.reset();
      const before = await adapter.snapshot();
      const others = watch();
      const began = performance.now();
      const { outcome, stored } = await adapter.upload(hostileBytes(entry), entry.upload_name);
      const took = performance.now() - began;
      const wait = await others.stop();
      const after = await adapter.snapshot();

      expect([entry.expected, ...entry.also_acceptable]).toContain(outcome);
      if (outcome.startsWith('reject')) expect(after.hash).toBe(before.hash);
      else {
        if (entry.good_rows !== null) expect(stored).toBe(entry.good_rows);
        for (const [key, [passes, total]] of Object.entries(entry.values ?? {}))
          expect(after.facts[key]?.slice(0, 2), key).toEqual([passes, total]);
      }
      const mb = adapter.peakRssMb();
      const { wall_ms: wallMs = defaults.budget.wall_ms } = entry.budget ?? {};
      expect(took).toBeLessThanOrEqual(wallMs);
      expect(wait).toBeLessThanOrEqual(defaults.budget.health_check_p99_ms);
      expect(mb).toBeLessThanOrEqual(defaults.budget.peak_rss_mb);
      highest.mb = Math.max(highest.mb, mb);
      highest.ms = Math.max(highest.ms, took);
      highest.waitMs = Math.max(highest.waitMs, wait);
    },
  );
});

/** Asks for the server's health without pause; told to stop, answers how long 99 of 100 others waited at most. */
const watch = () => {
  const waits: number[] = [];
  const end = new AbortController();
  const watching = (async () => {
    while (!end.signal.aborted) waits.push(await adapter.health());
  })();
  return {
    stop: async (): Promise<number> => {
      end.abort();
      await watching;
      return waits.sort((one, other) => one - other)[Math.floor(waits.length * 0.99)] ?? 0;
    },
  };
};
