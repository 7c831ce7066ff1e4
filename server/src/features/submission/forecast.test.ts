import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disagreementsIn } from '../../cli/disagreements';
import { approve } from '../../testing/approve';
import type { Person } from '../../testing/a-person';
import { aSheet, type SheetRow } from '../../testing/a-sheet';
import { keyOf } from '../../testing/key-of';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

const units = ['城区', '海丰县', '陆丰市', '陆河县'] as const;
const quarters = ['2022Q1', '2022Q2', '2023Q3', '2024Q4', '2025Q1', '2025Q2', '2025Q3'] as const;

/** Figures unlike those of the demonstration, in every year it has. */
const rows: readonly SheetRow[] = units.flatMap((unit, place) =>
  quarters.map(
    (quarter, step): SheetRow => ['食品抽检合格率', unit, quarter, 150 + place * 7 + step, 190 + step],
  ),
);
const bytes = (list: readonly SheetRow[]): Uint8Array => Buffer.from(aSheet(list));

let server: TestServer;
let statistician: Person;

beforeEach(async () => {
  server = await startTestServer();
  statistician = await server.signIn('demo-statistician');
});
afterEach(() => server.stop());

/** Submits and has it approved: the status of the submitting. */
const commit = async (submission: string, ledgerPosition: number) => {
  const submitted = await statistician.tryChange('submission.submit', {
    submission,
    ledgerPosition,
    reason: '更正',
    explanation: '已核实',
  });
  if (submitted.status === 200) await approve(server, submission);
  return submitted;
};

describe('what a commit stores of its forecast', () => {
  test('is what judging the whole ledger anew gives', async () => {
    const { submission } = await statistician.submit('a.csv', bytes(rows));
    const { ledgerPosition, counts } = await statistician.query('submission.preview', { submission });
    expect(counts).toMatchObject({ refused: 0 });
    expect(counts.new + counts.changed).toBe(rows.length);
    expect((await commit(submission, ledgerPosition)).status).toBe(200);
    expect(await disagreementsIn(server.instance)).toEqual([]);
  });

  test('is the same when the forecast was lost, as after a restart', async () => {
    const { submission } = await statistician.submit('a.csv', bytes(rows));
    const { ledgerPosition } = await statistician.query('submission.preview', { submission });
    server.services.forecasts.forget(await keyOf(server, submission));
    expect((await commit(submission, ledgerPosition)).status).toBe(200);
    expect(await disagreementsIn(server.instance)).toEqual([]);
  });

  test('is that of the corrected reading', async () => {
    const { submission } = await statistician.submit('a.csv', bytes(rows));
    await statistician.query('submission.preview', { submission });
    const correction = { sheet: '', row: 2, column: 'D', text: '160' };
    const corrected = await statistician.change('submission.correct', {
      submission,
      corrections: [correction],
    });
    expect((await commit(submission, corrected.ledgerPosition)).status).toBe(200);
    const stored = await server.instance.storage.stores.observations.current({
      indicators: ['food-pass-rate'],
      units: ['441502'],
      periods: ['2022-Q1'],
      basis: 'single',
    });
    expect(stored[0]?.figure).toMatchObject({ passes: 160 });
    expect(await disagreementsIn(server.instance)).toEqual([]);
  });

  test('is worked out once for a county and its reviewer, who look at other headlines', async () => {
    const county = await server.signIn('demo-county-441581');
    const sheet = aSheet([['食品抽检合格率', '陆丰市', '2025Q3', 180, 190]]);
    const { submission } = await county.submit('a.csv', Buffer.from(sheet));
    const { effects, ledgerPosition } = await county.query('submission.effects', { submission });
    expect(effects.map(({ unit }) => unit)).toEqual(['441500', '441581']);
    const { forecasts } = server.services;
    const request = {
      submission: await keyOf(server, submission),
      reading: 0,
      day: server.services.clock.today(),
    };
    const { forecast } = await forecasts.of(request);
    const said = { reason: '更正', explanation: '已核实' };
    await county.change('submission.submit', { submission, ledgerPosition, ...said });
    const reviewer = await server.signIn('demo-reviewer');
    const { preview } = await reviewer.query('publication.review', { submission });
    expect(preview?.effects.map(({ unit }) => unit)).toEqual(['441500']);
    expect((await forecasts.of(request)).forecast).toBe(forecast);
    await approve(server, submission);
    expect(await disagreementsIn(server.instance)).toEqual([]);
  });

  test('names the reading and the ledger that its effects hold for', async () => {
    const { submission } = await statistician.submit('a.csv', bytes(rows));
    const seen = await statistician.query('submission.preview', { submission });
    const effects = await statistician.query('submission.effects', { submission });
    expect(effects).toMatchObject({ reading: 0, ledgerPosition: seen.ledgerPosition });
    expect(effects.effects.length).toBeGreaterThan(0);
    const correction = { sheet: '', row: 2, column: 'D', text: '160' };
    const corrected = await statistician.change('submission.correct', {
      submission,
      corrections: [correction],
    });
    expect(corrected.reading).toBe(1);
    expect((await statistician.query('submission.effects', { submission })).reading).toBe(1);
    const other = await statistician.submit('b.csv', bytes([['食品抽检合格率', '红海湾', '2025Q3', 10, 20]]));
    const { ledgerPosition } = await statistician.query('submission.preview', {
      submission: other.submission,
    });
    expect((await commit(other.submission, ledgerPosition)).status).toBe(200);
    expect(await statistician.query('submission.effects', { submission })).toMatchObject({
      reading: 1,
      ledgerPosition: ledgerPosition + 1,
    });
  });

  test('is worked out again when somebody else committed in between', async () => {
    const mine = await statistician.submit('a.csv', bytes(rows));
    const seen = await statistician.query('submission.preview', { submission: mine.submission });
    const other = await statistician.submit('b.csv', bytes([['食品抽检合格率', '红海湾', '2025Q3', 10, 20]]));
    const { ledgerPosition } = await statistician.query('submission.preview', {
      submission: other.submission,
    });
    expect((await commit(other.submission, ledgerPosition)).status).toBe(200);
    expect((await commit(mine.submission, seen.ledgerPosition)).status).toBe(409);
    const again = await statistician.query('submission.preview', { submission: mine.submission });
    expect(again.ledgerPosition).toBe(seen.ledgerPosition + 1);
    expect((await commit(mine.submission, again.ledgerPosition)).status).toBe(200);
    expect(await disagreementsIn(server.instance)).toEqual([]);
  });
});
