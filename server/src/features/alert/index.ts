export { alertsInLedger, bringAlertsUpToDate, judgeAlerts, publishedLedger } from './judge-alerts';
export { refreshAlerts, type AlertRound } from './refresh-alerts';
export type { AlertStore } from './alert.store';
