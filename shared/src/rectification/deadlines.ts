import { addWorkDays, daysBetween, dayOfInstant, workDaysUntil, type PlainDate } from '../calendar';
import type { WorkCalendar } from '../calendar';
import type { ProgrammeIndex } from '../programme';
import type { RectificationAct, RectificationState, RectificationStep } from './types';

/** Working days that each state may last; whole numbers of 1 or more. */
export interface RectificationDays {
  /** To sign for a new alert. */
  readonly sign: number;
  /** From signing to a plan. */
  readonly plan: number;
  /** From the plan to handing in what was done. */
  readonly rectify: number;
  /** To do so again after a return. */
  readonly again: number;
  /** For the reviewer to look. */
  readonly verify: number;
  /** The light turns yellow when so many working days, or fewer, are left. */
  readonly warn: number;
}

/** What holds where a programme says nothing. */
export const usualDays: RectificationDays = { sign: 2, plan: 5, rectify: 20, again: 10, verify: 5, warn: 2 };

/** By which days are counted. */
export interface Deadlines {
  readonly days: RectificationDays;
  readonly calendar: WorkCalendar;
}

/** What a programme asks for, the usual days where it is silent. */
export const deadlinesOf = ({
  programme,
  workCalendar,
}: Pick<ProgrammeIndex, 'programme' | 'workCalendar'>): Deadlines => ({
  days: { ...usualDays, ...programme.rectification?.days },
  calendar: workCalendar,
});

/** The last day of a state that an act enters on a day; null for the closed state. */
export const dueAfter = (
  act: RectificationAct,
  state: RectificationState,
  today: PlainDate,
  { days, calendar }: Deadlines,
): PlainDate | null => {
  switch (state) {
    case 'new':
      return addWorkDays(today, days.sign, calendar);
    case 'signed-for':
      return addWorkDays(today, days.plan, calendar);
    case 'under-way':
      return addWorkDays(today, act === 'return' ? days.again : days.rectify, calendar);
    case 'to-verify':
      return addWorkDays(today, days.verify, calendar);
    case 'closed':
      return null;
  }
};

/** What the clock says of a rectification (督办). */
export type DeadlineLight =
  /** In time, with working days left; `soon` is the yellow one. */
  | { readonly kind: 'in-time' | 'soon'; readonly daysLeft: number }
  /** Past its day by so many calendar days, 1 or more: red. */
  | { readonly kind: 'late'; readonly days: number }
  /** Closed, every step in time. */
  | { readonly kind: 'closed' }
  /** Closed, and some step came late: it keeps its mark. `days` is the longest delay. */
  | { readonly kind: 'closed-late'; readonly days: number };

/** The light of a rectification on a day; steps oldest first and at least one. */
export const deadlineLight = (
  steps: readonly RectificationStep[],
  today: PlainDate,
  { days, calendar }: Deadlines,
): DeadlineLight => {
  const dueOn = steps.at(-1)?.dueOn ?? null;
  if (dueOn === null) {
    const late = latestStep(steps);
    return late === 0 ? { kind: 'closed' } : { kind: 'closed-late', days: late };
  }
  if (today > dueOn) return { kind: 'late', days: daysBetween(dueOn, today) };
  const daysLeft = workDaysUntil(today, dueOn, calendar);
  return { kind: daysLeft <= days.warn ? 'soon' : 'in-time', daysLeft };
};

/** By how many calendar days the latest step left its state after its last day; 0 where all were in time. */
export const latestStep = (steps: readonly RectificationStep[]): number => {
  let most = 0;
  for (const [place, step] of steps.entries()) {
    const before = steps[place - 1];
    if (before === undefined || before.dueOn === null || before.dueOn === step.dueOn) continue;
    most = Math.max(most, daysBetween(before.dueOn, dayOfInstant(step.at)));
  }
  return most;
};
