import { expect, test } from 'vitest';
import { correctedPeriods, type RevisionOfPeriod } from './corrected-periods';

const publications = [
  { number: 1, position: 10 },
  { number: 2, position: 20 },
  { number: 3, position: 30 },
];

const revision = (id: number, period: string, first = false, unit = 'k'): RevisionOfPeriod => ({
  id,
  indicator: 'rate',
  unit,
  period,
  basis: 'single',
  before: first ? null : { kind: 'counts', passes: 1, total: 2 },
});

test('a figure revised after it was published is a correction of the version that brought it', () => {
  const revisions = [revision(1, '2025-Q1', true), revision(12, '2025-Q1'), revision(13, '2025-Q2', true)];
  expect([...correctedPeriods(revisions, publications)]).toEqual([['2025-Q1', 2]]);
});

test('revised again, the newest version counts; the order in which revisions are handed in does not', () => {
  const revisions = [revision(25, '2025-Q1'), revision(12, '2025-Q1'), revision(1, '2025-Q1', true)];
  expect([...correctedPeriods(revisions, publications)]).toEqual([['2025-Q1', 3]]);
});

test('what was revised before anybody read it, or is not published yet, is no correction', () => {
  const before = [revision(1, '2025-Q1', true), revision(9, '2025-Q1')];
  expect(correctedPeriods(before, publications).size).toBe(0);
  const waiting = [revision(1, '2025-Q1', true), revision(31, '2025-Q1')];
  expect(correctedPeriods(waiting, publications).size).toBe(0);
});

test('two units of one period are two figures: the late report of one does not correct the other', () => {
  const revisions = [revision(1, '2025-Q1', true), revision(15, '2025-Q1', true, 'l')];
  expect(correctedPeriods(revisions, publications).size).toBe(0);
});
