export type { Alert, AlertFigures, StandingAlert } from './types';
export {
  alertChanges,
  alertsToOpen,
  isNotified,
  saysTheSame,
  type AlertChange,
  type JudgedAlerts,
} from './alert-changes';
export { rulesOff, yearAlerts } from './year-alerts';
export { alertLook, type AlertLook, type FinishedStep, type LookQuestion } from './alert-levels/alert-look';
export {
  alertReading,
  alertsOfYear,
  type AlertMemory,
  type AlertReading,
} from './alert-levels/alert-reading';
export { looksOfPeriod, looksOfYear, type LookOptions, type SheetOf } from './alert-levels/looks-of-period';
export { alertLevels, compareAlertLevels, isAlarm, ruleLevel } from './alert-levels/level-order';
export { alertsKnownAt, type LivedAlert } from './alerts-known-at';
