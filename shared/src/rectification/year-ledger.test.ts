import { describe, expect, test } from 'vitest';
import {
  ledgerLine,
  ledgerSums,
  type Rectification,
  type RectificationAct,
  type RectificationState,
} from '.';

type Told = readonly [act: RectificationAct, state: RectificationState, day: string, dueOn: string | null];

const aRectification = (number: number, unit: string, told: readonly Told[]): Rectification => ({
  id: String(number).repeat(32),
  number,
  alert: number,
  indicator: 'food',
  unit,
  year: 2025,
  steps: told.map(([act, state, day, dueOn]) => ({
    act,
    state,
    owner: { kind: 'unit', unit },
    dueOn,
    at: `${day}T02:00:00.000Z`,
    by: null,
    said: {},
    finding: { level: 'orange', rateText: '95.8' },
  })),
});

const inTime = aRectification(1, 'east', [
  ['open', 'new', '2025-03-03', '2025-03-05'],
  ['sign', 'signed-for', '2025-03-04', '2025-03-11'],
  ['plan', 'under-way', '2025-03-07', '2025-04-04'],
  ['hand-in', 'to-verify', '2025-03-20', '2025-03-27'],
  ['close', 'closed', '2025-03-23', null],
]);
const relapsed = aRectification(2, 'east', [
  ['open', 'new', '2025-03-03', '2025-03-05'],
  ['sign', 'signed-for', '2025-03-08', '2025-03-15'],
  ['lift', 'closed', '2025-03-13', null],
  ['reopen', 'new', '2025-07-01', '2025-07-03'],
  ['sign', 'signed-for', '2025-07-02', '2025-07-09'],
  ['lift', 'closed', '2025-07-05', null],
]);
const waiting = aRectification(3, 'west', [['open', 'new', '2025-10-13', '2025-10-15']]);
const today = '2025-10-16';
const lines = [inTime, relapsed, waiting].map((one) => ledgerLine(one, today));

describe('the ledger of rectifications', () => {
  test('a line tells the days of its life, counted in the calendar of Shanghai', () => {
    expect(lines[0]).toMatchObject({
      level: 'orange',
      state: 'closed',
      openedOn: '2025-03-03',
      signedOn: '2025-03-04',
      handedInOn: '2025-03-20',
      closedOn: '2025-03-23',
      rounds: [20],
      lateBy: 0,
      relapses: 0,
    });
    const night = ledgerLine(
      { ...waiting, steps: waiting.steps.map((step) => ({ ...step, at: '2025-10-13T16:30:00.000Z' })) },
      today,
    );
    expect(night.openedOn).toBe('2025-10-14');
  });

  test('a relapse is a second round; what came late once stays late', () => {
    expect(lines[1]).toMatchObject({ rounds: [10, 4], lateBy: 3, relapses: 1, signedOn: '2025-07-02' });
  });

  test('an open one is late from the day after its last day', () => {
    expect(lines[2]).toMatchObject({ state: 'new', closedOn: null, rounds: [], lateBy: 1 });
    expect(ledgerLine(waiting, '2025-10-15').lateBy).toBe(0);
  });

  test('sums count cases, rounds give the median, the whole stands first', () => {
    expect(ledgerSums(lines)).toEqual([
      { unit: null, opened: 3, closed: 2, closedInTime: 1, openLate: 1, medianDays: 10, relapses: 1 },
      { unit: 'east', opened: 2, closed: 2, closedInTime: 1, openLate: 0, medianDays: 10, relapses: 1 },
      { unit: 'west', opened: 1, closed: 0, closedInTime: 0, openLate: 1, medianDays: null, relapses: 0 },
    ]);
    expect(ledgerSums(lines.slice(1, 2))[0]?.medianDays).toBe(7);
    expect(ledgerSums([])).toEqual([
      { unit: null, opened: 0, closed: 0, closedInTime: 0, openLate: 0, medianDays: null, relapses: 0 },
    ]);
  });
});
