import { describe, expect, test } from 'vitest';
import {
  afterMove,
  countCorrections,
  isEditable,
  isPublished,
  isWithReviewer,
  lifeStates,
  listChanges,
  mayPlan,
  mayPublish,
  moves,
  parseAsOf,
  publicationFor,
  summariseChanges,
  type ChangeEntry,
  type LifeState,
  type Move,
  type Publication,
} from '.';

const submission = (state: LifeState) => ({ id: '7', state, author: 'anna' });
const allMoves = Object.keys(moves) as readonly Move[]; // the keys of the table

describe('the life of a submission', () => {
  test('this and nothing else is allowed', () => {
    const allowed = allMoves.flatMap((move) =>
      lifeStates.flatMap((state) => {
        const person = moves[move].by === 'author' ? 'anna' : 'rita';
        const after = afterMove(move, submission(state), person);
        return after.ok ? [`${move}: ${state} → ${after.value}`] : [];
      }),
    );
    expect(allowed).toEqual([
      'submit: draft → submitted',
      'submit: returned → submitted',
      'submit: withdrawn → submitted',
      'withdraw: submitted → withdrawn',
      'discard: draft → discarded',
      'discard: returned → discarded',
      'discard: withdrawn → discarded',
      'take: submitted → under-review',
      'return: under-review → returned',
      'approve: under-review → approved',
    ]);
  });

  test('out of turn the answer names the state: approving twice, submitting what is approved, editing under review', () => {
    const twice = afterMove('approve', submission('approved'), 'rita');
    expect(twice).toEqual({
      ok: false,
      refusal: { code: 'submission.wrong-state', submission: '7', state: 'approved' },
    });
    expect(afterMove('submit', submission('approved'), 'anna').ok).toBe(false);
    expect(afterMove('withdraw', submission('under-review'), 'anna').ok).toBe(false);
    expect(isEditable('under-review')).toBe(false);
    expect(isEditable('returned')).toBe(true);
    expect(lifeStates.filter(isWithReviewer)).toEqual(['submitted', 'under-review']);
  });

  test('nobody reviews their own figures, in whatever state they are', () => {
    for (const move of ['take', 'return', 'approve'] as const) {
      for (const state of lifeStates) {
        expect(afterMove(move, submission(state), 'anna')).toEqual({
          ok: false,
          refusal: { code: 'publication.reviewer-is-author' },
        });
      }
    }
  });

  test('a stranger’s submission is as unknown to an author as one that never was', () => {
    for (const move of ['submit', 'withdraw', 'discard'] as const) {
      expect(afterMove(move, submission('draft'), 'bert')).toEqual({
        ok: false,
        refusal: { code: 'submission.unknown', submission: '7' },
      });
    }
  });
});

const publication = (number: number, publishedAt: string, position = number * 10): Publication => ({
  number,
  position,
  publishedAt,
  by: { id: 'rita', name: { zh: '丽', en: 'Rita' } },
  note: '',
  reason: '',
  hash: 'a'.repeat(64),
});

