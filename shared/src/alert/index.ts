export type { Alert, AlertState } from './types';
export { reconcileAlerts, type AlertChange, type OpenShortfall } from './reconcile-alerts';
export { alertLook, type AlertLook, type FinishedStep, type LookQuestion } from './alert-levels/alert-look';
export {
  alertReading,
  alertsOfYear,
  type AlertMemory,
  type AlertReading,
} from './alert-levels/alert-reading';
export { looksOfPeriod, looksOfYear, type LookOptions } from './alert-levels/looks-of-period';
export { alertLevels, compareAlertLevels, isAlarm, ruleLevel } from './alert-levels/level-order';
