import { dayOfInstant, daysBetween, type PlainDate } from '../calendar';
import type { IndicatorCode, UnitCode } from '../programme';
import type { AlertLevel } from '../statistics';
import { latestStep } from './deadlines';
import type {
  Rectification,
  RectificationAct,
  RectificationOwner,
  RectificationState,
  RectificationStep,
} from './types';

/** One rectification as the ledger (台账) lists it. Days are of Shanghai; the latest of a kind where there are several. */
export interface LedgerLine {
  readonly id: string;
  readonly number: number;
  readonly year: number;
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  /** Of the alert that opened it. */
  readonly level: AlertLevel;
  readonly state: RectificationState;
  readonly owner: RectificationOwner;
  readonly openedOn: PlainDate;
  readonly signedOn: PlainDate | null;
  readonly handedInOn: PlainDate | null;
  /** Null while it is open, also where it was closed before. */
  readonly closedOn: PlainDate | null;
  /** Calendar days from each opening to its closing, 0 or more; empty until the first closing. */
  readonly rounds: readonly number[];
  /** Calendar days by which the latest step came late, an open one counted up to today; 0 without one. */
  readonly lateBy: number;
  /** How often its alert came back after a closing. */
  readonly relapses: number;
}

/** A rectification as a line of the ledger, on a day; steps oldest first and at least one. */
export const ledgerLine = (
  { id, number, year, indicator, unit, steps }: Rectification,
  today: PlainDate,
): LedgerLine => {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) throw new Error(`rectification ${id} has no step`);
  const latest = (acts: readonly RectificationAct[]): PlainDate | null => {
    const found = steps.filter(({ act }) => acts.includes(act)).at(-1);
    return found === undefined ? null : dayOfInstant(found.at);
  };
  const overdue = last.dueOn !== null && today > last.dueOn ? daysBetween(last.dueOn, today) : 0;
  return {
    id,
    number,
    year,
    indicator,
    unit,
    level: first.finding.level,
    state: last.state,
    owner: last.owner,
    openedOn: dayOfInstant(first.at),
    signedOn: latest(['sign']),
    handedInOn: latest(['hand-in']),
    closedOn: last.state === 'closed' ? dayOfInstant(last.at) : null,
    rounds: roundsOf(steps),
    lateBy: Math.max(latestStep(steps), overdue),
    relapses: steps.filter(({ act }) => act === 'reopen').length,
  };
};

const roundsOf = (steps: readonly RectificationStep[]): readonly number[] => {
  const rounds: number[] = [];
  let began: PlainDate | null = null;
  for (const { act, state, at } of steps) {
    const day = dayOfInstant(at);
    if (act === 'open' || act === 'reopen') began = day;
    if (state !== 'closed' || began === null) continue;
    rounds.push(daysBetween(began, day));
    began = null;
  }
  return rounds;
};

/** What became of the rectifications of one unit, or of all of them (`unit` null), in a year. */
export interface LedgerSums {
  readonly unit: UnitCode | null;
  readonly opened: number;
  readonly closed: number;
  /** Of the closed ones those without a late step. */
  readonly closedInTime: number;
  /** Of the open ones those with a late step, or past their day. */
  readonly openLate: number;
  /** Half the sum of the two middle rounds, in calendar days; null before the first closing. */
  readonly medianDays: number | null;
  readonly relapses: number;
}

/** Sums of a year: all of it first, then unit by unit as the lines bring them. */
export const ledgerSums = (lines: readonly LedgerLine[]): readonly LedgerSums[] => [
  sumsOf(null, lines),
  ...[...new Set(lines.map(({ unit }) => unit))].map((unit) =>
    sumsOf(
      unit,
      lines.filter((line) => line.unit === unit),
    ),
  ),
];

const sumsOf = (unit: UnitCode | null, lines: readonly LedgerLine[]): LedgerSums => {
  const closed = lines.filter(({ state }) => state === 'closed');
  return {
    unit,
    opened: lines.length,
    closed: closed.length,
    closedInTime: closed.filter(({ lateBy }) => lateBy === 0).length,
    openLate: lines.filter(({ state, lateBy }) => state !== 'closed' && lateBy > 0).length,
    medianDays: median(lines.flatMap(({ rounds }) => rounds)),
    relapses: lines.reduce((sum, line) => sum + line.relapses, 0),
  };
};

const median = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};
