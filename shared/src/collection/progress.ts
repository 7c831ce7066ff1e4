import type { DepartmentCode, UnitCode } from '../programme';
import type { Progress, TaskReading, TaskState } from './types';

const nothing: Progress = { owed: 0, done: 0, waiting: 0, late: 0, decided: 0, onTime: 0 };

/** How far a list of tasks has come. Counts are added, shares are never averaged. */
export const progressOf = (readings: readonly TaskReading[]): Progress =>
  readings.reduce((sum, { state }) => plus(sum, state), nothing);

const plus = (sum: Progress, state: TaskState): Progress => {
  switch (state.kind) {
    case 'waived':
    case 'not-open':
      return sum;
    case 'open':
    case 'due-soon':
      return { ...sum, owed: sum.owed + 1 };
    case 'late':
      return { ...sum, owed: sum.owed + 1, late: sum.late + 1, decided: sum.decided + 1 };
    case 'waiting':
      return {
        ...sum,
        owed: sum.owed + 1,
        waiting: sum.waiting + 1,
        decided: sum.decided + 1,
        onTime: sum.onTime + (state.days === 0 ? 1 : 0),
      };
    case 'done-on-time':
    case 'done-late':
      return {
        ...sum,
        owed: sum.owed + 1,
        done: sum.done + 1,
        decided: sum.decided + 1,
        onTime: sum.onTime + (state.kind === 'done-on-time' ? 1 : 0),
      };
  }
};

/** Progress of each unit that has a task, in the order given. */
export const progressByUnit = (
  readings: readonly TaskReading[],
  units: readonly UnitCode[],
): readonly (Progress & { readonly unit: UnitCode })[] =>
  units
    .map((unit) => ({ unit, ...progressOf(readings.filter(({ task }) => task.unit === unit)) }))
    .filter(({ unit }) => readings.some(({ task }) => task.unit === unit));

/** Progress of each department that leads a task's indicator, in the order given. */
export const progressByDepartment = (
  readings: readonly TaskReading[],
  departments: readonly DepartmentCode[],
): readonly (Progress & { readonly department: DepartmentCode })[] =>
  departments
    .map((department) => ({
      department,
      ...progressOf(readings.filter(({ task }) => task.department === department)),
    }))
    .filter(({ department }) => readings.some(({ task }) => task.department === department));
