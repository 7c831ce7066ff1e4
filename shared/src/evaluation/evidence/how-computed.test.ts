import { describe, expect, test } from 'vitest';
import {
  aContext,
  anIndicator,
  atLeast,
  counts,
  judged,
  notBelowProvince,
  observed,
  rate,
  type ProgrammeParts,
} from '../a-programme.fixture';
import type { Assessment } from '../types';
import { howComputed, type HowEntry } from './how-computed';

const explain = (assessment: Assessment): ReadonlyMap<string, HowEntry> =>
  new Map(
    howComputed(assessment, {
      indicator: anIndicator(),
      addends: ['east', 'west', 'south'],
      revisions: 1,
    }).map((entry) => [entry.code, entry]),
  );

const planned: ProgrammeParts = {
  comparators: [atLeast('94.8'), notBelowProvince],
  plans: [{ unit: 'city', planned: 1240, firm: false }],
};

describe('how a figure was computed', () => {
  const running = judged(
    aContext(
      [
        observed('city', '2025-Q3', counts(880, 934), 'cumulative'),
        observed('province', '2025-Q3', rate('93.9'), 'cumulative'),
      ],
      planned,
    ),
    'city',
    '2025-Q3',
    'cumulative',
  );

  test('every step stands in the order in which it was reckoned', () => {
    expect([...explain(running).keys()]).toEqual([
      'counts',
      'rate',
      'reported',
      'revisions',
      'at-least',
      'province',
      'short-by',
      'interval',
      'tail',
      'budget',
      'burn',
      'required',
      'outlook',
      'light',
    ]);
  });

  test.each([
    ['rate', '880 ÷ 934 = 94.2184%'],
    ['at-least', '880 × 1000 = 880000 < 948 × 934 = 885432'],
    ['province', '94.2% > 93.9%'],
    ['short-by', '⌈94.8% × 934⌉ − 880 = 886 − 880 = 6'],
    ['tail', 'P(X ≤ 880 | n = 934, p = 94.8%) = 0.23'],
    ['budget', '⌊1240 × 5.2%⌋ = 64, 64 − 54 = 10'],
    ['burn', '(54 ÷ 934) ÷ 5.2% = 1.11'],
    ['required', '(1240 − 64 − 880) ÷ 306 = 296 ÷ 306 = 96.73%'],
    ['outlook', 'P(K ≤ 10), K ~ BetaBinomial(306, 54 + ½, 880 + ½) = 0.049'],
  ])('%s shows its reckoning', (code, formula) => {
    expect(explain(running).get(code)?.formula).toBe(formula);
  });

  test('a sum names how many units it is made of and what is missing', () => {
    const summed = judged(
      aContext([observed('east', '2025-Q3', counts(95, 100)), observed('west', '2025-Q3', counts(50, 50))]),
      'city',
      '2025-Q3',
    );
    const entries = explain(summed);
    expect(entries.get('summed-units')?.numbers).toEqual({ units: 3 });
    expect(entries.get('missing')?.numbers).toEqual({ missing: 1 });
    expect(entries.get('revisions')?.numbers).toEqual({ revisions: 1 });
  });

  test('no failures show what they can prove', () => {
    const all = judged(
      aContext([observed('city', '2025-Q3', counts(45, 45))], { comparators: [{ kind: 'all' }] }),
      'city',
      '2025-Q3',
    );
    expect(explain(all).get('zero-failures')).toEqual({
      code: 'zero-failures',
      formula: '0.05^(1/45)',
      numbers: { bound: '93.56' },
    });
    expect(explain(all).has('tail')).toBe(false);
  });

  test('a published rate has neither interval nor budget', () => {
    const published = judged(
      aContext([observed('city', '2025-Q3', rate('94.9'), 'cumulative')], planned),
      'city',
      '2025-Q3',
      'cumulative',
    );
    expect([...explain(published).keys()]).toEqual(['given', 'reported', 'revisions', 'at-least', 'light']);
    expect(explain(published).get('at-least')?.formula).toBe('94.9% > 94.8%');
  });

  test('without a figure only the light has something to say', () => {
    expect([...explain(judged(aContext([]), 'city', '2025-Q3')).keys()]).toEqual(['light']);
  });

  test('a spent year has no outlook to reckon', () => {
    const closed = judged(
      aContext([observed('city', '2025', counts(1180, 1240))], planned, '2026-02-01'),
      'city',
      '2025',
    );
    expect(explain(closed).has('outlook')).toBe(false);
    expect(explain(closed).get('light')?.numbers).toEqual({ light: 'met', reason: 'closed-met' });
  });
});
