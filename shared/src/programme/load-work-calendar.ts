import type { WorkCalendar } from '../calendar';
import { ok, refuse, type Result } from '../result';
import type { ProgrammeProblem } from './problem';
import { readShape } from './read-shape';
import { calendarSchema } from './schema';

/** Reads a calendar of working days; refuses with every mistake found, each with its path. */
export const loadWorkCalendar = (json: unknown): Result<WorkCalendar, readonly ProgrammeProblem[]> => {
  const shape = readShape(calendarSchema, json);
  if ('problems' in shape) return refuse(shape.problems);
  const { daysOff, workedWeekends } = shape.value;
  return ok({ daysOff: new Set(daysOff), workedWeekends: new Set(workedWeekends) });
};