describe('which publication a page shows', () => {
  const two = [publication(1, '2025-04-20T01:00:00.000Z'), publication(2, '2025-07-20T01:00:00.000Z')];

  test.each([
    [undefined, { kind: 'newest' }],
    ['', { kind: 'newest' }],
    ['living', { kind: 'living' }],
    ['12', { kind: 'number', number: 12 }],
    ['2025-07-20', { kind: 'instant', at: '2025-07-20T15:59:59.999Z' }],
    ['2025-07-20T01:00Z', { kind: 'instant', at: '2025-07-20T01:00:00.000Z' }],
    ['2025-07-20T01:00:00Z', { kind: 'instant', at: '2025-07-20T01:00:00.000Z' }],
    ['2025-07-20T01:00:00.5Z', { kind: 'instant', at: '2025-07-20T01:00:00.500Z' }],
    ['0', null],
    ['-1', null],
    ['1e3', null],
    ['2025-07-20 01:00', null],
    ["1' or 1=1", null],
  ])('asOf %j is read as %j', (text, meant) => {
    expect(parseAsOf(text)).toEqual(meant);
  });

  test.each([
    [{ kind: 'newest' }, 2],
    [{ kind: 'number', number: 1 }, 1],
    [{ kind: 'instant', at: '2025-07-20T00:59:59.999Z' }, 1],
    [{ kind: 'instant', at: '2025-07-20T01:00:00.000Z' }, 2],
    [{ kind: 'instant', at: '2030-01-01T00:00:00.000Z' }, 2],
  ] as const)('%j is publication %i', (asOf, number) => {
    const found = publicationFor(two, asOf);
    expect(found.ok && found.value?.number).toBe(number);
  });

  test('before the first there is none, and a number that was never given is refused', () => {
    expect(publicationFor([], { kind: 'newest' })).toEqual({ ok: true, value: null });
    for (const asOf of [
      { kind: 'number', number: 3 },
      { kind: 'instant', at: '2025-04-20T00:59:59.999Z' },
    ] as const) {
      const found = publicationFor(two, asOf);
      expect(found.ok || found.refusal.code).toBe('publication.unknown');
    }
  });

  test('a submission is published once a publication reaches its last revision', () => {
    expect(isPublished(10, two[0] ?? null)).toBe(true);
    expect(isPublished(11, two[0] ?? null)).toBe(false);
    expect(isPublished(11, two[1] ?? null)).toBe(true);
    expect(isPublished(1, null)).toBe(false);
    expect(isPublished(0, two[1] ?? null)).toBe(false);
  });
});

const counts = (passes: number) => ({ kind: 'counts', passes, total: 100 }) as const;
const entry = (id: number, parts: Partial<ChangeEntry>): ChangeEntry => ({
  id,
  indicator: 'food',
  unit: 'east',
  period: '2025-Q1',
  basis: 'single',
  figure: counts(90),
  before: null,
  source: '',
  note: '',
  submission: `${id}`,
  recordedAt: '2025-04-20T01:00:00.000Z',
  reason: `why ${id}`,
  by: { zh: '安', en: 'Anna' },
  ...parts,
});

describe('what a publication changes', () => {
  test('a figure corrected twice is one change, from what was published to what is now, for the last reason', () => {
    const changes = listChanges([
      entry(12, { before: counts(91), figure: counts(92) }),
      entry(11, { before: counts(90), figure: counts(91) }),
    ]);
    expect(changes).toMatchObject([
      { kind: 'corrected', before: counts(90), after: counts(92), reason: 'why 12', submission: '12' },
    ]);
  });

  test('what came back to where it was is no change; corrections stand before what is new', () => {
    const changes = listChanges([
      entry(11, { unit: 'west' }),
      entry(12, { before: counts(90), figure: counts(91) }),
      entry(13, { before: counts(91), figure: counts(90) }),
      entry(14, { unit: 'north', before: counts(80), figure: null }),
    ]);
    expect(changes.map(({ kind, unit }) => [kind, unit])).toEqual([
      ['withdrawn', 'north'],
      ['added', 'west'],
    ]);
    expect(countCorrections(changes)).toBe(1);
    expect(summariseChanges(changes, 2)).toEqual({ indicators: 1, added: 1, corrected: 1, alertsOpened: 2 });
  });
});

describe('publishing', () => {
  const question = { position: 20, published: 10, corrections: 0, note: '三季度', reason: '' };

  test.each([
    ['what is approved since the last time', question, null],
    ['nothing new', { ...question, position: 10 }, 'publication.nothing-to-publish'],
    ['without a note', { ...question, note: ' ' }, 'publication.note-missing'],
    ['a correction without a reason', { ...question, corrections: 1 }, 'publication.reason-missing'],
    ['a correction with its reason', { ...question, corrections: 1, reason: '复检' }, null],
  ])('%s', (_, asked, code) => {
    const may = mayPublish(asked);
    expect(may.ok ? null : may.refusal.code).toBe(code);
  });

  test('a planned time lies ahead, and not beyond the next quarter', () => {
    const now = '2025-10-16T02:00:00.000Z';
    expect(mayPlan('2025-10-16T02:00:00.001Z', now).ok).toBe(true);
    expect(mayPlan('2026-01-16T02:00:00.000Z', now).ok).toBe(true);
    expect(mayPlan(now, now).ok).toBe(false);
    expect(mayPlan('2026-01-17T02:00:00.000Z', now).ok).toBe(false);
  });
});
