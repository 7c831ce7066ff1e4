import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { falseAlarms, matrixReading, type MatrixCounts } from './matrix-reading';

const target = { num: 948, den: 1000 };

const cell = (unit: string, passes: number, total: number): MatrixCounts => ({
  indicator: 'rate',
  unit,
  passes,
  total,
  target,
});

const standing = (counts: readonly MatrixCounts[]) =>
  matrixReading(counts).cells.flatMap(({ unit, stands }) => (stands === null ? [] : [`${unit} ${stands}`]));

describe('a sheet of cells', () => {
  test('what stands out alone need not among thirty', () => {
    const lufeng = cell('lufeng', 259, 286);
    expect(standing([lufeng])).toEqual(['lufeng below']);
    const others = Array.from({ length: 29 }, (_, at) => cell(`u${at}`, 95, 100));
    expect(matrixReading([lufeng, ...others]).cells[0]).toMatchObject({ stands: null });
    expect(standing([lufeng, ...others])).toEqual([]);
  });

  test('several that are far off are all found, on either side', () => {
    expect(standing([cell('a', 700, 800), cell('b', 96, 100), cell('c', 899, 900)])).toEqual([
      'a below',
      'c above',
    ]);
  });

  test('one failure alone never stands out, and no samples take no part', () => {
    const strict = { ...cell('one', 1, 2), target: { num: 9999, den: 10_000 } };
    expect(matrixReading([strict, cell('none', 0, 0)]).cells).toEqual([
      expect.objectContaining({ unit: 'one', stands: null }),
    ]);
  });

  test('the correction never makes a cell surer, and only what it leaves below 10 % stands', () => {
    assert(
      property(
        array(
          integer({ min: 1, max: 400 }).chain((total) =>
            integer({ min: 0, max: total }).map((passes) => cell('u', passes, total)),
          ),
          { minLength: 1, maxLength: 30 },
        ),
        (counts) => {
          for (const { p, pAdjusted, stands } of matrixReading(counts).cells) {
            expect(pAdjusted).toBeGreaterThanOrEqual(p);
            if (stands !== null) expect(pAdjusted).toBeLessThan(falseAlarms);
          }
        },
      ),
    );
  });
});
