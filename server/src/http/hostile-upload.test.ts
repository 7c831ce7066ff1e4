import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePeriod } from '@zhibiao/shared/calendar';
import { approve } from '../testing/approve';
import type { Person } from '../testing/a-person';
import { hostileBytes, hostileCorpus, type HostileCase } from '../testing/hostile-corpus';
import { startTestServer, type TestServer } from '../testing/start-test-server';

const { cases, defaults } = hostileCorpus();
let server: TestServer;
let person: Person;

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('demo-statistician');
});

describe('every file of the hostile corpus, sent by a statistician, while others use the server', () => {
  test.each(cases.map((entry) => [entry.id, entry.what, entry] as const))(
    '%s %s',
    async (_, _what, entry) => {
      const bytes = hostileBytes(entry);
      const before = await server.factsHash();
      const others = watchHealth();
      const started = performance.now();
      const answer = await person.upload(entry.upload_name, bytes);
      const took = performance.now() - started;
      expect(answer.status).toBe(200);
      const { submission } = answer.json() as { readonly submission: string };
      const shown = await person.tryQuery('submission.preview', { submission });
      const waits = await others.stop();

      const preview = shown.data;
      if (preview === null) throw new Error(shown.answer.text);
      expect([entry.expected, ...entry.also_acceptable]).toContain(preview.outcome);
      for (const text of [answer.text, shown.answer.text]) {
        for (const word of [...(entry.must_not ?? []), ...defaults.must_not_leak]) {
          // What the sheet itself says is shown as it stands; it is React that draws it as text.
          if (!bytes.includes(word)) expect(text).not.toContain(word);
        }
      }
      expect(await server.factsHash()).toBe(before);
      if (preview.outcome.startsWith('reject')) {
        const { submission: id, ledgerPosition } = preview;
        const commit = await person.tryChange('submission.submit', {
          submission: id,
          ledgerPosition,
          reason: 'x',
        });
        expect(commit.status).toBe(409);
        expect(await server.factsHash()).toBe(before);
      } else await commits(entry, preview);
      expect(took).toBeLessThan(entry.budget?.wall_ms ?? defaults.budget.wall_ms);
      expect(waits[Math.floor(waits.length * 0.99)]).toBeLessThanOrEqual(defaults.budget.health_check_p99_ms);
    },
  );

  test('left no trace outside the data folder and the history shows every one of them', async () => {
    const history = await person.query('submission.history', {});
    expect(history.length).toBeGreaterThanOrEqual(cases.length);
    for (const { fileName } of history) expect(fileName).not.toMatch(/[\\/\p{Cc}]/u);
    expect(await server.instance.storage.inspect()).toEqual([]);
  });
});

const commits = async (
  entry: HostileCase,
  preview: { readonly submission: string; readonly ledgerPosition: number; readonly rowsGood: number },
): Promise<void> => {
  const { submission, ledgerPosition } = preview;
  if (entry.good_rows !== null) expect(preview.rowsGood).toBe(entry.good_rows);
  const said = { reason: '语料', explanation: '语料' };
  const done = await person.tryChange('submission.submit', { submission, ledgerPosition, ...said });
  // The demonstration holds lists of samples for one of the cases: no table changes what samples add up to.
  if (done.refusal?.code === 'submission.held-by-samples') {
    expect([entry.id, done.status]).toEqual(['o03', 409]);
    return;
  }
  // An earlier case may have stored the very same figures.
  if (done.refusal?.code !== 'submission.nothing-to-store') {
    expect(done.status).toBe(200);
    await approve(server, submission);
  }
  const { index, stores } = server.services;
  for (const [key, [passes, total]] of Object.entries(entry.values ?? {})) {
    const [indicator = '', unit = '', label = ''] = key.split('|');
    const period = label.replace(/^(\d{4})Q/, '$1-Q');
    if (parsePeriod(period) === null) continue;
    const found = await stores.observations.current({
      indicators: [index.indicatorNamed(indicator)?.code ?? ''],
      units: [index.unitNamed(unit)?.code ?? ''],
      periods: [period],
    });
    expect(
      found.map(({ figure }) => figure),
      key,
    ).toContainEqual({ kind: 'counts', passes, total });
  }
};

/** Asks for the health of the server again and again, as a page of somebody else would wait. */
const watchHealth = () => {
  const waits: number[] = [];
  const end = new AbortController();
  const watching = (async () => {
    for (;;) {
      const asked = performance.now();
      const { status } = await server.nobody.get('/healthz');
      expect(status).toBe(200);
      waits.push(performance.now() - asked);
      await nextTurn();
      if (end.signal.aborted) return;
    }
  })();
  return {
    stop: async (): Promise<readonly number[]> => {
      end.abort();
      await watching;
      return waits.sort((one, other) => one - other);
    },
  };
};
