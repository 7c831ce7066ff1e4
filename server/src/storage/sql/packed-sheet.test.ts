import type { Assessment, Leg } from '@zhibiao/shared/evaluation';
import { wilsonBounds, z95 } from '@zhibiao/shared/statistics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAssessment } from '../contract/makers';
import { packSheet, unpackSheet } from './packed-sheet';

const leg: fc.Arbitrary<Leg> = fc.record({
  comparator: fc.constantFrom('value', 'province', 'rising'),
  verdict: fc.constantFrom('met', 'short', 'no-data'),
  against: fc.option(fc.constantFrom('98.5', '97')),
  by: fc.option(
    fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((by) => by + 0),
    ),
  ),
  reference: fc.option(
    fc.constant({
      unit: '440000',
      period: '2024',
      basis: 'cumulative' as const,
      provisional: true,
      figure: { kind: 'rate' as const, rate: '98.7' },
    }),
  ),
});

const counts = fc
  .tuple(fc.nat(1_000_000), fc.nat(1_000_000))
  .map(([passes, more]) => ({ kind: 'counts' as const, passes, total: passes + more }));
const figure: fc.Arbitrary<Assessment['figure']> = fc.oneof(
  { weight: 5, arbitrary: counts },
  fc.constant(null),
  fc.constant({ kind: 'rate' as const, rate: '98.50' }),
  fc.constant({ kind: 'score' as const, score: '84.3' }),
);

/** Sheets as judging makes them, and sheets as it never would. */
const assessment = (unit: string): fc.Arbitrary<Assessment> =>
  fc
    .record({
      figure,
      usual: fc.boolean(),
      complete: fc.boolean(),
      missing: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.constant(['441521@2025-Q1'])),
      derivation: fc.constantFrom('reported', 'summed-units', null),
      rateText: fc.option(fc.constantFrom('98.50', '100.0')),
      verdict: fc.constantFrom('met', 'short', 'no-data'),
      legs: fc.array(leg, { maxLength: 3 }),
      light: fc.constantFrom('met', 'risk', 'miss', 'none'),
      lightReason: fc.constantFrom('met', 'no-figure'),
      evidence: fc.constantFrom('confidently-met', null),
      interval95: fc.option(fc.constant({ lower: 0.1, upper: 0.9 })),
      value: fc.option(fc.constantFrom(0.985, 1)),
      shortBy: fc.option(fc.nat(100)),
      outlook: fc.option(fc.constant({ probability: 0.41, word: 'uncertain' as const, tentative: true }), {
        freq: 1,
      }),
    })
    .map(({ usual, ...parts }) => {
      const made: Assessment = anAssessment({ ...parts, unit });
      if (!usual || made.figure?.kind !== 'counts' || made.figure.total === 0) return made;
      const { passes, total } = made.figure;
      return { ...made, value: passes / total, interval95: wilsonBounds(passes, total, z95) };
    });

const units = ['441500', '441521', '441581', 'red-bay'];
const sheet = fc.tuple(...units.map(assessment));

test('a packed sheet comes back as it was, to the order of its members', () => {
  fc.assert(
    fc.property(sheet, (assessments) => {
      const back = unpackSheet(packSheet(assessments), undefined);
      expect(back).toEqual(assessments);
      expect(JSON.stringify(back)).toBe(JSON.stringify(assessments));
    }),
  );
});

test('some units are found without the others, in the order of the sheet', () => {
  const assessments = units.map((unit) => anAssessment({ unit }));
  const packed = packSheet(assessments);
  expect(unpackSheet(packed, ['red-bay', '441500', '4415', 'elsewhere'])).toEqual([
    assessments[0],
    assessments[3],
  ]);
  expect(unpackSheet(packed, [])).toEqual([]);
});

test('the usual assessment of counts takes a short line', () => {
  const passes = 197;
  const total = 200;
  const usual = anAssessment({
    missing: [],
    legs: [],
    outlook: null,
    value: passes / total,
    interval95: wilsonBounds(passes, total, z95),
  });
  const { content } = packSheet([usual, { ...usual, unit: '441581' }]);
  expect(content.split('\n').slice(1)).toEqual([
    '441521\t0\t197\t200\t98.50\t1',
    '441581\t0\t197\t200\t98.50\t1',
  ]);
});

test('a sheet without units is a fault', () => {
  expect(() => packSheet([])).toThrow('without units');
});
