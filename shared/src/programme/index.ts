export type {
  Clause,
  Combination,
  Comparator,
  DecimalText,
  Department,
  DepartmentCode,
  Frequency,
  Indicator,
  IndicatorCode,
  Measure,
  Milestone,
  Plan,
  Programme,
  ReportingUnit,
  Scheme,
  Target,
  Text,
  UnitCode,
  UnitRegister,
} from './types';
export { loadProgramme } from './load-programme';
export { loadUnits } from './load-units';
export { loadWorkCalendar } from './load-work-calendar';
export { nameKey } from './name-key';
export type { ProgrammeProblem, ProgrammeProblemCode } from './problem';
export { problemText } from './problem-text';
export { programmeIndex, type ProgrammeIndex } from './programme-index';
