import { assert, integer, property, array, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededDraws } from './seeded-draws';
import { funnelReading, type UnitCounts } from './funnel-reading';

const unit = (code: string, failures: number, total: number): UnitCounts => ({
  unit: code,
  passes: total - failures,
  total,
});

/** 制造业 in the demonstration, January to September 2025. */
const counties = [
  unit('chengqu', 7, 190),
  unit('haifeng', 9, 262),
  unit('lufeng', 27, 286),
  unit('luhe', 4, 88),
  unit('red-bay', 4, 62),
  unit('huaqiao', 3, 46),
];

describe('a funnel of six counties', () => {
  test('only 陆丰市 lies below the 95 % limit around the pooled rate', () => {
    const { centre, points, homogeneity, widened, dispersion } = funnelReading(counties);
    expect(centre).toBeCloseTo(880 / 934, 12);
    expect(points.map(({ flag }) => flag)).toEqual(['none', 'none', 'low-95', 'none', 'none', 'none']);
    expect(homogeneity).toMatchObject({ df: 5, caution: true });
    expect(dispersion).toBeCloseTo(2.31, 2);
    expect(widened).toBeNull();
  });

  test('the target may be the centre, and Holm corrects for six looks', () => {
    const target = { kind: 'target', rate: { num: 948, den: 1000 } } as const;
    const lufeng = funnelReading(counties, { centre: target }).points[2];
    expect(lufeng).toMatchObject({ flag: 'low-95' });
    expect(lufeng?.p).toBeCloseTo(0.00451, 5);
    expect(lufeng?.pHolm).toBeCloseTo(6 * 0.00451, 4);
  });

  test('lines run from one sample to the largest unit, nested and mirrored', () => {
    const { lines } = funnelReading(counties);
    expect(lines.length).toBeGreaterThan(50);
    expect([lines[0]?.total, lines.at(-1)?.total]).toEqual([1, 286]);
    for (const { lo998, lo95, hi95, hi998 } of lines) {
      expect(0 <= lo998 && lo998 <= lo95 && lo95 <= hi95 && hi95 <= hi998 && hi998 <= 1).toBe(true);
    }
  });

  test('a unit without samples stands without rate and flag', () => {
    const { points } = funnelReading([...counties, unit('new', 0, 0)]);
    expect(points.at(-1)).toEqual({
      unit: 'new',
      passes: 0,
      total: 0,
      rate: null,
      flag: null,
      p: null,
      pHolm: null,
    });
  });

  test('no units at all draw nothing', () => {
    expect(funnelReading([])).toMatchObject({ centre: null, points: [], lines: [], homogeneity: null });
  });

  test('passing all is never above a limit that leaves no room', () => {
    assert(
      property(
        array(record({ total: integer({ min: 1, max: 60 }) }), { minLength: 2, maxLength: 8 }),
        (sizes) => {
          const units = sizes.map(({ total }, at) => unit(`u${at}`, at === 0 ? 1 : 0, total));
          const { points } = funnelReading(units, {
            centre: { kind: 'target', rate: { num: 985, den: 1000 } },
          });
          return points.every(({ flag }) => flag === 'none' || flag?.startsWith('low') === true);
        },
      ),
      { seed: 6 },
    );
  });
});

describe('a funnel of many units', () => {
  const random = seededDraws(7);
  const scattered = Array.from({ length: 40 }, (_, at) => {
    const rate = 0.9 + 0.09 * random.uniform();
    return unit(`u${at}`, Math.round(400 * (1 - rate)), 400);
  });

  test('limits are widened where the units themselves differ, and flags weaken with them', () => {
    const reading = funnelReading(scattered);
    expect(reading.dispersion).toBeGreaterThan(1.5);
    expect(reading.widened).toHaveLength(40);
    const flagged = (flags: readonly (string | null)[]) => flags.filter((flag) => flag !== 'none').length;
    const exact = funnelReading(scattered, {
      centre: {
        kind: 'reference',
        rate: { num: scattered.reduce((sum, { passes }) => sum + passes, 0), den: 16_000 },
      },
    });
    expect(flagged(reading.points.map(({ flag }) => flag))).toBeLessThan(
      flagged(exact.points.map(({ flag }) => flag)),
    );
    expect(exact.widened).toBeNull();
  });

  test('units that share one rate keep the exact limits', () => {
    const alike = Array.from({ length: 12 }, (_, at) => unit(`u${at}`, 20, 400 + at));
    expect(funnelReading(alike)).toMatchObject({ widened: null, dispersion: null });
  });
});
