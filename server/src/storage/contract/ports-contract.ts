import { createHash } from 'node:crypto';
import { checkChain, emptyTrail } from '@zhibiao/shared/access';
import { ok, refuse } from '@zhibiao/shared/result';
import { describe, expect, test } from 'vitest';
import type { OpenEngine } from './engine';
import {
  anAlert,
  anAssessment,
  anEntry,
  aSubmission,
  keepAssessments,
  now,
  opened,
  statistician,
} from './makers';

/** What the smaller ports promise. */
export const portsContract = (open: OpenEngine): void => {
  describe('the memory of layouts', () => {
    test('keeps the newest answers of each layout and owner apart, and forgets what it is told to', async () => {
      const { storage, close } = await open();
      const { layouts } = storage.stores;
      const later = '2025-10-16T02:05:00.000Z';
      const answers = { roles: { 问题批次: 'failures' }, units: { 湾区: 'red-bay' } } as const;
      await layouts.remember('unit:441581', { signature: 'a|b', answers: {}, at: now });
      await layouts.remember('unit:441581', { signature: 'a|b', answers, at: later });
      await layouts.remember('unit:441581', { signature: 'c', answers: {}, at: now });
      await layouts.remember('person:x', { signature: 'a|b', answers: {}, at: now });
      expect(await layouts.recall('unit:441581', ['a|b', 'never'])).toEqual([
        { signature: 'a|b', answers, at: later },
      ]);
      expect(await layouts.forget('unit:441581', ['a|b', 'never'])).toBe(1);
      expect(await layouts.recall('unit:441581', ['a|b'])).toEqual([]);
      expect(await layouts.recall('person:x', ['a|b'])).toHaveLength(1);
      expect(await layouts.recall('unit:441581', ['c'])).toHaveLength(1);
      await close();
    });
  });

  describe('submissions', () => {
    test('a draft is kept, replaced, read and deleted, and the submission is settled once', async () => {
      const { storage, close } = await open();
      const { submissions } = storage.stores;
      const submission = aSubmission();
      expect(await submissions.create(submission)).toBe(1);
      await submissions.keepDraft(1, '{"rows":1}');
      await submissions.keepDraft(1, '{"rows":2}');
      expect(await submissions.draft(1)).toBe('{"rows":2}');
      const counts = { new: 5, changed: 2, same: 1, refused: 0 };
      const later = '2025-10-16T02:05:00.000Z';
      expect(await submissions.settle(1, 'approved', { at: later, counts, reason: '更正' })).toBe(true);
      expect(await submissions.settle(1, 'discarded', { at: later, counts, reason: '' })).toBe(false);
      expect(await submissions.settle(99, 'refused', { at: later, counts, reason: '' })).toBe(false);
      await submissions.deleteDraft(1);
      expect(await submissions.draft(1)).toBeNull();
      const kept = await submissions.find(1);
      expect(kept).toEqual({
        id: 1,
        ...submission,
        state: 'approved',
        settledAt: later,
        counts,
        reason: '更正',
      });
      expect(await submissions.findOutside(submission.outsideId)).toEqual(kept);
      expect(await submissions.find(2)).toBeNull();
      expect(await submissions.findOutside('f'.repeat(32))).toBeNull();
      await close();
    });

    test('the history is newest first, in pages, of one person or of all; the same file is found by its hash', async () => {
      const { storage, close } = await open();
      const { submissions } = storage.stores;
      const county = { ...statistician, id: 'demo-county' };
      for (const by of [statistician, county, statistician]) await submissions.create(aSubmission({ by }));
      await submissions.create(aSubmission({ sha256: 'c'.repeat(64) }));
      const counts = { new: 0, changed: 0, same: 0, refused: 1 };
      await submissions.settle(4, 'refused', { at: now, counts, reason: 'file.empty' });
      const ids = async (filter: Parameters<typeof submissions.list>[0]) =>
        (await submissions.list(filter)).map((record) => record.id);
      expect(await ids({ limit: 2 })).toEqual([4, 3]);
      expect(await ids({ limit: 2, before: 3 })).toEqual([2, 1]);
      expect(await ids({ limit: 9, byId: 'demo-county' })).toEqual([2]);
      expect(await ids({ limit: 9, states: ['refused', 'discarded'] })).toEqual([4]);
      expect((await submissions.bySha('a'.repeat(64))).map((record) => record.id)).toEqual([3, 2, 1]);
      await close();
    });
  });

  describe('assessments', () => {
    test('a sheet comes back whole, and a new one takes its place', async () => {
      const { storage, close } = await open();
      const { assessments } = storage.stores;
      const bare = anAssessment({
        unit: '441523',
        figure: null,
        derivation: null,
        rateText: null,
        value: null,
        verdict: 'no-data',
        legs: [],
        light: 'none',
        lightReason: 'no-figure',
        evidence: null,
        interval95: null,
        shortBy: null,
        outlook: null,
      });
      const score = anAssessment({ unit: '441581', figure: { kind: 'score', score: '84.30' }, value: 84.3 });
      await keepAssessments(storage.stores, [
        anAssessment({ light: 'miss' }),
        anAssessment({ basis: 'single' }),
      ]);
      await keepAssessments(storage.stores, [anAssessment(), bare, score]);
      expect(await assessments.all()).toEqual([
        anAssessment(),
        bare,
        score,
        anAssessment({ basis: 'single' }),
      ]);
      await assessments.clear();
      expect(await assessments.all()).toEqual([]);
      await close();
    });

    test('they are found by period across units, and by indicator across periods', async () => {
      const { storage, close } = await open();
      const { assessments } = storage.stores;
      const all = ['drug-pass-rate', 'food-pass-rate'].flatMap((indicator) =>
        ['441521', '441523'].flatMap((unit) =>
          ['2024', '2025-Q2', '2025-Q3'].flatMap((period) =>
            (['cumulative', 'single'] as const).map((basis) =>
              anAssessment({ indicator, unit, period, basis }),
            ),
          ),
        ),
      );
      await keepAssessments(storage.stores, all);
      expect(await assessments.find({ period: '2025-Q3', basis: 'single' })).toEqual(
        all.filter((one) => one.period === '2025-Q3' && one.basis === 'single'),
      );
      const narrow = {
        period: '2024',
        basis: 'cumulative',
        units: ['441523', 'x'],
        indicators: ['food-pass-rate'],
      } as const;
      expect(await assessments.find(narrow)).toEqual([
        anAssessment({ period: '2024', unit: '441523', indicator: 'food-pass-rate' }),
      ]);
      expect(await assessments.find({ ...narrow, units: [] })).toEqual([]);
      const many = Array.from({ length: 20 }, (_, position) => String(441_510 + position));
      expect((await assessments.find({ ...narrow, units: many })).map((one) => one.unit)).toEqual([
        '441521',
        '441523',
      ]);
      const sheet = await assessments.sheet({
        indicator: 'food-pass-rate',
        fromYear: 2025,
        units: ['441521'],
      });
      expect(sheet.map((one) => `${one.unit} ${one.period} ${one.basis}`)).toEqual([
        '441521 2025-Q2 cumulative',
        '441521 2025-Q2 single',
        '441521 2025-Q3 cumulative',
        '441521 2025-Q3 single',
      ]);
      const lastYear = await assessments.sheet({
        indicator: 'drug-pass-rate',
        basis: 'single',
        toYear: 2024,
      });
      expect(lastYear.map((one) => one.unit)).toEqual(['441521', '441523']);
      expect(await assessments.sheet({ indicator: 'nothing' })).toEqual([]);
      expect(await assessments.periods()).toEqual(['2024', '2025-Q2', '2025-Q3']);
      await close();
    });
  });

  describe('alerts', () => {
    test('an alert opens, grows worse, eases, closes and opens again, and its life is kept', async () => {
      const { storage, close } = await open();
      const { alerts } = storage.stores;
      const at = (day: number) => `2025-10-${day}T02:00:00.000Z`;
      const only = async () => (await alerts.list({}))[0];
      await alerts.record([opened()], at(10));
      expect(await only()).toEqual({ id: 1, ...anAlert(), openedAt: at(10), changedAt: at(10) });
      const worse = anAlert({ level: 'red', rules: ['R1', 'O1', 'B1'], period: '2025-Q3' });
      await alerts.record([{ event: 'escalated', alert: worse }], at(11));
      expect(await only()).toEqual({ id: 1, ...worse, openedAt: at(10), changedAt: at(11) });
      await alerts.record([{ event: 'unchanged', alert: { ...worse, rules: ['R1'] } }], at(12));
      await alerts.record([{ event: 'deescalated', alert: anAlert({ level: 'yellow' }) }], at(13));
      const quiet = anAlert({ level: 'none', rules: [], since: null });
      await alerts.record([{ event: 'closed', alert: quiet }], at(14));
      expect(await only()).toEqual({ id: 1, ...quiet, openedAt: at(10), changedAt: at(14) });
      await alerts.record([opened()], at(15));
      expect(await only()).toMatchObject({ id: 1, level: 'orange', openedAt: at(15) });
      const life = await alerts.events(1);
      expect(life.map(({ event, level, notify, at: when }) => [event, level, notify, when])).toEqual([
        ['opened', 'orange', true, at(10)],
        ['escalated', 'red', true, at(11)],
        ['deescalated', 'yellow', false, at(13)],
        ['closed', 'none', false, at(14)],
        ['opened', 'orange', true, at(15)],
      ]);
      expect(life[1]).toMatchObject({ rules: worse.rules, period: '2025-Q3', figures: worse.figures });
      await close();
    });

    test('a blue notice has no life: it was never opened', async () => {
      const { storage, close } = await open();
      const { alerts } = storage.stores;
      const blue = anAlert({ level: 'blue', rules: ['B1'], since: null });
      await alerts.record([{ event: 'unchanged', alert: blue }], now);
      expect(await alerts.list({})).toEqual([{ id: 1, ...blue, openedAt: null, changedAt: now }]);
      expect(await alerts.events(1)).toEqual([]);
      await close();
    });

    test('they are listed by unit, indicator and year, the latest change first', async () => {
      const { storage, close } = await open();
      const { alerts } = storage.stores;
      await alerts.record([opened({ unit: '1' }), opened({ unit: '2' })], now);
      await alerts.record([opened({ unit: '3', year: 2024 })], '2025-10-15T02:00:00.000Z');
      const units = async (filter: Parameters<typeof alerts.list>[0]) =>
        (await alerts.list(filter)).map((alert) => alert.unit);
      expect(await units({})).toEqual(['2', '1', '3']);
      expect(await units({ year: 2024 })).toEqual(['3']);
      expect(await units({ indicators: [] })).toEqual([]);
      expect(await units({ units: ['1', '3'], indicators: ['food-pass-rate'] })).toEqual(['1', '3']);
      await close();
    });

    test('the day on which an indicator was judged is the last one noted', async () => {
      const { storage, close } = await open();
      const { alerts } = storage.stores;
      await alerts.noteJudged(['food', 'farm'], '2025-10-16');
      await alerts.noteJudged(['farm'], '2025-10-17');
      expect(await alerts.judgedOn()).toEqual(
        new Map([
          ['food', '2025-10-16'],
          ['farm', '2025-10-17'],
        ]),
      );
      await close();
    });
  });

  describe('sessions', () => {
    test('a session is found by the hash of its token until it is ended', async () => {
      const { storage, close } = await open();
      const { sessions } = storage.stores;
      const session = (letter: string, id = 'demo-leader') => ({
        tokenHash: letter.repeat(64),
        accountId: id,
        actor: letter === 'b' ? null : { ...statistician, id, departments: ['food'], unit: null },
        duty: letter === 'b' ? ('change-password' as const) : null,
        address: '10.0.0.7',
        browser: 'Firefox',
        createdAt: now,
        lastSeenAt: now,
        expiresAt: `2025-10-16T1${letter === 'a' ? 0 : 4}:00:00.000Z`,
      });
      await sessions.create(session('a'));
      await sessions.create(session('b'));
      await sessions.create(session('c', 'demo-county'));
      expect(await sessions.find('a'.repeat(64))).toEqual(session('a'));
      expect(await sessions.find('b'.repeat(64))).toEqual(session('b'));
      expect(await sessions.listOf('demo-leader')).toEqual([session('a'), session('b')]);
      await sessions.touch('a'.repeat(64), '2025-10-16T03:00:00.000Z');
      expect((await sessions.find('a'.repeat(64)))?.lastSeenAt).toBe('2025-10-16T03:00:00.000Z');
      expect(await sessions.deleteExpired('2025-10-16T12:00:00.000Z')).toBe(1);
      expect(await sessions.find('a'.repeat(64))).toBeNull();
      await sessions.delete('c'.repeat(64));
      await sessions.delete('c'.repeat(64));
      expect(await sessions.find('c'.repeat(64))).toBeNull();
      expect(await sessions.deleteOf('demo-leader')).toBe(1);
      expect(await sessions.find('b'.repeat(64))).toBeNull();
      await close();
    });
  });

  describe('the audit trail', () => {
    test('keeps order by number, whatever the clock does, and lists newest first in pages', async () => {
      const { storage, close } = await open();
      const { audit } = storage.stores;
      const earlier = anEntry({
        at: '2015-01-01T00:00:00.000Z',
        event: 'access.sign-in',
        actor: null,
        after: null,
      });
      expect(await audit.append([anEntry(), earlier])).toBe(2);
      expect(await audit.append([anEntry({ outcome: 'refused', before: '[1]' })])).toBe(3);
      expect(await audit.append([])).toBe(3);
      const listed = await audit.list({ limit: 2 });
      const chain = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
      expect(listed).toEqual([
        { sequence: 3, chain, ...anEntry({ outcome: 'refused', before: '[1]' }) },
        { sequence: 2, chain, ...earlier },
      ]);
      const numbers = async (filter: Parameters<typeof audit.list>[0]) =>
        (await audit.list(filter)).map((entry) => entry.sequence);
      expect(await numbers({ limit: 9, before: 3 })).toEqual([2, 1]);
      expect(await numbers({ limit: 9, actorId: statistician.id })).toEqual([3, 1]);
      expect(await numbers({ limit: 9, events: ['access.sign-in'] })).toEqual([2]);
      await close();
    });

    test('is searched by time, person, object and outcome, and read in order', async () => {
      const { storage, close } = await open();
      const { audit } = storage.stores;
      await audit.append([
        anEntry({ at: '2025-10-15T15:59:59.999Z', object: 'submission:1' }),
        anEntry({ at: '2025-10-15T16:00:00.000Z', object: 'submission:12', outcome: 'failed' }),
        anEntry({ at: '2025-10-16T16:00:00.000Z', object: 'x', actor: null }),
      ]);
      const numbers = async (question: object) =>
        (await audit.list({ limit: 9, ...question })).map((entry) => entry.sequence);
      expect(await numbers({ from: '2025-10-15T16:00:00.000Z', until: '2025-10-16T16:00:00.000Z' })).toEqual([
        2,
      ]);
      expect(await numbers({ person: '统计' })).toEqual([2, 1]);
      expect(await numbers({ person: 'STATISTICIAN' })).toEqual([2, 1]);
      expect(await numbers({ person: '%' })).toEqual([]);
      expect(await numbers({ object: 'submission:1' })).toEqual([2, 1]);
      expect(await numbers({ object: 'submission:12', outcome: 'failed' })).toEqual([2]);
      expect((await audit.after(1, 9)).map((entry) => entry.sequence)).toEqual([2, 3]);
      expect((await audit.after(0, 1)).map((entry) => entry.sequence)).toEqual([1]);
      await close();
    });

    test('each entry seals all before it, and what is kept is clean', async () => {
      const { storage, close } = await open();
      const { audit } = storage.stores;
      expect(await audit.head()).toEqual(emptyTrail);
      await audit.append([anEntry({ object: 'a\r\nb' }), anEntry({ after: '{"password":"x"}' })]);
      await storage.stores.transaction(async (stores) => {
        await stores.audit.append([anEntry()]);
        return ok(null);
      });
      const entries = await audit.after(0, 9);
      expect(entries.map(({ object, after }) => [object, after]).slice(0, 2)).toEqual([
        ['a\\u000d\\u000ab', '{"position":1}'],
        ['submission:1', '{"password":"***"}'],
      ]);
      const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
      const check = checkChain([], sha256);
      for (const entry of entries) expect(check.take(entry)).toBe(true);
      expect(check.end()).toBeNull();
      expect(await audit.head()).toEqual(check.head());
      await close();
    });

    test('whoever listens is told of each new head once it is committed, and never of what was not', async () => {
      const { storage, close } = await open();
      const { stores } = storage;
      const told: number[] = [];
      storage.onAudited(({ sequence }) => told.push(sequence));
      await stores.audit.append([anEntry(), anEntry()]);
      await stores.audit.append([]);
      await stores.transaction(async (inside) => {
        await inside.audit.append([anEntry()]);
        expect(told).toEqual([2]);
        return ok(null);
      });
      await stores.transaction(async (inside) => {
        await inside.audit.append([anEntry()]);
        return refuse({ code: 'submission.ledger-moved' });
      });
      expect(told).toEqual([2, 3]);
      await close();
    });
  });

  describe('programme files', () => {
    test('a new version is kept beside the old one, the same again is not', async () => {
      const { storage, close } = await open();
      const { programmes } = storage.stores;
      const file = (letter: string, json: string) =>
        ({
          kind: 'programme',
          code: 'shanwei-2025',
          sha256: letter.repeat(64),
          json,
          loadedAt: now,
        }) as const;
      expect(await programmes.newest('programme')).toBeNull();
      const first = await programmes.keep(file('a', '{"v":1}'));
      expect(first).toEqual({ version: { id: 1, ...file('a', '{"v":1}') }, added: true });
      expect((await programmes.keep(file('a', '{"v":1}'))).added).toBe(false);
      await programmes.keep(file('b', '{"v":2}'));
      expect((await programmes.keep(file('a', '{"v":1}'))).added).toBe(true);
      expect(await programmes.keep({ ...file('d', '{}'), kind: 'units', code: 'shanwei' })).toMatchObject({
        added: true,
      });
      expect((await programmes.newest('programme'))?.json).toBe('{"v":1}');
      expect((await programmes.newest('units', 'shanwei'))?.json).toBe('{}');
      expect(await programmes.newest('units', 'elsewhere')).toBeNull();
      expect((await programmes.versions('programme', 'shanwei-2025')).map((one) => one.id)).toEqual([
        3, 2, 1,
      ]);
      await close();
    });
  });
};
