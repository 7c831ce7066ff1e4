import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dayOfInstant, periodSpan } from '../calendar';
import type { Observation } from '../observation';
import { loadProgramme, loadUnits } from '../programme';
import { demonstrationSubmissions } from '.';
import { COUNTY_PROFILES } from './county-profiles';

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));
}

const units = loadUnits(json('units/shanwei.json'));
if (!units.ok) throw new Error('units');
const programme = loadProgramme(json('programmes/shanwei-2025.json'), units.value);
if (!programme.ok) throw new Error('programme');
const submissions = demonstrationSubmissions(programme.value, units.value);

const keyOf = (one: Observation) => [one.indicator, one.unit, one.period, one.basis].join(' ');

/** The ledger at its newest. */
const current = new Map(
  submissions.flatMap((submission) => submission.observations.map((one) => [keyOf(one), one])),
);

/** Sum of the counties over single periods, `passes/total`. */
function cityCounts(indicator: string, periods: readonly string[], unit?: string): string {
  let [passes, total] = [0, 0];
  for (const { indicator: code, unit: at, period, figure } of current.values()) {
    if (
      code !== indicator ||
      !periods.includes(period) ||
      figure?.kind !== 'counts' ||
      (unit !== undefined && at !== unit)
    )
      continue;
    passes += figure.passes;
    total += figure.total;
  }
  return `${passes}/${total}`;
}

const THIS_YEAR = ['2025-Q1', '2025-Q2', '2025-Q3'];

test.each([
  ['manufacturing-pass-rate', '880/934'],
  ['food-pass-rate', '5333/5412'],
  ['agri-pass-rate', '1838/1860'],
  ['building-inspection-conformity', '450/486'],
  ['transport-first-acceptance', '45/46'],
  ['completed-works-excellence', '62/69'],
  ['water-works-pass-rate', '162/164'],
])('%s of January to September 2025 is %s in the city', (indicator, expected) => {
  expect(cityCounts(indicator, THIS_YEAR)).toBe(expected);
});

test('the quarters of manufacturing are those of the indicator page', () => {
  const quarters = ['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', ...THIS_YEAR];
  expect(quarters.map((period) => cityCounts('manufacturing-pass-rate', [period]))).toEqual([
    '270/287',
    '260/275',
    '254/269',
    '256/273',
    '261/276',
    '286/300',
    '295/318',
    '299/316',
  ]);
});

test('every quarter of the past has the city rate its history asks for', () => {
  for (const { indicator, history } of COUNTY_PROFILES) {
    history.forEach((rate, index) => {
      const period = `${2022 + Math.floor(index / 4)}-Q${(index % 4) + 1}`;
      const [passes, total] = cityCounts(indicator, [period]).split('/').map(Number);
      if (passes === undefined || total === undefined) throw new Error(period);
      expect(Math.abs(Math.round((total * rate) / 100) - passes)).toBeLessThanOrEqual(1);
    });
  }
});

test('陆丰市 was ahead in manufacturing until 2024 and falls in 2025; 华侨管理区 has too few batches to say', () => {
  const year = (code: string) => [1, 2, 3, 4].map((quarter) => `${code}-Q${quarter}`);
  expect(cityCounts('manufacturing-pass-rate', year('2024'), '441581')).toBe('319/332');
  expect(cityCounts('manufacturing-pass-rate', THIS_YEAR, '441581')).toBe('259/286');
  expect(cityCounts('manufacturing-pass-rate', THIS_YEAR, 'huaqiao')).toBe('43/46');
});

test('exactly one figure is revised, with its reason, and one quarter is never reported', () => {
  const seen = new Map<string, number>();
  for (const one of submissions.flatMap((submission) => submission.observations)) {
    seen.set(keyOf(one), (seen.get(keyOf(one)) ?? 0) + 1);
  }
  const revised = [...seen].filter(([, times]) => times > 1);
  expect(revised).toEqual([['manufacturing-pass-rate 441581 2025-Q2 single', 2]]);
  const reasons = submissions.filter((submission) => submission.reason !== '');
  expect(reasons.map((submission) => [submission.reason, dayOfInstant(submission.recordedAt)])).toEqual([
    ['复检合格 1 批，附复检报告', '2025-09-02'],
  ]);
  expect(current.has('water-works-pass-rate 441523 2024-Q3 single')).toBe(false);
  expect(seen.size).toBe(7 * 6 * 15 - 1 + 27 + 6 + 2 * (15 + 3 + 3));
});

test('agriculture is above its target and below the invented province', () => {
  expect(current.get('agri-pass-rate 440000 2025-Q3 cumulative')?.figure).toEqual({
    kind: 'rate',
    rate: '98.9',
  });
  expect((1838 / 1860) * 100).toBeGreaterThan(98);
  expect((1838 / 1860) * 100).toBeLessThan(98.9);
});

test('the history is in order, known before the business clock, and nothing is reported before it could be', () => {
  const instants = submissions.map((submission) => submission.recordedAt);
  expect([...instants].sort()).toEqual(instants);
  expect(new Set(instants).size).toBe(instants.length);
  expect(instants.every((instant) => instant < '2025-10-16T02:00:00.000Z')).toBe(true);
  for (const submission of submissions) {
    for (const one of submission.observations) {
      const early = one.indicator === 'service-satisfaction';
      expect(early || dayOfInstant(submission.recordedAt) > periodSpan(one.period, '01-01').end).toBe(true);
    }
  }
});

test('every invented figure says so, and all counts are possible', () => {
  for (const one of submissions.flatMap((submission) => submission.observations)) {
    expect(one.source).toContain('演示数据（虚构）');
    if (one.figure?.kind === 'counts')
      expect(one.figure.passes >= 0 && one.figure.passes <= one.figure.total).toBe(true);
  }
});

test('the demonstration is the same every time', () => {
  expect(demonstrationSubmissions(programme.value, units.value)).toEqual(submissions);
});
