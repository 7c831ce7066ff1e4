import { addDays, daysBetween } from './plain-date';
import type { PlainDate } from './types';

/** Where a country departs from "Monday to Friday": holidays in the week, and weekends that are worked instead. */
export interface WorkCalendar {
  readonly daysOff: ReadonlySet<PlainDate>;
  readonly workedWeekends: ReadonlySet<PlainDate>;
}

/** Monday to Friday, without a holiday. */
export const plainWeeks: WorkCalendar = { daysOff: new Set(), workedWeekends: new Set() };

/** A Monday; the distance to it tells the day of the week. */
const aMonday: PlainDate = '2024-01-01';

/** Whether offices work on a day: a worked weekend does, a holiday does not, else Monday to Friday. */
export const isWorkDay = (day: PlainDate, calendar: WorkCalendar): boolean => {
  if (calendar.workedWeekends.has(day)) return true;
  if (calendar.daysOff.has(day)) return false;
  return ((daysBetween(aMonday, day) % 7) + 7) % 7 < 5;
};

/** The last of `days` working days after a day (1 or more): a notice of Friday with 2 days ends on Tuesday. */
export const addWorkDays = (day: PlainDate, days: number, calendar: WorkCalendar): PlainDate => {
  let reached = day;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkDay(reached, calendar)) left -= 1;
  }
  return reached;
};

/** Working days after the first day, up to the second and with it; 0 where the second is not later. */
export const workDaysUntil = (from: PlainDate, to: PlainDate, calendar: WorkCalendar): number => {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkDay(day, calendar)) count += 1;
  }
  return count;
};
