import { beforeAll, describe, expect, test } from 'vitest';
import { disagreementsIn } from '../../cli/disagreements';
import type { Person } from '../../testing/a-person';
import { aSheet } from '../../testing/a-sheet';
import { approve, publishAll } from '../../testing/approve';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let statistician: Person;
let leader: Person;
let reviewer: Person;

beforeAll(async () => {
  server = await startTestServer();
  [statistician, leader, reviewer] = [
    await server.signIn('demo-statistician'),
    await server.signIn('demo-leader'),
    await server.signIn('demo-reviewer'),
  ];
});

/** A figure that nobody has published: each call another one. */
let passes = 480;
const submitOne = async (unit = '陆丰市', period = '2025Q3'): Promise<string> => {
  passes += 1;
  const { submission } = await statistician.submit(
    'a.csv',
    aSheet([['食品抽检合格率', unit, period, passes, 531]]),
  );
  const { ledgerPosition } = await statistician.query('submission.preview', { submission });
  const said = { reason: '复检后更正', explanation: '复检后更正' };
  await statistician.change('submission.submit', { submission, ledgerPosition, ...said });
  return submission;
};

/** Every page of published figures, as it is answered. */
const pagesOf = async (person: Person, asOf?: string) => {
  const page = { basis: 'cumulative', ...(asOf === undefined ? {} : { asOf }) } as const;
  const { index } = server.services;
  const codes = index.programme.indicators.map(({ code }) => code);
  const answers: unknown[] = [
    await person.query('evaluation.overview', page),
    await person.query('evaluation.overview', { ...page, basis: 'single', period: '2025-Q2' }),
    await person.query('evaluation.comparison', page),
    await person.query('evaluation.comparison', { ...page, basis: 'single', indicator: 'food-pass-rate' }),
  ];
  for (const indicator of codes) {
    answers.push(await person.query('evaluation.indicator', { ...page, indicator }));
    answers.push(
      await person.query('evaluation.indicator', { ...page, indicator, unit: '441581', basis: 'single' }),
    );
  }
  return answers;
};

/** Without the line that says which version this is and how many there are by now. */
const figuresOf = (answers: readonly unknown[]) =>
  answers.map((answer) => {
    const view = answer as { readonly stamp: object };
    return { ...view, stamp: { ...view.stamp, shown: null } };
  });

describe('the demonstration', () => {
  test('has a version for each quarter and one that corrects a published figure', async () => {
    const list = await leader.query('publication.list');
    expect(list.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    expect(list.filter(({ reason }) => reason !== '').map(({ number }) => number)).toEqual([4]);
    const { corrections, changes, from, to } = await leader.query('publication.changes', { number: 4 });
    expect([from?.number, to.number, corrections]).toEqual([3, 4, 1]);
    expect(changes[0]).toMatchObject({
      kind: 'corrected',
      indicator: 'manufacturing-pass-rate',
      unit: '441581',
      period: '2025-Q2',
      reason: expect.stringContaining('复检'),
      by: { zh: expect.stringContaining('陆丰') },
    });
  });

  test('is the same now and then: what is published is found wherever it is asked for', async () => {
    const { stamp } = await leader.query('evaluation.overview', { basis: 'cumulative' });
    expect(stamp.shown).toMatchObject({ kind: 'publication', number: 5, newest: 5 });
    expect(await disagreementsIn(server.instance)).toEqual([]);
  });
});

describe('a page as of a publication', () => {
  test('equals, figure by figure, what was published then, whatever came later', async () => {
    const asPublished = await pagesOf(leader);
    await approve(server, await submitOne());
    expect(await pagesOf(leader)).toEqual(asPublished);
    const number = await publishAll(server);
    expect(number).toBe(6);
    const now = await pagesOf(leader);
    expect(figuresOf(now)).not.toEqual(figuresOf(asPublished));
    for (const asOf of ['5', '2025-10-15', '2025-10-15T01:00:00.000Z']) {
      expect(figuresOf(await pagesOf(leader, asOf))).toEqual(figuresOf(asPublished));
    }
    expect(figuresOf(await pagesOf(leader, '6'))).toEqual(figuresOf(now));
    expect(await disagreementsIn(server.instance)).toEqual([]);
  });

  test('of last quarter shows last quarter, on its own day, and says that there are newer ones', async () => {
    const { stamp } = await leader.query('evaluation.overview', { basis: 'cumulative', asOf: '3' });
    expect(stamp.shown).toMatchObject({ kind: 'publication', number: 3, day: '2025-07-18', newest: 6 });
    expect(stamp.period).toBe('2025-Q2');
    expect(
      (await leader.query('evaluation.overview', { basis: 'cumulative', asOf: '2025-08-01' })).stamp.shown,
    ).toMatchObject({
      number: 3,
    });
  });

  test('that never was is not found', async () => {
    for (const asOf of ['99', '2020-01-01', 'x', '2025-13-99', '1 or 1=1']) {
      const { status, refusal } = await leader.tryQuery('evaluation.overview', { basis: 'single', asOf });
      expect([asOf, status, refusal?.code]).toEqual([asOf, 409, 'publication.unknown']);
    }
    for (const asOf of [1, ['1'], { $gt: '' }, null, true]) {
      expect((await leader.tryQuery('evaluation.overview', { basis: 'single', asOf })).status).toBe(400);
    }
  });
});

describe('the living ledger', () => {
  const passesOf = async (person: Person, unit: string): Promise<unknown> => {
    const { assessment } = await person.query('evaluation.indicator', {
      indicator: 'food-pass-rate',
      unit,
      basis: 'single',
      asOf: 'living',
    });
    return assessment.figure;
  };

  test('is seen by a reviewer and, for what they answer for, by those who report; by nobody else', async () => {
    await approve(server, await submitOne('陆丰市'));
    await approve(server, await submitOne('海丰县'));
    const [lufeng, haifeng] = [passes - 1, passes];
    const figure = (count: number) => ({ kind: 'counts', passes: count, total: 531 });
    expect(await passesOf(reviewer, '441581')).toEqual(figure(lufeng));
    expect(await passesOf(statistician, '441521')).toEqual(figure(haifeng));
    const county = await server.signIn('demo-county-441581');
    expect(await passesOf(county, '441581')).toEqual(figure(lufeng));
    expect(await passesOf(county, '441521')).not.toEqual(figure(haifeng));
    const department = await server.signIn('demo-statistician-department');
    expect(await passesOf(department, '441581')).not.toEqual(figure(lufeng));
    const asked = { basis: 'cumulative', asOf: 'living' } as const;
    expect((await reviewer.query('evaluation.overview', asked)).stamp.shown?.kind).toBe('living');
    expect(await leader.tryQuery('evaluation.overview', asked)).toMatchObject({
      status: 403,
      refusal: { code: 'access.not-allowed', operation: 'figures.living' },
    });
  });

  test('F5 never reaches the leader by a cache, however often two roles take turns', async () => {
    const address = (asOf?: string) =>
      `/trpc/evaluation.overview?input=${encodeURIComponent(JSON.stringify({ basis: 'cumulative', ...(asOf === undefined ? {} : { asOf }) }))}`;
    const published = (await leader.get(address())).text;
    const living = (await reviewer.get(address('living'))).text;
    expect(living).not.toBe(published);
    for (let round = 0; round < 200; round += 1) {
      expect((await reviewer.get(address('living'))).text).toBe(living);
      expect((await leader.get(address())).text).toBe(published);
      expect((await leader.get(address('living'))).status).toBe(403);
      expect((await reviewer.get(address())).text).toBe(published);
    }
  });
});

describe('publishing', () => {
  test('says beforehand what it does, and then does just that', async () => {
    const preview = await reviewer.query('publication.preview');
    expect(preview.summary).toMatchObject({ indicators: 1, added: 0, corrected: 2 });
    expect(preview.changes.map(({ unit, kind }) => [unit, kind])).toEqual([
      ['441581', 'corrected'],
      ['441521', 'corrected'],
    ]);
    const open = async () => (await leader.query('alert.list', {})).open.length;
    const [before, { position }] = [await open(), preview];
    const publish = (words: object) =>
      reviewer.tryChange('publication.publish', { note: '更正', reason: '', position, ...words });
    expect((await publish({})).refusal).toEqual({ code: 'publication.reason-missing', count: 2 });
    expect((await publish({ reason: '复检', note: ' ' })).refusal?.code).toBe('publication.note-missing');
    expect((await publish({ reason: '复检', position: position - 1 })).refusal?.code).toBe(
      'submission.ledger-moved',
    );
    const done = await publish({ reason: '复检' });
    expect(done.data).toMatchObject({ position, reason: '复检' });
    expect((await open()) - before).toBeLessThanOrEqual(preview.summary.alertsOpened);
    const [entry] = await server.services.stores.audit.list({ limit: 1, events: ['publication.publish'] });
    // B12: what is published is proven by a hash in the trail.
    expect(entry?.after).toContain(done.data?.hash);
  });

  test('with nothing new is refused, and a comparison of two versions lists old, new, why and who', async () => {
    const { position } = await reviewer.query('publication.preview');
    expect(
      (await reviewer.tryChange('publication.publish', { note: 'x', reason: 'x', position })).refusal?.code,
    ).toBe('publication.nothing-to-publish');
    const compared = await leader.query('publication.compare', { from: '7', to: '5' });
    expect([compared.from?.number, compared.to.number]).toEqual([5, 7]);
    for (const change of compared.changes) {
      expect(change).toMatchObject({
        kind: 'corrected',
        reason: '复检后更正',
        by: { zh: expect.stringContaining('统计员') },
      });
    }
    expect(compared.changes.map(({ unit }) => unit)).toEqual(['441581', '441521']);
  });

  test('at a time is planned once, can be cancelled, and only lies ahead', async () => {
    const plan = { plannedFor: '2025-10-17T01:00:00.000Z', note: '三季度更正', reason: '复检' };
    const past = { ...plan, plannedFor: '2025-10-16T01:00:00.000Z' };
    expect((await reviewer.tryChange('publication.plan', past)).refusal?.code).toBe(
      'publication.time-out-of-reach',
    );
    const id = await reviewer.change('publication.plan', plan);
    expect((await reviewer.tryChange('publication.plan', plan)).refusal?.code).toBe(
      'publication.already-planned',
    );
    expect((await reviewer.query('publication.preview')).plan).toMatchObject({ id, ...plan });
    await reviewer.change('publication.cancelPlan', { id });
    expect((await reviewer.tryChange('publication.cancelPlan', { id })).refusal?.code).toBe(
      'publication.plan-unknown',
    );
    expect((await reviewer.query('publication.preview')).plan).toBeNull();
  });
});
